import { inOrganisation } from '../database/tenancy.ts'
import type { Job } from '../jobs/jobs.ts'
import { dayIn } from '../kernel/day.ts'
import type { World } from '../world.ts'
import { ORGANISATION } from './company.ts'
import { freshenCalendars, freshenSources, selectDemos } from './store/organisation.ts'

/** Keeps a demo's books as fresh as those of a company whose accounting is connected. */
export function demoJobs(world: World): Job[] {
  return [{ task: 'demo:each_hour', schedule: '20 * * * *', work: () => freshenDemos(world) }]
}

export async function freshenDemos(world: World): Promise<void> {
  const at = world.clock()
  const paymentsUntil = dayIn(ORGANISATION.timeZone, at)
  for (const { id } of await selectDemos(world.db)) {
    await inOrganisation(world.db, id, async (tx) => {
      await freshenSources(tx, id, { at, paymentsUntil })
      await freshenCalendars(tx, id, at)
    })
  }
}
