import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { owing } from '../offers/store.ts'

export async function selectHeldBall(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('balls')
    .select(['id', 'lane', 'holderId', 'takenOn', 'returnsOn'])
    .where('customerId', '=', customerId)
    .where('returnedOn', 'is', null)
    .executeTakeFirst()
}

export async function insertBall(tx: Transaction, row: Insertable<Schema['balls']>): Promise<void> {
  await tx.insertInto('balls').values(row).execute()
}

export type Return = {
  readonly on: Day
  readonly at: Instant
  readonly why: 'outcome' | 'clock' | 'finance' | 'seller' | 'legal'
  readonly by: string | null
}

/** Gives a ball back that is still held; tells whether it was. */
export async function returnBall(tx: Transaction, id: string, back: Return): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('balls')
    .set({
      returnedOn: back.on,
      returnedWhy: back.why,
      returnedBy: back.by,
      returnedAt: back.at,
    })
    .where('id', '=', id)
    .where('returnedOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type BallToReturn = {
  readonly id: string
  readonly customerId: string
  readonly holderId: string | null
  readonly hasOutcome: boolean
}

/** Balls whose time with the seller is over, their customers locked in one order. */
export async function selectBallsToReturn(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<BallToReturn[]> {
  const { rows } = await sql<BallToReturn>`
    select b.id, b.customer_id, b.holder_id,
      exists (select from outcomes o where o.ball_id = b.id) as has_outcome
    from balls b join customers c on c.id = b.customer_id
    where b.organisation_id = ${organisationId} and b.lane = 'seller' and b.returned_on is null
      and b.returns_on < ${today}
    order by b.customer_id
    for no key update of c`.execute(tx)
  return rows
}

/** The place of a customer, whose working days the clock counts. */
export async function selectPlace(tx: Transaction, customerId: string) {
  const { rows } = await sql<{ country: string; region: string }>`
    select coalesce(nullif(c.country, ''), e.country) as country, case when c.country = ''
      then e.region else c.region end as region
    from customers c join legal_entities e on e.id = c.legal_entity_id
    where c.id = ${customerId}`.execute(tx)
  return rows[0] ?? { country: '', region: '' }
}

export type TakingFacts = {
  readonly isOverdue: boolean
  readonly takenThisQuarter: number
  readonly brokenPromises: number
}

/**
 * What limits taking a customer over. Promises count that were made since the oldest of what is
 * overdue fell due: a debt that is paid is forgiven.
 */
export async function selectTakingFacts(
  tx: Transaction,
  customerId: string,
  { today, quarter }: { today: Day; quarter: Day },
): Promise<TakingFacts> {
  const { rows } = await sql<TakingFacts>`
    with oldest as (
      select min(due_on) as due_on from open_items
      where customer_id = ${customerId} and closed_on is null and open_minor > 0
        and due_on < ${today})
    select oldest.due_on is not null as is_overdue,
      (select count(*) from balls where customer_id = ${customerId} and kind = 'taken'
        and taken_on >= ${quarter})::integer as taken_this_quarter,
      (select count(*) from promises where customer_id = ${customerId}
        and state in ('broken', 'partly_kept') and made_on >= oldest.due_on)::integer
        as broken_promises
    from oldest`.execute(tx)
  return rows[0] ?? { isOverdue: false, takenThisQuarter: 0, brokenPromises: 0 }
}

export type BallRead = {
  readonly id: string
  readonly kind: 'taken' | 'passed' | 'legal'
  readonly holderId: string | null
  readonly holderName: string | null
  readonly giverId: string | null
  readonly giverName: string | null
  readonly note: string
  readonly takenOn: Day
  readonly returnsOn: Day
  readonly returnedOn: Day | null
  readonly returnedWhy: Return['why'] | null
  readonly returnerId: string | null
  readonly returnerName: string | null
  readonly recordedAt: Instant
}

/** Everybody who held a customer, the latest first. */
export async function selectBalls(tx: Transaction, customerId: string): Promise<BallRead[]> {
  const { rows } = await sql<BallRead>`
    select b.id, b.kind, b.note, b.taken_on, b.returns_on, b.returned_on, b.returned_why,
      b.recorded_at, h.id as holder_id, h.name as holder_name, g.id as giver_id,
      g.name as giver_name, r.id as returner_id, r.name as returner_name
    from balls b
    left join people h on h.id = b.holder_id
    left join people g on g.id = b.given_by
    left join people r on r.id = b.returned_by
    where b.customer_id = ${customerId}
    order by b.recorded_at desc, b.id desc
    limit 100`.execute(tx)
  return rows
}

type Unwarned = {
  readonly id: string
  readonly customerId: string
  readonly holderId: string | null
  readonly takenOn: Day
  readonly returnsOn: Day
  readonly country: string
  readonly region: string
}

/** Balls with sellers of whom nothing was heard and who were not told yet that their time ends. */
export async function selectUnwarned(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<Unwarned[]> {
  const { rows } = await sql<Unwarned>`
    select b.id, b.customer_id, b.holder_id, b.taken_on, b.returns_on,
      coalesce(nullif(c.country, ''), e.country) as country,
      case when c.country = '' then e.region else c.region end as region
    from balls b join customers c on c.id = b.customer_id
    join legal_entities e on e.id = c.legal_entity_id
    where b.organisation_id = ${organisationId} and b.lane = 'seller' and b.returned_on is null
      and b.warned_on is null and b.taken_on < ${today}::date and b.returns_on >= ${today}::date
    order by b.customer_id`.execute(tx)
  return rows
}

export async function noteWarned(tx: Transaction, id: string, on: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('balls')
    .set({ warnedOn: on })
    .where('id', '=', id)
    .where('warnedOn', 'is', null)
    .where('returnedOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Turn = {
  readonly customerId: string
  readonly organisationName: string
  readonly askerName: string
  readonly question: string
  readonly returnsOn: Day
  readonly isHeld: boolean
  readonly overdue: readonly Money[]
  readonly daysLate: number
}

/** One turn of a seller with a customer: what was asked, until when, and what came of it. */
export async function selectTurn(
  tx: Transaction,
  ballId: string,
  today: Day,
): Promise<Turn | undefined> {
  const { rows } = await sql<Turn>`
    select b.customer_id, o.name as organisation_name, coalesce(g.name, '') as asker_name,
      b.note as question, b.returns_on, b.returned_on is null as is_held,
      due.*
    from balls b join organisations o on o.id = b.organisation_id
    left join people g on g.id = b.given_by
    cross join lateral (${owing(sql`b.customer_id`, today)}) due
    where b.id = ${ballId}`.execute(tx)
  return rows[0]
}
