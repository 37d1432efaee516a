import { daysBetween, day, type Day } from '../../kernel/day.ts'
import { decimalOf, exponentOf, type Money } from '../../kernel/money.ts'

/** What a column holds: it decides how a cell is written. */
export type Cell = string | number | Money | { readonly day: Day } | null

const NUMBER = /^[+-]?\d+([.,]\d+)?$/
const FORMULA = /^[=+\-@\t\r]/

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection);
 * a plain number stays one, the negative too.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** One line of a CSV file (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return 'day' in cell ? cell.day : decimalOf(cell)
  const text = harmless(cell)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const DAY_ZERO = day('1899-12-30')

/** A cell of a workbook: text stays text there and is never a formula; days are serial numbers. */
export function workbookCell(cell: Cell): { value: string | number | null; format?: string } {
  if (cell === null || typeof cell === 'string') return { value: cell }
  if (typeof cell === 'number') return { value: cell }
  if ('day' in cell) return { value: daysBetween(DAY_ZERO, cell.day), format: 'yyyy-mm-dd' }
  const places = exponentOf(cell.currency)
  const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
  return { value: Number(decimalOf(cell)), format }
}
