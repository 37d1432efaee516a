import type { ColumnReading, Reading } from './reading.ts'
import { readAmount } from './rules/amounts.ts'
import { isBlank, textOf, type Cell, type SourceRow } from './rules/cells.ts'
import { isTwiceEncoded } from './rules/encodings.ts'
import { FIELDS, type Field } from './rules/fields.ts'
import { finding, type Finding, type FindingCode } from './rules/findings.ts'
import { shown } from './rules/texts.ts'
import {
  dateReader,
  readCount,
  readCurrency,
  readFlag,
  readKey,
  readText,
  type ReadValue,
} from './rules/values.ts'

/** One row read: each field in plain form ('2026-03-01', '-1234.50', 'EUR'); absent when empty. */
export type TableRecord = {
  readonly line: number
  readonly values: Partial<Record<Field, string>>
  readonly currency: string | null
  /** What is wrong with it; a record with an error must not be taken. */
  readonly findings: readonly Finding[]
}

export type Notes = {
  placeholders: number
  shortYears: number
  undecodable: Finding | null
  twiceEncoded: Finding | null
}

type Place = { readonly line: number; readonly column: ColumnReading }
type Reader = (cell: Cell | undefined) => ReadValue & { readonly currency?: string | null }

/** Reads rows of data as the columns say; what a row shares with many is kept in `notes`. */
export function recordReader(reading: Reading, notes: Notes): (row: SourceRow) => TableRecord {
  const readers = reading.columns.flatMap((column) =>
    column.field === null || FIELDS[column.field].part === 'aside'
      ? []
      : [{ column, field: column.field, read: readerOf(column, column.field) }],
  )
  const columns = reading.columns.length
  const ofHeadings = readers.find(({ column, field }) => isAmount(field) && column.currency)
  const fallback = ofHeadings?.column.currency ?? reading.currency
  return (row) => {
    const values: Partial<Record<Field, string>> = {}
    const findings: Finding[] = []
    let currency: string | null = null
    for (const { column, field, read } of readers) {
      const value = read(row.cells[column.position])
      if ('problem' in value) {
        findings.push(problemAt({ line: row.line, column }, value.problem, row.cells))
      } else if (value.text !== '') {
        values[field] = value.text
        currency ??= value.currency ?? null
      }
      if ('note' in value && value.note)
        note(notes, value.note, { place: { line: row.line, column }, value })
    }
    checkWidth(row, columns, findings)
    return { line: row.line, values, currency: values.currency ?? currency ?? fallback, findings }
  }
}

function isAmount(field: Field): boolean {
  return FIELDS[field].holds === 'amount'
}

function readerOf(column: ColumnReading, field: Field): Reader {
  const { holds } = FIELDS[field]
  if (holds === 'date') return dateReader(column.order)
  if (holds === 'amount') return (cell) => amountValue(cell, column)
  if (holds === 'number') return (cell) => readCount(cell, column.decimal)
  if (holds === 'key') return (cell) => readKey(cell, column.isFloat)
  if (holds === 'currency') return readCurrency
  return holds === 'flag' ? readFlag : readText
}

function amountValue(cell: Cell | undefined, { decimal }: ColumnReading): ReturnType<Reader> {
  if (cell === undefined || cell === '') return { text: '' }
  const reading = readAmount(cell, decimal)
  if (reading === null) return { text: '' }
  if ('problem' in reading) return { problem: reading.problem }
  return { text: reading.decimal, currency: reading.currency }
}

function problemAt({ line, column }: Place, code: FindingCode, cells: readonly Cell[]): Finding {
  const value = shown(textOf(cells[column.position]))
  const details = { order: column.order.toUpperCase(), decimal: column.decimal }
  return finding(code, { line, column: headingOf(column), value }, details)
}

function headingOf({ heading, position }: ColumnReading): string {
  return heading === '' ? `#${position + 1}` : heading
}

type Noted = { readonly place: Place; readonly value: ReadValue }

function note(notes: Notes, kind: string, { place, value }: Noted): void {
  if (kind === 'placeholder') notes.placeholders += 1
  if (kind === 'short_year') notes.shortYears += 1
  if (kind === 'undecodable') notes.undecodable ??= findingOfText('undecodable', place, value)
}

function findingOfText(code: FindingCode, { line, column }: Place, value: ReadValue): Finding {
  const text = 'text' in value ? shown(value.text) : null
  return finding(code, { line, column: headingOf(column), value: text })
}

/** More cells than headings: a separator in a text that has no quotation marks. */
function checkWidth(row: SourceRow, columns: number, findings: Finding[]): void {
  const { line, cells } = row
  if (cells.length > columns && cells.slice(columns).some((cell) => !isBlank(cell))) {
    const value = shown(cells.map((cell) => textOf(cell)).join(' · '))
    findings.push(finding('row_of_other_width', { line, value }, { cells: cells.length, columns }))
  } else if (row.isDamaged) {
    findings.push(finding('quote_damaged', { line, value: shown(textOf(cells[0])) }))
  }
}

export function newNotes(): Notes {
  return { placeholders: 0, shortYears: 0, undecodable: null, twiceEncoded: null }
}

/** Looks for names that were encoded twice; a few hundred values are enough to see it. */
export function noteEncoding(notes: Notes, record: TableRecord): void {
  const name = record.values.customer_name ?? record.values.city
  if (notes.twiceEncoded || name === undefined || !isTwiceEncoded(name)) return
  notes.twiceEncoded = finding('twice_encoded', { line: record.line, value: shown(name) })
}
