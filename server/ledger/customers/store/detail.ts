import { type RawBuilder, sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { groupOf } from '../../store/scope.ts'
import type { PaidOn } from '../calendar/rules.ts'
import type { BalanceRow } from './list.ts'

export type CustomerDetail = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly legalEntityId: string
  readonly legalEntityName: string
  readonly segment: 'commercial' | 'consumer'
  readonly legalForm: string
  readonly language: string
  readonly country: string
  readonly region: string
  readonly timeZone: string
  readonly address: string
  readonly vatId: string
  readonly termsDays: number | null
  readonly creditLimitMinor: number | null
  readonly creditLimitCurrency: string | null
  readonly insurer: string
  readonly insurancePolicy: string
  readonly insuranceLimitMinor: number | null
  readonly insuranceLimitCurrency: string | null
  readonly insuredUntil: Day | null
  readonly playbookId: string | null
  readonly tags: string[]
  readonly vanishedOn: Day | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly collectorId: string | null
  readonly collectorName: string | null
  readonly parentId: string | null
  readonly parentNumber: string | null
  readonly parentName: string | null
  readonly ball: Ball | null
  readonly children: { readonly id: string; readonly number: string; readonly name: string }[]
}

export type Ball = {
  readonly lane: 'seller' | 'legal'
  readonly holderId: string | null
  readonly holderName: string | null
  readonly since: Day
  readonly returnsOn: Day
}

/** Everything about one customer that is a column of it or of whom it points to. */
export async function selectCustomer(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
): Promise<CustomerDetail | undefined> {
  // Members of its group, too, are shown to whose they are only.
  const isSeen = (ownerId: RawBuilder<unknown>) =>
    sql`(${owners}::uuid[] is null or ${ownerId} = any(${owners}::uuid[]))`
  const { rows } = await sql<CustomerDetail>`
    select c.id, c.number, c.name, c.legal_entity_id, e.name as legal_entity_name, c.segment,
      c.legal_form, c.language, c.country, c.region, c.time_zone, c.address, c.vat_id, c.terms_days,
      c.credit_limit_minor, c.credit_limit_currency, c.playbook_id, c.tags, c.vanished_on,
      c.insurer, c.insurance_policy, c.insurance_limit_minor, c.insurance_limit_currency,
      c.insured_until,
      c.owner_id, owner.name as owner_name, c.collector_id, collector.name as collector_name,
      parent.id as parent_id, parent.number as parent_number, parent.name as parent_name,
      case when b.id is not null then json_build_object('lane', b.lane, 'holderId', b.holder_id,
        'holderName', holder.name, 'since', b.taken_on, 'returnsOn', b.returns_on) end as ball,
      (select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'name', n.name)
          order by n.name_key, n.id), '[]')
        from (select * from customers m where m.parent_id = c.id and ${isSeen(sql`m.owner_id`)}
          order by m.name_key, m.id limit 200) n)
        as children
    from customers c join legal_entities e on e.id = c.legal_entity_id
    left join people owner on owner.id = c.owner_id
    left join people collector on collector.id = c.collector_id
    left join customers parent on parent.id = c.parent_id and ${isSeen(sql`parent.owner_id`)}
    left join balls b on b.customer_id = c.id and b.returned_on is null
    left join people holder on holder.id = b.holder_id
    where c.id = ${customerId} and ${isSeen(sql`c.owner_id`)}`.execute(tx)
  return rows[0]
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

/** How late the money came since a day, weighted by amount; null when none came. */
export async function selectAverageDaysLate(
  tx: Transaction,
  customerId: string,
  since: Day,
): Promise<number | null> {
  const { rows } = await sql<{ averageDaysLate: number | null }>`
    select (sum(a.amount_minor * (a.allocated_on - i.due_on)) / sum(a.amount_minor))
      ::double precision as average_days_late
    from allocations a join open_items i on i.id = a.open_item_id
    where a.customer_id = ${customerId} and a.kind = 'payment' and a.allocated_on >= ${since}
      and a.reverses_id is null and a.amount_minor > 0
      and not exists (select from allocations r where r.reverses_id = a.id)`.execute(tx)
  return rows[0]?.averageDaysLate ?? null
}

/** The days since a day on which money came, and how many payments on each. */
export async function selectPaidDays(
  tx: Transaction,
  customerId: string,
  since: Day,
): Promise<PaidOn[]> {
  const { rows } = await sql<PaidOn>`
    select received_on as "on", count(*)::integer as payments
    from payments p
    where customer_id = ${customerId} and received_on >= ${since} and reverses_id is null
      and amount_minor > 0
      and not exists (select from payments r where r.reverses_id = p.id)
    group by received_on order by received_on`.execute(tx)
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
