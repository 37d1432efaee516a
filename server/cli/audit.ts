import { Command } from 'commander'

import { listOrganisations, verifyEvents, type Verification } from '../access/index.ts'
import type { World } from '../world.ts'
import { organisationBySlug } from './choose.ts'
import { print } from './output.ts'
import { withWorld } from './world.ts'

type Options = { readonly organisation?: string; readonly json: boolean }
type Verified = Verification & { readonly organisation: string }

export function auditCommand(): Command {
  const verify = new Command('verify')
    .description("follows the chain of every organisation's history from the first row")
    .option('--organisation <slug>', 'of this one only')
    .option('--json', 'for scripts', false)
    .action(async ({ organisation, json }: Options) => {
      const verified = await withWorld((world) => verifyAll(world, organisation))
      print(json, { organisations: verified }, verified.flatMap(sentencesOf))
      if (verified.some(({ isIntact }) => !isIntact)) process.exitCode = 3
    })
  return new Command('audit').description('the sealed history').addCommand(verify)
}

async function verifyAll(world: World, slug: string | undefined): Promise<Verified[]> {
  const chosen = slug ? [await organisationBySlug(world, slug)] : await listOrganisations(world.db)
  const verified: Verified[] = []
  for (const one of chosen) {
    verified.push({ organisation: one.slug, ...(await verifyEvents(world, one.id)) })
  }
  return verified
}

const KINDS = {
  changed: 'has been changed since it was sealed',
  missing: 'is missing',
  reordered: 'has been moved',
  inserted: 'was slipped in afterwards',
} as const

function sentencesOf({ organisation, sealed, unsealed, head, firstBreak }: Verified): string[] {
  const tail = unsealed > 0 ? ` ${unsealed} newer ones are not sealed yet.` : ''
  if (!firstBreak) {
    return [`${organisation}: intact, ${sealed} events.${tail}`, `  newest seal: ${head}`]
  }
  const { sequence, eventId, kind } = firstBreak
  const which = eventId ? ` (event ${eventId})` : ''
  return [`${organisation}: BROKEN. Number ${sequence}${which} ${KINDS[kind]}.${tail}`]
}
