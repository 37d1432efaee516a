import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { daysRelation, type EntityDays } from '../../store/days.ts'
import { joinOwnerOn } from '../../store/owners.ts'
import {
  allOf,
  asksCustomers,
  conditionsOf,
  type Condition,
  type CustomerScope,
} from '../../store/scope.ts'

export type AgeingBy =
  | 'organisation'
  | 'entity'
  | 'owner'
  | 'seller'
  | 'collector'
  | 'segment'
  | 'country'
  | 'customer'

export type AgeingQuestion = CustomerScope & {
  readonly by: AgeingBy
  readonly currency?: string | undefined
  /** Only these customers; for the table by customer. */
  readonly customerIds?: readonly string[] | undefined
  readonly isByCustomer: boolean
  readonly when: EntityDays
  readonly thresholds: readonly number[]
}

/** An amount of a bucket (−1 is credit) under a key; a customer too when credits go to the oldest. */
export type PartRow = {
  readonly key: string | null
  readonly customerId: string | null
  readonly currency: string
  readonly bucket: number
  readonly minor: number
}

const KEYS: Readonly<Record<AgeingBy, Condition>> = {
  organisation: sql`null::text`,
  entity: sql`i.legal_entity_id::text`,
  owner: sql`c.owner_id::text`,
  seller: sql`o.owner_id::text`,
  collector: sql`c.collector_id::text`,
  segment: sql`c.segment`,
  country: sql`nullif(c.country, '')`,
  customer: sql`i.customer_id::text`,
}

const OF_CUSTOMER = new Set<AgeingBy>(['owner', 'collector', 'segment', 'country'])

/** The customers `c` of the parts `i`, joined only when the question is about them. */
function joinCustomers(question: AgeingQuestion): Condition {
  const { by, customer, scope, customerIds, currency, entity, organisationId } = question
  const narrow = [sql`i.organisation_id = ${organisationId}`]
  if (entity) narrow.push(sql`i.legal_entity_id = ${entity}`)
  if (currency) narrow.push(sql`i.currency = ${currency}`)
  if (customerIds) narrow.push(sql`i.customer_id = any(${customerIds}::uuid[])`)
  if (customer && scope !== 'group') narrow.push(sql`i.customer_id = ${customer}`)
  const isAsked = OF_CUSTOMER.has(by) || asksCustomers(question) || scope === 'group'
  const on = sql`c.id = i.customer_id and ${allOf(conditionsOf(question))}`
  return sql`${isAsked ? sql`join customers c on ${on}` : sql``}
    ${by === 'seller' ? joinOwnerOn(organisationId, sql`i.customer_id`, sql`i.issued_on`) : sql``}
    where ${allOf(narrow)}`
}

function grouped(question: AgeingQuestion, minor: Condition, from: Condition): Condition {
  const { by, isByCustomer, thresholds } = question
  const customer = isByCustomer ? sql`i.customer_id` : sql`null::uuid`
  return sql`
    select ${KEYS[by]} as key, ${customer} as customer_id, i.currency,
      case when i.total_minor < 0 then -1
        else width_bucket(d.on_day - i.due_on, ${thresholds}::integer[]) end as bucket,
      sum(${minor})::bigint as minor
    from ${from} join ${daysRelation(question.when)} on d.entity_id = i.legal_entity_id
    ${joinCustomers(question)} and i.issued_on <= d.on_day`
}

/** What is open now, by the days past due that it has on the day asked about. */
export async function selectOpenParts(
  tx: Transaction,
  question: AgeingQuestion,
): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    ${grouped(question, sql`i.open_minor`, sql`open_items i`)} and i.closed_on is null
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}

/** What was set against items after the day asked about: on that day it was open still. */
export async function selectLaterParts(
  tx: Transaction,
  question: AgeingQuestion,
): Promise<PartRow[]> {
  const { organisationId, when } = question
  const from = sql`allocations a join open_items i on i.id = a.open_item_id`
  const { rows } = await sql<PartRow>`
    ${grouped(question, sql`a.amount_minor`, from)}
      and a.organisation_id = ${organisationId} and a.allocated_on > ${when.earliest}
      and a.allocated_on > d.on_day
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}

/**
 * Money not set against anything: what the books say, less what came after the day asked about, plus
 * what was set against something only later.
 */
export async function selectMoneyParts(
  tx: Transaction,
  question: AgeingQuestion,
): Promise<Omit<PartRow, 'bucket'>[]> {
  const { by, isByCustomer, organisationId, when } = question
  const customer = isByCustomer ? sql`i.customer_id` : sql`null::uuid`
  const { rows } = await sql<PartRow>`
    select ${KEYS[by]} as key, ${customer} as customer_id, i.currency,
      sum(i.minor)::bigint as minor
    from (
      select b.organisation_id, b.customer_id, b.legal_entity_id, b.currency,
        b.unapplied_minor as minor, d.on_day as issued_on
      from customer_balances b join ${daysRelation(when)} on d.entity_id = b.legal_entity_id
      where b.organisation_id = ${organisationId} and b.unapplied_minor <> 0
      union all
      select p.organisation_id, p.customer_id, p.legal_entity_id, p.currency, -p.amount_minor,
        d.on_day
      from payments p join ${daysRelation(when)} on d.entity_id = p.legal_entity_id
      where p.organisation_id = ${organisationId} and p.received_on > ${when.earliest}
        and p.received_on > d.on_day and p.received_on <= d.books_on
      union all
      select p.organisation_id, p.customer_id, p.legal_entity_id, p.currency, a.amount_minor,
        d.on_day
      from allocations a join payments p on p.id = a.payment_id
      join ${daysRelation(when)} on d.entity_id = p.legal_entity_id
      where a.organisation_id = ${organisationId} and a.allocated_on > ${when.earliest}
        and a.allocated_on > d.on_day and a.allocated_on <= d.books_on
    ) i ${joinCustomers(question)}
    group by 1, 2, 3 having sum(i.minor) <> 0`.execute(tx)
  return rows
}
