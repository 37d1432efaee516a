import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import { joinOwnerOn } from '../../store/owners.ts'
import { allOf, conditionsOf, type CustomerScope, isPerson } from '../../store/scope.ts'

export type Kind = 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
export type AllocationKind =
  | 'payment'
  | 'credit'
  | 'write_off'
  | 'set_off'
  | 'cancellation'
  | 'adjustment'

/** One document with whom it belongs to. */
export async function selectDocument(
  tx: Transaction,
  receivableId: string,
  owners: readonly string[] | null,
) {
  return tx
    .selectFrom('receivables as r')
    .innerJoin('customers as c', 'c.id', 'r.customerId')
    .innerJoin('sources as s', 's.id', 'r.sourceId')
    .leftJoin('people as p', 'p.id', 'r.sellerId')
    .where('r.id', '=', receivableId)
    .where(sql<boolean>`(${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`)
    .select([
      'r.id',
      'r.legalEntityId',
      'r.customerId',
      'c.number as customerNumber',
      'c.name as customerName',
      'r.kind',
      'r.number',
      'r.issuedOn',
      'r.deliveredOn',
      'r.currency',
      'r.totalMinor',
      'r.orderReference',
      'r.purchaseOrder',
      'r.paymentReference',
      'r.sellerId',
      'p.name as sellerName',
      'r.dueIsAssumed as isDueAssumed',
      's.name as source',
      'r.externalId',
      'r.vanishedOn',
    ])
    .executeTakeFirst()
}

export type AllocationLine = {
  readonly id: string
  readonly openItemId: string
  readonly sequence: number
  readonly kind: AllocationKind
  readonly allocatedOn: Day
  readonly amountMinor: number
  readonly paymentId: string | null
  readonly paymentReference: string
  readonly otherReceivableId: string | null
  readonly otherNumber: string | null
  readonly reversesId: string | null
  readonly isReversed: boolean
  readonly recordedAt: Instant
  readonly recordedById: string | null
  readonly recordedByName: string | null
}

/** Every line that changed what is open of a document, in the order of their effect. */
export async function selectAllocationLines(
  tx: Transaction,
  receivableId: string,
): Promise<AllocationLine[]> {
  const { rows } = await sql<AllocationLine>`
    select a.id, a.open_item_id, i.sequence, a.kind, a.allocated_on, a.amount_minor, a.payment_id,
      coalesce(m.reference, '') as payment_reference, other.id as other_receivable_id,
      other.number as other_number, a.reverses_id, undo.id is not null as is_reversed,
      a.recorded_at, a.recorded_by as recorded_by_id, p.name as recorded_by_name
    from open_items i join allocations a on a.open_item_id = i.id
    left join payments m on m.id = a.payment_id
    left join allocations undo on undo.reverses_id = a.id
    left join people p on p.id = a.recorded_by
    left join lateral (
      select d.id, d.number from allocations twin
      join open_items ti on ti.id = twin.open_item_id join receivables d on d.id = ti.receivable_id
      where twin.customer_id = a.customer_id and twin.pair_id = a.pair_id
        and twin.open_item_id <> a.open_item_id limit 1) other on a.pair_id is not null
    where i.receivable_id = ${receivableId} order by a.allocated_on, a.id`.execute(tx)
  return rows
}

export type DocumentFilter = CustomerScope & {
  readonly currency?: string | undefined
  readonly issuedFrom?: Day | undefined
  readonly issuedTo?: Day | undefined
  readonly seller?: string | undefined
  readonly kind?: Kind | undefined
  readonly after: readonly [string, string] | null
  readonly limit: number
}

export type DocumentRow = {
  readonly id: string
  readonly kind: Kind
  readonly number: string
  readonly issuedOn: Day
  readonly currency: string
  readonly totalMinor: number
  readonly openMinor: number
  readonly customerId: string
  readonly customerNumber: string
  readonly customerName: string
}

/** Documents of a period, the newest first; money on account is no sale. */
export async function selectDocuments(
  tx: Transaction,
  filter: DocumentFilter,
): Promise<DocumentRow[]> {
  const { organisationId, currency, issuedFrom, issuedTo, seller, kind, after, limit } = filter
  const conditions = [sql`r.organisation_id = ${organisationId}`, ...conditionsOf(filter)]
  conditions.push(kind ? sql`r.kind = ${kind}` : sql`r.kind <> 'on_account'`)
  if (currency) conditions.push(sql`r.currency = ${currency}`)
  if (issuedFrom) conditions.push(sql`r.issued_on >= ${issuedFrom}`)
  if (issuedTo) conditions.push(sql`r.issued_on <= ${issuedTo}`)
  if (seller) conditions.push(isPerson(sql`o.owner_id`, seller))
  if (after) {
    conditions.push(sql`(r.issued_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  }
  const owner = seller ? joinOwnerOn(organisationId, sql`r.customer_id`, sql`r.issued_on`) : sql``
  const { rows } = await sql<DocumentRow>`
    select r.id, r.kind, r.number, r.issued_on, r.currency, r.total_minor,
      (select coalesce(sum(i.open_minor), 0)::bigint from open_items i
        where i.receivable_id = r.id) as open_minor,
      c.id as customer_id, c.number as customer_number, c.name as customer_name
    from receivables r join customers c on c.id = r.customer_id ${owner}
    where ${allOf(conditions)}
    order by r.issued_on desc, r.id desc limit ${limit + 1}`.execute(tx)
  return rows
}

export type AllocationFilter = CustomerScope & {
  readonly currency?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly kind?: AllocationKind | undefined
  readonly after: readonly [string, string] | null
  readonly limit: number
}

export type AllocationRow = {
  readonly id: string
  readonly kind: AllocationKind
  readonly allocatedOn: Day
  readonly amountMinor: number
  readonly currency: string
  readonly dueOn: Day
  readonly number: string
  readonly receivableId: string
  readonly customerId: string
  readonly customerNumber: string
  readonly customerName: string
}

/** Money and credit set against documents in a period, the newest first. */
export async function selectAllocations(
  tx: Transaction,
  filter: AllocationFilter,
): Promise<AllocationRow[]> {
  const { organisationId, currency, from, to, kind, after, limit } = filter
  const conditions = [sql`a.organisation_id = ${organisationId}`, ...conditionsOf(filter)]
  if (kind) conditions.push(sql`a.kind = ${kind}`)
  if (currency) conditions.push(sql`i.currency = ${currency}`)
  if (from) conditions.push(sql`a.allocated_on >= ${from}`)
  if (to) conditions.push(sql`a.allocated_on <= ${to}`)
  if (after) {
    conditions.push(sql`(a.allocated_on, a.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  }
  const { rows } = await sql<AllocationRow>`
    select a.id, a.kind, a.allocated_on, a.amount_minor, i.currency, i.due_on, r.number,
      r.id as receivable_id, c.id as customer_id, c.number as customer_number,
      c.name as customer_name
    from allocations a join open_items i on i.id = a.open_item_id
    join receivables r on r.id = i.receivable_id join customers c on c.id = i.customer_id
    where ${allOf(conditions)}
    order by a.allocated_on desc, a.id desc limit ${limit + 1}`.execute(tx)
  return rows
}
