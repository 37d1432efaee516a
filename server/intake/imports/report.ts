import { money, type Money } from '../../kernel/money.ts'
import type { Control, Controls } from './controls.ts'
import { MOST_CHANGES, type CustomersPlanned, type Tally } from './planned.ts'
import { fieldsChanged, type FieldChange } from './rules/changes.ts'
import type { Run } from './run.ts'
import * as store from './store/report.ts'

type FullTally = Tally & { gone: number; rejected: number }

/** What the file does to the ledger, in numbers. */
export type Difference = {
  readonly customers: FullTally
  readonly contacts: FullTally
  readonly receivables: FullTally
  readonly payments: FullTally
  readonly open: { before: Money; after: Money }[]
  readonly controls: ReportedControl[]
}

export type ReportedControl = {
  readonly currency: string
  readonly field: Control['field']
  readonly file: { count: number; amount: Money }
  readonly read: { count: number; amount: Money }
  readonly rejected: { count: number }
  readonly rounding: string
  readonly isReconciled: boolean
}

export type Change = {
  readonly subject: 'customer' | 'contact' | 'receivable' | 'payment'
  readonly kind: 'new' | 'changed' | 'gone'
  readonly line: number | null
  readonly number: string
  readonly name: string
  readonly fields: readonly FieldChange[]
}

export type Rounding = {
  readonly field: string
  readonly currency: string
  readonly difference: string
}

const NONE: FullTally = { new: 0, changed: 0, same: 0, gone: 0, rejected: 0 }

type Parts = {
  readonly customers: CustomersPlanned | null
  readonly controls: Controls
  readonly entityIds: readonly string[]
  readonly roundings: readonly Rounding[]
  readonly hasDocuments: boolean
  readonly knowsSome: boolean
}

/** Counts and sums up a pass, before it writes anything. */
export async function differenceOf(run: Run, parts: Parts): Promise<Difference> {
  const { tx, mapping, choices, organisationId } = run
  const isPayments = mapping.kind === 'payments'
  const settlesGone = choices.isComplete && choices.gone === 'settle'
  const before = await store.openSums(tx, organisationId, parts.entityIds)
  const moves = isPayments
    ? await store.paymentMoves(tx)
    : parts.hasDocuments
      ? await store.openMoves(tx, settlesGone)
      : []
  const rejected = run.found.rejected()
  const ofCustomers = mapping.kind === 'customers' || mapping.kind === 'contacts'
  return {
    customers: { ...NONE, ...parts.customers?.tally, rejected: ofCustomers ? rejected : 0 },
    contacts: { ...NONE, ...parts.customers?.contacts },
    receivables: parts.hasDocuments
      ? {
          ...(await store.documentTally(tx, parts.knowsSome)),
          gone: await store.goneCount(tx),
          rejected,
        }
      : NONE,
    payments: isPayments ? { ...NONE, ...(await store.paymentTally(tx)), rejected } : NONE,
    open: openOf(before, moves),
    controls: await controlsOf(run, parts),
  }
}

type Open = { readonly currency: string; readonly minor: number }

function openOf(before: readonly Open[], moves: readonly Open[]) {
  const currencies = [...new Set([...before, ...moves].map(({ currency }) => currency))].toSorted()
  const of = (rows: readonly Open[], currency: string) =>
    rows.find((row) => row.currency === currency)?.minor ?? 0
  return currencies.map((currency) => ({
    before: money(of(before, currency), currency),
    after: money(of(before, currency) + of(moves, currency), currency),
  }))
}

/** The file's sums beside what the same rows come to in the ledger. */
async function controlsOf(run: Run, { controls, hasDocuments, roundings }: Parts) {
  const rejected = { count: run.found.rejected() }
  const documents = hasDocuments ? await store.documentSums(run.tx) : []
  const payments = run.mapping.kind === 'payments' ? await store.paymentSums(run.tx) : []
  return controls.all().map((control): ReportedControl => {
    const { field, currency, count, minor } = control
    const row = (field === 'payment_amount' ? payments : documents).find(
      (one) => one.currency === currency,
    )
    const read =
      field === 'open_amount' && row && 'open' in row ? String(row.open) : (row?.minor ?? '0')
    const readCount = field === 'open_amount' ? Math.min(count, row?.count ?? 0) : (row?.count ?? 0)
    const rounding = roundings.find((one) => one.field === field && one.currency === currency)
    return {
      currency,
      field,
      file: { count, amount: money(Number(minor), currency) },
      read: { count: readCount, amount: money(Number(read), currency) },
      rejected,
      rounding: rounding?.difference ?? '0.00',
      isReconciled: BigInt(read) === minor && readCount === count,
    }
  })
}

/** The first changes of each kind, for review. */
export async function changesOf(run: Run, parts: Parts): Promise<Change[]> {
  const customers = (parts.customers?.changes ?? []).map((change): Change => ({
    ...change,
    subject: 'customer',
  }))
  if (run.mapping.kind === 'payments') return [...customers, ...(await paymentChanges(run))]
  if (!parts.hasDocuments) return customers
  const documents = await store.documentChanges(run.tx, MOST_CHANGES)
  const gone = await store.goneDocuments(run.tx, MOST_CHANGES)
  return [
    ...customers,
    ...documents.map((change): Change => {
      const { line, number, name, kind, currency, before, after } = change
      const fields = fieldsChanged(before ?? {}, after).map((one) => withMoney(one, currency))
      const all = before === null ? allFields(after, currency) : fields
      return { subject: 'receivable', kind, line, number, name, fields: all }
    }),
    ...gone.map(({ number, name, currency, minor }): Change => {
      const fields = [{ field: 'open_amount', before: money(minor, currency), after: null }]
      return { subject: 'receivable', kind: 'gone', line: null, number, name, fields }
    }),
  ]
}

function allFields(after: Readonly<Record<string, string | number | null>>, currency: string) {
  return Object.entries(after).map(([field, value]) =>
    withMoney({ field, before: null, after: value === null ? null : String(value) }, currency),
  )
}

const AMOUNTS: ReadonlySet<string> = new Set(['total', 'open_amount'])

function withMoney(change: FieldChange, currency: string): FieldChange {
  if (!AMOUNTS.has(change.field)) return change
  const asMoney = (value: FieldChange['before']) =>
    typeof value === 'string' ? money(Number(value), currency) : value
  return { ...change, before: asMoney(change.before), after: asMoney(change.after) }
}

async function paymentChanges(run: Run): Promise<Change[]> {
  const payments = await store.newPayments(run.tx, MOST_CHANGES)
  return payments.map(
    ({ line, name, invoiceNumber, currency, minor, receivedOn, appliedMinor }) => ({
      subject: 'payment',
      kind: 'new',
      line,
      number: invoiceNumber ?? '',
      name,
      fields: [
        { field: 'payment_amount', before: null, after: money(minor, currency) },
        { field: 'payment_date', before: null, after: receivedOn },
        { field: 'applied', before: null, after: money(appliedMinor, currency) },
      ],
    }),
  )
}
