import type { Job } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { listOrganisations } from '../organisations/index.ts'
import { lookAfterKey } from './keys.ts'

/** Every day: keys are renewed in time, and what ends is told. */
export function signingJobs(world: World): Job[] {
  return [
    {
      task: 'look-after-signing-keys',
      schedule: '7 4 * * *',
      work: async () => {
        for (const { id } of await listOrganisations(world.db)) await lookAfterKey(world, id)
      },
    },
  ]
}
