import { listOrganisations } from '../access/index.ts'
import { COLLEAGUES, DEMO_PASSWORD, emailOf, loadDemo } from '../demo/index.ts'
import type { World } from '../world.ts'
import type { Settings } from './settings.ts'

/** One of each role is enough to begin with. */
const SHOWN = 6

/** Fills a fresh installation with the demo company; one that has an organisation stays as it is. */
export async function seedDemo(world: World, say: (sentence: string) => void): Promise<void> {
  if ((await listOrganisations(world.db)).length > 0) return
  say('First start: making a demo company to look around in …')
  await loadDemo(world)
  say(`Sign in to it with the password ${DEMO_PASSWORD} as`)
  for (const colleague of COLLEAGUES.slice(0, SHOWN)) {
    say(`  ${emailOf(colleague).padEnd(40)} ${colleague.title}`)
  }
  say('Nothing of it leaves this machine.')
}

/** Says where Goodterms is and how to get in. */
export async function greet(
  world: World,
  settings: Settings,
  { web, worker }: { web: boolean; worker: boolean },
): Promise<void> {
  if (!web) {
    console.log('Goodterms works jobs. Ctrl-C stops it.')
    return
  }
  if (settings.startsAt) console.log(`Trial clock: it is ${world.clock()} and time runs on.`)
  console.log(`Goodterms is ready: open ${settings.origin}`)
  if (!worker) console.log('Jobs are not worked here: a `goodterms worker` must run as well.')
  console.log('Ctrl-C stops it.')
}
