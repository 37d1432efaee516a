import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { isId } from '../../kernel/ids.ts'
import type { Files, Keys, Secrets } from '../../world.ts'
import { decryptFrames, encryptFrames } from './frames.ts'

/**
 * Files under a folder, encrypted with their organisation's key and found by their content: the same
 * bytes twice are one file. Names on disk are keyed hashes, so they do not tell what is kept.
 */
export function openFiles(root: string, secrets: Pick<Secrets, 'of'>): Files {
  const folder = (organisationId: string) => {
    if (!isId(organisationId)) throw new RangeError('not an organisation id')
    return join(root, organisationId)
  }

  async function stream(organisationId: string, sha256: string): Promise<Readable> {
    const place = folder(organisationId)
    const keys = await secrets.of(organisationId)
    const path = pathOf(place, keys, sha256)
    await access(path)
    const clear = decryptFrames(keys, createReadStream(path, { highWaterMark: 256 * 1024 }))
    return Readable.from(checked(clear, sha256), { objectMode: false })
  }

  return {
    put: async (organisationId, bytes) => {
      const keys = await secrets.of(organisationId)
      const temporary = join(folder(organisationId), 'incoming', randomUUID())
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      try {
        const written = await writeEncrypted(temporary, keys, bytes)
        await moveInto(pathOf(folder(organisationId), keys, written.sha256), temporary)
        return written
      } finally {
        await rm(temporary, { force: true })
      }
    },
    stream,
    read: async (organisationId, sha256) => {
      const chunks: Buffer[] = []
      for await (const chunk of await stream(organisationId, sha256)) {
        if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    },
  }
}

function pathOf(folder: string, keys: Keys, sha256: string): string {
  const name = keys.hash(`file ${sha256}`)
  return join(folder, name.slice(0, 2), name)
}

async function writeEncrypted(path: string, keys: Keys, bytes: Readable | Uint8Array) {
  const hash = createHash('sha256')
  let length = 0
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      length += chunk.length
      yield chunk
    }
  }
  const source = bytes instanceof Readable ? bytes : Readable.from([Buffer.from(bytes)])
  const target = createWriteStream(path, { mode: 0o600, flush: true })
  await pipeline(
    source,
    counted,
    (clear: AsyncIterable<Buffer>) => encryptFrames(keys, clear),
    target,
  )
  return { sha256: hash.digest('hex'), bytes: length }
}

/** After this the name exists even if the power fails: the folder that has it is on disk too. */
async function moveInto(path: string, temporary: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(temporary, path)
  const folder = await open(dirname(path))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* checked(clear: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of clear) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error(`the file ${sha256} has been changed`)
}
