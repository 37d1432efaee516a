import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

export async function documentTally(tx: Transaction, knowsSome: boolean) {
  if (!knowsSome) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from plan where sequence = 1`.execute(tx)
    return { new: rows[0]?.count ?? 0, changed: 0, same: 0 }
  }
  const { rows } = await sql<{ new: number; changed: number; same: number }>`
    select count(*) filter (where is_new) as new, count(*) filter (where not is_new and is_changed)
      as changed, count(*) filter (where not is_new and not is_changed) as same
    from (
      select receivable_id, bool_or(is_new_document) as is_new,
        bool_or(is_changed_document or is_new_item or old_open <> desired or old_due_on <> due_on
          or old_total <> total_minor) as is_changed
      from plan group by receivable_id
    ) documents`.execute(tx)
  return rows[0] ?? { new: 0, changed: 0, same: 0 }
}

export async function paymentTally(tx: Transaction) {
  const { rows } = await sql<{ new: number; same: number }>`
    select count(*) filter (where not is_known) as new, count(*) filter (where is_known) as same
    from plan_payments where customer_id is not null`.execute(tx)
  return { new: rows[0]?.new ?? 0, changed: 0, same: rows[0]?.same ?? 0 }
}

export async function goneCount(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct receivable_id) as count from plan_gone where is_newly_gone`.execute(tx)
  return rows[0]?.count ?? 0
}

type Amounts = { readonly currency: string; readonly count: number; readonly minor: string }

/** What the documents of the file come to in the ledger: total and open, per currency. */
export async function documentSums(tx: Transaction) {
  const { rows } = await sql<Amounts & { open: string }>`
    select currency, count(*) as count, sum(total_minor)::text as minor, sum(desired)::text as open
    from plan group by currency`.execute(tx)
  return rows
}

export async function paymentSums(tx: Transaction): Promise<Amounts[]> {
  const { rows } = await sql<Amounts>`
    select currency, count(*) as count, sum(amount_minor)::text as minor
    from plan_payments where customer_id is not null group by currency`.execute(tx)
  return rows
}

type OpenAmount = { readonly currency: string; readonly minor: number }

/** What is open in the ledger of these entities. */
export async function openSums(
  tx: Transaction,
  organisationId: string,
  entityIds: readonly string[],
): Promise<OpenAmount[]> {
  const { rows } = await sql<OpenAmount>`
    select currency, sum(open_minor)::bigint as minor from open_items
    where organisation_id = ${organisationId} and legal_entity_id = any(${entityIds}::uuid[])
      and closed_on is null group by currency order by currency`.execute(tx)
  return rows
}

/** By how much documents move what is open. */
export async function openMoves(tx: Transaction, settlesGone: boolean): Promise<OpenAmount[]> {
  const { rows } = await sql<OpenAmount>`
    select currency, sum(minor)::bigint as minor from (
      select currency, desired - coalesce(old_open, 0) as minor from plan
      union all select currency, -open_minor from plan_gone where ${settlesGone}::boolean
    ) moves group by currency`.execute(tx)
  return rows
}

/** By how much payments move what is open: what an item had adjusted away moves nothing. */
export async function paymentMoves(tx: Transaction): Promise<OpenAmount[]> {
  const { rows } = await sql<OpenAmount>`
    select i.currency, -sum(a.amount - least(a.amount, a.adjusted))::bigint as minor
    from (select item_id, sum(amount_minor) as amount, max(adjusted) as adjusted
      from plan_allocations group by item_id) a
    join open_items i on i.id = a.item_id group by i.currency`.execute(tx)
  return rows
}

/** The entities that the file has rows of. */
export async function stagedEntities(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select distinct entity_id as id from stage_customers`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function lastPaymentDay(tx: Transaction): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(received_on) as day from plan_payments`.execute(tx)
  return rows[0]?.day ?? null
}

export type DocumentChange = {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly kind: 'new' | 'changed'
  readonly currency: string
  readonly before: Readonly<Record<string, string | number | null>> | null
  readonly after: Readonly<Record<string, string | number | null>>
}

/** The first documents that are new or changed, with what they were and become. */
export async function documentChanges(tx: Transaction, most: number): Promise<DocumentChange[]> {
  const { rows } = await sql<DocumentChange>`
    (select p.line, p.number, coalesce(c.name, s.names[1], s.number) as name, 'new' as kind,
      p.currency, null::json as before,
      json_build_object('total', p.total_minor, 'open_amount', p.desired, 'issue_date', p.issued_on,
        'due_date', p.due_on) as after
    from (select * from plan where is_new_document and sequence = 1 order by line limit ${most}) p
    left join customers c on c.id = p.customer_id
    left join plan_customers k on k.customer_id = p.customer_id
    left join stage_customers s on s.entity_id = k.entity_id and s.customer_key = k.customer_key
    order by p.line)
    union all
    (select p.line, p.number, c.name, 'changed', p.currency,
      json_build_object('document_type', r.kind, 'total', p.old_total, 'open_amount', p.old_open,
        'issue_date', r.issued_on, 'due_date', p.old_due_on, 'po_reference', r.purchase_order,
        'order_reference', r.order_reference, 'reference', r.payment_reference),
      json_build_object('document_type', p.kind, 'total', p.total_minor, 'open_amount', p.desired,
        'issue_date', p.issued_on, 'due_date', p.due_on, 'po_reference', p.purchase_order,
        'order_reference', p.order_reference, 'reference', p.payment_reference)
    from (
      select * from plan where not is_new_document and (is_changed_document or is_new_item
        or old_open <> desired or old_due_on <> due_on or old_total <> total_minor)
      order by line limit ${most}
    ) p join receivables r on r.id = p.receivable_id join customers c on c.id = r.customer_id
    order by p.line)`.execute(tx)
  return rows
}

export async function goneDocuments(tx: Transaction, most: number) {
  const { rows } = await sql<{ number: string; name: string; currency: string; minor: number }>`
    select g.number, c.name, g.currency, sum(g.open_minor)::bigint as minor
    from plan_gone g join customers c on c.id = g.customer_id where g.is_newly_gone
    group by g.receivable_id, g.number, c.name, g.currency order by g.number limit ${most}`.execute(
    tx,
  )
  return rows
}

export async function newPayments(tx: Transaction, most: number) {
  const { rows } = await sql<{
    line: number
    name: string
    invoiceNumber: string | null
    currency: string
    minor: number
    receivedOn: Day
    appliedMinor: number
  }>`
    select p.line, c.name, p.invoice_number, p.currency, p.amount_minor as minor, p.received_on,
      coalesce((select sum(a.amount_minor)::bigint from plan_allocations a where a.line = p.line), 0)
      as applied_minor
    from plan_payments p join customers c on c.id = p.customer_id where not p.is_known
    order by p.line limit ${most}`.execute(tx)
  return rows
}

/** Which documents were flagged as gone, of what customers. */
export async function goneEvents(tx: Transaction) {
  const { rows } = await sql<{ receivableId: string; customerId: string; number: string }>`
    select distinct receivable_id, customer_id, number from plan_gone where is_newly_gone
    order by number limit 2000`.execute(tx)
  return rows
}
