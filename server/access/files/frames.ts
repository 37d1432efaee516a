import { randomBytes } from 'node:crypto'

import type { Keys } from '../../world.ts'

const FRAME_BYTES = 64 * 1024
const FILE_ID_BYTES = 16
const HEADER_BYTES = FILE_ID_BYTES + 5
const LENGTH_BYTES = 4

/**
 * Encrypts a stream piece by piece: each frame is its length and the sealed (file, index, is last,
 * bytes), so that frames cannot be cut off, swapped or brought in from another file unnoticed.
 */
export async function* encryptFrames(
  keys: Keys,
  clear: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const file = randomBytes(FILE_ID_BYTES)
  let index = 0
  let pending = Buffer.alloc(0)
  for await (const chunk of clear) {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk])
    while (pending.length > FRAME_BYTES) {
      yield frameOf(keys, headerOf(file, index, false), pending.subarray(0, FRAME_BYTES))
      pending = pending.subarray(FRAME_BYTES)
      index += 1
    }
  }
  yield frameOf(keys, headerOf(file, index, true), pending)
}

/** Gives back what `encryptFrames` was given, or throws when a single byte differs. */
export async function* decryptFrames(
  keys: Keys,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let file: Buffer | null = null
  let index = 0
  let isComplete = false
  for await (const frame of framesOf(sealed)) {
    const clear = keys.decryptBytes(frame)
    const header = clear.subarray(0, HEADER_BYTES)
    file ??= header.subarray(0, FILE_ID_BYTES)
    isComplete = header.at(-1) === 1
    if (!header.equals(headerOf(file, index, isComplete))) throw new Error('a file is out of order')
    index += 1
    yield clear.subarray(HEADER_BYTES)
  }
  if (!isComplete) throw new Error('a file ends too early')
}

function headerOf(file: Buffer, index: number, isLast: boolean): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt32BE(index)
  rest.writeUInt8(isLast ? 1 : 0, 4)
  return Buffer.concat([file, rest])
}

function frameOf(keys: Keys, header: Buffer, bytes: Buffer): Buffer {
  const sealed = keys.encryptBytes(Buffer.concat([header, bytes]))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([length, sealed])
}

async function* framesOf(sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0)
  for await (const chunk of sealed) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (;;) {
      if (pending.length < LENGTH_BYTES) break
      const end = LENGTH_BYTES + pending.readUInt32BE()
      if (pending.length < end) break
      yield pending.subarray(LENGTH_BYTES, end)
      pending = pending.subarray(end)
    }
  }
  if (pending.length > 0) throw new Error('a file ends too early')
}
