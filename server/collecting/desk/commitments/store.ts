import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Commitment, Judgement, PlanJudgement, Receipt } from './rules.ts'

export type CommitmentRow = Commitment & {
  readonly kind: 'promise' | 'instalment'
  readonly customerId: string
  readonly planId: string | null
  readonly state: Judgement
  /** What it was judged on; for an open one what it had received when last looked at. */
  readonly judgedMinor: number
  /** Of the plan that an instalment is of. */
  readonly planState: PlanJudgement | 'accelerated' | 'replaced' | null
  /** Promises not kept before this one, on the same debt. */
  readonly level: number
  readonly isNothingOwed: boolean
  /** The day until which payments to the customer's company are known; null where nobody says so. */
  readonly paymentsUntil: Day | null
}

/**
 * Customers of whom a promise or an instalment is still open, or of whom money was recorded since
 * one was judged: went back or was set elsewhere, or had come in time for what was missed.
 */
export async function selectCommitted(
  tx: Transaction,
  organisationId: string,
  toleranceDays: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with judged as (
      select customer_id, judged_on as "on" from promises
        where organisation_id = ${organisationId} and state in ('kept', 'partly_kept')
      union all
      select customer_id, ended_on from plans
        where organisation_id = ${organisationId} and state = 'kept'),
    undone as (
      select customer_id, received_on as "on", recorded_at from payments
        where organisation_id = ${organisationId} and reverses_id is not null
      union all
      select customer_id, allocated_on, recorded_at from allocations
        where organisation_id = ${organisationId} and reverses_id is not null),
    missed as (
      select customer_id, made_on as "from", promised_for + ${toleranceDays}::integer as until,
        judged_on
      from promises
      where organisation_id = ${organisationId} and state in ('broken', 'partly_kept')
      union all
      select l.customer_id, l.agreed_on, n.due_on + ${toleranceDays}::integer, n.judged_on
      from plans l join plan_instalments n on n.plan_id = l.id
      where l.organisation_id = ${organisationId} and l.state = 'broken'
        and n.state in ('broken', 'partly_kept')),
    came as (
      select m.customer_id from missed m join payments y on y.customer_id = m.customer_id
      where y.received_on between m."from" and m.until
        and y.recorded_at >= (m.judged_on - 1)::timestamp at time zone 'UTC'
      union all
      select m.customer_id from missed m join allocations a on a.customer_id = m.customer_id
      where a.allocated_on between m."from" and m.until
        and a.recorded_at >= (m.judged_on - 1)::timestamp at time zone 'UTC')
    select customer_id as id from promises
      where organisation_id = ${organisationId} and state = 'open'
    union
    select customer_id from plans where organisation_id = ${organisationId} and state = 'agreed'
    union
    select customer_id from came
    union
    -- It may be dated before it was known, and nowhere is it the day before the day before.
    select j.customer_id from judged j join undone u on u.customer_id = j.customer_id
      where u."on" >= j."on" or u.recorded_at >= (j."on" - 1)::timestamp at time zone 'UTC'
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
      coalesce(p.received_minor, 0) as judged_minor, null as plan_state, p.level,
      not exists (select from open_items i
        where i.customer_id = p.customer_id and i.closed_on is null and i.open_minor > 0
          and (i.id = p.open_item_id or (p.open_item_id is null and i.currency = p.currency)))
        as is_nothing_owed,
      ${paymentsUntil('p.customer_id')} as payments_until
    from promises p
    where p.customer_id = any(${customerIds}::uuid[]) and p.state <> 'withdrawn'
    union all
    select n.id, 'instalment', n.plan_id, l.customer_id,
      array(select m.open_item_id from plan_items m where m.plan_id = l.id), l.currency,
      -- What came for a plan that is over stays its own, and no more does.
      case when l.state in ('accelerated', 'replaced') then n.received_minor else n.amount_minor end,
      l.agreed_on, n.due_on, n.state, n.received_minor, l.state, 0,
      not exists (select from plan_items m join open_items i on i.id = m.open_item_id
        where m.plan_id = l.id and i.closed_on is null and i.open_minor > 0),
      ${paymentsUntil('l.customer_id')}
    from plans l join plan_instalments n on n.plan_id = l.id
    where l.customer_id = any(${customerIds}::uuid[]) and l.agreed_on is not null
      and l.state in ('agreed', 'kept', 'broken', 'accelerated', 'replaced')`.execute(tx)
  return rows
}

/** Of a company's sources that say so the one that is furthest behind: what it lacks, the whole lacks. */
function paymentsUntil(customerId: string) {
  return sql`(select min(s.payments_considered_until) from customers c
    join sources s on s.legal_entity_id = c.legal_entity_id where c.id = ${sql.ref(customerId)})`
}

/** The day until which payments to a customer's company are known; null where nobody says so. */
export async function selectPaymentsUntil(
  tx: Transaction,
  customerId: string,
): Promise<Day | null> {
  const { rows } = await sql<{ until: Day | null }>`
    select ${paymentsUntil('one.id')} as until from (select ${customerId}::uuid as id) one`.execute(
    tx,
  )
  return rows[0]?.until ?? null
}

export type ReceiptRow = Receipt & { readonly customerId: string }

/**
 * The money of customers by day of effect until today: what is set against items, and what of each
 * payment is not set against any yet. What was taken back or set elsewhere never came, however late
 * that was.
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
      and a.allocated_on <= ${today} and ${cameToStay('a.payment_id', today)}
      and a.reverses_id is null and not exists (select from allocations u
        where u.reverses_id = a.id and u.allocated_on <= ${today})
    union all
    select y.customer_id, null, y.currency, y.amount_minor - coalesce(s.minor, 0)::bigint,
      y.received_on
    from payments y left join lateral (
      select sum(amount_minor) as minor from allocations where payment_id = y.id) s on true
    where y.customer_id = any(${customerIds}::uuid[]) and y.received_on <= ${today}
      and y.amount_minor <> coalesce(s.minor, 0) and y.reverses_id is null
      and ${cameToStay('y.id', today)}`.execute(tx)
  return rows
}

