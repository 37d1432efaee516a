import { inOrganisation } from '../../database/tenancy.ts'
import { addJob, type Job } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { readFeed, tellTomorrow } from './reading.ts'
import { selectFeedsToRead, selectOrganisations } from './store/feeds.ts'

/** What the clock does with calendars: reads them, and tells of tomorrow in the evening. */
export function meetingJobs(world: World): Job[] {
  return [
    { task: 'meetings:each_ten_minutes', schedule: '*/10 * * * *', work: () => tend(world) },
    {
      task: 'meetings:read',
      work: ({ organisationId, feedId }) =>
        readFeed(world, { organisationId: String(organisationId), feedId: String(feedId) }),
    },
  ]
}

export async function tend(world: World): Promise<void> {
  for (const organisation of await selectOrganisations(world.db)) {
    const { id: organisationId } = organisation
    await tellTomorrow(world, organisation)
    await inOrganisation(world.db, organisationId, async (tx) => {
      for (const feedId of await selectFeedsToRead(tx, organisationId, world.clock())) {
        const payload = { organisationId, feedId }
        await addJob(tx, { task: 'meetings:read', payload, key: `meetings:read:${feedId}` })
      }
    })
  }
}
