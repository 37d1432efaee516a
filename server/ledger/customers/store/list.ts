import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { heldUntil } from '../../store/holds.ts'
import type { Condition } from '../../store/scope.ts'
import { conditionsOfFilter, fromCustomers, type CustomerFilter } from './filter.ts'

export type CustomerSort = 'name' | 'number' | 'owed' | 'overdue' | 'oldest'
export type SortKey = string | number | null

export type BalanceRow = {
  readonly currency: string
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly creditMinor: number
  readonly onAccountMinor: number
}

export type CustomerRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly legalEntityId: string
  readonly country: string
  readonly language: string
  readonly segment: 'commercial' | 'consumer'
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly collectorId: string | null
  readonly collectorName: string | null
  readonly tags: string[]
  readonly balances: BalanceRow[]
  readonly oldestDueOn: Day | null
  readonly today: Day
  readonly heldUntil: Day | null
  readonly ball: 'seller' | 'legal' | null
  readonly vanishedOn: Day | null
  readonly sortKey: SortKey
}

type Order = { readonly key: Condition; readonly type: Condition; readonly isFalling: boolean }

function orderOf(sort: CustomerSort, currency: string | undefined): Order {
  const text = { type: sql`text`, isFalling: false }
  if (sort === 'name') return { key: sql`c.name_key`, ...text }
  if (sort === 'number') return { key: sql`c.number`, ...text }
  if (sort === 'oldest') {
    return {
      key: sql`coalesce(s.oldest_due_on, 'infinity')`,
      type: sql`date`,
      isFalling: false,
    }
  }
  const amount = sort === 'owed' ? 'owed' : 'overdue'
  const key = currency
    ? sql`b.${sql.ref(`${amount}_minor`)}`
    : sql`s.${sql.ref(`${amount}_weight`)}`
  return { key, type: sql`bigint`, isFalling: true }
}

/** The side that is read along: its id stands in the same index as the key. */
function idOf(sort: CustomerSort, currency: string | undefined): Condition {
  if (sort === 'name' || sort === 'number') return sql`c.id`
  return currency && sort !== 'oldest' ? sql`b.customer_id` : sql`s.customer_id`
}

export type CustomerPage = {
  readonly filter: CustomerFilter
  readonly sort: CustomerSort
  readonly after: readonly [SortKey, string] | null
  readonly limit: number
}

/** One page and one row more, by keyset: each page costs the same however deep it lies. */
export async function selectCustomers(tx: Transaction, page: CustomerPage): Promise<CustomerRow[]> {
  const { filter, sort, after, limit } = page
  const { key, type, isFalling } = orderOf(sort, filter.currency)
  const id = idOf(sort, filter.currency)
  const direction = isFalling ? sql`desc` : sql`asc`
  const from = after
    ? sql`and (${key}, ${id}) ${isFalling ? sql`<` : sql`>`} (${after[0]}::${type}, ${after[1]}::uuid)`
    : sql``
  const { rows } = await sql<CustomerRow>`
    select c.id, c.number, c.name, c.legal_entity_id, c.country, c.language, c.segment, c.owner_id,
      owner.name as owner_name, c.collector_id, collector.name as collector_name, c.tags,
      (select coalesce(json_agg(json_build_object('currency', m.currency,
          'owedMinor', m.owed_minor, 'overdueMinor', m.overdue_minor,
          'creditMinor', m.credit_minor, 'onAccountMinor', m.unapplied_minor)
          order by m.currency), '[]')
        from customer_balances m where m.customer_id = c.id) as balances,
      s.oldest_due_on, e.balances_on as today, ${heldUntil(filter.holdDaysWithoutApproval)} as held_until,
      (select lane from balls where customer_id = c.id and returned_on is null) as ball,
      c.vanished_on, page.sort_key
    from (
      select c.id, ${key} as sort_key from ${fromCustomers(filter)}
      where ${conditionsOfFilter(filter)} ${from}
      order by ${key} ${direction}, ${id} ${direction} limit ${limit + 1}
    ) page
    join customers c on c.id = page.id
    join legal_entities e on e.id = c.legal_entity_id
    join customer_standings s on s.customer_id = c.id
    left join people owner on owner.id = c.owner_id
    left join people collector on collector.id = c.collector_id
    order by page.sort_key ${direction}, c.id ${direction}`.execute(tx)
  return rows
}

/** How many customers a filter finds, and what they owe per currency. */
export async function selectTotals(
  tx: Transaction,
  filter: CustomerFilter,
): Promise<{ customers: number; balances: BalanceRow[] }> {
  const only = filter.currency ? sql`where m.currency = ${filter.currency}` : sql``
  const { rows } = await sql<{ customers: number; balances: BalanceRow[] }>`
    with found as materialized (
      select c.id from ${fromCustomers(filter)} where ${conditionsOfFilter(filter)}
    )
    select (select count(*)::integer from found) as customers,
      coalesce((select json_agg(row_to_json(sums)) from (
        select m.currency, sum(m.owed_minor)::bigint as "owedMinor",
          sum(m.overdue_minor)::bigint as "overdueMinor",
          sum(m.credit_minor)::bigint as "creditMinor",
          sum(m.unapplied_minor)::bigint as "onAccountMinor"
        from customer_balances m join found on found.id = m.customer_id ${only}
        group by m.currency order by m.currency
      ) sums), '[]') as balances`.execute(tx)
  return rows[0] ?? { customers: 0, balances: [] }
}
