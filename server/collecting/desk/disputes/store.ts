import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day } from '../../../kernel/day.ts'

export async function selectReceivable(tx: Transaction, id: string) {
  const { rows } = await sql<{
    customerId: string
    currency: string
    openMinor: number
    disputedMinor: number
  }>`
    select r.customer_id, r.currency,
      coalesce((select sum(i.open_minor) from open_items i where i.receivable_id = r.id), 0)::bigint
        as open_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.receivable_id = r.id and d.state = 'open'), 0)::bigint as disputed_minor
    from receivables r where r.id = ${id}`.execute(tx)
  return rows[0]
}

export async function insertDispute(
  tx: Transaction,
  row: Insertable<Schema['disputes']>,
): Promise<void> {
  await tx.insertInto('disputes').values(row).execute()
}

export async function selectDispute(tx: Transaction, id: string) {
  return tx
    .selectFrom('disputes')
    .select(['id', 'customerId', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Ends a dispute that is open; tells whether it was. */
export async function resolveDispute(
  tx: Transaction,
  id: string,
  resolution: NonNullable<Schema['disputes']['resolution']>,
  today: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('disputes')
    .set({ state: 'resolved', resolution, resolvedOn: today })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Open disputes on documents of which nothing is open any more. */
export async function selectPaidDisputes(tx: Transaction, organisationId: string) {
  const { rows } = await sql<{ id: string; customerId: string }>`
    select d.id, d.customer_id from disputes d
    where d.organisation_id = ${organisationId} and d.state = 'open'
      and not exists (select 1 from open_items i
        where i.receivable_id = d.receivable_id and i.closed_on is null)
    order by d.id`.execute(tx)
  return rows
}

export type DisputeQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly customer?: string | undefined
  readonly state?: 'open' | 'resolved' | undefined
  readonly after: readonly [day: string, id: string] | null
  readonly limit: number
}

export type DisputeRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly receivableId: string
  readonly number: string
  readonly reason: Schema['disputes']['reason']
  readonly amountMinor: number
  readonly currency: string
  readonly note: string
  readonly openedOn: Day
  readonly revisitOn: Day | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly state: 'open' | 'resolved'
  readonly resolution: Schema['disputes']['resolution']
  readonly resolvedOn: Day | null
  readonly sortDay: Day
}

/** Disputes by the day to look at them again; without one, by the day they were opened. */
export async function selectDisputes(tx: Transaction, query: DisputeQuery): Promise<DisputeRead[]> {
  const { owners, customer, state, after } = query
  const sortDay = sql`coalesce(d.revisit_on, d.opened_on)`
  const { rows } = await sql<DisputeRead>`
    select d.id, d.customer_id, c.name as customer_name, d.receivable_id, r.number, d.reason,
      d.amount_minor, d.currency, d.note, d.opened_on, d.revisit_on, d.owner_id,
      o.name as owner_name, d.state, d.resolution, d.resolved_on, ${sortDay} as sort_day
    from disputes d
    join customers c on c.id = d.customer_id
    join receivables r on r.id = d.receivable_id
    left join people o on o.id = d.owner_id
    where d.organisation_id = ${query.organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${customer ?? null}::uuid is null or d.customer_id = ${customer ?? null})
      and (${state ?? null}::text is null or d.state = ${state ?? null})
      and (${after?.[0] ?? null}::date is null
        or (${sortDay}, d.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by ${sortDay}, d.id
    limit ${query.limit + 1}`.execute(tx)
  return rows
}
