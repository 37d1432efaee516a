import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

export type PlanScope = {
  readonly organisationId: string
  readonly sourceId: string
  /** The day on which the file was made: what it changes about open amounts takes effect then. */
  readonly syncedOn: Day
}

/**
 * Puts what the file says about each document beside what the ledger knows: one row an open item,
 * with the open amount that it shall have. Says whether the ledger knows any of them.
 */
export async function planDocuments(tx: Transaction, scope: PlanScope): Promise<boolean> {
  await sql`analyze plan_customers`.execute(tx)
  const knowsSome = await findKnown(tx, scope)
  await sql`
    create temp table plan on commit drop as
    select s.line, s.sequence, s.entity_id,
      coalesce(r.id, s.receivable_id) as receivable_id, r.id is null as is_new_document,
      coalesce(i.id, s.item_id) as item_id, i.id is null as is_new_item,
      -- A document with money set against it stays where that money is.
      case when i.open_minor <> i.total_minor then r.customer_id else c.customer_id end as customer_id,
      r.customer_id as old_customer_id, c.customer_id as filed_customer_id,
      s.kind, s.external_id, s.number, s.issued_on, s.currency, r.currency as old_currency,
      coalesce(s.due_on, case when not r.due_is_assumed then i.due_on end,
        s.issued_on + coalesce(s.terms_days, c.terms_days, e.default_terms_days)) as due_on,
      s.due_on is null and coalesce(r.due_is_assumed, true) as due_is_assumed,
      coalesce(s.delivered_on, r.delivered_on) as delivered_on,
      coalesce(s.order_reference, r.order_reference, '') as order_reference,
      coalesce(s.purchase_order, r.purchase_order, '') as purchase_order,
      coalesce(s.payment_reference, r.payment_reference, '') as payment_reference,
      coalesce(s.seller_id, r.seller_id) as seller_id, s.is_disputed,
      s.reminder_id, s.reminder_level, s.reminded_on,
      s.total_minor, coalesce(s.document_total, s.total_minor) as document_total,
      s.open_minor as filed_open, s.settled_on,
      i.total_minor as old_total, i.open_minor as old_open, i.due_on as old_due_on,
      r.id is not null and (r.kind, r.number, r.issued_on, r.total_minor, r.delivered_on,
        r.order_reference, r.purchase_order, r.payment_reference, r.seller_id, r.customer_id,
        r.source_id, r.due_is_assumed, r.vanished_on is null)
        is distinct from (s.kind, s.number, s.issued_on, coalesce(s.document_total, s.total_minor),
        coalesce(s.delivered_on, r.delivered_on), coalesce(s.order_reference, r.order_reference),
        coalesce(s.purchase_order, r.purchase_order),
        coalesce(s.payment_reference, r.payment_reference), coalesce(s.seller_id, r.seller_id),
        case when i.open_minor <> i.total_minor then r.customer_id else c.customer_id end,
        ${scope.sourceId}::uuid, s.due_on is null and r.due_is_assumed, true)
        as is_changed_document,
      r.vanished_on is not null as was_gone,
      -- Open by our own books under the new total, and what it shall be.
      s.total_minor - coalesce(i.total_minor - i.open_minor, 0) as ours,
      ${DESIRED} as desired
    from stage_rows s
    join plan_customers c on c.entity_id = s.entity_id and c.customer_key = s.customer_key
    join legal_entities e on e.id = s.entity_id
    left join plan_known k on k.entity_id = s.entity_id and k.external_id = s.external_id
    left join receivables r on r.id = k.receivable_id
    left join open_items i on i.receivable_id = r.id and i.sequence = s.sequence
    where s.external_id is not null`.execute(tx)
  await sql`analyze plan (line, receivable_id, item_id, customer_id)`.execute(tx)
  if (knowsSome) await limitReopening(tx)
  return knowsSome
}

/** Which documents of the file the ledger has already: of this source, or of another file. */
async function findKnown(tx: Transaction, scope: PlanScope): Promise<boolean> {
  const { organisationId, sourceId } = scope
  await sql`
    create temp table plan_known on commit drop as
    select s.entity_id, s.external_id, r.id as receivable_id
    from stage_rows s join receivables r on r.organisation_id = ${organisationId}
      and r.legal_entity_id = s.entity_id and r.source_id = ${sourceId}
      and r.external_id = s.external_id
    where s.sequence = 1`.execute(tx)
  const others = await sql`
    select from receivables r join sources o on o.id = r.source_id
    where r.organisation_id = ${organisationId} and r.source_id <> ${sourceId}
      and o.kind in ('file', 'einvoice') limit 1`.execute(tx)
  if (others.rows.length > 0) {
    await sql`
      insert into plan_known (entity_id, external_id, receivable_id)
      select distinct on (m.receivable_id) m.* from (
      select s.entity_id, s.external_id, (array_agg(r.id))[1] as receivable_id
      from stage_rows s
      join receivables r on r.organisation_id = ${organisationId} and r.number = s.number
        and r.legal_entity_id = s.entity_id and r.currency = s.currency
        and replace(r.kind, 'debit_note', 'invoice') = replace(s.kind, 'debit_note', 'invoice')
      join sources o on o.id = r.source_id and o.kind in ('file', 'einvoice')
      where s.sequence = 1 and r.source_id <> ${sourceId} and not exists (
        select from plan_known k where k.entity_id = s.entity_id and k.external_id = s.external_id)
      group by s.entity_id, s.external_id having count(*) = 1
      ) m order by m.receivable_id, m.external_id`.execute(tx)
  }
  await sql`analyze plan_known`.execute(tx)
  const { rows } = await sql<{ isAny: boolean }>`
    select exists (select from plan_known) as is_any`.execute(tx)
  return rows[0]?.isAny ?? false
}

