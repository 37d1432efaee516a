import { addJob, type Job } from '../jobs/jobs.ts'
import type { World } from '../world.ts'
import { sendDue } from './send.ts'
import { selectOrganisationIds } from './store/rule-rows.ts'
import { followNews } from './tell.ts'

const FOLLOW = 'notifying:follow'

/** Each minute: who is to hear of what happened, and what is due to leave. */
export function notifyingJobs(world: World): Job[] {
  return [
    { task: 'notifying:each_minute', schedule: '* * * * *', work: () => askForEach(world) },
    { task: FOLLOW, work: ({ organisationId }) => follow(world, String(organisationId)) },
  ]
}

async function follow(world: World, organisationId: string): Promise<void> {
  await followNews(world, organisationId)
  await sendDue(world, organisationId)
}

/** One job an organisation, one after the other for each. */
async function askForEach(world: World): Promise<void> {
  for (const organisationId of await selectOrganisationIds(world.db)) {
    await addJob(world.db, {
      task: FOLLOW,
      payload: { organisationId },
      key: `${FOLLOW}:${organisationId}`,
      queue: `notifying:${organisationId}`,
    })
  }
}
