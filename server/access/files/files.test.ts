import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { expect, onTestFinished, test } from 'vitest'

import type { Secrets } from '../../world.ts'
import { keysOf } from '../secrets/keys.ts'
import { openFiles } from './files.ts'

const ours = '018f0000-0000-7000-8000-000000000001'
const theirs = '018f0000-0000-7000-8000-000000000002'

async function opened() {
  const root = await mkdtemp(join(tmpdir(), 'goodterms-files-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const keys = new Map([ours, theirs].map((id) => [id, keysOf(randomBytes(32), 'k1')]))
  const secrets: Pick<Secrets, 'of'> = {
    of: async (id) => keys.get(id) ?? Promise.reject(new Error('no organisation')),
  }
  const onDisk = async () => {
    const all = await readdir(root, { recursive: true, withFileTypes: true })
    return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  }
  return { files: openFiles(root, secrets), onDisk }
}

test.each([0, 1, 65_535, 65_536, 65_537, 300_000])(
  '%i bytes come back as they were',
  async (size) => {
    const { files } = await opened()
    const bytes = randomBytes(size)
    const kept = await files.put(ours, bytes)
    expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: size })
    expect((await files.read(ours, kept.sha256)).equals(bytes)).toBe(true)
  },
)

test('a stream is kept under the name of its content, and the same content once', async () => {
  const { files, onDisk } = await opened()
  const pieces = Array.from({ length: 10 }, () => randomBytes(30_000))
  const streamed = await files.put(ours, Readable.from(pieces))
  const again = await files.put(ours, Buffer.concat(pieces))
  expect(again).toEqual(streamed)
  expect(await onDisk()).toHaveLength(1)
})

test('the disk tells neither content nor name, and each organisation keeps its own', async () => {
  const { files, onDisk } = await opened()
  const text = 'Delivery note 4711 for Brasserie du Port'
  const { sha256 } = await files.put(ours, Buffer.from(text))
  await files.put(theirs, Buffer.from(text))
  const paths = await onDisk()
  expect(paths).toHaveLength(2)
  for (const path of paths) {
    expect(path).not.toContain(sha256)
    expect((await readFile(path)).includes('Brasserie')).toBe(false)
  }
})

test('what another organisation keeps cannot be read with its name', async () => {
  const { files } = await opened()
  const { sha256 } = await files.put(theirs, Buffer.from('theirs'))
  await expect(files.read(ours, sha256)).rejects.toThrow('ENOENT')
  await expect(files.read('../etc', sha256)).rejects.toThrow('not an organisation id')
})

test.each([
  ['a changed byte', (bytes: Buffer) => bytes.fill(bytes.readUInt8(200) ^ 1, 200, 201)],
  ['a missing end', (bytes: Buffer) => bytes.subarray(0, -10)],
  ['a missing last piece', (bytes: Buffer) => bytes.subarray(0, 4 + bytes.readUInt32BE())],
  ['pieces in another order', swapPieces],
  [
    'something after the end',
    (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(0, 4 + bytes.readUInt32BE())]),
  ],
])('%s is noticed when the file is read', async (_what, harm) => {
  const { files, onDisk } = await opened()
  const { sha256 } = await files.put(ours, randomBytes(150_000))
  const [path = ''] = await onDisk()
  await writeFile(path, harm(await readFile(path)))
  await expect(files.read(ours, sha256)).rejects.toThrow(
    /unable to authenticate|ends too early|out of order/,
  )
})

function swapPieces(bytes: Buffer): Buffer {
  const size = 4 + bytes.readUInt32BE()
  const [first, second] = [bytes.subarray(0, size), bytes.subarray(size, 2 * size)]
  return Buffer.concat([second, first, bytes.subarray(2 * size)])
}

function* piecesThatBreakOff() {
  yield randomBytes(1000)
  throw new Error('the line went dead')
}

test('an upload that breaks off leaves nothing behind', async () => {
  const { files, onDisk } = await opened()
  const broken = Readable.from(piecesThatBreakOff())
  await expect(files.put(ours, broken)).rejects.toThrow('the line went dead')
  expect(await onDisk()).toEqual([])
})
