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

/**
 * How many promises on the same debt were not kept: on the item, or on the account since the oldest
 * of what is overdue fell due.
 */
export async function selectLevel(
  tx: Transaction,
  customerId: string,
  on: { readonly openItemId: string | null; readonly currency: string; readonly today: Day },
): Promise<number> {
  const { rows } = await sql<{ level: number }>`
    select count(*)::integer as level from promises p
    where p.customer_id = ${customerId} and p.state in ('broken', 'partly_kept')
      and p.currency = ${on.currency}
      and (p.open_item_id = ${on.openItemId}::uuid or p.open_item_id is null
        or ${on.openItemId}::uuid is null)
      and p.made_on >= (select min(i.due_on) from open_items i
        where i.customer_id = p.customer_id and i.currency = p.currency
          and i.closed_on is null and i.open_minor > 0 and i.due_on < ${on.today}
          and (${on.openItemId}::uuid is null or i.id = ${on.openItemId}::uuid))`.execute(tx)
  return rows[0]?.level ?? 0
}

/** Withdraws a promise that is still open; tells whether it was. */
export async function withdrawPromise(tx: Transaction, id: string, today: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('promises')
    .set({ state: 'withdrawn', judgedOn: today })
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
}

export type PromiseRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly openItemId: string | null
  readonly number: string | null
  readonly amountMinor: number
  readonly currency: string
  /** Null until it is judged. */
  readonly receivedMinor: number | null
  readonly level: number
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
      p.amount_minor, p.currency, p.received_minor, p.level,
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
