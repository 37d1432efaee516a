import type { Doer } from '../../access/index.ts'
import type { Job } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { APPLY, COMPARE, LOOK } from './jobs-asked.ts'
import { lookAtImport } from './look.ts'
import { applyImport, compareImport } from './work.ts'

/** The long work on files. Each may be run twice: it looks where the import stands first. */
export function importJobs(world: World): Job[] {
  return [
    { task: LOOK, work: (payload) => lookAtImport(world, workOf(payload)) },
    { task: COMPARE, work: (payload) => compareImport(world, workOf(payload)) },
    {
      task: APPLY,
      work: (payload) =>
        applyImport(world, { ...workOf(payload), goodRows: payload['goodRows'] === true }),
    },
  ]
}

function workOf(payload: Record<string, unknown>) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `askTo…` in jobs-asked.ts, in this shape
  const { organisationId, importId, by } = payload as {
    organisationId: string
    importId: string
    by: Doer
  }
  return { organisationId, importId, by }
}
