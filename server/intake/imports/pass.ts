import { decimalOf } from '../../kernel/money.ts'
import type { TableFile, Corrections } from '../tables/index.ts'
import { planCustomers } from './customers.ts'
import { noteHolds } from './holds.ts'
import type { CustomersPlanned } from './planned.ts'
import { noteReminders } from './reminders.ts'
import { changesOf, differenceOf, type Change, type Difference } from './report.ts'
import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import { stageFile, type Staged } from './staging.ts'
import * as documents from './store/plan-documents.ts'
import * as payments from './store/plan-payments.ts'
import { goneCount, stagedEntities } from './store/report.ts'
import * as stage from './store/stage.ts'

export type Pass = {
  readonly rows: number
  readonly difference: Difference
  readonly changes: readonly Change[]
  readonly customers: CustomersPlanned | null
  readonly hasDocuments: boolean
  /** The ledger has some of the documents already. */
  readonly knowsSome: boolean
}

type Locks = () => Promise<void>

/**
 * Reads the file and works out, beside the ledger of this moment, what it changes. `lock` is called
 * between the two: reading a large file keeps nobody waiting.
 */
export async function passOver(
  run: Run,
  file: TableFile,
  { corrections, lock }: { corrections: Corrections; lock: Locks },
): Promise<Pass> {
  const staged = await stageFile(run, file, corrections)
  await lock()
  if (run.mapping.kind === 'payments') return passPayments(run, staged)
  return passRows(run, staged)
}

async function passPayments(run: Run, { rows, controls, roundings }: Staged): Promise<Pass> {
  await payments.planPayments(run.tx, run)
  for (const { line, invoiceNumber } of await payments.ownerlessPayments(run.tx)) {
    run.found.add(importFinding('payment_without_customer', { line, value: invoiceNumber }))
    run.found.reject(line)
  }
  await payments.dropOwnerless(run.tx)
  for (const note of await payments.paymentNotes(run.tx)) {
    const { line, invoiceNumber: value, currency, left } = note
    const details = { left: `${decimalOf({ minor: left, currency })} ${currency}` }
    if (note.isOtherCurrency)
      run.found.add(importFinding('payment_other_currency', { line, value }))
    else if (note.isUnknown)
      run.found.add(importFinding('payment_invoice_unknown', { line, value }))
    else run.found.add(importFinding('payment_exceeds_invoice', { line, value }, details))
  }
  const parts = {
    customers: null,
    controls,
    roundings,
    entityIds: [run.entity.id],
    hasDocuments: false,
    knowsSome: false,
  }
  const difference = await differenceOf(run, parts)
  return {
    rows,
    difference,
    changes: await changesOf(run, parts),
    customers: null,
    hasDocuments: false,
    knowsSome: false,
  }
}

export async function passRows(run: Run, { rows, controls, roundings }: Staged): Promise<Pass> {
  const { kind } = run.mapping
  const hasDocuments = kind === 'receivables' || kind === 'combined'
  const repeated = hasDocuments ? await settleRepeats(run) : []
  const customers = await planCustomers(run, await stage.gatherCustomers(run.tx))
  const entityIds = await stagedEntities(run.tx)
  const knowsSome = hasDocuments && (await planDocuments(run, entityIds))
  for (const { line, lines } of repeated) {
    run.found.add(importFinding('number_repeats', { line }, { count: lines }))
  }
  await noteHolds(run, { customers, hasDocuments })
  if (hasDocuments) await noteReminders(run)
  const parts = { customers, controls, roundings, entityIds, hasDocuments, knowsSome }
  const difference = await differenceOf(run, parts)
  const changes = await changesOf(run, parts)
  return { rows, difference, changes, customers, hasDocuments, knowsSome }
}

async function settleRepeats(run: Run): Promise<{ line: number; lines: number }[]> {
  if (run.mapping.hasInvoiceLines) {
    const count = await stage.dropInvoiceLines(run.tx)
    if (count > 0) run.found.add(importFinding('document_lines_repeat', {}, { count }))
  }
  return stage.numberRepeats(run.tx)
}

async function planDocuments(run: Run, entityIds: readonly string[]): Promise<boolean> {
  const knowsSome = await documents.planDocuments(run.tx, run)
  if (knowsSome) await compareKnown(run)
  await planGone(run, entityIds)
  return knowsSome
}

/** Says what the file changes about documents that the ledger has. */
async function compareKnown(run: Run): Promise<void> {
  const changed = await documents.currencyChanges(run.tx)
  for (const { line, number, before } of changed) {
    run.found.add(importFinding('currency_changed', { line, value: number }, { before }))
    run.found.reject(line)
  }
  await documents.dropPlanned(
    run.tx,
    changed.map(({ line }) => line),
  )
  const notes = await documents.documentNotes(run.tx)
  for (const { line, number: value, before } of notes.moved) {
    run.found.add(importFinding('document_of_other_customer', { line, value }, { before }))
  }
  for (const { line, number: value } of notes.settled) {
    run.found.add(importFinding('settled_although_open', { line, value }))
  }
  for (const { line, number: value } of notes.below) {
    run.found.add(importFinding('total_below_settled', { line, value }))
  }
  if (notes.less > 0) run.found.add(importFinding('settled_by_feed', {}, { count: notes.less }))
  if (notes.more > 0) run.found.add(importFinding('reopened_by_feed', {}, { count: notes.more }))
}

async function planGone(run: Run, entityIds: readonly string[]): Promise<void> {
  await documents.planGone(run.tx, run, run.choices.isComplete ? entityIds : [])
  const count = await goneCount(run.tx)
  if (count > 0) run.found.add(importFinding('documents_gone', {}, { count }))
}
