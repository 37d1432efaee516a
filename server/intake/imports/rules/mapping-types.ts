import type { DecimalSign } from '../../tables/rules/amounts.ts'
import type { DateOrder } from '../../tables/rules/dates.ts'
import type { Field, TableKind } from '../../tables/rules/fields.ts'

export type Column = {
  readonly position: number
  readonly heading: string
  readonly field: Field | null
  readonly confidence: number
  readonly origin: 'guessed' | 'remembered' | 'chosen'
  readonly order: DateOrder
  readonly decimal: DecimalSign
  readonly isAmbiguous: boolean
  /** The currency that the heading names. */
  readonly currency: string | null
  readonly isFloat: boolean
  /** Every amount in it is negative. */
  readonly isNegative: boolean
}

/** How the rows of a file become records: kept with the import, and for the next such file. */
export type Mapping = {
  readonly kind: TableKind | null
  readonly headerLine: number | null
  readonly sheet: string | null
  readonly columns: readonly Column[]
  /** The currency, and the one customer, that a title above the headings names. */
  readonly currency: string | null
  readonly customerTitle: string | null
  /** Invoice lines repeat their invoice's amounts: each document is read once. */
  readonly hasInvoiceLines: boolean
  /** Documents that were issued, not a ledger: they tell nothing about what has been paid. */
  readonly isEinvoice: boolean
}

export type ColumnChoice = {
  readonly position: number
  readonly field: Field | null
  readonly dateOrder: DateOrder | null
  readonly decimal: DecimalSign | null
}
