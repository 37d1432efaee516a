import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import {
  allOf,
  conditionsOf,
  joinOwnerOn,
  type Condition,
  type CustomerScope,
} from '../../ledger/index.ts'

export type InsightScope = CustomerScope & { readonly currency?: string | undefined }

/** Sales are invoices and debit notes less credit notes; money on account is none. */
const IS_SALE = sql`r.kind <> 'on_account'`

function scoped(scope: InsightScope, currency: Condition): Condition {
  const conditions = conditionsOf(scope)
  if (scope.currency) conditions.push(sql`${currency} = ${scope.currency}`)
  return allOf(conditions)
}

export type MonthRow = {
  readonly currency: string
  readonly from: Day
  readonly salesMinor: number
}

/** Sales by calendar month from one day to another, and none of other days. */
export async function selectMonths(
  tx: Transaction,
  scope: InsightScope,
  { from, to }: { from: Day; to: Day },
): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select r.currency, date_trunc('month', r.issued_on)::date as from,
      sum(r.total_minor)::bigint as sales_minor
    from receivables r join customers c on c.id = r.customer_id
    where r.organisation_id = ${scope.organisationId} and ${IS_SALE}
      and r.issued_on between ${from} and ${to} and ${scoped(scope, sql`r.currency`)}
    group by 1, 2`.execute(tx)
  return rows
}

export type SellerSum = {
  readonly sellerId: string | null
  readonly currency: string
  readonly minor: number
  readonly minorTimesDays: number
}

/** Sales after one day up to another, by who owned the customer on the invoice's day. */
export async function selectSales(
  tx: Transaction,
  scope: InsightScope,
  { from, to }: { from: Day; to: Day },
): Promise<SellerSum[]> {
  const { rows } = await sql<SellerSum>`
    select o.owner_id as seller_id, r.currency, sum(r.total_minor)::bigint as minor,
      0::bigint as minor_times_days
    from receivables r join customers c on c.id = r.customer_id
    ${joinOwnerOn(scope.organisationId, sql`r.customer_id`, sql`r.issued_on`)}
    where r.organisation_id = ${scope.organisationId} and ${IS_SALE}
      and r.issued_on > ${from} and r.issued_on <= ${to} and ${scoped(scope, sql`r.currency`)}
    group by 1, 2`.execute(tx)
  return rows
}

/** Money set against invoices in those days, and how late it was; what was undone does not count. */
export async function selectCollected(
  tx: Transaction,
  scope: InsightScope,
  { from, to }: { from: Day; to: Day },
): Promise<SellerSum[]> {
  const { rows } = await sql<SellerSum>`
    select o.owner_id as seller_id, i.currency, sum(a.amount_minor)::bigint as minor,
      sum(a.amount_minor * (a.allocated_on - i.due_on))::bigint as minor_times_days
    from allocations a join open_items i on i.id = a.open_item_id
    join customers c on c.id = i.customer_id
    ${joinOwnerOn(scope.organisationId, sql`i.customer_id`, sql`i.issued_on`)}
    where a.organisation_id = ${scope.organisationId} and a.kind = 'payment'
      and a.allocated_on > ${from} and a.allocated_on <= ${to} and i.total_minor > 0
      and a.reverses_id is null
      and not exists (select from allocations undo where undo.reverses_id = a.id)
      and ${scoped(scope, sql`i.currency`)}
    group by 1, 2`.execute(tx)
  return rows
}
