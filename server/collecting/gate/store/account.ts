import { sql } from 'kysely'

import { idArray } from '../../../database/arrays.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { NOTED_LEVEL } from '../../playbooks/rules/content.ts'
import type { AmountFact, ItemFact, PaymentFact, ReachedFact } from '../rules/facts.ts'
import type { Scope } from './candidates.ts'

type Of<Row> = Row & { readonly customerId: string }

/**
 * Open items by customer. A million of them cross the wire in a run, so each is one short line, put
 * together without the documents behind them; the few that need more are looked up apart.
 */
export async function selectItems(
  tx: Transaction,
  scope: Scope,
): Promise<ReadonlyMap<string, readonly ItemFact[]>> {
  const { customerIds, day } = scope
  const unusual = await selectUnusual(tx, scope)
  const { rows } = await sql<{ customerId: string; items: string }>`
    select customer_id,
      string_agg(concat(id, receivable_id, issued_on, due_on, currency, open_minor), ',') as items
    from open_items
    where customer_id = any(${idArray(customerIds)}::uuid[]) and closed_on is null
      and issued_on <= ${day}::date
    group by customer_id`.execute(tx)
  return new Map(
    rows.map(({ customerId, items }) => [
      customerId,
      items.split(',').map((line) => itemOf(line, unusual)),
    ]),
  )
}

type Unusual = {
  readonly id: string
  readonly deliveredOn: Day | null
  readonly dueIsAssumed: boolean
  readonly isVanished: boolean
}

/** The condition is that of the index receivables_unusual_of_customer. */
async function selectUnusual(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<ReadonlyMap<string, Unusual>> {
  const { rows } = await sql<Unusual>`
    select id, delivered_on, due_is_assumed, vanished_on is not null as is_vanished
    from receivables
    where customer_id = any(${idArray(customerIds)}::uuid[])
      and (due_is_assumed or vanished_on is not null or delivered_on > issued_on)`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

function itemOf(line: string, unusual: ReadonlyMap<string, Unusual>): ItemFact {
  // Two identifiers of 36 characters, two days of ten, a currency of three, and the amount.
  const [id, receivableId] = [line.slice(0, 36), line.slice(36, 72)]
  const [issuedOn, dueOn] = [line.slice(72, 82), line.slice(82, 92)]
  const currency = line.slice(92, 95)
  const openMinor = Number(line.slice(95))
  if (!Number.isSafeInteger(openMinor)) throw new RangeError(`amount too large to hold: item ${id}`)
  const more = unusual.get(receivableId)
  const deliveredOn = more?.deliveredOn ?? null
  return {
    id,
    receivableId,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PostgreSQL wrote a date
    arrivedOn: (deliveredOn !== null && deliveredOn > issuedOn ? deliveredOn : issuedOn) as Day,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PostgreSQL wrote a date
    dueOn: dueOn as Day,
    currency,
    openMinor,
    dueIsAssumed: more?.dueIsAssumed ?? false,
    isVanished: more?.isVanished ?? false,
  }
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
    where s.customer_id = any(${idArray(customerIds)}::uuid[]) and s.released_at is null
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
    where customer_id = any(${idArray(customerIds)}::uuid[]) and unapplied_minor > 0
    order by customer_id, currency`.execute(tx)
  return rows
}

export async function selectUnmatchedCash(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<Of<AmountFact>[]> {
  const { rows } = await sql<Of<AmountFact>>`
    select customer_id, currency, sum(amount_minor)::bigint as minor from unmatched_cash
    where customer_id = any(${idArray(customerIds)}::uuid[]) and resolved_at is null
    group by customer_id, currency
    order by customer_id, currency`.execute(tx)
  return rows
}

/**
 * Money of a day that settled something of which the customer had been reminded, and that was not
 * taken back: all that came that day together, for that is what they did.
 */
export async function selectThankablePayments(
  tx: Transaction,
  { customerIds, day, isTest }: Scope,
  from: Day,
): Promise<Of<PaymentFact>[]> {
  const { rows } = await sql<Of<PaymentFact>>`
    select customer_id, min(id::text) filter (where is_answer)::uuid as id, currency,
      sum(minor)::bigint as minor, received_on
    from (
      select p.customer_id, p.id, p.currency, p.amount_minor as minor, p.received_on, exists (
        select from allocations a join reached_steps s on s.open_item_id = a.open_item_id
        where a.payment_id = p.id and a.amount_minor > 0 and s.released_at is null
          and s.level > ${NOTED_LEVEL}
          and s.reached_on <= p.received_on and (${isTest} or not s.is_test)) as is_answer
      from payments p
      where p.customer_id = any(${idArray(customerIds)}::uuid[])
        and p.received_on between ${from}::date and ${day}::date and p.amount_minor > 0
        and not exists (select from payments r where r.reverses_id = p.id)
    ) came
    group by customer_id, currency, received_on
    having bool_or(is_answer)
    order by customer_id, received_on, id`.execute(tx)
  return rows
}
