import { sql } from 'kysely'

import { idArray } from '../../../database/arrays.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Scope } from './candidates.ts'

type TalkRow = {
  readonly customerId: string
  readonly on: Day
  readonly country: string
  readonly region: string
}

/**
 * When sellers met, visited or called customers and spoke with them as friends do. Nobody was reached
 * is no conversation, and a refusal is nothing that a formal word would spoil.
 */
export async function selectTalks(
  tx: Transaction,
  customerIds: readonly string[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<TalkRow[]> {
  const { rows } = await sql<TalkRow>`
    select t.customer_id, t.on_day as "on", coalesce(nullif(c.country, ''), e.country) as country,
      case when c.country = '' then e.region else c.region end as region
    from (
      select customer_id, on_day from meetings
      where customer_id = any(${idArray(customerIds)}::uuid[])
      union
      select o.customer_id, o.on_day from outcomes o
      join members m on m.person_id = o.logged_by and m.roles && array['seller', 'sales_manager']
      where o.customer_id = any(${idArray(customerIds)}::uuid[])
        and o.kind not in ('not_reached', 'wrong_person', 'refuses')
      union
      select k.customer_id, (k.closed_at at time zone c.time_zone)::date from tasks k
      join customers c on c.id = k.customer_id
      join members m on m.person_id = k.closed_by and m.roles && array['seller', 'sales_manager']
      where k.customer_id = any(${idArray(customerIds)}::uuid[]) and k.state = 'done'
        and k.kind in ('call', 'visit')
        and k.outcome not in ('not_reached', 'wrong_person', 'refuses')
    ) t
    join customers c on c.id = t.customer_id
    join legal_entities e on e.id = c.legal_entity_id
    where t.on_day between ${from}::date and ${to}::date
    order by t.customer_id, t.on_day`.execute(tx)
  return rows
}

/**
 * Since when sellers wait for an answer of the house: to a request for more than their mandate, or to
 * a question about a dispute. What finance asked the seller is the ball, and holds by itself.
 */
export async function selectSellerAsked(
  tx: Transaction,
  { customerIds }: Pick<Scope, 'customerIds'>,
): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ customerId: string; askedOn: Day }>`
    select customer_id, min(asked_on) as asked_on from (
      select a.customer_id, (a.asked_at at time zone c.time_zone)::date as asked_on
      from approvals a join customers c on c.id = a.customer_id
      where a.customer_id = any(${idArray(customerIds)}::uuid[]) and a.state = 'asked'
      union all
      select q.customer_id, (q.asked_at at time zone c.time_zone)::date
      from dispute_questions q join customers c on c.id = q.customer_id
      join disputes d on d.id = q.dispute_id and d.state = 'open'
      join members m on m.person_id = q.asked_by and m.roles && array['seller', 'sales_manager']
      where q.customer_id = any(${idArray(customerIds)}::uuid[]) and q.state = 'asked'
    ) asked
    group by customer_id`.execute(tx)
  return new Map(rows.map(({ customerId, askedOn }) => [customerId, askedOn]))
}