function cameToStay(paymentId: string, today: Day) {
  return sql`not exists (select from payments r
    where r.reverses_id = ${sql.ref(paymentId)} and r.received_on <= ${today})`
}

type Judged = { readonly state: Judgement; readonly receivedMinor: number; readonly on: Day }

/** Judges a promise that is still as it was, anew if need be; tells whether it was. */
export async function judgePromise(
  tx: Transaction,
  { id, state: was }: Pick<CommitmentRow, 'id' | 'state'>,
  { state, receivedMinor, on }: Judged,
): Promise<boolean> {
  const judged = state === 'open' ? null : { receivedMinor, on }
  const { numUpdatedRows } = await tx
    .updateTable('promises')
    .set({ state, receivedMinor: judged?.receivedMinor ?? null, judgedOn: judged?.on ?? null })
    .where('id', '=', id)
    .where('state', '=', was)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Promises made since on the same debt and still open have one missed before them less. */
export async function countMissedNoMore(
  tx: Transaction,
  { id }: Pick<CommitmentRow, 'id'>,
): Promise<void> {
  await sql`
    update promises p set level = p.level - 1 from promises was
    where was.id = ${id}::uuid and p.customer_id = was.customer_id and p.currency = was.currency
      and p.state = 'open' and p.level > 0 and p.id > was.id
      and (p.open_item_id is null or was.open_item_id is null
        or p.open_item_id = was.open_item_id)`.execute(tx)
}

/** Keeps what an instalment received and, once it is judged, how; tells whether that is new. */
export async function keepInstalment(
  tx: Transaction,
  { id, state: was }: Pick<CommitmentRow, 'id' | 'state'>,
  { state, receivedMinor, on }: Judged,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('planInstalments')
    .set({ state, receivedMinor, judgedOn: state === 'open' ? null : on })
    .where('id', '=', id)
    .where('state', '=', was)
    .where((row) => row.or([row('state', '<>', state), row('receivedMinor', '<>', receivedMinor)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a plan, or puts one in force again, that is still as it was; tells whether it was. */
export async function judgePlan(
  tx: Transaction,
  { id, state: was }: { readonly id: string; readonly state: PlanJudgement },
  { state, on }: { readonly state: PlanJudgement; readonly on: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plans')
    .set({ state, endedOn: state === 'agreed' ? null : on })
    .where('id', '=', id)
    .where('state', '=', was)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether no other plan for the same debt is in force or waits for approval. */
export async function mayGoOn(tx: Transaction, planId: string): Promise<boolean> {
  const { rows } = await sql`
    select from plan_items mine join plan_items theirs on theirs.open_item_id = mine.open_item_id
      join plans l on l.id = theirs.plan_id
    where mine.plan_id = ${planId}::uuid and l.id <> mine.plan_id
      and l.state in ('agreed', 'awaiting_approval') limit 1`.execute(tx)
  return rows.length === 0
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

/** The open task to speak of terms that a promise gave rise to. */
export async function selectTermsTask(tx: Transaction, promiseId: string): Promise<string | null> {
  const task = await tx
    .selectFrom('tasks')
    .select('id')
    .where('kind', '=', 'terms')
    .where('cycle', '=', promiseId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return task?.id ?? null
}
