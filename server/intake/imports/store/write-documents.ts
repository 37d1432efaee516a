import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { PlanScope } from './plan-documents.ts'

export type WriteScope = PlanScope & { readonly at: Instant; readonly recordedBy: string | null }

/** Writes what was planned: documents, their items, and the money that explains what is not open. */
export async function writeDocuments(
  tx: Transaction,
  scope: WriteScope,
  knowsSome: boolean,
): Promise<void> {
  await insertReceivables(tx, scope)
  if (knowsSome) await updateReceivables(tx, scope)
  await insertItems(tx, scope)
  if (knowsSome) await updateItems(tx)
  await insertSettlements(tx, scope)
}

async function insertReceivables(tx: Transaction, scope: WriteScope): Promise<void> {
  await sql`
    insert into receivables (id, organisation_id, legal_entity_id, customer_id, kind, number,
      issued_on, delivered_on, currency, total_minor, order_reference, purchase_order,
      payment_reference, seller_id, due_is_assumed, source_id, external_id, created_at)
    select receivable_id, ${scope.organisationId}::uuid, entity_id, customer_id, kind, number,
      issued_on, delivered_on, currency, document_total, order_reference, purchase_order,
      payment_reference, seller_id, due_is_assumed, ${scope.sourceId}::uuid, external_id,
      ${scope.at}::timestamptz
    from plan where is_new_document and sequence = 1`.execute(tx)
}

async function updateReceivables(tx: Transaction, scope: WriteScope): Promise<void> {
  await sql`
    update receivables r set customer_id = p.customer_id, kind = p.kind, number = p.number,
      issued_on = p.issued_on, delivered_on = p.delivered_on, total_minor = p.document_total,
      order_reference = p.order_reference, purchase_order = p.purchase_order,
      payment_reference = p.payment_reference, seller_id = p.seller_id,
      due_is_assumed = p.due_is_assumed, source_id = ${scope.sourceId}::uuid,
      external_id = p.external_id, vanished_on = null
    from plan p where p.is_changed_document and p.sequence = 1 and r.id = p.receivable_id`.execute(
    tx,
  )
}

async function insertItems(tx: Transaction, scope: WriteScope): Promise<void> {
  await sql`
    insert into open_items (id, organisation_id, legal_entity_id, customer_id, receivable_id,
      sequence, issued_on, due_on, currency, total_minor, open_minor, closed_on)
    select item_id, ${scope.organisationId}::uuid, entity_id, customer_id, receivable_id, sequence,
      issued_on, due_on, currency, total_minor, desired,
      case when desired = 0 then ${effectiveOn(scope)} end
    from plan where is_new_item`.execute(tx)
}

/** The day on which what the file says about an open amount takes effect. */
function effectiveOn({ syncedOn }: PlanScope) {
  return sql`case when total_minor = 0 then issued_on
    else greatest(issued_on, coalesce(settled_on, ${syncedOn}::date)) end`
}

/** Total, days and customer; open amounts follow from allocations, in the same transaction. */
async function updateItems(tx: Transaction): Promise<void> {
  await sql`
    update open_items i set customer_id = p.customer_id, issued_on = p.issued_on, due_on = p.due_on,
      total_minor = p.total_minor, open_minor = p.desired,
      closed_on = case when p.desired = 0 then coalesce(i.closed_on, p.issued_on) end
    from plan p where not p.is_new_item and i.id = p.item_id
      and (i.customer_id, i.issued_on, i.due_on, i.total_minor, i.open_minor)
      is distinct from (p.customer_id, p.issued_on, p.due_on, p.total_minor, p.desired)`.execute(tx)
}

/**
 * What the file has as no longer open: a payment on its day where the file names one, else an
 * adjustment on the day of the file.
 */
async function insertSettlements(tx: Transaction, scope: WriteScope): Promise<void> {
  const recorded = sql`${scope.at}::timestamptz, ${scope.recordedBy}::uuid`
  await sql`
    create temp table plan_moves on commit drop as
    select gen_random_uuid() as allocation_id, gen_random_uuid() as payment_id, entity_id,
      customer_id, item_id, external_id, sequence, currency, ours - desired as amount_minor,
      settled_on, ${effectiveOn(scope)} as allocated_on,
      settled_on is not null and ours - desired > 0 as is_payment
    from plan where ours <> desired`.execute(tx)
  await sql`
    insert into payments (id, organisation_id, legal_entity_id, customer_id, amount_minor, currency,
      received_on, reference, source_id, external_id, recorded_at, recorded_by)
    select payment_id, ${scope.organisationId}::uuid, entity_id, customer_id, amount_minor, currency,
      settled_on, '', ${scope.sourceId}::uuid, 'settled:' || payment_id, ${recorded}
    from plan_moves where is_payment`.execute(tx)
  await sql`
    insert into allocations (id, organisation_id, customer_id, open_item_id, payment_id, kind,
      amount_minor, allocated_on, recorded_at, recorded_by)
    select allocation_id, ${scope.organisationId}::uuid, customer_id, item_id,
      case when is_payment then payment_id end,
      case when is_payment then 'payment' else 'adjustment' end, amount_minor, allocated_on,
      ${recorded}
    from plan_moves`.execute(tx)
}

/** The items whose open amount must be worked out anew from their allocations. */
export async function movedItems(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ itemId: string }>`
    select item_id from plan where not is_new_item
      and (old_total, old_open, desired) is distinct from (total_minor, desired, old_open)`.execute(
    tx,
  )
  return rows.map(({ itemId }) => itemId)
}

/** Flags documents that are gone; says which. They are never deleted. */
export async function flagGone(tx: Transaction, scope: WriteScope): Promise<void> {
  await sql`
    update receivables r set vanished_on = ${scope.syncedOn}::date
    where r.vanished_on is null and r.id in (select receivable_id from plan_gone)`.execute(tx)
}

/** Settles what is gone because somebody said that the list is complete. */
export async function settleGone(tx: Transaction, scope: WriteScope): Promise<string[]> {
  await sql`
    insert into allocations (id, organisation_id, customer_id, open_item_id, kind, amount_minor,
      allocated_on, recorded_at, recorded_by)
    select gen_random_uuid(), ${scope.organisationId}::uuid, customer_id, item_id, 'adjustment',
      open_minor, allocated_on, ${scope.at}::timestamptz, ${scope.recordedBy}::uuid
    from plan_gone`.execute(tx)
  const { rows } = await sql<{ itemId: string }>`select item_id from plan_gone`.execute(tx)
  return rows.map(({ itemId }) => itemId)
}

/** Everyone whose figures the plan changes. */
export async function touchedCustomers(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct customer_id as id from plan
    where is_new_item or is_changed_document or old_open <> desired or old_due_on <> due_on
      or old_total <> total_minor
    union select old_customer_id from plan where old_customer_id <> customer_id
    union select customer_id from plan_gone`.execute(tx)
  return rows.map(({ id }) => id)
}
