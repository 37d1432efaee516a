import { listOrganisations } from '../access/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Job } from '../jobs/jobs.ts'
import type { World } from '../world.ts'
import { openBooks } from './balances/index.ts'

/** Turns the page soon after each entity's midnight, so that nobody waits for it. */
export function ledgerJobs(world: World): Job[] {
  return [
    {
      task: 'ledger:turn_page',
      schedule: '*/5 * * * *',
      work: async () => {
        for (const { id } of await listOrganisations(world.db)) {
          await inOrganisation(world.db, id, (tx) => openBooks(tx, id, world.clock()))
        }
      },
    },
  ]
}
