import type { Day } from '../../kernel/day.ts'
import type { FileTotal, TableInspection } from '../tables/index.ts'
import type { TableKind } from '../tables/rules/fields.ts'

/** What was seen in a file, as it is kept and shown; columns' fields are in the mapping. */
export type Inspection = {
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly quote: string | null
  readonly decimal: '.' | ',' | null
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null
  readonly sheet: string | null
  readonly sheets: string[]
  readonly headerLine: number | null
  readonly preamble: string[]
  readonly kind: TableKind | null
  readonly columns: readonly {
    readonly position: number
    readonly letter: string
    readonly holds: 'date' | 'amount' | 'text' | 'nothing'
    readonly samples: readonly string[]
    readonly filled: number
  }[]
  readonly rowCount: number
  readonly totals: FileTotal[]
  readonly documents: {
    readonly kind: 'invoice' | 'credit_note'
    readonly number: string | null
    readonly buyer: string | null
    readonly issueDate: Day | null
    readonly dueDate: Day | null
    readonly currency: string | null
    readonly payable: string | null
  }[]
}

export const NO_INSPECTION: Inspection = {
  encoding: null,
  delimiter: null,
  quote: null,
  decimal: null,
  dateOrder: null,
  sheet: null,
  sheets: [],
  headerLine: null,
  preamble: [],
  kind: null,
  columns: [],
  rowCount: 0,
  totals: [],
  documents: [],
}

export function inspectionOf(seen: TableInspection): Inspection {
  return {
    encoding: seen.encoding,
    delimiter: seen.delimiter,
    quote: seen.quote,
    decimal: seen.decimal,
    dateOrder: seen.dateOrder,
    sheet: seen.sheet,
    sheets: [...seen.sheets],
    headerLine: seen.headerLine,
    preamble: [...seen.preamble],
    kind: seen.kind,
    columns: seen.columns.map(({ position, letter, holds, samples, filled }) => {
      return { position, letter, holds, samples, filled }
    }),
    rowCount: seen.rowCount,
    totals: [...seen.totals],
    documents: [],
  }
}
