import type { Detection, TableFile } from '../tables/index.ts'
import type { Collector } from './findings.ts'
import type { Column, Mapping } from './rules/mapping-types.ts'
import { hasInvoiceLines, missingField, rememberedOver } from './rules/mapping.ts'
import type { ImportState } from './rules/states.ts'
import type { ImportChoices } from './run.ts'
import type { RememberedMapping } from './store/mappings.ts'

const FATAL: ReadonlySet<string> = new Set(['no_columns', 'no_rows', 'ageing_summary'])

/** A file whose headings are known, and whose mapping is whole, needs no question. */
export function standingOf(mapping: Mapping, known: RememberedMapping | null, found: Collector) {
  const columns = known ? rememberedOver(known.mapping, mapping.columns) : mapping.columns
  const kind = known?.kind ?? mapping.kind
  const isWhole = kind !== null && missingField(kind, fieldsIn(columns)) === null
  const isRemembered = known !== null && isWhole
  const isFatal = found.kept().some(({ code }) => FATAL.has(code))
  const state: ImportState = isFatal ? 'refused' : isRemembered ? 'comparing' : 'to_map'
  return { state, kind, isRemembered, mapping: { ...mapping, kind, columns } }
}

/** What the columns of a table seem to mean, as it is proposed. */
export function mappingOf(file: TableFile, { reading, profiles }: Detection): Mapping {
  return {
    kind: reading.kind,
    headerLine: reading.headerLine,
    currency: reading.currency,
    customerTitle: reading.customerTitle,
    sheet: file.sheet,
    hasInvoiceLines: hasInvoiceLines(reading.columns.map(({ heading }) => heading)),
    isEinvoice: false,
    columns: reading.columns.map((column): Column => {
      const profile = profiles[column.position]
      return {
        position: column.position,
        heading: column.heading,
        field: column.field,
        confidence: column.confidence,
        origin: 'guessed',
        order: column.order,
        decimal: column.decimal,
        isAmbiguous: [column.orderCertainty, column.decimalCertainty].includes('ambiguous'),
        currency: column.currency,
        isFloat: column.isFloat,
        isNegative:
          profile !== undefined && profile.filled > 0 && profile.negatives === profile.filled,
      }
    }),
  }
}

/** The fields that columns are mapped to. */
export function fieldsIn(columns: readonly Column[]) {
  return new Set(columns.flatMap(({ field }) => (field ? [field] : [])))
}

type Knowing = { readonly columns: readonly Column[]; readonly known: ImportChoices | null }

/** A list of open amounts is complete until somebody says otherwise. */
export function choicesOf(choices: ImportChoices, { columns, known }: Knowing): ImportChoices {
  if (known) {
    const { currency, isComplete, gone, entities } = known
    return { ...choices, currency, isComplete, gone, entities }
  }
  return { ...choices, isComplete: fieldsIn(columns).has('open_amount') }
}
