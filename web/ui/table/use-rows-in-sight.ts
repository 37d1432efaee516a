import { type Rect, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'

import type { TableProps } from './table-props.ts'

/** Drawn beyond the edge; the browser scrolls no further between two frames. */
const OVERSCAN_ROWS = 6
/** So many rows before the end the next page is fetched. */
const AHEAD_ROWS = 20

/** The room that each table had when it was last in sight: back again, its rows are drawn at once. */
const rooms = new Map<string, Rect>()

type InSight = {
  readonly box: RefObject<HTMLDivElement | null>
  /** Of a row. */
  readonly height: number
  readonly isPrinting: boolean
}

export function useRowsInSight<Row>(
  { label, rows, keyOf, cursor, hasMore = false, isLoadingMore = false, onMore }: TableProps<Row>,
  { box, height, isPrinting }: InSight,
) {
  const room = rooms.get(label)
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
    ...(room && { initialRect: room }),
  })
  const measured = useRef(height)
  useEffect(() => {
    if (measured.current === height) return
    measured.current = height
    virtual.measure()
  }, [virtual, height])
  useEffect(
    () => () => {
      if (virtual.scrollRect) rooms.set(label, virtual.scrollRect)
    },
    [virtual, label],
  )
  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastSeen >= rows.length - AHEAD_ROWS) onMore?.()
  }, [hasMore, isLoadingMore, lastSeen, rows.length, onMore])
  useEffect(() => {
    if (cursor.isKeyed) virtual.scrollToIndex(cursor.index, { align: 'auto' })
  }, [virtual, cursor.index, cursor.isKeyed])
  return virtual
}
