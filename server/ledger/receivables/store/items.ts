import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { daysRelation, type EntityDays } from '../../store/days.ts'
import { heldUntil } from '../../store/holds.ts'
import { joinOwnerOn } from '../../store/owners.ts'
import {
  allOf,
  conditionsOf,
  isPerson,
  type Condition,
  type CustomerScope,
} from '../../store/scope.ts'

export type ItemFilter = CustomerScope & {
  readonly when: EntityDays
  readonly state: 'open' | 'closed'
  readonly currency?: string | undefined
  readonly seller?: string | undefined
  /** Days past due from–to; a bucket of the ageing table. */
  readonly late?: { readonly from: number | null; readonly to: number | null } | undefined
  readonly sign?: 'debt' | 'credit' | undefined
  readonly dueFrom?: Day | undefined
  readonly dueTo?: Day | undefined
  /** Policy: what a hold is worth without a second person. */
  readonly holdDaysWithoutApproval: number
}

export type ItemRow = {
  readonly id: string
  readonly receivableId: string
  readonly customerId: string
  readonly customerNumber: string
  readonly customerName: string
  readonly legalEntityId: string
  readonly kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  readonly number: string
  readonly sequence: number
  readonly instalments: number
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly isDueAssumed: boolean
  readonly currency: string
  readonly totalMinor: number
  readonly openMinor: number
  readonly closedOn: Day | null
  readonly onDay: Day
  readonly heldUntil: Day | null
  readonly purchaseOrder: string
  readonly orderReference: string
  readonly evidenceKinds: string[]
  readonly vanishedOn: Day | null
}

/** What the items of a filter had been set against only after the day asked about. */
function later({ organisationId, when, customer, scope }: ItemFilter): Condition {
  const only = customer && scope !== 'group' ? sql`and a.customer_id = ${customer}` : sql``
  return sql`(
    select a.open_item_id, sum(a.amount_minor)::bigint as minor
    from allocations a join open_items l on l.id = a.open_item_id
    join ${daysRelation(when)} on d.entity_id = l.legal_entity_id
    where a.organisation_id = ${organisationId} and a.allocated_on > ${when.earliest}
      and a.allocated_on > d.on_day ${only} group by a.open_item_id) later`
}

function narrowed(filter: ItemFilter): Condition {
  const { organisationId, currency, customer, scope, entity, seller, late, sign, ...rest } = filter
  const isOpen = sql`(i.closed_on is null or i.closed_on > d.on_day)
    and i.open_minor + coalesce(later.minor, 0) <> 0`
  const conditions = [
    sql`i.organisation_id = ${organisationId} and i.issued_on <= d.on_day`,
    filter.state === 'open' ? isOpen : sql`i.closed_on <= d.on_day`,
    ...conditionsOf(filter),
  ]
  if (currency) conditions.push(sql`i.currency = ${currency}`)
  if (entity) conditions.push(sql`i.legal_entity_id = ${entity}`)
  if (customer && scope !== 'group') conditions.push(sql`i.customer_id = ${customer}`)
  if (seller) conditions.push(isPerson(sql`o.owner_id`, seller))
  if (sign) conditions.push(sign === 'debt' ? sql`i.total_minor >= 0` : sql`i.total_minor < 0`)
  if (late && late.from !== null) conditions.push(sql`d.on_day - i.due_on >= ${late.from}::integer`)
  if (late && late.to !== null) conditions.push(sql`d.on_day - i.due_on <= ${late.to}::integer`)
  if (rest.dueFrom) conditions.push(sql`i.due_on >= ${rest.dueFrom}`)
  if (rest.dueTo) conditions.push(sql`i.due_on <= ${rest.dueTo}`)
  return allOf(conditions)
}

