import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef } from 'react'

import { useMedia, usePhone, usePrinting } from '../use-media.ts'
import { useWidth } from '../use-width.ts'
import { columnsWithin, leastWidthOf, tracksOf } from './column.ts'
import type { TableProps } from './table-props.ts'
import { TableFoot } from './TableFoot.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { moveByKey } from './use-cursor.ts'

const ROW_HEIGHT = 36
const TOUCH_ROW_HEIGHT = 44
const CARD_HEIGHT = 64
const REM = 16
/** Drawn beyond the edge; the browser scrolls no further between two frames. */
const OVERSCAN_ROWS = 6

/** A table of any length: only what is in sight is drawn, and more is fetched before it is needed. */
export function Table<Row>(given: TableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const room = useWidth(box) / REM
  const columns = room === 0 ? given.columns : columnsWithin(given.columns, room)
  const props = { ...given, columns }
  const { rows, cursor } = props
  const isPrinting = usePrinting()
  const isPhone = usePhone()
  const isNarrow = isPhone && !isPrinting
  const card = isNarrow || props.hasCardsOnly === true ? props.card : undefined
  const rowHeight = useMedia('(pointer: coarse)') ? TOUCH_ROW_HEIGHT : ROW_HEIGHT
  const height = card ? (props.cardHeight ?? CARD_HEIGHT) : rowHeight
  const virtual = useRowsInSight(props, box, height, isPrinting)
  const hasSelection = props.selection !== undefined && !card
  const tracks: CSSProperties = card ? {} : { gridTemplateColumns: tracksOf(columns, hasSelection) }
  return (
    <div
      ref={box}
      data-print="flow"
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface"
    >
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys move between its rows
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total ?? (props.hasMore === true ? -1 : rows.length + 1)}
        aria-multiselectable={hasSelection || undefined}
        onKeyDown={(event) => moveByKey(event, rows.length, cursor.move)}
        className="block print:min-w-0!"
        style={card ? {} : { minWidth: `${leastWidthOf(columns, hasSelection)}rem` }}
      >
        {!card && <TableHead {...props} tracks={tracks} />}
        <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <TableRow
              key={item.key}
              table={props}
              row={rows[item.index]}
              index={item.index}
              top={item.start}
              height={height}
              tracks={tracks}
              card={card}
            />
          ))}
        </tbody>
        <TableFoot {...props} tracks={tracks} isCards={card !== undefined} />
      </table>
    </div>
  )
}

/** So many rows before the end the next page is fetched. */
const AHEAD_ROWS = 20

function useRowsInSight<Row>(
  { rows, keyOf, cursor, hasMore = false, isLoadingMore = false, onMore }: TableProps<Row>,
  box: { readonly current: HTMLDivElement | null },
  height: number,
  isPrinting: boolean,
) {
  // oxlint-disable-next-line react/incompatible-library -- read only while rendering, never passed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: isPrinting ? rows.length : OVERSCAN_ROWS,
    scrollPaddingStart: height,
    scrollPaddingEnd: height,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastSeen >= rows.length - AHEAD_ROWS) onMore?.()
  }, [hasMore, isLoadingMore, lastSeen, rows.length, onMore])
  useEffect(() => {
    if (cursor.isKeyed) virtual.scrollToIndex(cursor.index, { align: 'auto' })
  }, [virtual, cursor.index, cursor.isKeyed])
  return virtual
}
