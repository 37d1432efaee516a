import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/day.ts'

export type DeskRow = {
  readonly id: string
  readonly name: string
  readonly segment: 'commercial' | 'consumer'
  readonly legalEntityId: string
  readonly ownerId: string | null
  readonly collectorId: string | null
  readonly hasContact: boolean
  readonly brokenPromiseOn: Day | null
  readonly promiseDueOn: Day | null
  readonly replyWaitingSince: Day | null
  readonly taskDueOn: Day | null
  readonly hasDecisionNeeded: boolean
  readonly hasUnknownMessage: boolean
  readonly disputeToRevisitOn: Day | null
  readonly disputeDeadlineOn: Day | null
  readonly sellerReturnsOn: Day | null
  readonly lastMessageOn: Day | null
  readonly putAway: 'snoozed' | 'done' | null
  readonly putAwayUntil: Day | null
}

/** The next customers in the order of their ids, or just those asked for. */
export async function selectCustomerIds(
  tx: Transaction,
  organisationId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('customers')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What is known of each customer besides money, in one statement. */
export async function selectDeskRows(
  tx: Transaction,
  ids: readonly string[],
  lookBackTo: Day,
): Promise<DeskRow[]> {
  const { rows } = await sql<DeskRow>`
    ${knownOf(ids, lookBackTo)}
    select c.id, c.name, c.segment, c.legal_entity_id, c.owner_id, c.collector_id,
      reachable.customer_id is not null as has_contact,
      promised.broken_promise_on, promised.promise_due_on, waiting.reply_waiting_since,
      to_do.task_due_on, coalesce(to_do.has_decision_needed, false) as has_decision_needed,
      coalesce(to_do.has_unknown_message, false) as has_unknown_message,
      disputed.dispute_to_revisit_on, disputed.dispute_deadline_on, balls.returns_on as seller_returns_on,
      talked.last_message_on, snoozes.kind as put_away, snoozes.until_on as put_away_until
    from asked join customers c on c.id = asked.id
    left join promised on promised.customer_id = c.id
    left join waiting on waiting.customer_id = c.id
    left join to_do on to_do.customer_id = c.id
    left join disputed on disputed.customer_id = c.id
    left join talked on talked.customer_id = c.id
    left join reachable on reachable.customer_id = c.id
    left join balls on balls.customer_id = c.id and balls.returned_on is null
      and balls.lane = 'seller'
    left join snoozes on snoozes.customer_id = c.id and snoozes.ended_at is null`.execute(tx)
  return rows
}

/** One row a customer for each thing that may make them urgent. */
function knownOf(ids: readonly string[], lookBackTo: Day) {
  return sql`
    with asked as (select unnest(${ids}::uuid[]) as id),
    promised as (
      select customer_id,
        max(judged_on) filter (where state in ('broken', 'partly_kept')
          and judged_on >= ${lookBackTo}) as broken_promise_on,
        min(promised_for) filter (where state = 'open') as promise_due_on
      from promises where customer_id = any(${ids}::uuid[]) group by customer_id),
    waiting as (
      select customer_id, min(received_on) as reply_waiting_since
      from replies where customer_id = any(${ids}::uuid[]) and triaged_at is null
      group by customer_id),
    to_do as (
      select customer_id, min(due_on) filter (where kind not in ('decision', 'unknown_message'))
          as task_due_on,
        bool_or(kind = 'decision') as has_decision_needed,
        bool_or(kind = 'unknown_message') as has_unknown_message
      from tasks where customer_id = any(${ids}::uuid[]) and state = 'open' group by customer_id),
    disputed as (
      select customer_id, min(revisit_on) as dispute_to_revisit_on,
        min(deadline_on) as dispute_deadline_on
      from disputes where customer_id = any(${ids}::uuid[]) and state = 'open'
      group by customer_id),
    talked as (
      select customer_id, max(on_day) as last_message_on from messages
      where customer_id = any(${ids}::uuid[])
        and state in ('handed_over', 'accepted', 'delivered', 'unknown')
      group by customer_id),
    reachable as (
      select distinct customer_id from contacts
      where customer_id = any(${ids}::uuid[]) and removed_at is null and not do_not_contact
        and ((email <> '' and email_bounced_at is null) or phone <> ''))`
}

export type OpenRow = {
  readonly customerId: string
  readonly currency: string
  readonly owedMinor: number
  readonly overdueMinor: number
  /** Overdue by due day, oldest first: [due day, open minor] pairs. */
  readonly overdue: readonly (readonly [dueOn: Day, openMinor: number])[]
}

/** What each customer has open, per currency, with what is overdue on a day. */
export async function selectOpen(
  tx: Transaction,
  ids: readonly string[],
  today: Day,
): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select customer_id, currency, sum(open_minor)::bigint as owed_minor,
      coalesce(sum(open_minor) filter (where due_on < ${today} and open_minor > 0), 0)::bigint
        as overdue_minor,
      coalesce(json_agg(json_build_array(due_on, open_minor) order by due_on, id)
        filter (where due_on < ${today} and open_minor > 0), '[]') as overdue
    from open_items
    where customer_id = any(${ids}::uuid[]) and closed_on is null
    group by customer_id, currency
    order by customer_id, currency`.execute(tx)
  return rows
}

/** The newest rate of each currency into the reporting currency, as minor-unit factors. */
export async function selectRates(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<{ base: string; quote: string; rate: number }[]> {
  const { rows } = await sql<{ base: string; quote: string; rate: number }>`
    select distinct on (base, quote) base, quote, rate::float8 as rate
    from exchange_rates
    where organisation_id = ${organisationId} and rate_on <= ${today}
    order by base, quote, rate_on desc`.execute(tx)
  return rows
}
