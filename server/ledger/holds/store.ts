import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Day, Instant } from '../../kernel/day.ts'

export type HoldRow = {
  readonly id: string
  readonly customerId: string
  readonly customerNumber: string
  readonly customerName: string
  readonly legalEntityId: string
  readonly receivableId: string | null
  readonly receivableNumber: string | null
  readonly reason: Schema['holds']['reason']
  readonly note: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly createdBy: string | null
  readonly createdByName: string | null
  readonly approvedBy: string | null
  readonly approvedByName: string | null
  readonly isApproved: boolean
  readonly liftedOn: Day | null
  readonly liftedBy: string | null
  readonly liftedByName: string | null
}

const HOLDS = sql`
  select h.id, h.customer_id, c.number as customer_number, c.name as customer_name,
    c.legal_entity_id, h.receivable_id, r.number as receivable_number, h.reason, h.note,
    h.starts_on, h.ends_on, h.created_by, h.approved_by, h.approved_by is not null as is_approved,
    h.lifted_on, h.lifted_by, creator.name as created_by_name, approver.name as approved_by_name,
    lifter.name as lifted_by_name
  from holds h join customers c on c.id = h.customer_id
  left join receivables r on r.id = h.receivable_id
  left join people creator on creator.id = h.created_by
  left join people approver on approver.id = h.approved_by
  left join people lifter on lifter.id = h.lifted_by`

export async function selectHoldsOf(tx: Transaction, customerId: string): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    ${HOLDS} where h.customer_id = ${customerId} order by h.id desc`.execute(tx)
  return rows
}

/** Holds whose days include this one; approval is the rule's business. */
export async function selectHoldsAround(
  tx: Transaction,
  customerIds: readonly string[],
  on: Day,
): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    ${HOLDS} where h.customer_id = any(${customerIds}::uuid[])
      and h.starts_on <= ${on} and h.ends_on >= ${on}
      and (h.lifted_on is null or h.lifted_on > ${on}) order by h.id`.execute(tx)
  return rows
}

export type HoldPage = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly state: 'in_force' | 'waiting'
  readonly daysWithoutApproval: number
  readonly after: { readonly endsOn: Day; readonly id: string } | null
  readonly limit: number
}

/** Holds that are not over, those that end first on top. */
export async function selectHolds(tx: Transaction, page: HoldPage): Promise<HoldRow[]> {
  const isWaiting = sql`h.approved_by is null
    and h.ends_on - h.starts_on + 1 > ${page.daysWithoutApproval}::integer`
  const state =
    page.state === 'waiting'
      ? isWaiting
      : sql`h.starts_on <= e.balances_on and not (${isWaiting}
      and h.starts_on + ${page.daysWithoutApproval}::integer <= e.balances_on)`
  const after = page.after
    ? sql`and (h.ends_on, h.id) > (${page.after.endsOn}::date, ${page.after.id}::uuid)`
    : sql``
  const { rows } = await sql<HoldRow>`
    ${HOLDS} join legal_entities e on e.id = c.legal_entity_id
    where h.organisation_id = ${page.organisationId} and h.lifted_on is null
      and h.ends_on >= e.balances_on and ${state} ${after}
      and (${page.owners}::uuid[] is null or c.owner_id = any(${page.owners}::uuid[]))
    order by h.ends_on, h.id limit ${page.limit}`.execute(tx)
  return rows
}

export async function selectHold(tx: Transaction, holdId: string): Promise<HoldRow | undefined> {
  const { rows } = await sql<HoldRow>`${HOLDS} where h.id = ${holdId}`.execute(tx)
  return rows[0]
}

export async function insertHold(tx: Transaction, row: Insertable<Schema['holds']>): Promise<void> {
  await tx.insertInto('holds').values(row).execute()
}

export async function approve(tx: Transaction, holdId: string, approver: string): Promise<void> {
  await tx.updateTable('holds').set({ approvedBy: approver }).where('id', '=', holdId).execute()
}

export async function lift(
  tx: Transaction,
  holdId: string,
  lifted: { on: Day; by: string | null },
): Promise<void> {
  await tx
    .updateTable('holds')
    .set({ liftedOn: lifted.on, liftedBy: lifted.by })
    .where('id', '=', holdId)
    .execute()
}

type OfSource = {
  readonly organisationId: string
  readonly reason: Schema['holds']['reason']
  readonly source: string
  readonly today: Day
}

/** Holds that a source has placed and that are not over; nobody has placed them, its name is the note. */
export async function selectSourceHolds(
  tx: Transaction,
  { organisationId, reason, source, today }: OfSource,
): Promise<{ id: string; customerId: string; receivableId: string | null; endsOn: Day }[]> {
  return tx
    .selectFrom('holds')
    .select(['id', 'customerId', 'receivableId', 'endsOn'])
    .where('organisationId', '=', organisationId)
    .where('createdBy', 'is', null)
    .where('reason', '=', reason)
    .where('note', '=', source)
    .where('liftedOn', 'is', null)
    .where('endsOn', '>=', today)
    .execute()
}

type Placing = {
  readonly organisationId: string
  readonly reason: Schema['holds']['reason']
  readonly note: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly at: Instant
}

export async function insertSourceHolds(
  tx: Transaction,
  { organisationId, reason, note, startsOn, endsOn, at }: Placing,
  rows: readonly { id: string; customerId: string; receivableId: string | null }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into holds (id, organisation_id, customer_id, receivable_id, reason, note, starts_on,
      ends_on, created_at)
    select v.id, ${organisationId}::uuid, v.customer_id, v.receivable_id, ${reason}, ${note},
      ${startsOn}::date, ${endsOn}::date, ${at}::timestamptz
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => row.receivableId)}::uuid[]) as v (id, customer_id, receivable_id)`.execute(
    tx,
  )
}

export async function liftMany(tx: Transaction, ids: readonly string[], on: Day): Promise<void> {
  if (ids.length === 0) return
  await sql`update holds set lifted_on = ${on}::date where id = any(${ids}::uuid[])`.execute(tx)
}

export async function hasReceivable(
  tx: Transaction,
  receivableId: string,
  customerId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('receivables')
    .select('id')
    .where('id', '=', receivableId)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  return row !== undefined
}
