import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { TaskKind } from '../tasks/store.ts'
import type { Reason } from '../worklist/rules.ts'
import type { Standing } from '../worklist/store/rows.ts'

export type HomeRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly ownerId: string
  readonly ownerName: string
  readonly standings: Standing[]
  readonly reasons: Reason[]
  readonly lane: 'seller' | 'legal' | null
  readonly returnsOn: Day | null
  /** What is theirs to do by now: the longest waiting. */
  readonly task: { readonly kind: TaskKind; readonly dueOn: Day } | null
  /** Finance asks whether they take the customer over. */
  readonly isOffered: boolean
  readonly meetingOn: Day | null
  readonly meetingAt: Instant | null
}

/** The customers of these owners with something open to act on, the largest matters first. */
export async function selectHomeRows(
  tx: Transaction,
  owners: readonly string[],
  today: Day,
): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select c.id, c.number, c.name, p.id as owner_id, p.name as owner_name, w.standings, w.reasons, b.lane, b.returns_on,
      (select json_build_object('kind', t.kind, 'dueOn', t.due_on) from tasks t
        where t.customer_id = c.id and t.state = 'open' and t.lane = 'seller'
          and t.due_on <= ${today} order by t.due_on, t.id limit 1) as task,
      exists (select 1 from ball_offers f where f.customer_id = c.id and f.state = 'open'
        and f.offered_to = c.owner_id and f.until >= ${today}) as is_offered,
      n.on_day as meeting_on, n.starts_at as meeting_at
    from worklist_rows w
    join customers c on c.id = w.customer_id
    join people p on p.id = w.owner_id
    left join balls b on b.customer_id = c.id and b.returned_on is null
    left join lateral (select m.on_day, m.starts_at from meetings m
      where m.customer_id = c.id and m.on_day >= ${today}
      order by m.on_day, m.starts_at nulls last, m.id limit 1) n on true
    where w.owner_id = any(${owners}::uuid[])
    order by w.score desc, c.id
    limit 200`.execute(tx)
  return rows
}

export type PaidRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly ownerId: string
  readonly ownerName: string
  readonly paid: readonly { readonly minor: number; readonly currency: string }[]
  readonly meetingOn: Day | null
  readonly meetingAt: Instant | null
}

/**
 * Customers who paid since the seller last met or spoke to them, or said thanks; lately where that
 * never was.
 */
export async function selectPaidRows(
  tx: Transaction,
  owners: readonly string[],
  { from, today }: { from: Day; today: Day },
): Promise<PaidRow[]> {
  const { rows } = await sql<PaidRow>`
    with met as (
      select c.id, c.number, c.name, c.owner_id,
        greatest(${from}::date,
          (select max(m.on_day) from meetings m
            where m.customer_id = c.id and m.on_day < ${today}),
          (select max(o.on_day) from outcomes o
            where o.customer_id = c.id and o.kind <> 'not_reached'),
          (select max(h.on_day) from thanks h where h.customer_id = c.id)) as since
      from customers c where c.owner_id = any(${owners}::uuid[])),
    came as (
      select met.id, p.currency, sum(p.amount_minor)::bigint as minor
      from met join payments p on p.customer_id = met.id
      where p.received_on > met.since and p.received_on <= ${today}
      group by met.id, p.currency having sum(p.amount_minor) > 0)
    select met.id, met.number, met.name, p.id as owner_id, p.name as owner_name,
      json_agg(json_build_object('minor', came.minor, 'currency', came.currency)
        order by came.currency) as paid,
      n.on_day as meeting_on, n.starts_at as meeting_at
    from met join came on came.id = met.id join people p on p.id = met.owner_id
    left join lateral (select m.on_day, m.starts_at from meetings m
      where m.customer_id = met.id and m.on_day >= ${today}
      order by m.on_day, m.starts_at nulls last, m.id limit 1) n on true
    group by met.id, met.number, met.name, p.id, p.name, n.on_day, n.starts_at
    order by max(came.minor) desc, met.id
    limit 50`.execute(tx)
  return rows
}

export async function insertThanks(
  tx: Transaction,
  row: Insertable<Schema['thanks']>,
): Promise<void> {
  await tx.insertInto('thanks').values(row).execute()
}

/** Removes one's own thanks; false when there are none such. */
export async function deleteThanks(
  tx: Transaction,
  { id, customerId, personId }: Pick<Schema['thanks'], 'id' | 'customerId' | 'personId'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('thanks')
    .where('id', '=', id)
    .where('customerId', '=', customerId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
