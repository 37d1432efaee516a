/** What a cell holds: text as written, or the number that a workbook stores. Nothing is ''. */
export type Cell = string | number

/** One row of a file with the line (CSV) or row number (workbook) at which a person finds it. */
export type SourceRow = {
  readonly line: number
  readonly cells: readonly Cell[]
  /** A quotation mark in it stands where it should not. */
  readonly isDamaged?: boolean
  readonly isHidden?: boolean
  /** There were cells beyond the last column that is read. */
  readonly isCut?: boolean
}

const MOST_EXACT_NUMBER = 1e15

/** The cell as text, without the blanks around it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return typeof cell === 'number' ? (plainOf(cell) ?? String(cell)) : cell.trim()
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/**
 * A workbook's number as a plain decimal, cleared of binary noise ('0.30000000000000004' is 0.3);
 * null beyond fifteen digits, where spreadsheets stop being exact.
 */
export function plainOf(number: number): string | null {
  if (!Number.isFinite(number) || Math.abs(number) >= MOST_EXACT_NUMBER) return null
  if (Number.isInteger(number)) return String(number)
  const exact = String(Number(number.toPrecision(15)))
  if (!exact.includes('e')) return exact
  return Math.abs(number) < 1e-9 ? '0' : number.toFixed(12).replace(/0+$/, '')
}
