import { sql, type Selectable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Day } from '../../kernel/day.ts'
import { allOf, conditionsOf, joinOwnerOn, type CustomerScope } from '../../ledger/index.ts'

type Disputes = Selectable<Schema['disputes']>

export type CauseRow = {
  readonly currency: string
  readonly reason: Disputes['reason']
  readonly department: Disputes['department']
  readonly sellerId: string | null
  readonly sellerName: string | null
  readonly month: Day
  readonly resolution: string | null
  readonly count: number
  readonly minor: number
  readonly settlingDays: number
}

/** Disputes opened between two days, put together by everything that the report asks. */
export async function selectCauses(
  tx: Transaction,
  scope: CustomerScope,
  { from, to }: { from: Day; to: Day },
): Promise<CauseRow[]> {
  const { rows } = await sql<CauseRow>`
    select d.currency, d.reason, d.department, o.owner_id as seller_id, p.name as seller_name,
      date_trunc('month', d.opened_on)::date as month, d.resolution,
      count(*)::integer as count, sum(d.amount_minor)::bigint as minor,
      coalesce(sum(d.resolved_on - d.opened_on), 0)::bigint as settling_days
    from disputes d
    join customers c on c.id = d.customer_id
    join receivables r on r.id = d.receivable_id
    ${joinOwnerOn(scope.organisationId, sql`d.customer_id`, sql`r.issued_on`)}
    left join people p on p.id = o.owner_id
    where d.organisation_id = ${scope.organisationId} and d.opened_on between ${from} and ${to}
      and ${allOf(conditionsOf(scope))}
    group by 1, 2, 3, 4, 5, 6, 7
    order by 1, 2, 3, 4, 6, 7`.execute(tx)
  return rows
}
