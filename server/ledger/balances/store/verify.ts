import { sql, type RawBuilder } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

/** Something that is kept and not what the facts say. `id` is the row, `kept` and `facts` the values. */
export type Difference = {
  readonly what:
    | 'open_amount'
    | 'balance'
    | 'standing'
    | 'owner'
    | 'search_words'
    | 'too_much_allocated'
    | 'allocated_before_document'
  readonly id: string
  readonly kept: string
  readonly facts: string
}

// Written straight from the facts and on purpose not from the statements that keep the figures.
const CHECKS: Readonly<
  Record<Difference['what'], (organisationId: string) => RawBuilder<unknown>>
> = {
  open_amount: (organisationId) => sql`
      select i.id, i.open_minor || ' ' || coalesce(i.closed_on::text, 'open') as kept,
        f.open || ' ' || coalesce(f.closed_on::text, 'open') as facts
      from open_items i cross join lateral (
        select i.total_minor - coalesce(sum(a.amount_minor), 0) as open,
          case when i.total_minor = coalesce(sum(a.amount_minor), 0) then coalesce((
            select max(x.allocated_on) from allocations x where x.open_item_id = i.id and (
              select sum(y.amount_minor) from allocations y
              where y.open_item_id = i.id and y.allocated_on = x.allocated_on) <> 0), i.issued_on)
          end as closed_on
        from allocations a where a.open_item_id = i.id) f
      where i.organisation_id = ${organisationId}
        and (i.open_minor, i.closed_on) is distinct from (f.open::bigint, f.closed_on)`,
  balance: (organisationId) => sql`
      with items as (
        select i.customer_id, i.currency, i.total_minor, i.due_on, e.balances_on as today,
          i.total_minor - coalesce((select sum(a.amount_minor) from allocations a
            where a.open_item_id = i.id and a.allocated_on <= e.balances_on), 0) as open
        from open_items i join legal_entities e on e.id = i.legal_entity_id
        where i.organisation_id = ${organisationId} and i.issued_on <= e.balances_on
      ), owed as (
        select customer_id, currency, coalesce(sum(open) filter (where total_minor > 0), 0) as owed,
          coalesce(sum(open) filter (where total_minor > 0 and due_on < today), 0) as overdue,
          coalesce(sum(open) filter (where total_minor < 0), 0) as credit,
          count(*) filter (where open <> 0) as items,
          min(due_on) filter (where total_minor > 0 and open <> 0) as oldest
        from items group by customer_id, currency
      ), money as (
        select p.customer_id, p.currency, sum(p.amount_minor - coalesce((
          select sum(a.amount_minor) from allocations a
          where a.payment_id = p.id and a.allocated_on <= e.balances_on), 0)) as unapplied
        from payments p join legal_entities e on e.id = p.legal_entity_id
        where p.organisation_id = ${organisationId} and p.received_on <= e.balances_on
        group by p.customer_id, p.currency
      ), facts as (
        select customer_id, currency, row(coalesce(owed, 0), coalesce(overdue, 0),
          coalesce(credit, 0), coalesce(unapplied, 0), coalesce(items, 0), oldest)::text as facts
        from owed full join money using (customer_id, currency)
      ), kept as (
        select customer_id, currency, row(owed_minor, overdue_minor, credit_minor, unapplied_minor,
          open_items, oldest_due_on)::text as kept
        from customer_balances where organisation_id = ${organisationId}
      )
      select customer_id as id, currency || ' ' || coalesce(kept, ${NOTHING}) as kept,
        coalesce(facts, ${NOTHING}) as facts
      from facts full join kept using (customer_id, currency)
      where coalesce(facts, ${NOTHING}) <> coalesce(kept, ${NOTHING})`,
  standing: (organisationId) => sql`
      select c.id, coalesce(row(s.owed_weight > 0, s.overdue_weight > 0, s.oldest_due_on)::text,
          'missing') as kept, row(f.owes, f.is_late, f.oldest)::text as facts
      from customers c left join customer_standings s on s.customer_id = c.id
      cross join lateral (
        select coalesce(bool_or(owed_minor > 0), false) as owes,
          coalesce(bool_or(overdue_minor > 0), false) as is_late, min(oldest_due_on) as oldest
        from customer_balances where customer_id = c.id) f
      where c.organisation_id = ${organisationId}
        and row(s.owed_weight > 0, s.overdue_weight > 0, s.oldest_due_on)::text
          is distinct from row(f.owes, f.is_late, f.oldest)::text`,
  owner: (organisationId) => sql`
      select c.id, coalesce(c.owner_id::text, 'nobody') as kept,
        coalesce(f.owner_id::text, 'nobody') as facts
      from customers c join legal_entities e on e.id = c.legal_entity_id
      left join lateral (
        select owner_id from customer_owners o
        where o.customer_id = c.id and o.from_on <= e.balances_on
        order by from_on desc, id desc limit 1) f on true
      where c.organisation_id = ${organisationId} and c.owner_id is distinct from f.owner_id`,
  search_words: (organisationId) => sql`
      select c.id, 'none' as kept, c.number as facts from customers c
      where c.organisation_id = ${organisationId}
        and exists (select from words_of(c.number))
        and not exists (select from customer_words w where w.customer_id = c.id)`,
  too_much_allocated: (organisationId) => sql`
      select p.id, p.amount_minor::text as kept, sum(a.amount_minor)::text as facts
      from payments p join allocations a on a.payment_id = p.id
      where p.organisation_id = ${organisationId} group by p.id, p.organisation_id
      having sum(a.amount_minor) * sign(p.amount_minor) not between 0 and abs(p.amount_minor)`,
  allocated_before_document: (organisationId) => sql`
      select a.id, a.allocated_on::text as kept,
        greatest(i.issued_on, p.received_on)::text as facts
      from allocations a join open_items i on i.id = a.open_item_id
      left join payments p on p.id = a.payment_id
      where a.organisation_id = ${organisationId}
        and a.allocated_on < greatest(i.issued_on, p.received_on)`,
}

/** What both sides are where there is no row. */
const NOTHING = '(0,0,0,0,0,)'

export const WHATS = Object.keys(CHECKS).filter(
  (what): what is Difference['what'] => what in CHECKS,
)

/** The first differences of one kind. */
export async function selectDifferences(
  tx: Transaction,
  organisationId: string,
  what: Difference['what'],
  limit: number,
): Promise<Difference[]> {
  const { rows } = await sql<Omit<Difference, 'what'>>`
    ${CHECKS[what](organisationId)} limit ${limit}`.execute(tx)
  return rows.map((row) => ({ what, ...row }))
}
