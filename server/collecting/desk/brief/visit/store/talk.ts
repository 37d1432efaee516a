import { sql } from 'kysely'

import type { Transaction } from '../../../../../database/database.ts'
import type { Day, Instant } from '../../../../../kernel/day.ts'

export type SaidRow = {
  readonly on: Day
  readonly kind: 'reply' | 'call' | 'outcome'
  readonly text: string
  readonly sealed: string
}

/** What the customer said last: in writing, on the telephone, face to face. */
export async function selectSaid(
  tx: Transaction,
  customerId: string,
  limit: number,
): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select "on", kind, text, sealed from (
      (select received_on as "on", received_at as at, 'reply' as kind, '' as text, body as sealed
        from replies where customer_id = ${customerId} and body <> ''
        order by received_at desc limit ${limit})
      union all
      (select at::date, at, 'call', why, '' from events
        where customer_id = ${customerId} and name = 'call.logged' and why <> ''
        order by id desc limit ${limit})
      union all
      (select on_day, happened_at, 'outcome', '', said from outcomes
        where customer_id = ${customerId} and said <> ''
        order by happened_at desc limit ${limit})) words
    order by at desc limit ${limit}`.execute(tx)
  return rows
}

export type SentRow = {
  readonly id: string
  readonly on: Day
  readonly channel: 'email' | 'sms' | 'letter'
  readonly step: string
  readonly state: string
}

/** What finance wrote to them; what went to ourselves in test mode was not said to them. */
export async function selectSent(
  tx: Transaction,
  customerId: string,
  limit: number,
): Promise<SentRow[]> {
  const { rows } = await sql<SentRow>`
    select id, on_day as "on", channel, step_name as step, state from messages
    where customer_id = ${customerId} and not is_test and state not in ('claimed', 'withdrawn')
    order by on_day desc, id desc limit ${limit}`.execute(tx)
  return rows
}

export type MeetingRow = {
  readonly onDay: Day
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly personId: string | null
  readonly personName: string | null
}

/** The next meeting with the customer, today's included. */
export async function selectNextMeeting(
  tx: Transaction,
  customerId: string,
  today: Day,
): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select m.on_day, m.starts_at, m.ends_at, m.person_id, p.name as person_name
    from meetings m left join people p on p.id = m.person_id
    where m.customer_id = ${customerId} and m.on_day >= ${today}
    order by m.on_day, m.starts_at nulls last, m.id limit 1`.execute(tx)
  return rows[0]
}
