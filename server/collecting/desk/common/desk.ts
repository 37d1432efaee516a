import { appendEvent, policyFrom, type Policy } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import type { Actor } from '../../../http/actor.ts'
import { dayIn, type Day, type Instant } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { openBooks } from '../../../ledger/index.ts'
import type { Keys, World } from '../../../world.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import { isMember, selectCustomer, selectOrganisation, type DeskCustomer } from './store.ts'

/** One person's transaction at the desk: their organisation, its today, and its keys. */
export type Desk = {
  readonly tx: Transaction
  readonly actor: Actor
  readonly organisation: {
    readonly id: string
    readonly timeZone: string
    readonly reportingCurrency: string
  }
  readonly policy: Policy
  readonly today: Day
  readonly now: Instant
  readonly keys: Keys
}

export async function atDesk<Result>(
  world: World,
  actor: Actor,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  // Before the transaction: a second connection asked for inside it could wait for ever.
  const keys = await world.secrets.of(actor.organisationId)
  return inOrganisation(world.db, actor.organisationId, async (tx) =>
    work(await openDesk(tx, { world, actor, keys })),
  )
}

type Opening = { readonly world: World; readonly actor: Actor; readonly keys: Keys }

/** A desk in a transaction that is open already. */
export async function openDesk(tx: Transaction, { world, actor, keys }: Opening): Promise<Desk> {
  const { policy, ...organisation } = await selectOrganisation(tx, actor.organisationId)
  const now = world.clock()
  const today = dayIn(organisation.timeZone, now)
  return { tx, actor, organisation, policy: policyFrom(policy), today, now, keys }
}

/** The customer, if the actor may see them; somebody else's customer does not exist for them. */
export async function findCustomer({ tx, actor }: Desk, id: string): Promise<DeskCustomer> {
  const customer = await selectCustomer(tx, id, actor.owners, false)
  if (!customer) throw new Refusal('not_found', 'no_such_customer')
  return customer
}

/** The same, held until the transaction ends. */
export async function lockDeskCustomer(
  { tx, actor, organisation, now }: Desk,
  id: string,
): Promise<DeskCustomer> {
  // The books before a customer, as everywhere: the gate needs those of today, and whoever turns their
  // page while another holds the customer would wait in a circle.
  await openBooks(tx, organisation.id, now)
  const customer = await selectCustomer(tx, id, actor.owners, true)
  if (!customer) throw new Refusal('not_found', 'no_such_customer')
  return customer
}

export async function refuseStranger({ tx }: Desk, personId: string | null): Promise<void> {
  if (personId !== null && !(await isMember(tx, personId))) {
    throw new Refusal('invalid', 'no_such_person')
  }
}

type Happening = {
  readonly name: string
  readonly customerId: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly why?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** Notes what the actor did with a customer and scores their row afresh, in the same transaction. */
export async function happened(desk: Desk, happening: Happening): Promise<void> {
  const { tx, actor, organisation, now, today } = desk
  await appendEvent(tx, {
    ...happening,
    organisationId: organisation.id,
    at: now,
    by: { kind: 'person', id: actor.personId },
  })
  await refreshWorklist(tx, organisation, [happening.customerId], today)
}
