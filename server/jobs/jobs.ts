import { EventEmitter } from 'node:events'

import { Logger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type pino from 'pino'

import type { Database } from '../database/database.ts'
import type { Instant } from '../kernel/day.ts'
import { keepFreeing } from './dead-workers.ts'

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
  /** Not before so many seconds from now, whatever the trial clock says. */
  readonly inSeconds?: number
  readonly attempts?: number
}

/** Asks for a job inside the caller's transaction: rolled back with it. */
export async function addJob(db: Database, job: JobRequest): Promise<void> {
  const payload = JSON.stringify(job.payload)
  await sql`select add_job(${job.task}, ${payload}::json, ${job.key ?? null}, ${job.queue ?? null},
    coalesce(${job.runAt ?? null}::timestamptz,
      clock_timestamp() + make_interval(secs => ${job.inSeconds ?? null}::double precision)),
    ${job.attempts ?? null}::integer)`.execute(db)
}

export type Worker = { readonly stop: () => Promise<void> }

type WorkerOptions = {
  readonly ownerUrl: string
  readonly jobs: readonly Job[]
  /** The name that jobs are locked under: when its lock is gone, so is the worker. */
  readonly processId: string
  readonly log: pino.Logger
}

/** Works jobs until stopped, and frees those that killed workers left locked. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const runner = await startRunner(options)
  const sweeper = keepFreeing(options.ownerUrl, (error) => options.log.error(error))
  return {
    stop: async () => {
      await sweeper.stop()
      await runner.stop()
    },
  }
}

function startRunner({ ownerUrl, jobs, processId, log }: WorkerOptions): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  // graphile-worker has no option for it, but asks for the id at every use; a test watches this.
  events.on('pool:create', ({ workerPool }) => Object.assign(workerPool, { id: processId }))
  return run({
    connectionString: ownerUrl,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message) => log[levelOf(level)]({ part: 'jobs' }, message)),
    taskList: Object.fromEntries(
      jobs.map(({ task, work }) => [
        task,
        (payload: unknown) => work(typeof payload === 'object' ? { ...payload } : {}),
      ]),
    ),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ schedule, task }) => (schedule ? [{ match: schedule, task }] : [])),
    ),
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

function levelOf(level: string): 'error' | 'warn' | 'debug' {
  return level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug'
}
