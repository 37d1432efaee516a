import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

type Scope = { readonly organisationId: string; readonly sourceId: string }

/** Finds for each payment its customer and invoice, and whether it is known already. */
export async function planPayments(tx: Transaction, scope: Scope): Promise<void> {
  const { organisationId, sourceId } = scope
  await sql`analyze stage_payments`.execute(tx)
  await sql`
    create temp table pay_rows on commit drop as
    select s.*, s.identity || '#' || row_number() over (partition by s.identity order by s.line)
      as external_id,
      coalesce(c.id, (select case when count(*) = 1 then (array_agg(n.id))[1] end from customers n
        where s.customer_number is null and n.organisation_id = ${organisationId}
          and n.legal_entity_id = s.entity_id and n.name_key = plain_text(s.customer_name)))
      as named_customer_id
    from stage_payments s left join customers c on c.organisation_id = ${organisationId}
      and c.legal_entity_id = s.entity_id and c.number = s.customer_number`.execute(tx)
  await sql`analyze pay_rows`.execute(tx)
  await sql`
    create temp table pay_invoices on commit drop as
    select p.line, coalesce(
        case when count(*) filter (where r.customer_id = p.named_customer_id) = 1 then
          (array_agg(r.id) filter (where r.customer_id = p.named_customer_id))[1] end,
        case when count(*) = 1 then (array_agg(r.id))[1] end) as receivable_id
    from pay_rows p join receivables r on r.organisation_id = ${organisationId}
      and r.number = p.invoice_number and r.legal_entity_id = p.entity_id
      and r.kind in ('invoice', 'debit_note')
    group by p.line`.execute(tx)
  await sql`
    create temp table plan_payments on commit drop as
    select p.line, p.payment_id, p.entity_id, p.amount_minor, p.currency, p.received_on, p.reference,
      p.external_id, p.invoice_number, coalesce(r.customer_id, p.named_customer_id) as customer_id,
      case when r.currency = p.currency and p.amount_minor > 0 then r.id end as receivable_id,
      r.currency <> p.currency as is_other_currency,
      exists (select from payments k where k.organisation_id = ${organisationId}
        and k.source_id = ${sourceId} and k.external_id = p.external_id) as is_known
    from pay_rows p left join pay_invoices v on v.line = p.line
    left join receivables r on r.id = v.receivable_id`.execute(tx)
  await sql`analyze plan_payments`.execute(tx)
  await planAllocations(tx)
}

/**
 * Payments of an invoice, in the order they came, fill its items in the order they are due: where
 * the stretch of a payment overlaps the stretch of an item, that much of it is set against the item.
 * What earlier files had adjusted away as paid is explained by these payments and taken back.
 */
async function planAllocations(tx: Transaction): Promise<void> {
  await sql`
    create temp table plan_allocations on commit drop as
    with items as (
      select i.id, i.receivable_id, i.issued_on, i.open_minor, coalesce(a.adjusted, 0) as adjusted,
        a.adjusted_on, sum(i.open_minor + coalesce(a.adjusted, 0)) over fill
          - (i.open_minor + coalesce(a.adjusted, 0)) as starts,
        sum(i.open_minor + coalesce(a.adjusted, 0)) over fill as ends
      from open_items i
      join (select distinct receivable_id from plan_payments where not is_known) p
        on p.receivable_id = i.receivable_id
      left join (
        select a.open_item_id, greatest(sum(a.amount_minor), 0)::bigint as adjusted,
          max(a.allocated_on) as adjusted_on
        from allocations a join open_items o on o.id = a.open_item_id
        where a.kind = 'adjustment'
          and o.receivable_id in (select receivable_id from plan_payments where not is_known)
        group by a.open_item_id
      ) a on a.open_item_id = i.id
      where i.total_minor > 0
      window fill as (partition by i.receivable_id order by i.due_on, i.sequence)
    ), pays as (
      select line, payment_id, customer_id, receivable_id, received_on,
        sum(amount_minor) over flow - amount_minor as starts, sum(amount_minor) over flow as ends
      from plan_payments where not is_known and receivable_id is not null
      window flow as (partition by receivable_id order by received_on, line)
    )
    select p.line, p.payment_id, p.customer_id, i.id as item_id, i.open_minor, i.adjusted,
      (least(p.ends, i.ends) - greatest(p.starts, i.starts))::bigint as amount_minor,
      greatest(p.received_on, i.issued_on) as allocated_on, i.adjusted_on
    from pays p join items i on i.receivable_id = p.receivable_id
      and p.starts < i.ends and i.starts < p.ends`.execute(tx)
}

/** Payments that cannot be taken, by line. */
export async function ownerlessPayments(tx: Transaction) {
  const { rows } = await sql<{ line: number; invoiceNumber: string | null }>`
    select line, invoice_number from plan_payments where customer_id is null
    order by line limit 5000`.execute(tx)
  return rows
}

export async function dropOwnerless(tx: Transaction): Promise<number> {
  const { rows } = await sql`
    delete from plan_payments where customer_id is null returning line`.execute(tx)
  return rows.length
}

/** Payments that stay, wholly or in part, on account although they name an invoice. */
export async function paymentNotes(tx: Transaction) {
  const { rows } = await sql<{
    line: number
    invoiceNumber: string
    currency: string
    isOtherCurrency: boolean
    isUnknown: boolean
    left: number
  }>`
    select p.line, p.invoice_number, p.currency, coalesce(p.is_other_currency, false) as is_other_currency,
      p.receivable_id is null as is_unknown,
      (p.amount_minor - coalesce(sum(a.amount_minor), 0))::bigint as left
    from plan_payments p left join plan_allocations a on a.line = p.line
    where not p.is_known and p.customer_id is not null and p.invoice_number is not null
      and p.amount_minor > 0
    group by p.line, p.invoice_number, p.currency, p.is_other_currency, p.receivable_id, p.amount_minor
    having p.amount_minor > coalesce(sum(a.amount_minor), 0)
    order by p.line limit 5000`.execute(tx)
  return rows
}
