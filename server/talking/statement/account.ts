import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { dayIn } from '../../kernel/day.ts'
import { freezeSnapshotFacts, known, type SnapshotFacts } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { statementCurrency, type StatementSender, type StatementSnapshot } from './snapshot.ts'
import * as store from './store.ts'

/** A customer's account as it is today, as the one who asks would write to them about it. */
export async function accountOfToday(
  world: World,
  actor: Actor,
  customerId: string,
): Promise<{ snapshot: StatementSnapshot; language: string }> {
  const { organisationId, personId } = actor
  const keys = await world.secrets.of(organisationId)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const addressee = await store.selectAddressee(tx, actor, customerId)
    const { language, timeZone } = known(addressee, 'no_such_customer')
    const today = dayIn(timeZone, world.clock())
    const facts = await freezeSnapshotFacts(tx, keys, [customerId], today)
    const recipient = await store.selectRecipient(tx, organisationId, customerId)
    const sender = await store.selectSender(tx, organisationId, personId)

    const snapshot = snapshotOf(known(facts.get(customerId), 'no_such_customer'), {
      recipient: { name: keys.decrypt(recipient?.name ?? '') },
      sender: {
        name: sender?.name ?? actor.name,
        title: sender?.title ?? '',
        phone: sender?.phone ?? '',
        email: world.secrets.installation.decrypt(sender?.email ?? ''),
      },
    })
    return { snapshot, language }
  })
}

/** Frozen figures about what is overdue, or about all that is open when nothing is. */
export function snapshotOf(
  facts: SnapshotFacts,
  people: { readonly recipient: { readonly name: string }; readonly sender: StatementSender },
): StatementSnapshot {
  const { asOf, ledgerSyncedAt, paymentsConsideredUntil, entity, customer } = facts
  const items = facts.currencies.flatMap((section) => section.items)
  const isOverdue = items.some(({ dueOn, openMinor }) => openMinor > 0 && dueOn < asOf)
  return {
    asOf,
    ledgerSyncedAt,
    paymentsConsideredUntil,
    entity,
    customer,
    ...people,
    currencies: facts.currencies.map((section) =>
      statementCurrency(
        section.currency,
        section.items.map((item) => ({
          ...item,
          isConcerned: item.openMinor > 0 && (!isOverdue || item.dueOn < asOf),
        })),
        section.unappliedMinor,
        asOf,
      ),
    ),
  }
}
