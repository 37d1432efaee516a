import { addJob, type Job } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { expireApprovals } from './approvals/approvals.ts'
import { returnOverdueBalls } from './ball/ball.ts'
import { warnOfReturns } from './ball/warnings.ts'
import { settleCommitments } from './commitments/commitments.ts'
import { watchDisputes } from './disputes/watch.ts'
import { followEvents, rebuildOnNewDay } from './follow.ts'
import { remindInstalments } from './instalments/instalments.ts'
import { endOldOffers } from './offers/offers.ts'
import { outcomeJobs } from './outcomes/send.ts'
import { remindDepartments } from './questions/remind.ts'
import { questionJobs } from './questions/send.ts'
import { recordJobs } from './records/jobs.ts'
import { selectOrganisationIds } from './store.ts'
import { callOffSettledTasks } from './tasks/settled.ts'

/** What the clock does at the desk: judge promises, return balls, score the day's worklist. */
export function deskJobs(world: World): Job[] {
  return [
    ...questionJobs(world),
    ...outcomeJobs(world),
    ...recordJobs(world),
    {
      task: 'desk:each_minute',
      schedule: '* * * * *',
      work: () => askForEach(world, 'desk:follow'),
    },
    { task: 'desk:each_hour', schedule: '4 * * * *', work: () => askForEach(world, 'desk:day') },
    {
      task: 'desk:follow',
      work: ({ organisationId }) => followEvents(world, String(organisationId)),
    },
    { task: 'desk:day', work: ({ organisationId }) => doDay(world, String(organisationId)) },
  ]
}

async function doDay(world: World, organisationId: string): Promise<void> {
  await settleCommitments(world, organisationId)
  await expireApprovals(world, organisationId)
  await watchDisputes(world, organisationId)
  await remindDepartments(world, organisationId)
  await callOffSettledTasks(world, organisationId)
  await returnOverdueBalls(world, organisationId)
  await warnOfReturns(world, organisationId)
  await endOldOffers(world, organisationId)
  await remindInstalments(world, organisationId)
  await rebuildOnNewDay(world, organisationId)
}

/** One job an organisation, one after the other for each. */
async function askForEach(world: World, task: string): Promise<void> {
  for (const organisationId of await selectOrganisationIds(world.db)) {
    const key = `${task}:${organisationId}`
    await addJob(world.db, {
      task,
      payload: { organisationId },
      key,
      queue: `desk:${organisationId}`,
    })
  }
}
