import { addDays, type Day } from '../../../kernel/day.ts'
import { decimalOf, exponentOf, minorOfDecimal } from '../../../kernel/money.ts'
import type { Field } from '../../tables/rules/fields.ts'
import { finding } from '../../tables/rules/findings.ts'
import { roundedTo } from '../../tables/rules/sums.ts'
import { documentKindOf, isCreditSign, type DocumentKind } from './document-kinds.ts'
import { importFinding, type AnyFinding } from './findings.ts'
import { daysOf, termsDaysOf } from './terms.ts'

/** A row of a table, read: fields in plain form. */
export type Row = {
  readonly line: number
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly currency: string | null
}

/** A document as one row of a file gives it; amounts signed, credits negative. */
export type FiledDocument = {
  readonly kind: DocumentKind
  readonly number: string
  /** What makes it the same document the next time, within its source and legal entity. */
  readonly externalId: string
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly termsDays: number | null
  readonly deliveredOn: Day | null
  readonly currency: string
  readonly totalMinor: number
  /** Null when the file does not tell what is open. */
  readonly openMinor: number | null
  readonly settledOn: Day | null
  readonly instalment: number | null
}

export type DocumentSettings = {
  readonly currency: string | null
  readonly defaultTermsDays: number
  /** The fields that the file has columns for. */
  readonly fields: ReadonlySet<Field>
}

export type Filed<Subject> = {
  readonly filed: Subject | null
  readonly findings: readonly AnyFinding[]
}

const LONGEST_NUMBER = 120

/** Reads a row as a document, or says why it cannot be one. */
export function documentOf(row: Row, settings: DocumentSettings): Filed<FiledDocument> {
  const findings: AnyFinding[] = []
  const { line, values } = row
  const currency = row.currency ?? settings.currency
  if (currency === null) findings.push(importFinding('currency_missing', { line }))
  const amounts = currency === null ? null : amountsOf(row, settings, { currency, findings })
  const dates = datesOf(row, settings, findings)
  const number = values.number ?? values.external_id ?? null
  if (number !== null && number.length > LONGEST_NUMBER) {
    findings.push(finding('cell_too_long', { line, column: 'number' }))
  }
  const kind = amounts && kindOf(values, amounts.totalMinor)
  if (number === null && kind !== 'on_account') findings.push(finding('number_missing', { line }))
  if (!amounts || !dates || !kind || currency === null) return { filed: null, findings }
  if (findings.some(({ severity }) => severity === 'error')) return { filed: null, findings }
  const named = number ?? `${dates.issuedOn} ${decimalOf({ minor: amounts.totalMinor, currency })}`
  return {
    findings,
    filed: {
      kind,
      number: named,
      externalId: externalIdOf(kind, { number, named, values }),
      ...dates,
      deliveredOn: dayOf(values.delivered_date),
      currency,
      ...amounts,
      instalment: daysOf(values.instalment),
    },
  }
}

/** Same number, other type or other company code: another document. */
function externalIdOf(
  kind: DocumentKind,
  { number, named, values }: { number: string | null; named: string; values: Row['values'] },
): string {
  const type = kind === 'debit_note' ? 'invoice' : kind
  const entity = values.entity ? `${values.entity}/` : ''
  if (number !== null) return `${entity}${type}:${number}`
  const customer = values.customer_number ?? values.customer_name ?? ''
  return `${entity}${type}:${customer} ${named}`
}

function kindOf(values: Row['values'], totalMinor: number): DocumentKind {
  const typed = documentKindOf(values.document_type)
  if (totalMinor < 0) return typed === 'on_account' ? 'on_account' : 'credit_note'
  if (totalMinor === 0) return typed ?? 'invoice'
  return typed === 'debit_note' ? 'debit_note' : 'invoice'
}

type Amounts = Pick<FiledDocument, 'totalMinor' | 'openMinor' | 'settledOn'>

