import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { allOf, conditionsOf, type Condition } from '../../ledger/index.ts'
import type { InsightScope } from './sales.ts'

export type Basis = 'promise' | 'habit' | 'due_day'

export type ExpectedRow = {
  readonly currency: string
  readonly basis: Basis
  /** The place of the week from 0; −1 is before today. */
  readonly week: number
  readonly minor: number
}

export type ExpectedCustomer = {
  readonly currency: string
  readonly basis: Basis
  readonly on: Day
  readonly minor: number
  readonly customerId: string
  readonly number: string
  readonly name: string
}

export type Asked = {
  readonly scope: InsightScope
  readonly today: Day
  /** The Sundays that weeks end on. */
  readonly ends: readonly Day[]
  /** Payments since this day show the habit, when there are at least so many. */
  readonly habitSince: Day
  readonly habitPayments: number
}

/**
 * Every part that is expected with its day: promises on the day promised; of the rest, invoices on
 * their due day, later by how late the customer usually is. What is disputed is not expected, and a
 * promise covers the oldest invoices.
 */
function expected({ scope, habitSince, habitPayments, today }: Asked): Condition {
  const { organisationId, currency } = scope
  const only = currency ? sql`and i.currency = ${currency}` : sql``
  return sql`
    with habit as (
      select a.customer_id, round(sum(a.amount_minor * (a.allocated_on - i.due_on))
        / sum(a.amount_minor))::integer as days
      from allocations a join open_items i on i.id = a.open_item_id
      where a.organisation_id = ${organisationId} and a.kind = 'payment' and a.amount_minor > 0
        and a.allocated_on > ${habitSince} and a.allocated_on <= ${today}
        and a.reverses_id is null and i.total_minor > 0
        and not exists (select from allocations undo where undo.reverses_id = a.id)
      group by a.customer_id having count(*) >= ${habitPayments}
    ), promised as (
      select p.customer_id, p.currency, p.promised_for as on_day, p.amount_minor as minor
      from promises p join customers c on c.id = p.customer_id
      where p.organisation_id = ${organisationId} and p.state = 'open'
        and p.promised_for >= ${today} and ${allOf(conditionsOf(scope))}
        ${currency ? sql`and p.currency = ${currency}` : sql``}
    ), item as (
      select i.customer_id, i.currency, i.due_on, i.id,
        greatest(0, i.open_minor - coalesce(d.minor, 0)) as minor
      from open_items i join customers c on c.id = i.customer_id
      left join (
        select receivable_id, sum(amount_minor) as minor from disputes
        where organisation_id = ${organisationId} and state = 'open' group by receivable_id
      ) d on d.receivable_id = i.receivable_id
      where i.organisation_id = ${organisationId} and i.closed_on is null and i.total_minor > 0
        and i.issued_on <= ${today} ${only} and ${allOf(conditionsOf(scope))}
    ), uncovered as (
      select customer_id, currency, due_on, minor from item
      where not exists (select from promised p
        where p.customer_id = item.customer_id and p.currency = item.currency)
      union all
      select customer_id, currency, due_on, greatest(0, least(minor, upto - promised)) from (
        select i.*, p.minor as promised,
          sum(i.minor) over (partition by i.customer_id, i.currency order by i.due_on, i.id) as upto
        from item i join (
          select customer_id, currency, sum(minor) as minor from promised group by 1, 2
        ) p on p.customer_id = i.customer_id and p.currency = i.currency) covered
    ), parts as (
      select customer_id, currency, 'promise' as basis, on_day, minor from promised
      union all
      select u.customer_id, u.currency,
        case when h.days is null then 'due_day' else 'habit' end,
        u.due_on + coalesce(h.days, 0), u.minor
      from uncovered u left join habit h on h.customer_id = u.customer_id where u.minor > 0
    )`
}

/** What is expected per week and by what it rests on. */
export async function selectExpected(tx: Transaction, asked: Asked): Promise<ExpectedRow[]> {
  const { today, ends } = asked
  const { rows } = await sql<ExpectedRow>`
    ${expected(asked)}
    select currency, basis,
      case when on_day < ${today} then -1 else width_bucket(on_day - 1, ${ends}::date[]) end as week,
      sum(minor)::bigint as minor
    from parts group by 1, 2, 3`.execute(tx)
  return rows
}

/** Whose money makes up the first week, the largest first. */
export async function selectExpectedCustomers(
  tx: Transaction,
  asked: Asked,
  limit: number,
): Promise<ExpectedCustomer[]> {
  const { today, ends } = asked
  const { rows } = await sql<ExpectedCustomer>`
    ${expected(asked)}
    select p.currency, p.basis, p.on_day as on, sum(p.minor)::bigint as minor,
      c.id as customer_id, c.number, c.name
    from parts p join customers c on c.id = p.customer_id
    where p.on_day >= ${today} and p.on_day <= ${ends[0] ?? today}
    group by p.currency, p.basis, p.on_day, c.id, c.organisation_id
    order by sum(p.minor) desc limit ${limit}`.execute(tx)
  return rows
}
