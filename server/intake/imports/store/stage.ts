import { sql } from 'kysely'

import { copyText } from '../../../database/bulk.ts'
import type { Transaction } from '../../../database/database.ts'
import type { FiledDocument } from '../rules/documents.ts'
import type { FiledPayment } from '../rules/payments.ts'
import type { Reminded } from '../rules/reminders.ts'

// Temporary tables know no row-level security, which COPY needs, and end with the transaction.

/** What a row says about its customer; `name` and `details` only where they are new. */
export type StagedCustomer = {
  readonly entityId: string
  /** What tells customers apart in this file: the number, or the name where there is none. */
  readonly key: string
  readonly number: string | null
  readonly name: string | null
  readonly details: string | null
}

export type StagedDocument = FiledDocument & {
  readonly receivableId: string
  readonly itemId: string
  readonly orderReference: string | null
  readonly purchaseOrder: string | null
  readonly paymentReference: string | null
  readonly sellerId: string | null
  /** Null where the file does not tell. */
  readonly isDisputed: boolean | null
  /** What was asked for elsewhere, under an id for the ledger; null where nothing was. */
  readonly reminder: (Reminded & { readonly id: string }) | null
}

/** From here on joining row by row is slower than reading a table whole. */
const MANY_ROWS = 500

/**
 * The memory and the joins that many rows need; the settings end with the transaction. Tables that
 * were just filled have no statistics yet, and nested loops over them take minutes (stack.md §2).
 */
export async function prepareJoins(tx: Transaction, rows: number): Promise<void> {
  if (rows < MANY_ROWS) return
  await sql`set local work_mem = '256MB'`.execute(tx)
  await sql`set local enable_nestloop = off`.execute(tx)
}

export async function createStage(tx: Transaction): Promise<void> {
  await sql`
    create temp table stage_rows (
      line bigint not null, entity_id uuid not null, customer_key text collate "C",
      customer_number text collate "C", customer_name text, details text,
      receivable_id uuid, item_id uuid, kind text, external_id text, number text collate "C",
      issued_on date, due_on date, terms_days integer, delivered_on date, currency text,
      total_minor bigint, open_minor bigint, settled_on date, instalment integer,
      order_reference text, purchase_order text, payment_reference text, seller_id uuid,
      is_disputed boolean, reminder_id uuid, reminder_level integer, reminded_on date,
      sequence integer not null, document_total bigint
    ) on commit drop`.execute(tx)
}

/** A line of COPY for stage_rows. */
export function stageLine(
  line: number,
  customer: StagedCustomer,
  document: StagedDocument | null,
): string {
  const { entityId, key, number, name, details } = customer
  const who = `${entityId}\t${copyText(key)}\t${copyText(number)}`
  const rest = `${copyText(name)}\t${copyText(details)}\t${documentPart(document)}`
  return `${line}\t${who}\t${rest}\t1\t${NULL}\n`
}

const NULL = copyText(null)
const NO_DOCUMENT = Array.from({ length: 22 }, () => NULL).join('\t')

// One template rather than a list joined: this runs once a row of files with millions.
function documentPart(document: StagedDocument | null): string {
  if (document === null) return NO_DOCUMENT
  const d = document
  const what = `${d.receivableId}\t${d.itemId}\t${d.kind}\t${copyText(d.externalId)}\t${copyText(d.number)}`
  const days = `${d.issuedOn}\t${d.dueOn ?? NULL}\t${d.termsDays ?? NULL}\t${d.deliveredOn ?? NULL}`
  const amounts = `${d.currency}\t${d.totalMinor}\t${d.openMinor ?? NULL}\t${d.settledOn ?? NULL}`
  const references = `${copyText(d.orderReference)}\t${copyText(d.purchaseOrder)}\t${copyText(d.paymentReference)}`
  const rest = `${d.sellerId ?? NULL}\t${copyText(d.isDisputed)}\t${reminderPart(d.reminder)}`
  return `${what}\t${days}\t${amounts}\t${d.instalment ?? NULL}\t${references}\t${rest}`
}

