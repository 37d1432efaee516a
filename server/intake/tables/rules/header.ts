import { voteOf } from './amounts.ts'
import { isBlank, textOf, type SourceRow } from './cells.ts'
import { voteOfDate } from './dates.ts'
import { fieldsOfHeading, isAgeingBucket } from './headings.ts'

/** Where the headings are: the index among the rows, or null when the file has none. */
export type HeaderChoice = { readonly index: number | null; readonly width: number }

const DEEPEST_HEADER = 60

/** Finds the row of headings beneath titles and above the data. */
export function headerOf(rows: readonly SourceRow[]): HeaderChoice {
  const width = usualWidth(rows)
  const scores = rows.slice(0, DEEPEST_HEADER).map((row) => headingScore(row, width))
  const best = Math.max(0, ...scores)
  const index = best > 0 ? scores.indexOf(best) : null
  const headings = index === null ? 0 : (rows[index]?.cells.length ?? 0)
  return { index, width: Math.max(width, headings) }
}

/** The number of cells that most rows have filled up to. */
function usualWidth(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    const last = cells.findLastIndex((cell) => !isBlank(cell)) + 1
    if (last > 1) counts.set(last, (counts.get(last) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? 1
}

/** Above zero for a row of headings: words, all different, most of the width, some well known. */
function headingScore({ cells }: SourceRow, width: number): number {
  const filled = cells.filter((cell) => !isBlank(cell)).map((cell) => textOf(cell))
  if (filled.length === 0 || filled.length < width * 0.4) return 0
  const values = cells.filter((cell) => isValue(cell)).length
  if (values > filled.length * 0.2) return 0
  const different = new Set(filled.map((text) => text.toLowerCase())).size
  if (different < filled.length * 0.6 || filled.some((text) => text.length > 120)) return 0
  const known = filled.reduce((sum, text) => sum + knownScore(text), 0)
  if (known < 0.9) return filled.length < 2 || filled.some((text) => /\d{3}/.test(text)) ? 0 : 0.1
  return known + filled.length / (width * 10)
}

function isValue(cell: string | number): boolean {
  if (typeof cell === 'number') return true
  if (cell.trim() === '' || isAgeingBucket(cell)) return false
  return voteOf(cell) !== 'none' || voteOfDate(cell) !== null || cell.includes('@')
}

function knownScore(heading: string): number {
  if (isAgeingBucket(heading)) return 0.9
  return Math.max(0, ...fieldsOfHeading(heading).values())
}
