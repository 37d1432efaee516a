import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { loadTemplates, messageDomainOf } from '../../talking/index.ts'
import type { Keys } from '../../world.ts'
import { selectSenders, selectTestMailbox } from './store/people.ts'
import type { Desk } from './write.ts'

export type DeskKeys = { readonly keys: Keys; readonly installation: Keys }

type Opening = DeskKeys & {
  readonly organisationId: string
  readonly asOf: Day
  readonly isTest: boolean
  /** Whose run it is: in test mode they get everything. */
  readonly actorId: string | null
}

/** Opens a writing desk: texts, keys and where mail goes. Null while mail has nowhere to go. */
export async function openDesk(
  tx: Transaction,
  opening: Opening,
): Promise<(Desk & { readonly domain: string }) | null> {
  const { organisationId, asOf, keys, installation, isTest } = opening
  const domain = await messageDomainOf(tx, organisationId)
  const testMailbox = isTest ? await testMailboxOf(tx, opening) : null
  if (domain === null || testMailbox === '') return null
  const templates = await loadTemplates(tx, organisationId)
  return { organisationId, asOf, keys, installation, templates, testMailbox, domain }
}

async function testMailboxOf(
  tx: Transaction,
  { organisationId, actorId, installation }: Opening,
): Promise<string> {
  const people = await selectSenders(tx, organisationId, actorId === null ? [] : [actorId])
  const actor = people.get(actorId ?? '')
  if (actor) return installation.decrypt(actor.email)
  return selectTestMailbox(tx, organisationId)
}
