import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { TIMELINE_KINDS } from './contract.ts'

export type TimelineRow = {
  readonly id: string
  readonly at: Instant
  readonly on: Day
  readonly kind: (typeof TIMELINE_KINDS)[number]
  readonly name: string
  readonly byId: string | null
  readonly byName: string | null
  readonly minor: number | null
  readonly currency: string | null
  /** Encrypted text of a message, reply or comment. */
  readonly sealed: string | null
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
  readonly subjectKind: string
  readonly subjectId: string | null
}

/** So many invoices of a line are named. */
const NAMED = 5

export type TimelineQuery = {
  readonly organisationId: string
  readonly customerId: string
  readonly kinds: readonly string[] | null
  readonly after: readonly [day: string, at: string, id: string] | null
  readonly limit: number
}

/** One page of what happened with a customer, newest day of effect first. */
export async function selectTimeline(
  tx: Transaction,
  query: TimelineQuery,
): Promise<TimelineRow[]> {
  const { customerId, after, kinds, limit } = query
  const until = after?.[0] ?? '9999-12-31'
  const { rows } = await sql<TimelineRow>`
    with happened as (
      ${eventsOf(customerId, until, limit)}
      union all ${messagesOf(customerId, until)}
      union all ${repliesOf(customerId, until)}
      union all ${commentsOf(customerId, until)}
      union all ${outcomesOf(customerId, until)}
      union all ${moneyOf(customerId, until)}
      union all ${heldOf(customerId, until)}
      union all ${elsewhereOf(customerId, until)})
    select h.*, p.name as by_name
    from happened h left join people p on p.id = h.by_id
    where (${kinds}::text[] is null or h.kind = any(${kinds}::text[]))
      and (${after?.[0] ?? null}::date is null or (h."on", h.at, h.id)
        < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::timestamptz, ${after?.[2] ?? null}))
    order by h."on" desc, h.at desc, h.id desc
    limit ${limit + 1}`.execute(tx)
  return rows
}

// What has a table of its own is read from there, with its present state; the rest from the events.
function eventsOf(customerId: string, until: string, limit: number) {
  return sql`(
    select e.id::text as id, e.at, e.at::date as "on",
      case when e.subject_kind in ('promise', 'dispute', 'hold', 'ball') then e.subject_kind
        when e.subject_kind = 'ball_offer' then 'ball'
        when e.name = 'call.logged' then 'call'
        when e.subject_kind = 'task' then 'task' else 'change' end as kind,
      e.name, e.actor_id as by_id, null::bigint as minor, null::text as currency,
      null::text as sealed, e.why as text, e.data, e.subject_kind, e.subject_id
    from events e
    where e.customer_id = ${customerId} and e.at::date <= ${until}::date
      and split_part(e.name, '.', 1) not in
        ('message', 'reply', 'comment', 'payment', 'receivable', 'allocation', 'run',
         'outcome')
      and e.name not in ('customer.viewed', 'customer.woken', 'contact.revealed', 'contacts.revealed', 'message.opened')
    order by e.id desc limit ${limit * 20})`
}

function messagesOf(customerId: string, until: string) {
  return sql`
    select m.id::text, coalesce(m.answered_at, m.claimed_at), m.on_day, 'message',
      'message.' || m.state, m.sender_id, null, null, m.subject, '',
      jsonb_build_object('channel', m.channel, 'stepKey', m.step_key, 'state', m.state,
        'isTest', m.is_test::text, 'language', m.language), 'message', m.id
    from messages m where m.customer_id = ${customerId} and m.on_day <= ${until}::date`
}

function repliesOf(customerId: string, until: string) {
  return sql`
    select r.id::text, r.received_at, r.received_on, 'reply',
      case when r.triaged_at is null then 'reply.waiting' else 'reply.triaged' end, null, null,
      null, r.body, '', '{}'::jsonb, 'reply', r.id
    from replies r where r.customer_id = ${customerId} and r.received_on <= ${until}::date`
}

function commentsOf(customerId: string, until: string) {
  return sql`
    select c.id::text, c.written_at, c.written_at::date, 'comment', 'comment.written', c.person_id,
      null, null, c.body, '', '{}'::jsonb, 'comment', c.id
    from comments c where c.customer_id = ${customerId} and c.written_at::date <= ${until}::date`
}

function outcomesOf(customerId: string, until: string) {
  return sql`
    select o.id::text, o.happened_at, o.on_day, 'outcome', 'outcome.logged', o.logged_by, null, null,
      o.said, '', jsonb_build_object('outcome', o.kind, 'channel', o.channel), 'outcome', o.id
    from outcomes o where o.customer_id = ${customerId} and o.on_day <= ${until}::date`
}

function moneyOf(customerId: string, until: string) {
  return sql`
    select p.id::text, p.recorded_at, p.received_on, 'payment',
      case when p.reverses_id is null then 'payment.received' else 'payment.reversed' end,
      p.recorded_by, p.amount_minor, p.currency, null, p.reference, '{}'::jsonb, 'payment', p.id
    from payments p where p.customer_id = ${customerId} and p.received_on <= ${until}::date
    union all
    select r.id::text, r.created_at, r.issued_on, 'receivable', 'receivable.' || r.kind, r.seller_id,
      r.total_minor, r.currency, null, '', jsonb_build_object('number', r.number), 'receivable', r.id
    from receivables r where r.customer_id = ${customerId} and r.issued_on <= ${until}::date`
}

/** Days on which nothing was sent, and why: one line a week and set of reasons. */
function heldOf(customerId: string, until: string) {
  return sql`
    select 'held-' || max(e.id::text), max(coalesce(r.planned_at, r.created_at)), max(r.on_day),
      'held', 'message.held', null::uuid, null, null, null, '',
      jsonb_build_object('reasons', to_jsonb(e.reason_codes), 'days', count(*),
        'from', min(r.on_day)), 'run_entry', (max(e.id::text))::uuid
    from run_entries e join runs r on r.id = e.run_id
    where e.customer_id = ${customerId} and r.on_day <= ${until}::date
      and (e.decision = 'held' or e.state = 'suppressed')
    group by e.reason_codes, date_trunc('week', r.on_day)`
}

/** How far, and when last, another system asked before: one line a day and level, with its invoices. */
function elsewhereOf(customerId: string, until: string) {
  return sql`
    select 'elsewhere-' || min(o.id::text), o.on_day::timestamp at time zone 'UTC', o.on_day,
      'elsewhere', case when o.level > 0 then 'reminder.elsewhere' else 'contact.elsewhere' end,
      null::uuid, null, null, null, min(o.origin),
      jsonb_build_object('level', o.level::text, 'number',
        array_to_string((array_agg(r.number order by r.number))[1:${NAMED}], ', ')
          || case when count(r.id) > ${NAMED} then ' …' else '' end), 'customer', null::uuid
    from outside_contacts o left join receivables r on r.id = o.receivable_id
    where o.customer_id = ${customerId} and o.on_day <= ${until}::date
    group by o.on_day, o.level`
}
