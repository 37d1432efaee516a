import type { Field, TableKind } from '../../tables/rules/fields.ts'
import { wordsOf } from '../../tables/rules/texts.ts'
import type { Column, ColumnChoice, Mapping } from './mapping-types.ts'

/** The headings in a form that the next export of the same report has too. */
export function fingerprintOf(headings: readonly string[]): string {
  return headings.map((heading) => wordsOf(heading).join(' ')).join('|')
}

type No = { readonly code: string; readonly details: Readonly<Record<string, string | number>> }

/** Says what is missing or wrong in a mapping, or null when rows can be read with it. */
export function refusalOfMapping(
  kind: TableKind,
  chosen: readonly ColumnChoice[],
  columns: readonly Column[],
): No | null {
  const stray = chosen.find(
    ({ position }) => !columns.some((column) => column.position === position),
  )
  if (stray) return no('mapping_has_no_such_column', { position: stray.position + 1 })
  const fields = chosen.flatMap(({ field }) => (field ? [field] : []))
  const twice = fields.find((field, at) => fields.indexOf(field) !== at)
  if (twice) return no('mapping_field_twice', { field: twice })
  const missing = missingField(kind, new Set(fields))
  return missing ? no('mapping_lacks_field', { field: missing }) : null
}

function no(code: string, details: No['details']): No {
  return { code, details }
}

/** The first field that this kind of table cannot do without. */
export function missingField(kind: TableKind, fields: ReadonlySet<Field>): Field | null {
  const missing = NEEDED[kind].find((choices) => !hasAny(fields, choices))
  return missing?.[0] ?? null
}

const CUSTOMER = ['customer_number', 'customer_name'] as const
const DOCUMENT: readonly (readonly Field[])[] = [
  ['number', 'external_id'],
  ['total', 'open_amount', 'debit'],
  ['issue_date', 'posting_date', 'due_date'],
]

/** Of each group of fields one must be there; the first is the one to ask for. */
const NEEDED: Readonly<Record<TableKind, readonly (readonly Field[])[]>> = {
  customers: [CUSTOMER],
  contacts: [CUSTOMER, ['email', 'phone', 'mobile', 'contact_name', 'contact_last_name']],
  receivables: DOCUMENT,
  combined: DOCUMENT,
  payments: [['payment_amount'], ['payment_date'], [...CUSTOMER, 'invoice_number']],
}

function hasAny(fields: ReadonlySet<Field>, wanted: readonly Field[]): boolean {
  return wanted.some((field) => fields.has(field))
}

const LINE_WORDS =
  /\b(quantity|qty|unit price|line amount|line total|item code|inventory|account code|sku|menge|einzelpreis|artikel|positionsbetrag|quantite|prix unitaire|article|cantidad|precio unitario|articulo)\b/

/** Whether the file has a line for each line of an invoice, with the invoice's amounts on all of them. */
export function hasInvoiceLines(headings: readonly string[]): boolean {
  return headings.some((heading) => LINE_WORDS.test(wordsOf(heading).join(' ')))
}

/** The mapping remembered for the same headings, laid over what was detected now. */
export function rememberedOver(remembered: Mapping, columns: readonly Column[]): Column[] {
  const byHeading = new Map(remembered.columns.map((column) => [column.heading, column]))
  return columns.map((column) => {
    const known = byHeading.get(column.heading)
    if (!known) return { ...column, field: null, confidence: 0 }
    // The file's own rows decide how it is written; memory only where they leave it open.
    const order = column.isAmbiguous ? known.order : column.order
    const decimal = column.isAmbiguous ? known.decimal : column.decimal
    const base = { ...column, order, decimal, isAmbiguous: false }
    return { ...base, field: known.field, confidence: 1, origin: 'remembered' as const }
  })
}

/** What somebody chose, laid over what was there. */
export function chosenOver(chosen: readonly ColumnChoice[], columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    const choice = chosen.find(({ position }) => position === column.position)
    if (!choice) return { ...column, field: null, confidence: 1, origin: 'chosen' as const }
    return {
      ...column,
      field: choice.field,
      order: choice.dateOrder ?? column.order,
      decimal: choice.decimal ?? column.decimal,
      isAmbiguous: false,
      confidence: 1,
      origin: choice.field === column.field ? column.origin : ('chosen' as const),
    }
  })
}
