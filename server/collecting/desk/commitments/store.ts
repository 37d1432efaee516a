import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Commitment, Judgement, Receipt } from './rules.ts'

export type CommitmentRow = Commitment & {
  readonly kind: 'promise' | 'instalment'
  readonly customerId: string
  readonly planId: string | null
  readonly state: Judgement
  /** Promises not kept before this one, on the same debt. */
  readonly level: number
  readonly isNothingOwed: boolean
}

/** Customers of whom a promise or an instalment is still open. */
export async function selectCommitted(tx: Transaction, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from promises
      where organisation_id = ${organisationId} and state = 'open'
    union
    select customer_id from plans where organisation_id = ${organisationId} and state = 'agreed'
    order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What customers committed themselves to and did not take back, judged or not. */
export async function selectCommitments(
  tx: Transaction,
  customerIds: readonly string[],
): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select p.id, 'promise' as kind, null::uuid as plan_id, p.customer_id,
      case when p.open_item_id is not null then array[p.open_item_id] end as open_item_ids,
      p.currency, p.amount_minor as minor, p.made_on as "from", p.promised_for as due_on, p.state,
      p.level, not exists (select from open_items i
        where i.customer_id = p.customer_id and i.closed_on is null and i.open_minor > 0
          and (i.id = p.open_item_id or (p.open_item_id is null and i.currency = p.currency)))
        as is_nothing_owed
    from promises p
    where p.customer_id = any(${customerIds}::uuid[]) and p.state <> 'withdrawn'
    union all
    select n.id, 'instalment', n.plan_id, l.customer_id,
      array(select m.open_item_id from plan_items m where m.plan_id = l.id), l.currency,
      n.amount_minor, l.agreed_on, n.due_on, n.state, 0,
      not exists (select from plan_items m join open_items i on i.id = m.open_item_id
        where m.plan_id = l.id and i.closed_on is null and i.open_minor > 0)
    from plans l join plan_instalments n on n.plan_id = l.id
    where l.customer_id = any(${customerIds}::uuid[]) and l.agreed_on is not null
      and l.state in ('agreed', 'kept', 'broken')`.execute(tx)
  return rows
}

export type ReceiptRow = Receipt & { readonly customerId: string }

/**
 * The money of customers by day of effect until today: what is set against items, and what of each payment is
 * not set against any yet.
 */
export async function selectReceipts(
  tx: Transaction,
  customerIds: readonly string[],
  today: Day,
): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select a.customer_id, a.open_item_id, i.currency, a.amount_minor as minor,
      a.allocated_on as "on"
    from allocations a join open_items i on i.id = a.open_item_id
    where a.customer_id = any(${customerIds}::uuid[]) and a.kind = 'payment'
      and a.allocated_on <= ${today}
    union all
    select y.customer_id, null, y.currency, y.amount_minor - coalesce(s.minor, 0)::bigint,
      y.received_on
    from payments y left join lateral (
      select sum(amount_minor) as minor from allocations where payment_id = y.id) s on true
    where y.customer_id = any(${customerIds}::uuid[]) and y.received_on <= ${today}
      and y.amount_minor <> coalesce(s.minor, 0)`.execute(tx)
  return rows
}

type Judged = { readonly state: Judgement; readonly receivedMinor: number; readonly on: Day }

/** Closes a promise that is still open; tells whether it was. */
export async function closePromise(tx: Transaction, id: string, judged: Judged): Promise<boolean> {
  const { state, receivedMinor, on } = judged
  const { numUpdatedRows } = await tx
    .updateTable('promises')
    .set({ state, receivedMinor, judgedOn: on })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps what an instalment received and, once it is judged, how; tells whether that is new. */
export async function keepInstalment(
  tx: Transaction,
  id: string,
  { state, receivedMinor, on }: Judged,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('planInstalments')
    .set({ state, receivedMinor, judgedOn: state === 'open' ? null : on })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where((row) => row.or([row('state', '<>', state), row('receivedMinor', '<>', receivedMinor)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a plan that is still in force; tells whether it was. */
export async function endPlan(
  tx: Transaction,
  id: string,
  { state, on }: { readonly state: 'kept' | 'broken'; readonly on: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plans')
    .set({ state, endedOn: on })
    .where('id', '=', id)
    .where('state', '=', 'agreed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type TermsTask = {
  readonly id: string
  readonly organisationId: string
  readonly customerId: string
  readonly cycle: string
  readonly dueOn: Day
  readonly createdAt: Instant
}

/** A task for the customer's owner, unless one to speak of terms is open; tells whether it is new. */
export async function insertTermsTask(tx: Transaction, task: TermsTask): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into tasks (id, organisation_id, customer_id, kind, lane, cycle, assignee_id, due_on,
      created_at)
    select ${task.id}::uuid, ${task.organisationId}::uuid, c.id, 'terms', 'seller', ${task.cycle},
      c.owner_id, ${task.dueOn}::date, ${task.createdAt}::timestamptz
    from customers c
    where c.id = ${task.customerId} and not exists (select from tasks t
      where t.customer_id = c.id and t.kind = 'terms' and t.state = 'open')
    returning id`.execute(tx)
  return rows.length > 0
}
