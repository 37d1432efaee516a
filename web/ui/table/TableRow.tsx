import { clsx } from 'clsx'
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react'

import { useT } from '../../language/texts.ts'
import { toggled } from './column.ts'
import type { TableProps } from './table-props.ts'

type TableRowProps<Row> = {
  readonly table: TableProps<Row>
  readonly row: Row | undefined
  readonly index: number
  readonly top: number
  readonly height: number
  readonly tracks: CSSProperties
  readonly card: ((row: Row) => ReactNode) | undefined
}

export function TableRow<Row>({ row, ...props }: TableRowProps<Row>) {
  return row === undefined ? null : <KnownRow {...props} row={row} />
}

function KnownRow<Row>({
  table,
  row,
  index,
  top,
  height,
  tracks,
  card,
}: TableRowProps<Row> & { readonly row: Row }) {
  const { cursor, selection, onOpen, onEnter, onIntent } = table
  const element = useRef<HTMLTableRowElement>(null)
  const isCurrent = cursor.index === index
  const isSelected = selection?.keys.has(table.keyOf(row)) ?? false
  useLayoutEffect(() => {
    if (isCurrent && cursor.isKeyed) element.current?.focus({ preventScroll: true })
  }, [isCurrent, cursor.isKeyed])
  return (
    <tr
      ref={element}
      aria-rowindex={index + 2}
      aria-selected={selection ? isSelected : undefined}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => {
        cursor.point(index)
        onOpen?.(row)
      }}
      onFocus={() => {
        if (!isCurrent) cursor.point(index)
        onIntent?.(row)
      }}
      onMouseEnter={() => onIntent?.(row)}
      onKeyDown={(event) => {
        if (event.target === element.current && event.key === 'Enter') (onEnter ?? onOpen)?.(row)
      }}
      className={clsx(
        'group absolute inset-x-0 border-b border-line text-13 -outline-offset-2',
        card ? 'flex items-stretch' : 'grid items-center',
        onOpen && 'cursor-pointer',
        isSelected ? 'bg-brand-soft' : isCurrent ? 'bg-hover' : 'hover:bg-hover',
        isCurrent && 'shadow-[inset_2px_0_0_var(--color-brand)] print:shadow-none',
      )}
      style={{ top, height, ...tracks }}
    >
      {card ? (
        <td className="min-w-0 flex-1 px-4">{card(row)}</td>
      ) : (
        <Cells table={table} row={row} />
      )}
    </tr>
  )
}

function Cells<Row>({ table, row }: { readonly table: TableProps<Row>; readonly row: Row }) {
  const t = useT()
  const { selection, keyOf, nameOf, columns } = table
  return (
    <>
      {selection && (
        <td className="flex justify-center">
          <input
            type="checkbox"
            aria-label={t('ui.table.select', { name: nameOf(row) })}
            checked={selection.keys.has(keyOf(row))}
            onClick={(event) => event.stopPropagation()}
            onChange={() => selection.onChange(toggled(selection.keys, keyOf(row)))}
            className="size-3.5"
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.name}
          className={clsx('min-w-0 truncate px-3', column.isEnd === true && 'text-right')}
        >
          {column.cell(row)}
        </td>
      ))}
    </>
  )
}
