import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Item, Means } from '../rules.ts'

const MOVEMENTS = sql`
  coalesce(json_agg(json_build_object('on', a.allocated_on, 'minor', a.amount_minor))
    filter (where a.id is not null), '[]') as movements`

/** Open items with everything that was ever set against them. */
export async function selectItems(tx: Transaction, ids: readonly string[]): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select i.id, i.customer_id, i.currency, i.total_minor, i.issued_on, ${MOVEMENTS}
    from open_items i left join allocations a on a.open_item_id = i.id
    where i.id = any(${ids}::uuid[]) group by i.id, i.organisation_id`.execute(tx)
  return rows
}

export type PaymentFacts = Means & {
  readonly id: string
  readonly legalEntityId: string
  readonly sourceId: string
  readonly reference: string
  readonly reversesId: string | null
  readonly isReversed: boolean
}

export async function selectPayment(
  tx: Transaction,
  id: string,
): Promise<PaymentFacts | undefined> {
  const { rows } = await sql<PaymentFacts>`
    select p.id, p.customer_id, p.legal_entity_id, p.source_id, p.currency, p.reference,
      p.amount_minor as total_minor, p.received_on as since, p.reverses_id,
      exists (select from payments r where r.reverses_id = p.id) as is_reversed, ${MOVEMENTS}
    from payments p left join allocations a on a.payment_id = p.id
    where p.id = ${id} group by p.id, p.organisation_id`.execute(tx)
  return rows[0]
}

export type StandingAllocation = {
  readonly id: string
  readonly customerId: string
  readonly openItemId: string
  readonly paymentId: string | null
  readonly pairId: string | null
  readonly kind: 'payment' | 'credit' | 'write_off' | 'set_off' | 'cancellation' | 'adjustment'
  readonly amountMinor: number
  readonly allocatedOn: Day
  readonly reversesId: string | null
  readonly isReversed: boolean
}

const ALLOCATION = sql`
  select a.id, a.customer_id, a.open_item_id, a.payment_id, a.pair_id, a.kind, a.amount_minor,
    a.allocated_on, a.reverses_id,
    exists (select from allocations r where r.reverses_id = a.id) as is_reversed
  from allocations a`

export async function selectAllocation(
  tx: Transaction,
  id: string,
): Promise<StandingAllocation | undefined> {
  const { rows } = await sql<StandingAllocation>`${ALLOCATION} where a.id = ${id}`.execute(tx)
  return rows[0]
}

/** What a payment is set against now. */
export async function selectStandingOfPayment(
  tx: Transaction,
  paymentId: string,
): Promise<StandingAllocation[]> {
  const { rows } = await sql<StandingAllocation>`
    select * from (${ALLOCATION} where a.payment_id = ${paymentId}) a
    where reverses_id is null and not is_reversed`.execute(tx)
  return rows
}

/** The rows of a credit: one on each side. */
export async function selectPair(tx: Transaction, pairId: string): Promise<StandingAllocation[]> {
  const { rows } = await sql<StandingAllocation>`
    select * from (${ALLOCATION} where a.pair_id = ${pairId}) a
    where reverses_id is null`.execute(tx)
  return rows
}

/** Whose a payment, an item or an allocation is; undefined when there is no such row. */
export async function selectCustomerOf(
  tx: Transaction,
  what: 'payments' | 'open_items' | 'allocations',
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ customerId: string }>`
    select customer_id from ${sql.table(what)} where id = ${id}`.execute(tx)
  return rows[0]?.customerId
}
