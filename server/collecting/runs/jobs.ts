import { addJob, type Job } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { PLAN_TASK } from './plan.ts'
import { PREPARE_TASK, prepareStatements } from './prepare.ts'
import { orderDueRuns, planAndMaybeSend } from './schedule.ts'
import { continueSending, SEND_TASK, sendRun } from './send.ts'
import { selectOrganisationIds } from './store/schedule.ts'

const TEND_TASK = 'runs:tend'

/** What the clock does with runs: plan each company's morning, send, go on with what was left behind. */
export function runJobs(world: World): Job[] {
  return [
    { task: 'runs:each_minute', schedule: '* * * * *', work: () => tendEach(world) },
    {
      task: TEND_TASK,
      work: async ({ organisationId }) => {
        await orderDueRuns(world, String(organisationId))
        await continueSending(world, String(organisationId))
      },
    },
    {
      task: PLAN_TASK,
      work: ({ organisationId, runId }) =>
        planAndMaybeSend(world, { organisationId: String(organisationId), runId: String(runId) }),
    },
    {
      task: PREPARE_TASK,
      work: async ({ organisationId, runId }) => {
        const run = { organisationId: String(organisationId), runId: String(runId) }
        await prepareStatements(world, run)
      },
    },
    {
      task: SEND_TASK,
      work: ({ organisationId, runId }) =>
        sendRun(world, { organisationId: String(organisationId), runId: String(runId) }),
    },
  ]
}

/** One job an organisation, one after the other for each. */
async function tendEach(world: World): Promise<void> {
  for (const organisationId of await selectOrganisationIds(world.db)) {
    const name = `${TEND_TASK}:${organisationId}`
    await addJob(world.db, { task: TEND_TASK, payload: { organisationId }, key: name, queue: name })
  }
}
