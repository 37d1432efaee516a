import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CSSProperties } from 'react'

import { useT } from '../../language/texts.ts'
import type { Column, Selection, Sort } from './column.ts'

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly selection?: Selection | undefined
  readonly tracks: CSSProperties
}

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const t = useT()
  const { columns, rows, keyOf, selection, tracks } = props
  const areAllSelected = rows.length > 0 && rows.every((row) => selection?.keys.has(keyOf(row)))
  return (
    <thead className="sticky top-0 z-20 block bg-surface">
      <tr
        aria-rowindex={1}
        className="grid h-9 items-center border-b border-line-strong"
        style={tracks}
      >
        {selection && (
          <th scope="col" className="flex justify-center">
            <input
              type="checkbox"
              aria-label={t('ui.table.selectAll')}
              checked={areAllSelected}
              onChange={() => selection.onChange(new Set(areAllSelected ? [] : rows.map(keyOf)))}
              className="size-3.5"
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </tr>
    </thead>
  )
}

type HeadCellProps<Row> = Pick<TableHeadProps<Row>, 'sort' | 'onSort'> & {
  readonly column: Column<Row>
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const t = useT()
  const isSorted = sort?.column === column.name
  const order = !isSorted ? 'none' : sort.isDescending ? 'descending' : 'ascending'
  const look = 'flex w-full min-w-0 items-center gap-1 text-12 font-medium text-soft'
  if (column.isSortable !== true || !onSort) {
    return (
      <th scope="col" className={clsx(look, 'px-3', column.isEnd === true && 'justify-end')}>
        <span className="truncate">{column.title}</span>
      </th>
    )
  }
  return (
    <th scope="col" aria-sort={order} className="min-w-0 px-1">
      <button
        type="button"
        title={t('ui.table.sortBy', { column: column.title })}
        onClick={() =>
          onSort({ column: column.name, isDescending: isSorted ? !sort.isDescending : true })
        }
        className={clsx(
          look,
          'h-7 rounded-4 px-2 hover:bg-hover hover:text-ink',
          column.isEnd === true && 'justify-end',
        )}
      >
        <span className="truncate">{column.title}</span>
        {order === 'descending' && (
          <ArrowDown size={12} className="shrink-0" aria-label={t('ui.table.sortedDown')} />
        )}
        {order === 'ascending' && (
          <ArrowUp size={12} className="shrink-0" aria-label={t('ui.table.sortedUp')} />
        )}
      </button>
    </th>
  )
}
