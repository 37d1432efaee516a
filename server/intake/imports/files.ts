import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { World } from '../../world.ts'

const PREFIX = 'goodterms-import-'

/**
 * Lays a kept file out in a private folder while work reads it, as often and wherever it likes. The
 * folder is gone afterwards; the kept file stays encrypted.
 */
export async function withFile<Result>(
  { files }: Pick<World, 'files'>,
  kept: { readonly organisationId: string; readonly sha256: string; readonly name: string },
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  try {
    const path = join(folder, 'file')
    const clear = await files.stream(kept.organisationId, kept.sha256)
    await pipeline(clear, createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Processes of another container may share the folder, but not the numbers: age must agree. */
const LEFT_AFTER_MS = 10 * 60_000

/** Removes what killed processes could not: files in the clear must not lie about. */
async function sweep(): Promise<void> {
  const now = performance.timeOrigin + performance.now()
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(pid) || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    const left = await stat(folder).catch(() => null)
    if (left && now - left.mtimeMs > LEFT_AFTER_MS) {
      await rm(folder, { recursive: true, force: true }).catch(() => {})
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
