import { Command } from 'commander'

import { print } from './output.ts'
import { openWorld } from './world.ts'

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('brings the database up to this version; every start does so too')
    .option('--json', 'for scripts', false)
    .action(async ({ json }: { json: boolean }) => {
      const { close } = await openWorld({ say: json ? () => {} : console.log })
      await close()
      print(json, { isUpToDate: true }, ['The database is up to date.'])
    })
}
