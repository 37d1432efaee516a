import type { ReactNode } from 'react'

import type { Column, Selection, Sort } from './column.ts'
import type { Cursor } from './use-cursor.ts'

export type TableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly nameOf: (row: Row) => string
  readonly cursor: Cursor
  readonly onOpen?: ((row: Row) => void) | undefined
  /** Enter on a row, where it is not what a press does. */
  readonly onEnter?: ((row: Row) => void) | undefined
  /** The pointer rests on a row or the keys come to it: its page can be fetched. */
  readonly onIntent?: ((row: Row) => void) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly selection?: Selection | undefined
  /** All rows there are, when it is known. */
  readonly total?: number | undefined
  readonly hasMore?: boolean | undefined
  readonly onMore?: (() => void) | undefined
  readonly isLoadingMore?: boolean | undefined
  /** The row of a phone, in place of the columns. */
  readonly card?: ((row: Row) => ReactNode) | undefined
  readonly cardHeight?: number | undefined
  /** Cards at every width: a list to work through rather than to compare. */
  readonly hasCardsOnly?: boolean | undefined
}