/**
 * New items are open as filed. Known ones are, too, when less is open than we thought; else what our
 * own books say counts: a payment recorded here may not have reached the source yet.
 */
const DESIRED = sql`
  case when i.id is null then coalesce(s.open_minor, s.total_minor)
  when s.total_minor >= 0 then greatest(0, least(
    s.total_minor - (i.total_minor - i.open_minor), coalesce(s.open_minor, s.total_minor)))
  else least(0, greatest(
    s.total_minor - (i.total_minor - i.open_minor), coalesce(s.open_minor, s.total_minor))) end`

/** More is open than by our books: as much of it counts as earlier files had adjusted away. */
async function limitReopening(tx: Transaction): Promise<void> {
  await sql`
    update plan p set desired = case when p.total_minor >= 0
      then least(p.filed_open, p.desired + greatest(a.adjusted, 0))
      else greatest(p.filed_open, p.desired + least(a.adjusted, 0)) end
    from (
      select a.open_item_id, sum(a.amount_minor)::bigint as adjusted
      from plan p join allocations a on a.open_item_id = p.item_id and a.kind = 'adjustment'
      where not p.is_new_item and abs(p.filed_open) > abs(p.desired)
      group by a.open_item_id
    ) a where a.open_item_id = p.item_id`.execute(tx)
}

/** A document keeps its currency: lines that say otherwise cannot be taken. */
export async function currencyChanges(tx: Transaction) {
  const { rows } = await sql<{ line: number; number: string; before: string }>`
    select line, number, old_currency as before from plan
    where old_currency is not null and old_currency <> currency order by line limit 5000`.execute(
    tx,
  )
  return rows
}

export async function dropPlanned(tx: Transaction, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    delete from plan where receivable_id in (
      select receivable_id from plan where line = any(${lines}::bigint[]))`.execute(tx)
}

export type DocumentNote = {
  readonly line: number
  readonly number: string
  readonly before: string
}

/** Documents that moved to another customer, and those that our books settle although filed open. */
export async function documentNotes(tx: Transaction) {
  const moved = await sql<DocumentNote>`
    select p.line, p.number, c.number as before from plan p join customers c on c.id = p.old_customer_id
    where p.sequence = 1 and p.old_customer_id <> p.filed_customer_id
    order by p.line limit 2000`.execute(tx)
  const settled = await sql<{ line: number; number: string }>`
    select line, number from plan where not is_new_item and abs(filed_open) > abs(desired)
    order by line limit 2000`.execute(tx)
  const below = await sql<{ line: number; number: string }>`
    select line, number from plan where not is_new_item and ours * sign(total_minor) < 0
    order by line limit 2000`.execute(tx)
  const { rows } = await sql<{ less: number; more: number }>`
    select count(*) filter (where abs(desired) < abs(ours)) as less,
      count(*) filter (where abs(desired) > abs(ours) and ours * sign(total_minor) >= 0) as more
    from plan where not is_new_item and settled_on is null and filed_open is not null`.execute(tx)
  return {
    moved: moved.rows,
    settled: settled.rows,
    below: below.rows,
    less: rows[0]?.less ?? 0,
    more: rows[0]?.more ?? 0,
  }
}

/** Open documents of the source that the file, a list of all open ones, no longer has. */
export async function planGone(
  tx: Transaction,
  scope: PlanScope,
  entityIds: readonly string[],
): Promise<void> {
  await sql`
    create temp table plan_gone on commit drop as
    select r.id as receivable_id, r.number, r.customer_id, r.vanished_on is null as is_newly_gone,
      i.id as item_id, i.currency, i.open_minor,
      greatest(i.issued_on, ${scope.syncedOn}::date) as allocated_on
    from receivables r join open_items i on i.receivable_id = r.id and i.closed_on is null
    where r.organisation_id = ${scope.organisationId} and r.source_id = ${scope.sourceId}
      and r.legal_entity_id = any(${entityIds}::uuid[])
      and not exists (select from plan p where p.receivable_id = r.id)`.execute(tx)
  await sql`analyze plan_gone`.execute(tx)
}
