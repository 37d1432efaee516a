import { sql, type RawBuilder } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Weights } from '../../rates/index.ts'

/** Customers by id, or every one of the organisation. */
export type Which = readonly string[] | 'all'

/** `and <column> = any(ids)`, or nothing for all. */
function among(column: RawBuilder<unknown>, which: Which): RawBuilder<unknown> {
  return which === 'all' ? sql`` : sql`and ${column} = any(${which}::uuid[])`
}

/**
 * open = total − Σ allocations. It closed on the last day that something moved it, a mistake and its
 * correction on one day moving nothing.
 */
export async function recomputeOpenAmounts(
  tx: Transaction,
  itemIds: readonly string[],
): Promise<void> {
  await sql`
    update open_items i set open_minor = f.open_minor, closed_on = f.closed_on
    from (
      select i.id, i.total_minor - coalesce(s.taken, 0)::bigint as open_minor,
        case when i.total_minor = coalesce(s.taken, 0)
          then coalesce(s.moved_on, i.issued_on) end as closed_on
      from open_items i left join (
        select open_item_id, sum(amount) as taken,
          max(allocated_on) filter (where amount <> 0) as moved_on
        from (
          select open_item_id, allocated_on, sum(amount_minor) as amount from allocations
          where open_item_id = any(${itemIds}::uuid[]) group by open_item_id, allocated_on
        ) days group by open_item_id
      ) s on s.open_item_id = i.id
      where i.id = any(${itemIds}::uuid[])
    ) f
    where i.id = f.id
      and (i.open_minor, i.closed_on) is distinct from (f.open_minor, f.closed_on)`.execute(tx)
}

/**
 * What takes effect on items after the day of their entity's books. It is little, so it is worked out
 * once and taken back from what is open now.
 */
function later(organisationId: string, which: Which): RawBuilder<unknown> {
  return sql`
    select a.open_item_id, sum(a.amount_minor)::bigint as minor
    from allocations a join open_items i on i.id = a.open_item_id
    join legal_entities e on e.id = i.legal_entity_id
    where a.organisation_id = ${organisationId} and a.allocated_on > e.balances_on
      and a.allocated_on > (select min(balances_on) from legal_entities
        where organisation_id = ${organisationId}) ${among(sql`a.customer_id`, which)}
    group by a.open_item_id`
}

/**
 * The parts of what customers owe at the end of their entity's day, as (customer, currency, …) rows
 * to sum. A later document does not count yet.
 */
function positions(organisationId: string, which: Which): RawBuilder<unknown> {
  return sql`
    select i.customer_id, i.currency,
      case when i.total_minor > 0 then i.minor else 0 end as owed,
      case when i.total_minor > 0 and i.due_on < e.balances_on then i.minor else 0 end as overdue,
      case when i.total_minor < 0 then i.minor else 0 end as credit,
      0::bigint as unapplied, (i.minor <> 0)::integer as items,
      case when i.total_minor > 0 and i.minor <> 0 then i.due_on end as oldest
    from (
      select i.customer_id, i.legal_entity_id, i.currency, i.total_minor, i.issued_on, i.due_on,
        i.open_minor + coalesce(l.minor, 0) as minor
      from open_items i left join later l on l.open_item_id = i.id
      where i.organisation_id = ${organisationId} and i.closed_on is null
        ${among(sql`i.customer_id`, which)}
      union all
      select i.customer_id, i.legal_entity_id, i.currency, i.total_minor, i.issued_on, i.due_on,
        l.minor
      from later l join open_items i on i.id = l.open_item_id where i.closed_on is not null
    ) i join legal_entities e on e.id = i.legal_entity_id
    where i.issued_on <= e.balances_on
    union all
    select p.customer_id, p.currency, 0, 0, 0, p.amount_minor, 0, null
    from payments p join legal_entities e on e.id = p.legal_entity_id
    where p.organisation_id = ${organisationId} and p.received_on <= e.balances_on
      ${among(sql`p.customer_id`, which)}
    union all
    select p.customer_id, p.currency, 0, 0, 0, -a.amount_minor, 0, null
    from allocations a join payments p on p.id = a.payment_id
    join legal_entities e on e.id = p.legal_entity_id
    where a.organisation_id = ${organisationId} and a.allocated_on <= e.balances_on
      ${among(sql`p.customer_id`, which)}
    union all
    select customer_id, currency, 0, 0, 0, 0, 0, null from customer_balances
    where organisation_id = ${organisationId} ${among(sql`customer_id`, which)}`
}

export async function recomputeBalances(
  tx: Transaction,
  organisationId: string,
  which: Which,
): Promise<void> {
  await sql`
    with later as materialized (${later(organisationId, which)})
    insert into customer_balances as kept (organisation_id, customer_id, legal_entity_id, currency,
      owed_minor, overdue_minor, credit_minor, unapplied_minor, open_items, oldest_due_on)
    select ${organisationId}::uuid, c.id, c.legal_entity_id, p.currency, p.owed, p.overdue, p.credit,
      p.unapplied, p.items, p.oldest
    from (
      select customer_id, currency, sum(owed)::bigint as owed, sum(overdue)::bigint as overdue,
        sum(credit)::bigint as credit, sum(unapplied)::bigint as unapplied,
        sum(items)::integer as items, min(oldest) as oldest
      from (${positions(organisationId, which)}) parts group by customer_id, currency
    ) p join customers c on c.id = p.customer_id
    on conflict (customer_id, currency, organisation_id) do update set
      legal_entity_id = excluded.legal_entity_id, owed_minor = excluded.owed_minor,
      overdue_minor = excluded.overdue_minor, credit_minor = excluded.credit_minor,
      unapplied_minor = excluded.unapplied_minor, open_items = excluded.open_items,
      oldest_due_on = excluded.oldest_due_on
    where (kept.legal_entity_id, kept.owed_minor, kept.overdue_minor, kept.credit_minor,
        kept.unapplied_minor, kept.open_items, kept.oldest_due_on)
      is distinct from (excluded.legal_entity_id, excluded.owed_minor, excluded.overdue_minor,
        excluded.credit_minor, excluded.unapplied_minor, excluded.open_items,
        excluded.oldest_due_on)`.execute(tx)
}

export async function recomputeStandings(
  tx: Transaction,
  organisationId: string,
  which: Which,
  weights: Weights,
): Promise<void> {
  await sql`
    insert into customer_standings as kept
      (organisation_id, customer_id, owed_weight, overdue_weight, oldest_due_on)
    select ${organisationId}::uuid, c.id,
      coalesce(ceil(sum(b.owed_minor * w.factor)), 0)::bigint,
      coalesce(ceil(sum(b.overdue_minor * w.factor)), 0)::bigint, min(b.oldest_due_on)
    from customers c
    left join customer_balances b on b.customer_id = c.id
    left join unnest(${weights.currencies}::text[], ${weights.factors}::double precision[])
      as w (currency, factor) on w.currency = b.currency
    where c.organisation_id = ${organisationId} ${among(sql`c.id`, which)}
    group by c.id
    on conflict (customer_id, organisation_id) do update set owed_weight = excluded.owed_weight,
      overdue_weight = excluded.overdue_weight, oldest_due_on = excluded.oldest_due_on
    where (kept.owed_weight, kept.overdue_weight, kept.oldest_due_on) is distinct from
      (excluded.owed_weight, excluded.overdue_weight, excluded.oldest_due_on)`.execute(tx)
}
