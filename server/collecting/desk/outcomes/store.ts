import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { CONTACT_ROLES } from '../../../ledger/contacts/contract.ts'

export type Outcome = Schema['outcomes']

/** Keeps an outcome; false when its id was taken in the meantime. */
export async function insertOutcome(
  tx: Transaction,
  row: Insertable<Schema['outcomes']>,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('outcomes')
    .values(row)
    .onConflict((at) => at.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function selectOutcome(tx: Transaction, id: string) {
  return tx
    .selectFrom('outcomes')
    .select(['id', 'digest', 'answer'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function selectOutcomes(tx: Transaction, customerId: string, limit: number) {
  return tx
    .selectFrom('outcomes as o')
    .leftJoin('people as p', 'p.id', 'o.loggedBy')
    .select([
      'o.id',
      'o.kind',
      'o.channel',
      'o.onDay',
      'o.happenedAt',
      'o.recordedAt',
      'o.contactId',
      'o.said',
      'o.opened',
      'p.id as byId',
      'p.name as byName',
    ])
    .where('o.customerId', '=', customerId)
    .orderBy('o.happenedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute()
}

/** The answer to what was written down last in a turn; null when nothing was. */
export async function selectLatestOfBall(tx: Transaction, ballId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('outcomes')
    .select('answer')
    .where('ballId', '=', ballId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.answer ?? null
}

/** Who held the ball of a customer at a moment, the latest if several did, and how it ended. */
export async function selectBallAt(tx: Transaction, customerId: string, at: Instant) {
  return tx
    .selectFrom('balls')
    .select(['id', 'holderId', 'returnedOn', 'returnedWhy'])
    .where('customerId', '=', customerId)
    .where('lane', '=', 'seller')
    .where('recordedAt', '<=', at)
    .where((ball) => ball.or([ball('returnedAt', 'is', null), ball('returnedAt', '>', at)]))
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function selectHeldBall(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('balls as b')
    .leftJoin('people as h', 'h.id', 'b.holderId')
    .select(['b.id', 'b.lane', 'b.holderId', 'b.returnsOn', 'h.name as holderName'])
    .where('b.customerId', '=', customerId)
    .where('b.returnedOn', 'is', null)
    .executeTakeFirst()
}

/** Where a customer is: whose clock and whose working days count. */
export async function selectPlace(tx: Transaction, customerId: string) {
  const { rows } = await sql<{ country: string; region: string; timeZone: string }>`
    select coalesce(nullif(c.country, ''), e.country) as country,
      case when c.country = '' then e.region else c.region end as region,
      coalesce(nullif(c.time_zone, ''), e.time_zone) as time_zone
    from customers c join legal_entities e on e.id = c.legal_entity_id
    where c.id = ${customerId}`.execute(tx)
  const [place] = rows
  if (!place) throw new Error(`no customer ${customerId}`)
  return place
}

/** An open task of the customer: the one that is named, else the oldest of a kind that is due. */
export async function selectAnswered(
  tx: Transaction,
  customerId: string,
  answered: { readonly taskId: string | null; readonly kind: string; readonly today: Day },
) {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from tasks
    where customer_id = ${customerId} and state = 'open'
      and (id = ${answered.taskId}::uuid or (${answered.taskId}::uuid is null
        and kind = ${answered.kind} and due_on <= ${answered.today}))
    order by due_on, id limit 1`.execute(tx)
  return rows[0]
}

/** A task of that kind that is open already. */
export async function selectOpenTask(
  tx: Transaction,
  customerId: string,
  kind: Schema['tasks']['kind'],
): Promise<string | null> {
  const row = await tx
    .selectFrom('tasks')
    .select('id')
    .where('customerId', '=', customerId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function selectContact(tx: Transaction, customerId: string, contactId: string) {
  return tx
    .selectFrom('contacts')
    .select(['id', 'name', 'isPrimary'])
    .where('id', '=', contactId)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
}

export type ContactRow = {
  readonly id: string
  /** Encrypted. */
  readonly name: string
  readonly phone: string
  readonly role: (typeof CONTACT_ROLES)[number]
  readonly isMailable: boolean
}

/** Those one can talk to, the usual one first. */
export async function selectContacts(tx: Transaction, customerId: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select id, name, role, phone, email_hash is not null and email_bounced_at is null as is_mailable
    from contacts
    where customer_id = ${customerId} and removed_at is null and not do_not_contact
    order by is_primary desc, role, id limit 100`.execute(tx)
  return rows
}

export type InvoiceRow = { readonly id: string; readonly number: string }

export async function selectInvoices(
  tx: Transaction,
  customerId: string,
  ids: readonly string[],
): Promise<InvoiceRow[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('receivables')
    .select(['id', 'number'])
    .where('customerId', '=', customerId)
    .where('id', 'in', [...ids])
    .orderBy('issuedOn')
    .orderBy('id')
    .execute()
}

export type FileRow = {
  readonly receivableId: string | null
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** The PDFs of these invoices, each file once, invoices before what else proves them. */
export async function selectPdfs(tx: Transaction, invoiceIds: readonly string[]) {
  const { rows } = await sql<FileRow>`
    select distinct on (place, v.receivable_id, f.sha256) v.receivable_id, f.sha256, f.name,
      f.media_type, f.bytes,
      array_position(array['invoice', 'delivery_note', 'order', 'contract', 'other'], v.kind) as place
    from evidence v join files f on f.id = v.file_id
    where v.receivable_id = any(${invoiceIds}::uuid[]) and v.removed_at is null
      and f.media_type = 'application/pdf'
    order by place, v.receivable_id, f.sha256`.execute(tx)
  return rows
}

/** Those who decide about credit. */
export async function selectCreditManagers(
  tx: Transaction,
  organisationId: string,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from members
    where organisation_id = ${organisationId} and left_at is null
      and 'credit_manager' = any(roles)`.execute(tx)
  return rows.map(({ personId }) => personId)
}

export async function selectCollector(tx: Transaction, customerId: string) {
  const row = await tx
    .selectFrom('customers')
    .select('collectorId')
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.collectorId ?? null
}

export type FormItem = {
  readonly openItemId: string
  readonly receivableId: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly currency: string
  readonly openMinor: number
  readonly disputedMinor: number
  readonly documents: number
}

/** What is owed, the oldest first, with what of it is disputed and what could be sent. */
export async function selectItems(tx: Transaction, customerId: string): Promise<FormItem[]> {
  const { rows } = await sql<FormItem>`
    select i.id as open_item_id, i.receivable_id, r.number, i.issued_on, i.due_on, i.currency,
      i.open_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.receivable_id = r.id and d.state = 'open'), 0)::bigint as disputed_minor,
      (select count(*) from evidence v join files f on f.id = v.file_id
        where v.receivable_id = r.id and v.removed_at is null
          and f.media_type = 'application/pdf')::integer as documents
    from open_items i join receivables r on r.id = i.receivable_id
    where i.customer_id = ${customerId} and i.closed_on is null and i.open_minor > 0
    order by i.due_on, i.id limit 100`.execute(tx)
  return rows
}

export type FormStanding = {
  readonly currency: string
  readonly overdueMinor: number
  readonly owedMinor: number
  readonly promisedMinor: number
}

export async function selectStandings(
  tx: Transaction,
  customerId: string,
  today: Day,
): Promise<FormStanding[]> {
  const { rows } = await sql<FormStanding>`
    select i.currency, sum(i.open_minor)::bigint as owed_minor,
      coalesce(sum(i.open_minor) filter (where i.due_on < ${today}), 0)::bigint as overdue_minor,
      coalesce((select sum(p.amount_minor) from promises p
        where p.customer_id = ${customerId} and p.state = 'open' and p.currency = i.currency), 0)
        ::bigint as promised_minor
    from open_items i
    where i.customer_id = ${customerId} and i.closed_on is null and i.open_minor > 0
    group by i.currency order by owed_minor desc, i.currency`.execute(tx)
  return rows
}