export type ItemPage = {
  readonly filter: ItemFilter
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** Open items by due day, or closed ones, the last closed first; one row more than the page. */
export async function selectItemPage(
  tx: Transaction,
  { filter, after, limit }: ItemPage,
): Promise<ItemRow[]> {
  const isOpen = filter.state === 'open'
  const key = isOpen ? sql`i.due_on` : sql`i.closed_on`
  const direction = isOpen ? sql`asc` : sql`desc`
  const from = after
    ? sql`and (${key}, i.id) ${isOpen ? sql`>` : sql`<`} (${after[0]}::date, ${after[1]}::uuid)`
    : sql``
  const owner = filter.seller
    ? joinOwnerOn(filter.organisationId, sql`i.customer_id`, sql`i.issued_on`)
    : sql``
  const page = sql`
    select ${COLUMNS} ${fromItems(filter)} ${owner} where ${narrowed(filter)} ${from}
    order by ${key} ${direction}, i.id ${direction} limit ${limit + 1}`
  const shown = isOpen ? sql`page.due_on` : sql`page.closed_on`
  const { rows } = await sql<ItemRow>`${described(page, filter.holdDaysWithoutApproval)}
    order by ${shown} ${direction}, page.id ${direction}`.execute(tx)
  return rows
}

/** The instalments of one document, open or not, as they are on the day. */
export async function selectItemsOf(
  tx: Transaction,
  receivableId: string,
  filter: ItemFilter,
): Promise<ItemRow[]> {
  const page = sql`
    select ${COLUMNS} ${fromItems(filter)} where i.receivable_id = ${receivableId}`
  const { rows } = await sql<ItemRow>`${described(page, filter.holdDaysWithoutApproval)}
    order by page.sequence`.execute(tx)
  return rows
}

const COLUMNS = sql`
  i.id, i.receivable_id, i.customer_id, i.legal_entity_id, i.sequence, i.issued_on, i.due_on,
  i.currency, i.total_minor, i.open_minor + coalesce(later.minor, 0)::bigint as open_minor,
  case when i.closed_on <= d.on_day then i.closed_on end as closed_on, d.on_day`

function fromItems(filter: ItemFilter): Condition {
  return sql`from open_items i join ${daysRelation(filter.when)} on d.entity_id = i.legal_entity_id
    join customers c on c.id = i.customer_id
    left join ${later(filter)} on later.open_item_id = i.id`
}

/** The rows of a page with what their document, customer and papers say. */
function described(page: Condition, holdDaysWithoutApproval: number): Condition {
  return sql`
    select page.*, r.kind, r.number, r.due_is_assumed as is_due_assumed, r.purchase_order,
      r.order_reference, r.vanished_on, c.number as customer_number, c.name as customer_name,
      (select count(*)::integer from open_items s where s.receivable_id = r.id) as instalments,
      ${heldUntil(holdDaysWithoutApproval, sql`r.id`)} as held_until,
      array(select distinct v.kind from evidence v
        where v.customer_id = r.customer_id and v.removed_at is null
          and (v.receivable_id = r.id or v.receivable_id is null)) as evidence_kinds
    from (${page}) page
    join receivables r on r.id = page.receivable_id
    join customers c on c.id = page.customer_id
    join legal_entities e on e.id = page.legal_entity_id`
}

export type Sibling = {
  readonly id: string
  readonly receivableId: string
  readonly dueOn: Day
  readonly openMinor: number
  readonly documentDisputedMinor: number
}

/** All instalments of documents in dispute, to say which part of each is disputed. */
export async function selectDisputedItems(
  tx: Transaction,
  receivableIds: readonly string[],
): Promise<Sibling[]> {
  const { rows } = await sql<Sibling>`
    select i.id, i.receivable_id, i.due_on, i.open_minor, d.minor as document_disputed_minor
    from open_items i join (
      select receivable_id, sum(amount_minor)::bigint as minor from disputes
      where receivable_id = any(${receivableIds}::uuid[]) and state = 'open'
      group by receivable_id) d on d.receivable_id = i.receivable_id
    order by i.due_on, i.sequence`.execute(tx)
  return rows
}
