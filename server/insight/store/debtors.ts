import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { allOf, conditionsOf } from '../../ledger/index.ts'
import type { InsightScope } from './sales.ts'

export type DebtorRow = {
  readonly currency: string
  readonly customerId: string
  readonly number: string
  readonly name: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly oldestDueOn: Day | null
  readonly today: Day
  /** Of all that is overdue in the currency. */
  readonly wholeMinor: number
}

/** Per currency the customers with most overdue, beside the whole of it. */
export async function selectTopDebtors(
  tx: Transaction,
  scope: InsightScope,
  limit: number,
): Promise<DebtorRow[]> {
  const only = scope.currency ? sql`and b.currency = ${scope.currency}` : sql``
  const { rows } = await sql<DebtorRow>`
    select t.currency, c.id as customer_id, c.number, c.name, c.owner_id, p.name as owner_name,
      t.owed_minor, t.overdue_minor, t.oldest_due_on, e.balances_on as today, t.whole_minor
    from (
      select b.customer_id, b.currency, b.owed_minor, b.overdue_minor, b.oldest_due_on,
        sum(b.overdue_minor) over (partition by b.currency)::bigint as whole_minor,
        row_number() over (partition by b.currency order by b.overdue_minor desc, b.customer_id)
          as place
      from customer_balances b join customers c on c.id = b.customer_id
      where b.organisation_id = ${scope.organisationId} and b.overdue_minor > 0 ${only}
        and ${allOf(conditionsOf(scope))}
    ) t join customers c on c.id = t.customer_id
    join legal_entities e on e.id = c.legal_entity_id
    left join people p on p.id = c.owner_id
    where t.place <= ${limit} order by t.currency, t.place`.execute(tx)
  return rows
}
