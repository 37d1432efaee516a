import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { connect, type Database } from '../database/database.ts'
import { testWorld } from '../testing/test-world.ts'
import { freeJobsOfDeadWorkers } from './dead-workers.ts'
import { addJob, startWorker, type Job } from './jobs.ts'
import { isProcessAlive, startLiveness } from './liveness.ts'

test('a job that was asked for in a transaction that failed is not done', async () => {
  const { world } = await testWorld()
  const failing = world.db.transaction().execute(async (tx) => {
    await addJob(tx, { task: 'note', payload: {} })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await lockedJobs(await ownerOf(world.ownerUrl))).toEqual([])
})

test('a process is alive until its connection ends, and again once it is back', async () => {
  const { world } = await testWorld()
  const liveness = await startLiveness(world.ownerUrl)
  const isAlive = () => isProcessAlive(world.db, liveness.processId)
  expect(await isAlive()).toBe(true)

  const owner = await ownerOf(world.ownerUrl)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'goodterms liveness' and datname = current_database()`.execute(owner)
  await until(async () => !(await isAlive()))
  await until(isAlive)

  await liveness.stop()
  await until(async () => !(await isAlive()))
})

test('a working job is locked in the name of its process', async () => {
  const { world } = await testWorld()
  const working = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  await work(world, [
    {
      task: 'wait',
      work: () => {
        working.resolve()
        return finish.promise
      },
    },
  ])
  await addJob(world.db, { task: 'wait', payload: {} })
  await working.promise

  const [job] = await lockedJobs(await ownerOf(world.ownerUrl))
  expect(job?.lockedBy).toBe(world.processId)
  finish.resolve()
})

test('the jobs of a killed worker are free again at once, with their attempt given back; those of a living one stay', async () => {
  const { world } = await testWorld()
  const owner = await ownerOf(world.ownerUrl)
  await addJob(world.db, { task: 'left behind', payload: {}, queue: 'one' })
  await addJob(world.db, { task: 'in hand', payload: {} })
  await lock(owner, 'left behind', '018f0000-0000-7000-8000-000000000000')
  await lock(owner, 'in hand', world.processId)
  await sql`update graphile_worker._private_job_queues
    set locked_by = '018f0000-0000-7000-8000-000000000000', locked_at = now()`.execute(owner)

  expect(await freeJobsOfDeadWorkers(owner)).toBe(1)

  expect(await lockedJobs(owner)).toEqual([
    { task: 'in hand', lockedBy: world.processId, attempts: 1 },
    { task: 'left behind', lockedBy: null, attempts: 0 },
  ])
  const done = Promise.withResolvers<void>()
  await work(world, [{ task: 'left behind', work: async () => done.resolve() }])
  await done.promise
})

async function work(world: Awaited<ReturnType<typeof testWorld>>['world'], jobs: readonly Job[]) {
  const worker = await startWorker({ ...world, jobs })
  onTestFinished(() => worker.stop())
}

async function ownerOf(url: string): Promise<Database> {
  const owner = connect(url, { as: 'owner', connections: 1 })
  onTestFinished(() => owner.destroy())
  return owner
}

async function lock(owner: Database, task: string, worker: string): Promise<void> {
  await sql`update graphile_worker._private_jobs
    set locked_by = ${worker}, locked_at = now(), attempts = 1
    where task_id = (select id from graphile_worker._private_tasks where identifier = ${task})`.execute(
    owner,
  )
}

async function lockedJobs(owner: Database) {
  const { rows } = await sql<{ task: string; lockedBy: string | null; attempts: number }>`
    select t.identifier as task, j.locked_by, j.attempts
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    order by task`.execute(owner)
  return rows
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10)
}
