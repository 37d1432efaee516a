import Papa from 'papaparse'

import type { SourceRow } from '../rules/cells.ts'
import { parsing, type Dialect } from './dialect.ts'
import type { Encoding } from './encoding.ts'
import { LIMITS } from './limits.ts'
import { textOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

type Parsed = {
  readonly data: string[][]
  readonly errors: readonly { readonly type: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

/** The rows of a CSV file in batches, in constant memory, with the line at which each begins. */
export async function* csvRows(
  path: string,
  encoding: Encoding,
  dialect: Dialect,
): AsyncGenerator<SourceRow[]> {
  const parser = new Papa.Parser(parsing(dialect.delimiter, dialect.quote))
  let line = 1
  let held = ''
  for await (const piece of textOf(path, encoding)) {
    held += piece
    // papaparse declares the result of its streaming entrance as any; this is its documented shape.
    const parsed: Parsed = parser.parse(held, 0, true)
    held = held.slice(parsed.meta.cursor)
    if (held.length > LIMITS.rowCharacters)
      throw new Unreadable('row_too_long', { line: line + parsed.data.length })
    const rows = rowsOf(parsed, line, dialect)
    line = rows.next
    yield rows.rows
  }
  if (held === '') return
  const last: Parsed = parser.parse(held, 0, false)
  yield rowsOf(last, line, dialect).rows
}

function rowsOf({ data, errors }: Parsed, first: number, { quote, hasHint }: Dialect) {
  const damaged = new Set(errors.map(({ row }) => row))
  let line = first
  const rows = data.map((cells, index): SourceRow => {
    const row = damaged.has(index)
      ? { line, ...cut(cells), isDamaged: true }
      : { line, ...cut(cells) }
    line += 1
    if (quote !== null) for (const cell of cells) line += lineEndsIn(cell)
    return row
  })
  return { rows: hasHint && first === 1 ? rows.slice(1) : rows, next: line }
}

type Cut = Pick<SourceRow, 'cells' | 'isCut'>

function cut(cells: readonly string[]): Cut {
  if (cells.length <= LIMITS.columns) return { cells }
  const isCut = cells.slice(LIMITS.columns).some((cell) => cell.trim() !== '')
  return isCut
    ? { cells: cells.slice(0, LIMITS.columns), isCut }
    : { cells: cells.slice(0, LIMITS.columns) }
}

function lineEndsIn(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}
