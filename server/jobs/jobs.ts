import { run, type Runner } from 'graphile-worker'
import { sql } from 'kysely'

import type { Database } from '../database/database.ts'
import type { Instant } from '../kernel/day.ts'

/** A job is a name, perhaps a schedule, and one call; it is safe to run twice. */
export type Job = {
  readonly task: string
  /** A cron line in UTC ('*\/5 * * * *'); none for jobs that are only asked for. */
  readonly schedule?: string
  readonly work: (payload: Record<string, unknown>) => Promise<void>
}

export type JobRequest = {
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Asking again with the same key replaces the job that has not started. */
  readonly key?: string
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  readonly runAt?: Instant
  readonly attempts?: number
}

/** Asks for a job inside the caller's transaction: rolled back with it. */
export async function addJob(db: Database, job: JobRequest): Promise<void> {
  const payload = JSON.stringify(job.payload)
  await sql`select add_job(${job.task}, ${payload}::json, ${job.key ?? null}, ${job.queue ?? null},
    ${job.runAt ?? null}::timestamptz, ${job.attempts ?? null}::integer)`.execute(db)
}

/** Works jobs until stopped. */
export function startWorker(ownerUrl: string, jobs: readonly Job[]): Promise<Runner> {
  const scheduled = jobs.filter(({ schedule }) => schedule)
  return run({
    connectionString: ownerUrl,
    noHandleSignals: true,
    taskList: Object.fromEntries(
      jobs.map(({ task, work }) => [
        task,
        (payload: unknown) => work((payload ?? {}) as Record<string, unknown>),
      ]),
    ),
    crontab: scheduled.map(({ schedule, task }) => `${schedule} ${task}`).join('\n'),
    preset: {
      worker: {
        connectionString: ownerUrl,
        concurrentJobs: 4,
        localQueue: { size: 100 },
        maxPoolSize: 6,
        pollInterval: 2000,
      },
    },
  })
}
