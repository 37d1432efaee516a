import { sql, type RawBuilder } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'

const READER = 'notifying'

/** The reader's place, held until the transaction ends; a new reader begins with the last hour. */
export async function lockPlace(
  tx: Transaction,
  organisationId: string,
  since: Instant,
): Promise<number> {
  await sql`
    insert into seal_readers (organisation_id, reader, last_sequence)
    select ${organisationId}, ${READER}, coalesce(
      (select min(s.sequence) - 1 from event_seals s join events e on e.id = s.event_id
        where s.organisation_id = ${organisationId} and e.at >= ${since}),
      (select max(sequence) from event_seals where organisation_id = ${organisationId}), 0)
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ lastSequence: number }>`
    select last_sequence from seal_readers
    where organisation_id = ${organisationId} and reader = ${READER} for update`.execute(tx)
  return rows[0]?.lastSequence ?? 0
}

export async function keepPlace(
  tx: Transaction,
  organisationId: string,
  lastSequence: number,
): Promise<void> {
  await tx
    .updateTable('sealReaders')
    .set({ lastSequence })
    .where('organisationId', '=', organisationId)
    .where('reader', '=', READER)
    .execute()
}

/** How far the next reading goes; null when nothing was sealed since. */
export async function selectEnd(
  tx: Transaction,
  organisationId: string,
  { after, limit }: { after: number; limit: number },
): Promise<number | null> {
  const { rows } = await sql<{ end: number | null }>`
    select max(sequence) as end from (select sequence from event_seals
      where organisation_id = ${organisationId} and sequence > ${after}
      order by sequence limit ${limit}) as next`.execute(tx)
  return rows[0]?.end ?? null
}

export type NewsRow = {
  readonly eventId: string
  readonly at: Instant
  readonly name: string
  readonly actorId: string | null
  readonly customerId: string
  readonly ownerId: string | null
  readonly collectorId: string | null
  readonly handlerId: string | null
  readonly departmentPersonId: string | null
  readonly approver: 'sales_manager' | 'credit_manager' | null
  readonly segment: 'commercial' | 'consumer'
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly daysLate: number
  readonly minor: number | null
  readonly currency: string | null
  readonly overdue: readonly { readonly currency: string; readonly minor: number }[]
  readonly mentions: readonly string[]
}

/** The events of these names between two places, each with what its customer is like now. */
export function selectNews(
  tx: Transaction,
  reading: { organisationId: string; names: readonly string[]; today: Day },
  { after, end }: { after: number; end: number },
): Promise<NewsRow[]> {
  return factsOf(tx, reading, {
    from: sql`event_seals s join events e on e.id = s.event_id`,
    where: sql`s.organisation_id = ${reading.organisationId}
      and s.sequence > ${after} and s.sequence <= ${end}`,
    order: sql`s.sequence`,
    limit: end - after,
  })
}

/** The newest events of these names since a moment. */
export function selectPast(
  tx: Transaction,
  reading: { organisationId: string; names: readonly string[]; today: Day },
  { since, limit }: { since: Instant; limit: number },
): Promise<NewsRow[]> {
  return factsOf(tx, reading, {
    from: sql`events e`,
    where: sql`e.organisation_id = ${reading.organisationId} and e.at >= ${since}`,
    order: sql`e.id desc`,
    limit,
  })
}

type Part = RawBuilder<unknown>

async function factsOf(
  tx: Transaction,
  { names, today }: { names: readonly string[]; today: Day },
  { from, where, order, limit }: { from: Part; where: Part; order: Part; limit: number },
): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`
    select e.id as event_id, e.at, e.name, e.actor_id, e.customer_id, c.owner_id,
      -- Where nobody of finance has the customer, whoever gave the ball is told what became of it.
      coalesce(c.collector_id, b.given_by, f.offered_by) as collector_id, c.segment, coalesce(held.lane, 'finance') as lane,
      coalesce(q.asked_by, d.owner_id, d.opened_by, p.taken_by, b.holder_id, f.offered_by, l.proposed_by,
        a.asked_by) as handler_id,
      g.person_id as department_person_id, a.approver,
      greatest(0, ${today}::date - due.oldest) as days_late,
      (coalesce(e.data->>'minor', e.data->>'amountMinor'))::bigint as minor,
      e.data->>'currency' as currency,
      coalesce(due.overdue, '[]'::jsonb) as overdue,
      coalesce(n.mentions, '{}') as mentions
    from ${from}
    join customers c on c.id = e.customer_id
    left join balls held on held.customer_id = c.id and held.returned_on is null
    left join disputes d on e.subject_kind = 'dispute' and d.id = e.subject_id
    left join promises p on e.subject_kind = 'promise' and p.id = e.subject_id
    left join balls b on e.subject_kind = 'ball' and b.id = e.subject_id
    left join ball_offers f on e.subject_kind = 'ball_offer' and f.id = e.subject_id
    left join plans l on e.subject_kind = 'plan' and l.id = e.subject_id
    left join approvals a on e.subject_kind = 'approval' and a.id = e.subject_id
    left join comments n on e.subject_kind = 'comment' and n.id = e.subject_id
    left join dispute_questions q on e.subject_kind = 'dispute'
      and q.id = (e.data->>'questionId')::uuid
    left join departments g on g.organisation_id = c.organisation_id
      and g.department = coalesce(q.department, d.department)
    left join lateral (
      select min(oldest_due_on) as oldest,
        jsonb_agg(jsonb_build_object('currency', currency, 'minor', overdue_minor))
          filter (where overdue_minor > 0) as overdue
      from customer_balances cb where cb.customer_id = c.id) as due on true
    where ${where} and e.name = any(${[...names]}::text[])
    order by ${order} limit ${limit}`.execute(tx)
  return rows
}
