import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly name: string
  readonly title: string
  /** A track of the grid: '8rem', 'minmax(14rem, 2fr)'. */
  readonly width: string
  readonly isEnd?: boolean | undefined
  /** Cannot be put away. */
  readonly isFixed?: boolean | undefined
  readonly isSortable?: boolean | undefined
  /** Given up, the last first, where the table has not the room for all. */
  readonly isSpare?: boolean | undefined
  readonly cell: (row: Row) => ReactNode
  readonly foot?: ReactNode
}

const SELECTION_REM = 2.25

export type Sort = { readonly column: string; readonly isDescending: boolean }

export type Selection = {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
}

/** The columns of the grid as CSS has them. */
export function tracksOf(
  columns: readonly { readonly width: string }[],
  hasSelection: boolean,
): string {
  const tracks = columns.map(({ width }) => width)
  return (hasSelection ? [`${SELECTION_REM}rem`, ...tracks] : tracks).join(' ')
}

/** The least width at which every column keeps its own, in rem. */
export function leastWidthOf(
  columns: readonly { readonly width: string }[],
  hasSelection: boolean,
): number {
  const least = columns.map(({ width }) => Number(/([\d.]+)rem/.exec(width)?.[1] ?? 0))
  return least.reduce((sum, width) => sum + width, hasSelection ? SELECTION_REM : 0)
}

/** The columns for which there is room, in rem: spare ones are given up from the end. */
export function columnsWithin<
  Part extends { readonly width: string; readonly isSpare?: boolean | undefined },
>(columns: readonly Part[], room: number): readonly Part[] {
  const spare = columns.findLast(({ isSpare }) => isSpare === true)
  if (spare === undefined || leastWidthOf(columns, false) <= room) return columns
  return columnsWithin(
    columns.filter((column) => column !== spare),
    room,
  )
}

/** The columns that the reader chose, in the table's own order; fixed ones always. */
export function chosenColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
) {
  if (chosen === null) return columns
  return columns.filter(({ name, isFixed }) => isFixed === true || chosen.includes(name))
}

export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return keys.has(key)
    ? new Set([...keys].filter((other) => other !== key))
    : new Set([...keys, key])
}
