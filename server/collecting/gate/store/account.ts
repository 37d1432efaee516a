import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { AmountFact, ItemFact, PaymentFact, ReachedFact } from '../rules/facts.ts'
import type { Scope } from './candidates.ts'

type Of<Row> = Row & { readonly customerId: string }

type ItemRow = [
  id: string,
  receivableId: string,
  arrivedOn: Day,
  dueOn: Day,
  currency: string,
  openMinor: number,
  dueIsAssumed: boolean,
  isVanished: boolean,
]

/** Open items, a row a customer: a million of them cross the wire, so each is a short list. */
export async function selectItems(
  tx: Transaction,
  { customerIds, day }: Scope,
): Promise<ReadonlyMap<string, readonly ItemFact[]>> {
  const { rows } = await sql<{ customerId: string; items: ItemRow[] }>`
    select i.customer_id, json_agg(json_build_array(i.id, i.receivable_id,
      greatest(r.issued_on, r.delivered_on), i.due_on, i.currency, i.open_minor,
      r.due_is_assumed, r.vanished_on is not null)) as items
    from open_items i join receivables r on r.id = i.receivable_id
    where i.customer_id = any(${customerIds}::uuid[]) and i.closed_on is null
      and i.issued_on <= ${day}::date
    group by i.customer_id`.execute(tx)
  return new Map(rows.map(({ customerId, items }) => [customerId, items.map(itemOf)]))
}

function itemOf(row: ItemRow): ItemFact {
  const [id, receivableId, arrivedOn, dueOn, currency, openMinor, dueIsAssumed, isVanished] = row
  if (!Number.isSafeInteger(openMinor)) throw new RangeError(`amount too large to hold: item ${id}`)
  return { id, receivableId, arrivedOn, dueOn, currency, openMinor, dueIsAssumed, isVanished }
}

type ReachedRow = [
  openItemId: string,
  playbookId: string,
  stepKey: string,
  level: number,
  cycleDueOn: Day,
  reachedOn: Day,
]

/** The steps that open items have reached, a row a customer. */
export async function selectReached(
  tx: Transaction,
  { customerIds, isTest, without }: Scope,
): Promise<ReadonlyMap<string, readonly ReachedFact[]>> {
  const { rows } = await sql<{ customerId: string; steps: ReachedRow[] }>`
    select s.customer_id, json_agg(json_build_array(s.open_item_id, s.playbook_id, s.step_key,
      s.level, s.cycle_due_on, s.reached_on)) as steps
    from reached_steps s join open_items i on i.id = s.open_item_id
    where s.customer_id = any(${customerIds}::uuid[]) and s.released_at is null
      and i.closed_on is null and (${isTest} or not s.is_test)
      and (s.message_id is null or s.message_id <> all(${without}::uuid[]))
    group by s.customer_id`.execute(tx)
  return new Map(rows.map(({ customerId, steps }) => [customerId, steps.map(reachedOf)]))
}

function reachedOf(row: ReachedRow): ReachedFact {
  const [openItemId, playbookId, stepKey, level, cycleDueOn, reachedOn] = row
  return { openItemId, playbookId, stepKey, level, cycleDueOn, reachedOn }
}

export async function selectUnapplied(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<Of<AmountFact>[]> {
  const { rows } = await sql<Of<AmountFact>>`
    select customer_id, currency, unapplied_minor as minor from customer_balances
    where customer_id = any(${customerIds}::uuid[]) and unapplied_minor > 0
    order by customer_id, currency`.execute(tx)
  return rows
}

export async function selectUnmatchedCash(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<Of<AmountFact>[]> {
  const { rows } = await sql<Of<AmountFact>>`
    select customer_id, currency, sum(amount_minor)::bigint as minor from unmatched_cash
    where customer_id = any(${customerIds}::uuid[]) and resolved_at is null
    group by customer_id, currency
    order by customer_id, currency`.execute(tx)
  return rows
}

/** Money that settled something of which the customer had been reminded, and that was not taken back. */
export async function selectThankablePayments(
  tx: Transaction,
  { customerIds, day, isTest }: Scope,
  from: Day,
): Promise<Of<PaymentFact>[]> {
  const { rows } = await sql<Of<PaymentFact>>`
    select p.customer_id, p.id, p.currency, p.amount_minor as minor, p.received_on
    from payments p
    where p.customer_id = any(${customerIds}::uuid[])
      and p.received_on between ${from}::date and ${day}::date and p.amount_minor > 0
      and not exists (select from payments r where r.reverses_id = p.id)
      and exists (
        select from allocations a join reached_steps s on s.open_item_id = a.open_item_id
        where a.payment_id = p.id and a.amount_minor > 0 and s.released_at is null
          and s.reached_on <= p.received_on and (${isTest} or not s.is_test))
    order by p.customer_id, p.received_on, p.id`.execute(tx)
  return rows
}