function amountsOf(
  { line, values }: Row,
  { fields }: DocumentSettings,
  { currency, findings }: { currency: string; findings: AnyFinding[] },
): Amounts | null {
  const read = (field: Field) => {
    const text = values[field]
    if (text === undefined) return null
    const minor = minorOfDecimal(roundedTo(text, exponentOf(currency)), currency)
    if (minor === null) findings.push(importFinding('amount_too_large', { line, value: text }))
    return minor
  }
  const given = {
    total: totalOf(read('total'), read('debit'), read('credit')),
    open: read('open_amount'),
    paid: read('paid_amount'),
  }
  const whole = given.total ?? (given.open === null ? null : given.open + (given.paid ?? 0))
  if (whole === null) {
    findings.push(importFinding('amount_missing', { line }))
    return null
  }
  const sign = signOf(values, whole)
  const settledOn = dayOf(values.settled_date)
  const open = openOf({ ...given, whole }, { fields, isSettled: settledOn !== null })
  if (open === 'missing') findings.push(importFinding('open_missing', { line }))
  const openMinor = open === 'missing' ? 0 : open
  const exceeds =
    openMinor !== null && (openMinor * whole < 0 || Math.abs(openMinor) > Math.abs(whole))
  if (exceeds) {
    const total = decimalOf({ minor: whole, currency })
    findings.push(
      importFinding('open_exceeds_total', { line, value: values.open_amount ?? null }, { total }),
    )
    return null
  }
  const signed = (minor: number) => sign * minor || 0
  return {
    totalMinor: signed(whole),
    openMinor: openMinor === null ? null : signed(openMinor),
    settledOn,
  }
}

function totalOf(total: number | null, debit: number | null, credit: number | null): number | null {
  if (total !== null) return total
  return debit === null && credit === null ? null : (debit ?? 0) - (credit ?? 0)
}

/** Files that write credits without a minus say so by type or sign column. */
function signOf(values: Row['values'], whole: number): 1 | -1 {
  if (whole <= 0) return 1
  const kind = documentKindOf(values.document_type)
  const isCredit =
    isCreditSign(values.debit_credit) || kind === 'credit_note' || kind === 'on_account'
  return isCredit ? -1 : 1
}

type Given = { whole: number; total: number | null; open: number | null; paid: number | null }

function openOf(
  { whole, open, paid }: Given,
  { fields, isSettled }: { fields: ReadonlySet<Field>; isSettled: boolean },
): number | 'missing' | null {
  if (isSettled) return 0
  if (fields.has('open_amount')) return open ?? (paid === null ? 'missing' : whole - paid)
  if (fields.has('paid_amount')) return whole - (paid ?? 0)
  return fields.has('settled_date') ? whole : null
}

type Dates = Pick<FiledDocument, 'issuedOn' | 'dueOn' | 'termsDays'>

function datesOf(
  { line, values }: Row,
  { defaultTermsDays }: DocumentSettings,
  findings: AnyFinding[],
): Dates | null {
  const termsDays = daysOf(values.terms_days) ?? termsDaysOf(values.payment_terms)
  const dueOn = dayOf(values.due_date)
  const issued = dayOf(values.issue_date) ?? dayOf(values.posting_date)
  const assumed = issued ?? (dueOn && addDays(dueOn, -(termsDays ?? defaultTermsDays)))
  if (assumed === null) {
    findings.push(importFinding('issue_date_missing', { line }))
    return null
  }
  if (issued === null)
    findings.push(importFinding('issue_date_assumed', { line }, { day: assumed }))
  if (dueOn === null) {
    const days = termsDays ?? defaultTermsDays
    findings.push(importFinding('due_date_assumed', { line }, { days }))
  } else if (dueOn < assumed) {
    findings.push(importFinding('due_before_issue', { line, value: dueOn }))
  }
  return { issuedOn: assumed, dueOn, termsDays }
}

function dayOf(text: string | undefined): Day | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reader of tables gives days that exist
  return text === undefined ? null : (text as Day)
}
