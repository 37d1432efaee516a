import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { groupOf } from '../../store/scope.ts'
import type { BalanceRow } from './list.ts'

/** Everything about one customer that is a column of it or of whom it points to. */
export async function selectCustomer(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
) {
  const scoped = sql<boolean>`(${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`
  return tx
    .selectFrom('customers as c')
    .innerJoin('legalEntities as e', 'e.id', 'c.legalEntityId')
    .leftJoin('people as owner', 'owner.id', 'c.ownerId')
    .leftJoin('people as collector', 'collector.id', 'c.collectorId')
    .leftJoin('customers as parent', 'parent.id', 'c.parentId')
    .where('c.id', '=', customerId)
    .where(scoped)
    .select([
      'c.id',
      'c.number',
      'c.name',
      'c.legalEntityId',
      'e.name as legalEntityName',
      'c.segment',
      'c.legalForm',
      'c.language',
      'c.country',
      'c.region',
      'c.timeZone',
      'c.address',
      'c.vatId',
      'c.termsDays',
      'c.creditLimitMinor',
      'c.creditLimitCurrency',
      'c.playbookId',
      'c.tags',
      'c.vanishedOn',
      'c.ownerId',
      'owner.name as ownerName',
      'c.collectorId',
      'collector.name as collectorName',
      'c.parentId',
      'parent.number as parentNumber',
      'parent.name as parentName',
    ])
    .executeTakeFirst()
}

export type Strip = BalanceRow & {
  readonly promisedMinor: number
  readonly disputedMinor: number
  readonly openItems: number
  readonly oldestDueOn: Day | null
}

/** Per currency what the customer owes, has promised and disputes. */
export async function selectStrip(tx: Transaction, customerId: string): Promise<Strip[]> {
  const { rows } = await sql<Strip>`
    with promised as (
      select currency, sum(amount_minor)::bigint as minor from promises
      where customer_id = ${customerId} and state = 'open' group by currency
    ), disputed as (
      select currency, sum(amount_minor)::bigint as minor from disputes
      where customer_id = ${customerId} and state = 'open' group by currency
    )
    select currency, coalesce(b.owed_minor, 0) as owed_minor,
      coalesce(b.overdue_minor, 0) as overdue_minor, coalesce(b.credit_minor, 0) as credit_minor,
      coalesce(b.unapplied_minor, 0) as on_account_minor, coalesce(p.minor, 0) as promised_minor,
      coalesce(d.minor, 0) as disputed_minor, coalesce(b.open_items, 0) as open_items,
      b.oldest_due_on
    from (select * from customer_balances where customer_id = ${customerId}) b
    full join promised p using (currency) full join disputed d using (currency)
    order by currency`.execute(tx)
  return rows
}

export type BallRow = {
  readonly lane: 'seller' | 'legal'
  readonly holderId: string | null
  readonly holderName: string | null
  readonly since: Day
  readonly returnsOn: Day
}

export async function selectBall(
  tx: Transaction,
  customerId: string,
): Promise<BallRow | undefined> {
  const { rows } = await sql<BallRow>`
    select b.lane, b.holder_id, p.name as holder_name, b.taken_on as since, b.returns_on
    from balls b left join people p on p.id = b.holder_id
    where b.customer_id = ${customerId} and b.returned_on is null`.execute(tx)
  return rows[0]
}

/** How late the customer's money came since a day, weighted by amount; null when none came. */
export async function selectAverageDelay(
  tx: Transaction,
  customerId: string,
  since: Day,
): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select (sum(a.amount_minor * (a.allocated_on - i.due_on)) / sum(a.amount_minor))
      ::double precision as days
    from allocations a join open_items i on i.id = a.open_item_id
    where a.customer_id = ${customerId} and a.kind = 'payment' and a.allocated_on >= ${since}
      and a.reverses_id is null and a.amount_minor > 0
      and not exists (select from allocations r where r.reverses_id = a.id)`.execute(tx)
  return rows[0]?.days ?? null
}

/** How many payments came on which weekday since a day; Monday is 1. */
export async function selectWeekdays(
  tx: Transaction,
  customerId: string,
  since: Day,
): Promise<{ weekday: number; payments: number }[]> {
  const { rows } = await sql<{ weekday: number; payments: number }>`
    select extract(isodow from received_on)::integer as weekday, count(*)::integer as payments
    from payments p
    where customer_id = ${customerId} and received_on >= ${since} and reverses_id is null and amount_minor > 0
      and not exists (select from payments r where r.reverses_id = p.id)
    group by 1 order by 2 desc, 1`.execute(tx)
  return rows
}

export type Member = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly parentId: string | null
  readonly legalEntityId: string
  readonly balances: BalanceRow[]
}

export async function selectChildren(
  tx: Transaction,
  customerId: string,
): Promise<{ id: string; number: string; name: string }[]> {
  return tx
    .selectFrom('customers')
    .select(['id', 'number', 'name'])
    .where('parentId', '=', customerId)
    .orderBy('nameKey')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** The top of the group that a customer belongs to. */
export async function selectTopOf(tx: Transaction, customerId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from customers where id = ${customerId}
      union select p.id, p.parent_id from customers p join up on up.parent_id = p.id
    ) select id from up where parent_id is null`.execute(tx)
  return rows[0]?.id ?? customerId
}

export async function selectGroup(
  tx: Transaction,
  topId: string,
  owners: readonly string[] | null,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select c.id, c.number, c.name, c.parent_id, c.legal_entity_id,
      (select coalesce(json_agg(json_build_object('currency', m.currency,
          'owedMinor', m.owed_minor, 'overdueMinor', m.overdue_minor,
          'creditMinor', m.credit_minor, 'onAccountMinor', m.unapplied_minor)
          order by m.currency), '[]')
        from customer_balances m where m.customer_id = c.id) as balances
    from customers c where c.id in (${groupOf(topId)})
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    order by c.name_key, c.id limit 500`.execute(tx)
  return rows
}

/** Whether making `parentId` the parent would put a customer above itself. */
export async function isWithinGroup(
  tx: Transaction,
  customerId: string,
  parentId: string,
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select ${parentId}::uuid in (${groupOf(customerId)}) as is`.execute(tx)
  return rows[0]?.is ?? false
}
