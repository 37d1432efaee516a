import { sql } from 'kysely'

import type { Condition } from './scope.ts'

/**
 * Joins `o`: who owned the customer on a day. Of two rows of one day the later written counts, since
 * the earlier one then spans no day.
 */
export function joinOwnerOn(organisationId: string, customer: Condition, on: Condition): Condition {
  return sql`left join (
    select customer_id, owner_id, from_on,
      lead(from_on) over (partition by customer_id order by from_on, id) as until_on
    from customer_owners where organisation_id = ${organisationId}
  ) o on o.customer_id = ${customer} and o.from_on <= ${on}
    and (o.until_on is null or o.until_on > ${on})`
}