const NO_REMINDER = Array.from({ length: 3 }, () => NULL).join('\t')

function reminderPart(reminder: StagedDocument['reminder']): string {
  if (reminder === null) return NO_REMINDER
  return `${reminder.id}\t${reminder.level}\t${reminder.on ?? NULL}`
}

export async function createPaymentStage(tx: Transaction): Promise<void> {
  await sql`
    create temp table stage_payments (
      line bigint not null, entity_id uuid not null, payment_id uuid not null,
      customer_number text collate "C", customer_name text, invoice_number text collate "C",
      amount_minor bigint not null, currency text not null, received_on date not null,
      reference text not null, identity text not null
    ) on commit drop`.execute(tx)
}

export type StagedPayment = FiledPayment & {
  readonly paymentId: string
  readonly entityId: string
  readonly customerNumber: string | null
  readonly customerName: string | null
}

/** A line of COPY for stage_payments. */
export function paymentLine(line: number, payment: StagedPayment): string {
  const p = payment
  return `${[
    line,
    p.entityId,
    p.paymentId,
    copyText(p.customerNumber),
    copyText(p.customerName),
    copyText(p.invoiceNumber),
    p.amountMinor,
    p.currency,
    p.receivedOn,
    copyText(p.reference),
    copyText(p.identity),
  ].join('\t')}\n`
}

/** Gathers the customers of the stage, one row each, numbered in the order of the file. */
export async function gatherCustomers(tx: Transaction): Promise<number> {
  await sql`
    analyze stage_rows (line, entity_id, customer_key, external_id, number)`.execute(tx)
  await sql`
    create temp table stage_customers on commit drop as
    select row_number() over (order by min(line)) as place, entity_id, customer_key,
      min(customer_number) as number, min(line) as line,
      array_remove(array_agg(customer_name order by line), null) as names,
      array_remove(array_agg(details order by line), null) as details,
      min(currency) as currency
    from stage_rows where details is not null
    group by entity_id, customer_key`.execute(tx)
  await sql`create index on stage_customers (place)`.execute(tx)
  await sql`
    create temp table plan_customers (
      entity_id uuid not null, customer_key text collate "C" not null, customer_id uuid not null,
      terms_days integer, is_new boolean not null
    ) on commit drop`.execute(tx)
  const { rows } = await sql<{ count: number }>`select count(*) from stage_customers`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Rows of one document are its instalments, in the order of instalment, due day and line. */
export async function numberRepeats(tx: Transaction): Promise<{ line: number; lines: number }[]> {
  await sql`
    create temp table stage_repeats on commit drop as
    select entity_id, external_id, count(*) as lines, min(line) as line from stage_rows
    where external_id is not null group by entity_id, external_id having count(*) > 1`.execute(tx)
  const repeats = await sql<{ line: number; lines: number }>`
    select line, lines from stage_repeats order by line limit 5000`.execute(tx)
  if (repeats.rows.length === 0) return []
  await sql`
    update stage_rows s set sequence = r.sequence, receivable_id = r.head, document_total = r.whole
    from (
      select s.line, row_number() over instalments as sequence,
        first_value(s.receivable_id) over instalments as head,
        sum(s.total_minor) over (partition by s.entity_id, s.external_id)::bigint as whole
      from stage_rows s join stage_repeats d
        on d.entity_id = s.entity_id and d.external_id = s.external_id
      window instalments as (partition by s.entity_id, s.external_id
        order by s.instalment nulls last, s.due_on nulls last, s.line)
    ) r where r.line = s.line`.execute(tx)
  return repeats.rows
}

/** Where each line of an invoice repeats its amounts, one line of it stays; says how many left. */
export async function dropInvoiceLines(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ line: number }>`
    delete from stage_rows s using (
      select line, row_number() over (
        partition by entity_id, external_id, total_minor, open_minor, due_on order by line) as nth
      from stage_rows where external_id is not null
    ) r where r.line = s.line and r.nth > 1 returning s.line`.execute(tx)
  return rows.length
}
