import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'

import { connect, type Database } from '../database/database.ts'
import { livingOf } from './liveness.ts'

const SWEEP_MILLISECONDS = 5000
const SECOND_LOOK_MILLISECONDS = 1000

/**
 * Frees the jobs of workers that were killed; graphile-worker itself waits four hours. A worker is
 * dead when two looks a second apart find its lock free: one that lost its connection is back by then.
 */
export async function freeJobsOfDeadWorkers(owner: Database): Promise<number> {
  const suspects = await deadWorkers(owner)
  if (suspects.length === 0) return 0
  await pause(SECOND_LOOK_MILLISECONDS)
  const dead = (await deadWorkers(owner)).filter((worker) => suspects.includes(worker))
  return dead.length === 0 ? 0 : free(owner, dead)
}

async function deadWorkers(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ worker: string }>`
    select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null`.execute(
    owner,
  )
  const workers = rows.map(({ worker }) => worker)
  const living = await livingOf(owner, workers)
  return workers.filter((worker) => !living.has(worker))
}

// The attempt is given back: the process failed, not the job.
async function free(owner: Database, workers: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update graphile_worker._private_jobs
    set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
    where locked_by = any(${[...workers]}::text[])`.execute(owner)
  await sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where locked_by = any(${[...workers]}::text[])`.execute(owner)
  return Number(numAffectedRows ?? 0)
}

/** Sweeps at once and every few seconds until stopped. */
export function keepFreeing(
  ownerUrl: string,
  onFailure: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const owner = connect(ownerUrl, { as: 'owner', connections: 1, name: 'goodterms sweeper' })
  const stopping = new AbortController()

  async function sweep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await freeJobsOfDeadWorkers(owner).catch(onFailure)
      await pause(SWEEP_MILLISECONDS, undefined, stopping).catch(() => {})
    }
  }

  const sweeping = sweep()
  return {
    stop: async () => {
      stopping.abort()
      await sweeping
      await owner.destroy()
    },
  }
}
