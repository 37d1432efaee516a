import { sql } from 'kysely'

import { idArray } from '../../../database/arrays.ts'
import type { Transaction } from '../../../database/database.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { AnswerFact, DisputeFact, MissedFact, PromiseFact, ReplyFact } from '../rules/facts.ts'
import type { Scope } from './candidates.ts'

type Of<Row> = Row & { readonly customerId: string }

/**
 * Promises that may still be live, and those broken of late. What a plan in good standing covers is
 * promised for its next instalment.
 */
export async function selectPromises(
  tx: Transaction,
  { customerIds }: Scope,
  brokenFrom: Day,
): Promise<Of<PromiseFact>[]> {
  const { rows } = await sql<Of<PromiseFact>>`
    select customer_id, id, open_item_id, currency, amount_minor as minor, promised_for, state,
      judged_on, level
    from promises
    where customer_id = any(${idArray(customerIds)}::uuid[])
      and (state = 'open' or (state = 'broken' and judged_on >= ${brokenFrom}::date))
    union all
    select l.customer_id, n.id, m.open_item_id, l.currency, m.amount_minor, n.due_on, 'open', null, 0
    from plans l
    join plan_items m on m.plan_id = l.id
    join lateral (select id, due_on from plan_instalments where plan_id = l.id and state = 'open'
      order by number limit 1) n on true
    where l.customer_id = any(${customerIds}::uuid[]) and l.state = 'agreed'
    order by customer_id, promised_for, id`.execute(tx)
  return rows
}

/**
 * What is in dispute. One that ended with its invoice counts too: when that money goes back the
 * dispute stands again, and nothing may leave before a job has said so.
 */
export async function selectDisputes(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<Of<DisputeFact>[]> {
  const { rows } = await sql<Of<DisputeFact>>`
    select customer_id, receivable_id, currency, amount_minor as minor from disputes
    where customer_id = any(${idArray(customerIds)}::uuid[])
      and (state = 'open' or closed_with_invoice)
    order by customer_id, id`.execute(tx)
  return rows
}

export async function selectBalls(tx: Transaction, { customerIds }: Scope) {
  const { rows } = await sql<{ customerId: string; lane: 'seller' | 'legal'; returnsOn: Day }>`
    select customer_id, lane, returns_on from balls
    where customer_id = any(${idArray(customerIds)}::uuid[]) and returned_on is null`.execute(tx)
  return rows
}

export async function selectWaitingReplies(tx: Transaction, { customerIds }: Scope) {
  const { rows } = await sql<Of<ReplyFact>>`
    select customer_id, id, received_on from replies
    where customer_id = any(${idArray(customerIds)}::uuid[]) and triaged_at is null
    order by customer_id, received_on, id`.execute(tx)
  return rows
}

export async function selectMeetings(
  tx: Transaction,
  { customerIds, day }: Scope,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct customer_id from meetings
    where customer_id = any(${idArray(customerIds)}::uuid[]) and on_day = ${day}::date`.execute(tx)
  return new Set(rows.map(({ customerId }) => customerId))
}

/** Messages of which it is not known yet, or not known at all, what became of them. */
export async function selectPending(tx: Transaction, { customerIds, without }: Scope) {
  const { rows } = await sql<{ customerId: string; state: 'in_flight' | 'unknown' }>`
    select distinct customer_id, case state when 'unknown' then 'unknown' else 'in_flight' end as state
    from messages
    where customer_id = any(${idArray(customerIds)}::uuid[])
      and state in ('claimed', 'handed_over', 'unknown') and id <> all(${without}::uuid[])
    order by customer_id, state`.execute(tx)
  return rows
}

type TaskRow = Of<{
  readonly kind: string
  readonly cycle: string | null
  readonly dueOn: Day
}>

export async function selectOpenTasks(tx: Transaction, { customerIds }: Scope) {
  const { rows } = await sql<TaskRow>`
    select customer_id, kind, cycle, due_on from tasks
    where customer_id = any(${idArray(customerIds)}::uuid[]) and state = 'open'
      and kind in ('decision', 'contact', 'allocation', 'cash_search', 'terms')
    order by customer_id, kind, id`.execute(tx)
  return rows
}

/** What was sent or asked for of late, by cycle: an event is answered once by a step. */
export async function selectAnswers(tx: Transaction, scope: Scope, from: Day) {
  const { customerIds, isTest, without } = scope
  const since = addDays(from, -1)
  const { rows } = await sql<Of<AnswerFact>>`
    select customer_id, cycle, step_key from messages
    where customer_id = any(${idArray(customerIds)}::uuid[]) and on_day >= ${since}::date
      and state not in ('refused', 'bounced', 'withdrawn') and (${isTest} or not is_test)
      and id <> all(${without}::uuid[])
    union
    select customer_id, cycle, step_key from tasks
    where customer_id = any(${idArray(customerIds)}::uuid[]) and cycle is not null
      and created_at >= ${since}::date and playbook_id is not null and kind <> 'contact'
    order by customer_id, cycle, step_key`.execute(tx)
  return rows
}

/** Instalments judged of late that did not come, or not whole. */
export async function selectMissed(tx: Transaction, { customerIds }: Scope, from: Day) {
  const { rows } = await sql<Of<MissedFact>>`
    select l.customer_id, n.id, l.currency, n.amount_minor - n.received_minor as minor, n.due_on,
      n.judged_on, n.number,
      (select count(*)::integer from plan_instalments o where o.plan_id = l.id) as count,
      array(select m.open_item_id from plan_items m where m.plan_id = l.id) as open_item_ids
    from plans l join plan_instalments n on n.plan_id = l.id
    where l.customer_id = any(${idArray(customerIds)}::uuid[])
      and n.state in ('broken', 'partly_kept') and n.judged_on >= ${from}::date
    order by l.customer_id, n.due_on, n.id`.execute(tx)
  return rows
}
