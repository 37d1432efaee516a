import type { Job } from '../jobs/jobs.ts'
import type { World } from '../world.ts'
import { forgetOldWindows } from './rates/index.ts'
import { noteRefusedSignIn, REFUSED_SIGN_IN } from './sessions/index.ts'

export function accessJobs(world: World): Job[] {
  return [
    {
      task: REFUSED_SIGN_IN,
      work: ({ emailHash }) => noteRefusedSignIn(world, String(emailHash)),
    },
    {
      task: 'forget-old-rates',
      schedule: '17 * * * *',
      work: () => forgetOldWindows(world.db, world.clock()),
    },
  ]
}
