import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Known } from '../rules.ts'

export async function selectPerson(tx: Transaction, organisationId: string, personId: string) {
  return tx
    .selectFrom('people as p')
    .innerJoin('members as m', 'm.personId', 'p.id')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .select(['p.email', 'o.timeZone'])
    .where('m.organisationId', '=', organisationId)
    .where('p.id', '=', personId)
    .where('m.leftAt', 'is', null)
    .executeTakeFirst()
}

export async function selectOwned(tx: Transaction, personId: string): Promise<Known[]> {
  return tx
    .selectFrom('customers')
    .select(['id', 'number', 'name'])
    .where('ownerId', '=', personId)
    .orderBy('id')
    .execute()
}

/** Whose people these are, by the keyed hashes of their addresses, among a person's customers. */
export async function selectInvited(
  tx: Transaction,
  personId: string,
  hashes: readonly string[],
): Promise<{ customerId: string; emailHash: string }[]> {
  const { rows } = await sql<{ customerId: string; emailHash: string }>`
    select distinct c.customer_id, c.email_hash from contacts c
    join customers k on k.id = c.customer_id
    where c.email_hash = any(${[...hashes]}::text[]) and c.removed_at is null
      and k.owner_id = ${personId}
    order by c.customer_id`.execute(tx)
  return rows
}

export async function selectDismissed(tx: Transaction, feedId: string) {
  return tx
    .selectFrom('meetingDismissals')
    .select(['eventKey', 'customerId'])
    .where('feedId', '=', feedId)
    .execute()
}

export type NewMeeting = {
  readonly id: string
  readonly organisationId: string
  readonly customerId: string
  readonly personId: string
  readonly feedId: string
  readonly eventKey: string
  readonly onDay: Day
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly title: string
  readonly matchedBy: 'attendee' | 'number' | 'name'
}

/** Puts what was read in the place of what was known of the days from today on. */
export async function replaceMeetings(
  tx: Transaction,
  { feedId, from }: { readonly feedId: string; readonly from: Day },
  meetings: readonly NewMeeting[],
): Promise<void> {
  const kept = JSON.stringify(
    meetings.map(({ eventKey, customerId, onDay }) => ({ eventKey, customerId, onDay })),
  )
  await sql`
    delete from meetings m where m.feed_id = ${feedId} and m.on_day >= ${from}::date
      and not exists (
        select from jsonb_to_recordset(${kept}::jsonb)
          as k("eventKey" text, "customerId" uuid, "onDay" date)
        where k."eventKey" = m.event_key and k."customerId" = m.customer_id
          and k."onDay" = m.on_day)`.execute(tx)
  for (const meeting of meetings) {
    const { startsAt, endsAt, title, matchedBy } = meeting
    await tx
      .insertInto('meetings')
      .values(meeting)
      .onConflict((on) =>
        on
          .columns(['organisationId', 'feedId', 'eventKey', 'customerId', 'onDay'])
          .where('feedId', 'is not', null)
          .doUpdateSet({ startsAt, endsAt, title, matchedBy }),
      )
      .execute()
  }
}

export type MeetingRow = {
  readonly id: string
  readonly customerId: string
  readonly number: string
  readonly name: string
  readonly onDay: Day
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly title: string
  readonly matchedBy: 'attendee' | 'number' | 'name' | null
}

/** A person's meetings to come with customers that they still see. */
export async function selectMeetingsOf(
  tx: Transaction,
  feedId: string,
  { owners, today }: { readonly owners: readonly string[] | null; readonly today: Day },
): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.customer_id, c.number, c.name, m.on_day, m.starts_at, m.ends_at, m.title,
      m.matched_by
    from meetings m join customers c on c.id = m.customer_id
    where m.feed_id = ${feedId} and m.on_day >= ${today}::date
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    order by m.on_day, m.starts_at nulls first, m.id limit 200`.execute(tx)
  return rows
}

export async function selectDismissedOf(
  tx: Transaction,
  feedId: string,
  owners: readonly string[] | null,
) {
  const { rows } = await sql<{
    id: string
    customerId: string
    number: string
    name: string
    title: string
  }>`
    select d.id, d.customer_id, c.number, c.name, d.title
    from meeting_dismissals d join customers c on c.id = d.customer_id
    where d.feed_id = ${feedId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    order by d.dismissed_at desc, d.id limit 100`.execute(tx)
  return rows
}

export async function selectMeeting(tx: Transaction, id: string, feedId: string) {
  return tx
    .selectFrom('meetings')
    .select(['id', 'customerId', 'eventKey', 'title'])
    .where('id', '=', id)
    .where('feedId', '=', feedId)
    .executeTakeFirst()
}

export async function insertDismissal(
  tx: Transaction,
  row: {
    readonly id: string
    readonly organisationId: string
    readonly feedId: string
    readonly customerId: string
    readonly eventKey: string
    readonly title: string
    readonly dismissedAt: Instant
  },
  today: Day,
): Promise<void> {
  const { feedId, customerId, eventKey } = row
  await tx.insertInto('meetingDismissals').values(row).execute()
  await tx
    .deleteFrom('meetings')
    .where('feedId', '=', feedId)
    .where('customerId', '=', customerId)
    .where('eventKey', '=', eventKey)
    .where('onDay', '>=', today)
    .execute()
}

export async function deleteDismissal(
  tx: Transaction,
  id: string,
  feedId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meetingDismissals')
    .where('id', '=', id)
    .where('feedId', '=', feedId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Meetings of a day that nobody was told of yet, one a customer and person; they count as told. */
export async function markTold(tx: Transaction, organisationId: string, on: Day, at: Instant) {
  const { rows } = await sql<{ customerId: string; personId: string }>`
    with told as (
      update meetings set told_at = ${at}
      where organisation_id = ${organisationId} and on_day = ${on}::date and told_at is null
        and feed_id is not null
      returning customer_id, person_id)
    select distinct customer_id, person_id from told
    where person_id is not null order by customer_id, person_id`.execute(tx)
  return rows
}
