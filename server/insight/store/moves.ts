import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { allOf, conditionsOf } from '../../ledger/index.ts'
import type { InsightScope } from './sales.ts'

export type MoveRow = {
  readonly currency: string
  readonly on: Day
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly balanceMinor: number
  readonly salesMinor: number
}

/**
 * What every day until `to` changed: a document on its day, its lateness on the day after it fell due,
 * an allocation on its day of effect. Summed up to any day they are the figures as of that day.
 */
export async function selectMoves(
  tx: Transaction,
  scope: InsightScope,
  to: Day,
): Promise<MoveRow[]> {
  const { organisationId, currency } = scope
  const theirs = sql`${allOf(conditionsOf(scope))}
    ${currency ? sql`and moves.currency = ${currency}` : sql``}`
  const { rows } = await sql<MoveRow>`
    select moves.currency, moves.on_day as on, sum(owed)::bigint as owed_minor,
      sum(overdue)::bigint as overdue_minor, sum(balance)::bigint as balance_minor,
      sum(sales)::bigint as sales_minor
    from (
      select customer_id, currency, issued_on as on_day,
        case when total_minor > 0 then total_minor else 0 end as owed, 0::bigint as overdue,
        total_minor as balance, 0::bigint as sales
      from open_items where organisation_id = ${organisationId}
      union all
      select customer_id, currency, greatest(due_on + 1, issued_on), 0, total_minor, 0, 0
      from open_items where organisation_id = ${organisationId} and total_minor > 0
      union all
      select i.customer_id, i.currency, greatest(a.allocated_on, i.issued_on),
        case when i.total_minor > 0 then -a.amount_minor else 0 end, 0, -a.amount_minor, 0
      from allocations a join open_items i on i.id = a.open_item_id
      where a.organisation_id = ${organisationId}
      union all
      select i.customer_id, i.currency, greatest(a.allocated_on, i.due_on + 1, i.issued_on),
        0, -a.amount_minor, 0, 0
      from allocations a join open_items i on i.id = a.open_item_id
      where a.organisation_id = ${organisationId} and i.total_minor > 0
      union all
      select customer_id, currency, received_on, 0, 0, -amount_minor, 0
      from payments where organisation_id = ${organisationId}
      union all
      select p.customer_id, p.currency, a.allocated_on, 0, 0, a.amount_minor, 0
      from allocations a join payments p on p.id = a.payment_id
      where a.organisation_id = ${organisationId}
      union all
      select customer_id, currency, issued_on, 0, 0, 0, total_minor
      from receivables where organisation_id = ${organisationId} and kind <> 'on_account'
    ) moves join customers c on c.id = moves.customer_id
    where moves.on_day <= ${to} and ${theirs}
    group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}
