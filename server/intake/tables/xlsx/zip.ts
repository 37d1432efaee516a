import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, Transform, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

import { LIMITS } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'

type Entry = {
  readonly method: number
  readonly isEncrypted: boolean
  readonly packed: number
  readonly offset: number
}

export type Archive = {
  readonly names: readonly string[]
  /** The bytes of an entry; breaks off with a finding beyond `most` inflated bytes. */
  readonly stream: (name: string, most: number) => Promise<Readable>
  readonly close: () => Promise<void>
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_TAIL = 65_557
const HUGE = 0xffffffff

/** Opens a ZIP archive by its directory (APPNOTE 6.3); nothing is inflated before it is asked for. */
export async function openArchive(path: string): Promise<Archive> {
  const file = await open(path, 'r')
  try {
    const entries = await entriesOf(file)
    return {
      names: [...entries.keys()],
      stream: (name, most) => streamOf(path, { file, name, entry: entries.get(name) }, most),
      close: () => file.close(),
    }
  } catch (cause) {
    await file.close()
    throw cause instanceof Unreadable ? cause : new Unreadable('file_damaged', {}, { cause })
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Unreadable('file_damaged')
  return buffer
}

async function entriesOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const { count, start, length } = await directoryOf(file, size)
  if (count > LIMITS.zipEntries || length > LIMITS.partBytes || start + length > size) {
    throw new Unreadable('file_damaged')
  }
  const directory = await bytesAt(file, start, length)
  const entries = new Map<string, Entry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== CENTRAL) throw new Unreadable('file_damaged')
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    entries.set(name, entryAt(directory, at, extra))
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function directoryOf(file: FileHandle, size: number) {
  const tail = Math.min(size, LONGEST_TAIL)
  const bytes = await bytesAt(file, size - tail, tail)
  let at = bytes.length - END_BYTES
  while (at >= 0 && bytes.readUInt32LE(at) !== END) at -= 1
  if (at < 0) throw new Unreadable('file_damaged')
  const directory = {
    count: bytes.readUInt16LE(at + 10),
    length: bytes.readUInt32LE(at + 12),
    start: bytes.readUInt32LE(at + 16),
  }
  const isLarge =
    directory.start === HUGE || directory.length === HUGE || directory.count === 0xffff
  if (!isLarge || at < 20 || bytes.readUInt32LE(at - 20) !== LOCATOR_64) return directory
  const large = await bytesAt(file, Number(bytes.readBigUInt64LE(at - 12)), 56)
  if (large.readUInt32LE(0) !== END_64) throw new Unreadable('file_damaged')
  return {
    count: Number(large.readBigUInt64LE(32)),
    length: Number(large.readBigUInt64LE(40)),
    start: Number(large.readBigUInt64LE(48)),
  }
}

function entryAt(directory: Buffer, at: number, extra: Buffer): Entry {
  const sizes = {
    whole: directory.readUInt32LE(at + 24),
    packed: directory.readUInt32LE(at + 20),
    offset: directory.readUInt32LE(at + 42),
  }
  const { packed, offset } = withLargeSizes(sizes, extra)
  const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1
  return { method: directory.readUInt16LE(at + 10), isEncrypted, packed, offset }
}

/** ZIP64 keeps, in this order, those of the sizes that do not fit into 32 bits. */
function withLargeSizes(
  sizes: { whole: number; packed: number; offset: number },
  extra: Buffer,
): { packed: number; offset: number } {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    const large = (small: number) => {
      if (small !== HUGE || place + 8 > extra.length) return small
      place += 8
      return Number(extra.readBigUInt64LE(place - 8))
    }
    large(sizes.whole)
    return { packed: large(sizes.packed), offset: large(sizes.offset) }
  }
  return sizes
}

type Wanted = {
  readonly file: FileHandle
  readonly name: string
  readonly entry: Entry | undefined
}

async function streamOf(
  path: string,
  { file, name, entry }: Wanted,
  most: number,
): Promise<Readable> {
  if (!entry) throw new Unreadable('file_damaged', { part: name })
  if (entry.isEncrypted) throw new Unreadable('file_protected')
  const header = await bytesAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== LOCAL) throw new Unreadable('file_damaged', { part: name })
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  // By the path: a stream of the handle that is broken off closes the handle, for all others too.
  const packed = createReadStream(path, {
    start,
    end: Math.max(start, start + entry.packed - 1),
    highWaterMark: 131_072,
  })
  const bounded = new Transform({ transform: boundedTo(most, name) })
  if (entry.method === 0) return pipeline(packed, bounded, heard)
  if (entry.method !== 8) throw new Unreadable('file_damaged', { part: name })
  return pipeline(packed, createInflateRaw({ chunkSize: 131_072 }), bounded, heard)
}

/** What goes wrong is thrown to whoever reads the stream. */
function heard(): void {}

function boundedTo(most: number, part: string) {
  let seen = 0
  return (chunk: Buffer, _: unknown, done: (error: Error | null, data?: Buffer) => void) => {
    seen += chunk.length
    if (seen > most) done(new Unreadable('file_too_large_inside', { part }))
    else done(null, chunk)
  }
}
