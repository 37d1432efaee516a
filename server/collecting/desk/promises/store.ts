import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Standing } from './rules.ts'

export async function insertPromise(
  tx: Transaction,
  row: Insertable<Schema['promises']>,
): Promise<void> {
  await tx.insertInto('promises').values(row).execute()
}

/** What one open item of a customer has open and promised, or the whole account in a currency. */
export async function selectStanding(
  tx: Transaction,
  customerId: string,
  on: { readonly openItemId: string | null; readonly currency: string },
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select coalesce(sum(i.open_minor), 0)::bigint as open_minor, i.currency,
      coalesce((select sum(p.amount_minor) from promises p
        where p.customer_id = ${customerId} and p.state = 'open' and p.currency = i.currency
          and (${on.openItemId}::uuid is null or p.open_item_id = ${on.openItemId}
            or p.open_item_id is null)), 0)::bigint as promised_minor
    from open_items i
    where i.customer_id = ${customerId} and i.closed_on is null and i.open_minor > 0
      and (i.id = ${on.openItemId} or (${on.openItemId}::uuid is null
        and i.currency = ${on.currency}))
    group by i.currency`.execute(tx)
  return rows[0] ?? null
}

export type OpenPromise = {
  readonly id: string
  readonly customerId: string
  readonly amountMinor: number
  readonly currency: string
  readonly promisedFor: Day
  readonly receivedMinor: number
}

/**
 * Open promises with the payments that count for them: on the item, or on the account in that
 * currency, by day of effect from the day the promise was made to its last day.
 */
export async function selectOpenPromises(
  tx: Transaction,
  organisationId: string,
  toleranceDays: number,
): Promise<OpenPromise[]> {
  const { rows } = await sql<OpenPromise>`
    select p.id, p.customer_id, p.amount_minor, p.currency, p.promised_for,
      ${receivedOf(toleranceDays)} as received_minor
    from promises p
    where p.organisation_id = ${organisationId} and p.state = 'open'
    order by p.customer_id, p.id`.execute(tx)
  return rows
}

function receivedOf(toleranceDays: number) {
  return sql`coalesce(case when p.open_item_id is not null then (
      select sum(a.amount_minor) from allocations a
      where a.open_item_id = p.open_item_id and a.kind = 'payment'
        and a.allocated_on between p.made_on and p.promised_for + ${toleranceDays}::integer)
    else (
      select sum(y.amount_minor) from payments y
      where y.customer_id = p.customer_id and y.currency = p.currency
        and y.received_on between p.made_on and p.promised_for + ${toleranceDays}::integer)
    end, 0)::bigint`
}

/** Closes a promise that is still open; tells whether it was. */
export async function closePromise(
  tx: Transaction,
  id: string,
  state: 'kept' | 'partly_kept' | 'broken' | 'withdrawn',
  today: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('promises')
    .set({ state, judgedOn: today })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function selectPromise(tx: Transaction, id: string) {
  return tx
    .selectFrom('promises')
    .select(['id', 'customerId', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type PromiseQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly customer?: string | undefined
  readonly state?: string | undefined
  readonly after: readonly [day: string, id: string] | null
  readonly limit: number
  readonly toleranceDays: number
}

export type PromiseRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly openItemId: string | null
  readonly number: string | null
  readonly amountMinor: number
  readonly currency: string
  readonly receivedMinor: number
  readonly promisedFor: Day
  readonly madeOn: Day
  readonly state: 'open' | 'kept' | 'partly_kept' | 'broken' | 'withdrawn'
  readonly judgedOn: Day | null
  readonly saidBy: string
  readonly takenById: string | null
  readonly takenByName: string | null
}

export async function selectPromises(tx: Transaction, query: PromiseQuery): Promise<PromiseRead[]> {
  const { owners, customer, state, after } = query
  const { rows } = await sql<PromiseRead>`
    select p.id, p.customer_id, c.name as customer_name, p.open_item_id, r.number,
      p.amount_minor, p.currency, ${receivedOf(query.toleranceDays)} as received_minor,
      p.promised_for, p.made_on, p.state, p.judged_on, p.said_by, p.taken_by as taken_by_id,
      t.name as taken_by_name
    from promises p
    join customers c on c.id = p.customer_id
    left join open_items i on i.id = p.open_item_id
    left join receivables r on r.id = i.receivable_id
    left join people t on t.id = p.taken_by
    where p.organisation_id = ${query.organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${customer ?? null}::uuid is null or p.customer_id = ${customer ?? null})
      and (${state ?? null}::text is null or p.state = ${state ?? null})
      and (${after?.[0] ?? null}::date is null
        or (p.promised_for, p.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by p.promised_for, p.id
    limit ${query.limit + 1}`.execute(tx)
  return rows
}
