import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { World } from '../../world.ts'

/**
 * Lays a kept file out in a private folder while work reads it, as often and wherever it likes. The
 * folder is gone afterwards; the kept file stays encrypted.
 */
export async function withFile<Result>(
  { files }: Pick<World, 'files'>,
  kept: { readonly organisationId: string; readonly sha256: string; readonly name: string },
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-import-'))
  try {
    const path = join(folder, 'file')
    const clear = await files.stream(kept.organisationId, kept.sha256)
    await pipeline(clear, createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
