import { readersOf, type Link } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { openDesk, type Desk } from '../common/desk.ts'

export type Linked = Pick<Link, 'id' | 'organisationId' | 'subject' | 'personId' | 'language'>

/**
 * The desk of the colleague whom a link was mailed to, with what they are and see now: whoever has
 * left, or lost the customer or the right, has lost it by their links too.
 */
export async function deskByLink(tx: Transaction, world: World, link: Linked): Promise<Desk> {
  const { organisationId, language } = link
  // The token was looked up with these keys: they are at hand, and no second connection is asked for.
  const keys = await world.secrets.of(organisationId)
  const person = (await readersOf(tx, world)).find(({ id }) => id === link.personId)
  if (!person) throw new Refusal('gone', 'link_revoked', { language })
  const { id: personId, name, roles, owners } = person
  const actor = { personId, name, language, organisationId, roles, owners, sessionId: link.id }
  return openDesk(tx, { world, actor, keys })
}
