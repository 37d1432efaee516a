import { sql, type Insertable, type RawBuilder } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import type { LatestOffer } from '../ball/rules.ts'

export async function insertOffer(
  tx: Transaction,
  row: Insertable<Schema['ballOffers']>,
): Promise<void> {
  await tx.insertInto('ballOffers').values(row).execute()
}

export type OfferRow = LatestOffer & {
  readonly id: string
  readonly note: string
  readonly askerId: string
  readonly askerName: string
}

/** The latest offer of a customer, however it ended. */
export async function selectLatestOffer(
  tx: Transaction,
  customerId: string,
): Promise<OfferRow | null> {
  const row = await tx
    .selectFrom('ballOffers as f')
    .innerJoin('people as p', 'p.id', 'f.offeredBy')
    .select(['f.id', 'f.state', 'f.offeredTo', 'f.until', 'f.endedOn', 'f.note'])
    .select(['p.id as askerId', 'p.name as askerName'])
    .where('f.customerId', '=', customerId)
    .orderBy('f.recordedAt', 'desc')
    .orderBy('f.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type Ending = {
  readonly state: 'taken' | 'declined' | 'lapsed' | 'overtaken'
  readonly on: Day
  readonly answer?: string
}

/** Ends the offer of a customer that stands open, if there is one. */
export async function endOpenOffer(
  tx: Transaction,
  customerId: string,
  { state, on, answer = '' }: Ending,
): Promise<void> {
  await tx
    .updateTable('ballOffers')
    .set({ state, endedOn: on, answer })
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .execute()
}

export type LapsedOffer = {
  readonly id: string
  readonly customerId: string
  readonly offeredTo: string
  /** Whether the seller could still have answered: their customer is another's by now. */
  readonly isTheirs: boolean
}

/** Ends the offers whose last day is over, and answers them. */
export async function lapseOffers(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<LapsedOffer[]> {
  const { rows } = await sql<LapsedOffer>`
    update ball_offers f set state = 'lapsed', ended_on = ${today}
    from customers c
    where f.organisation_id = ${organisationId} and f.state = 'open' and f.until < ${today}
      and c.id = f.customer_id
    returning f.id, f.customer_id, f.offered_to,
      coalesce(c.owner_id = f.offered_to, false) as is_theirs`.execute(tx)
  return rows
}

type Shown = {
  readonly organisationName: string
  readonly askerName: string
  readonly note: string
  readonly until: Day
  readonly isDeclined: boolean
  readonly overdue: readonly Money[]
  readonly daysLate: number
}

type Showing = { readonly customerId: string; readonly personId: string; readonly today: Day }

/** The latest offer of a customer to a person, with what is overdue. */
export async function selectShownOffer(
  tx: Transaction,
  { customerId, personId, today }: Showing,
): Promise<Shown> {
  const { rows } = await sql<Shown>`
    select o.name as organisation_name, coalesce(p.name, '') as asker_name,
      coalesce(f.note, '') as note, coalesce(f.until, ${today}::date) as until,
      coalesce(f.state = 'declined', false) as is_declined, due.*
    from customers c join organisations o on o.id = c.organisation_id
    left join lateral (select note, until, state, offered_by from ball_offers
      where customer_id = c.id and offered_to = ${personId}
      order by recorded_at desc, id desc limit 1) f on true
    left join people p on p.id = f.offered_by
    cross join lateral (${owing(sql`c.id`, today)}) due
    where c.id = ${customerId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`no customer ${customerId}`)
  return row
}

/** What is overdue of a customer, per currency, and since when. */
export function owing(customerId: RawBuilder<unknown>, today: Day) {
  return sql`
    select coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'minor', overdue_minor)
        order by overdue_minor desc) filter (where overdue_minor > 0), '[]'::jsonb) as overdue,
      greatest(0, ${today}::date - min(oldest_due_on)) as days_late
    from customer_balances where customer_id = ${customerId}`
}
