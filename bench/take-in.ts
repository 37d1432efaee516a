import { createReadStream } from 'node:fs'

import {
  applyImport,
  compareImport,
  lookAtImport,
  mapImport,
  receiveFile,
  startApplying,
  viewImport,
} from '../server/intake/index.ts'
import type { World } from '../server/world.ts'
import { timed } from './print.ts'

export type Took = {
  readonly before: number
  readonly compared: number
  readonly applied: number
}

type Arriving = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly path: string
}

/** Takes a ledger file from the disk into the ledger, step by step as the product does. */
export async function takeIn(
  world: World,
  { organisationId, legalEntityId, path }: Arriving,
): Promise<Took> {
  const by = { kind: 'operator' } as const
  const start = performance.now()
  const { id: importId } = await receiveFile(world, {
    organisationId,
    legalEntityId,
    by,
    source: null,
    evidenceKind: 'invoice',
    fileName: 'ledger.csv',
    mediaType: 'text/csv',
    content: createReadStream(path),
    isDirect: true,
  })
  const work = { organisationId, importId, by }
  await lookAtImport(world, work)
  const seen = await viewImport(world, work)
  const columns = seen.inspection?.columns ?? []
  const doing = { ...work, isDirect: true }
  await mapImport(world, doing, { kind: 'receivables', columns, choices: {}, remember: false })
  const before = performance.now() - start
  const compared = await timed(() => compareImport(world, work))
  await startApplying(world, doing, false)
  const applied = await timed(() => applyImport(world, { ...work, goodRows: false }))
  const after = await viewImport(world, work)
  if (after.state !== 'applied') throw new Error(`the import is ${after.state}`)
  return { before, compared, applied }
}
