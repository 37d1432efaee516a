import type { Job } from '../jobs/jobs.ts'
import type { World } from '../world.ts'
import { sealAll } from './audit/index.ts'
import { forgetOldWindows } from './rates/index.ts'
import { forgetOldAnswers } from './repeats/index.ts'
import { noteRefusedSignIn, REFUSED_SIGN_IN } from './sessions/index.ts'
import { signingJobs } from './signing/index.ts'

export function accessJobs(world: World): Job[] {
  return [
    {
      task: REFUSED_SIGN_IN,
      work: ({ emailHash }) => noteRefusedSignIn(world, String(emailHash)),
    },
    {
      // What an hour-long transaction left behind the few seconds' look of `startSealing`.
      task: 'seal-everything',
      schedule: '41 2 * * *',
      work: () => sealAll(world, { everything: true }),
    },
    {
      task: 'forget-old-answers',
      schedule: '27 3 * * *',
      work: () => forgetOldAnswers(world),
    },
    {
      task: 'forget-old-rates',
      schedule: '17 * * * *',
      work: () => forgetOldWindows(world.db, world.clock()),
    },
    ...signingJobs(world),
  ]
}
