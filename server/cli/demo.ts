import { Command } from 'commander'

import { removeDemo, resetDemo } from '../demo/index.ts'
import { print } from './output.ts'
import { withWorld } from './world.ts'

/** The demo company: made afresh, or taken away. Other organisations are not touched. */
export function demoCommand(): Command {
  const demo = new Command('demo').description('the company to look around in')
  demo
    .command('reset')
    .description('makes the demo company afresh, its history ending today')
    .option('--json', 'one line of JSON')
    .action(({ json = false }: { json?: boolean }) =>
      withWorld(async (world) => {
        const organisationId = await resetDemo(world)
        print(json, { organisationId }, ['The demo company is as new.'])
      }),
    )
  demo
    .command('remove')
    .description('takes the demo company away with everything in it')
    .option('--json', 'one line of JSON')
    .action(({ json = false }: { json?: boolean }) =>
      withWorld(async (world) => {
        await removeDemo(world)
        print(json, { removed: true }, ['The demo company is gone.'])
      }),
    )
  return demo
}
