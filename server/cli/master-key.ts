import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Mistake, type Settings } from './settings.ts'

const BYTES = 32

/**
 * The key that opens every other key: from GOODTERMS_MASTER_KEY, else from a file that only its owner
 * may read, which the first start makes. `mayMake` is false once something was encrypted with it.
 */
export async function findMasterKey(
  { home, masterKey }: Pick<Settings, 'home' | 'masterKey'>,
  mayMake: () => Promise<boolean>,
): Promise<Buffer> {
  if (masterKey !== undefined) return read(masterKey, 'GOODTERMS_MASTER_KEY')
  const file = join(home, 'master.key')
  try {
    return read(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  if (!(await mayMake())) {
    throw new Mistake(
      `The master key is missing: the database was set up with one, but neither ${file} nor GOODTERMS_MASTER_KEY is there. Put the key back; without it names, addresses and credentials cannot be read.`,
    )
  }
  return make(home, file)
}

function read(text: string, origin: string): Buffer {
  const trimmed = text.trim()
  const key = Buffer.from(trimmed, /^[0-9a-fA-F]{64}$/.test(trimmed) ? 'hex' : 'base64')
  if (key.length === BYTES) return key
  throw new Mistake(
    `The master key in ${origin} must be ${BYTES} bytes, written in hexadecimal or base64.`,
  )
}

/** Of two processes that start at once one makes the key and both have it: a link appears whole or not. */
async function make(home: string, file: string): Promise<Buffer> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return read(await readFile(file, 'utf8'), file)
}
