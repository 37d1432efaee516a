import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type Answer = NonNullable<Schema['disputeQuestions']['answer']>

/** A dispute with how many questions about it wait for an answer. */
export async function selectDispute(tx: Transaction, id: string) {
  const { rows } = await sql<{ customerId: string; isOpen: boolean; openQuestions: number }>`
    select d.customer_id, d.state = 'open' as is_open,
      (select count(*) from dispute_questions q where q.dispute_id = d.id and q.state = 'asked')
        as open_questions
    from disputes d where d.id = ${id}`.execute(tx)
  return rows[0]
}

export async function insertQuestion(
  tx: Transaction,
  row: Insertable<Schema['disputeQuestions']>,
): Promise<void> {
  await tx.insertInto('disputeQuestions').values(row).execute()
}

export function selectQuestions(tx: Transaction, disputeId: string) {
  return tx
    .selectFrom('disputeQuestions as q')
    .innerJoin('people as p', 'p.id', 'q.askedBy')
    .selectAll('q')
    .select('p.name as askedByName')
    .where('q.disputeId', '=', disputeId)
    .orderBy('q.id', 'desc')
    .execute()
}

/** A question with everything that its mail and its page say. */
export async function selectAsked(tx: Transaction, id: string) {
  const { rows } = await sql<AskedRow>`
    select q.id, q.dispute_id, q.customer_id, q.department, q.recipient_name, q.recipient_address,
      q.question, q.language, q.answer_by, q.state, q.answer, q.delivery, q.handed_over_by,
      p.name as asker_name, p.email as asker_email, coalesce(m.title, '') as asker_title,
      c.name as customer_name, r.number, r.issued_on, d.reason, d.amount_minor, d.currency,
      d.note as dispute_note, d.state = 'open' as is_dispute_open, o.name as organisation_name,
      o.time_zone, o.reporting_currency, e.name as company_name, d.receivable_id, q.asked_by,
      q.reminder, q.reminder_handed_over_by
    from dispute_questions q
    join disputes d on d.id = q.dispute_id
    join customers c on c.id = q.customer_id
    join receivables r on r.id = d.receivable_id
    join legal_entities e on e.id = r.legal_entity_id
    join people p on p.id = q.asked_by
    left join members m on m.person_id = q.asked_by
    join organisations o on o.id = q.organisation_id
    where q.id = ${id}`.execute(tx)
  return rows[0]
}

export type AskedRow = {
  readonly id: string
  readonly disputeId: string
  readonly customerId: string
  readonly department: Schema['disputeQuestions']['department']
  readonly recipientName: string
  readonly recipientAddress: string
  readonly question: string
  readonly language: Schema['disputeQuestions']['language']
  readonly answerBy: Day
  readonly state: 'asked' | 'answered' | 'withdrawn'
  readonly answer: Answer | null
  readonly delivery: Delivery
  readonly handedOverBy: string
  readonly askerName: string
  readonly askerEmail: string
  readonly askerTitle: string
  readonly customerName: string
  readonly number: string
  readonly issuedOn: Day
  readonly reason: Schema['disputes']['reason']
  readonly amountMinor: number
  readonly currency: string
  readonly disputeNote: string
  readonly isDisputeOpen: boolean
  readonly organisationName: string
  readonly timeZone: string
  readonly reportingCurrency: string
  readonly companyName: string
  readonly receivableId: string
  readonly askedBy: string
  readonly reminder: 'none' | Delivery
  readonly reminderHandedOverBy: string
}

export type Delivery = 'waiting' | 'handed_over' | 'accepted' | 'refused' | 'unknown'

export function selectQuestion(tx: Transaction, id: string) {
  return tx
    .selectFrom('disputeQuestions')
    .select(['customerId', 'disputeId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The state of a question, held until the transaction ends. */
export function lockQuestion(tx: Transaction, id: string) {
  return tx
    .selectFrom('disputeQuestions')
    .select(['id', 'customerId', 'disputeId', 'state', 'delivery', 'handedOverBy', 'reminder'])
    .select('reminderHandedOverBy')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function closeQuestion(
  tx: Transaction,
  id: string,
  closed:
    | { readonly state: 'withdrawn' }
    | {
        readonly state: 'answered'
        readonly answer: Answer
        readonly answerNote: string
        readonly answeredAt: Instant
      },
): Promise<void> {
  await tx.updateTable('disputeQuestions').set(closed).where('id', '=', id).execute()
}

/** More time was asked for: the note is kept, the question stays open, its new day is reminded of. */
export async function postponeQuestion(
  tx: Transaction,
  id: string,
  later: { readonly answerBy: Day; readonly answerNote: string },
): Promise<void> {
  await tx
    .updateTable('disputeQuestions')
    .set({ ...later, reminder: 'none' })
    .where('id', '=', id)
    .execute()
}

/** How often a question has been passed on until it became this one. */
export async function selectPasses(tx: Transaction, id: string): Promise<number> {
  const { rows } = await sql<{ passes: number }>`
    with recursive chain as (
      select id, passed_on_from from dispute_questions where id = ${id}
      union all
      select q.id, q.passed_on_from from dispute_questions q
      join chain c on q.id = c.passed_on_from)
    select count(*)::integer - 1 as passes from chain`.execute(tx)
  return rows[0]?.passes ?? 0
}

export type Remindable = {
  readonly id: string
  readonly askedAt: Instant
  readonly answerBy: Day
  readonly country: string
  readonly region: string
}

/** Questions that arrived, wait for an answer within these days, and were not reminded of. */
export async function selectRemindable(
  tx: Transaction,
  organisationId: string,
  { from, to }: { from: Day; to: Day },
): Promise<Remindable[]> {
  const { rows } = await sql<Remindable>`
    select q.id, q.asked_at, q.answer_by, e.country, e.region
    from dispute_questions q
    join disputes d on d.id = q.dispute_id
    join receivables r on r.id = d.receivable_id
    join legal_entities e on e.id = r.legal_entity_id
    where q.organisation_id = ${organisationId} and q.state = 'asked' and q.reminder = 'none'
      and q.delivery = 'accepted' and d.state = 'open'
      and q.answer_by between ${from} and ${to}
    order by q.id`.execute(tx)
  return rows
}

/** Takes a reminder on: tells whether nobody had. */
export async function claimReminder(tx: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('disputeQuestions')
    .set({ reminder: 'waiting' })
    .where('id', '=', id)
    .where('reminder', '=', 'none')
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function noteReminder(
  tx: Transaction,
  id: string,
  reminder: Delivery,
  by?: string,
): Promise<void> {
  await tx
    .updateTable('disputeQuestions')
    .set({ reminder, ...(by === undefined ? {} : { reminderHandedOverBy: by }) })
    .where('id', '=', id)
    .execute()
}

export async function noteHandingOver(
  tx: Transaction,
  id: string,
  handing: { readonly handedOverAt: Instant; readonly handedOverBy: string },
): Promise<void> {
  await tx
    .updateTable('disputeQuestions')
    .set({ delivery: 'handed_over', ...handing })
    .where('id', '=', id)
    .execute()
}

export async function noteDelivery(tx: Transaction, id: string, delivery: Delivery): Promise<void> {
  await tx.updateTable('disputeQuestions').set({ delivery }).where('id', '=', id).execute()
}

/** The department to which a question was passed on. */
export async function selectPassedOnTo(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('disputeQuestions')
    .select('department')
    .where('passedOnFrom', '=', id)
    .executeTakeFirst()
  return row?.department ?? null
}
