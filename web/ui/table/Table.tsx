import { type CSSProperties, useRef } from 'react'

import { useMedia, usePhone, usePrinting } from '../use-media.ts'
import { useWidth } from '../use-width.ts'
import { columnsWithin, leastWidthOf, tracksOf } from './column.ts'
import type { TableProps } from './table-props.ts'
import { TableFoot } from './TableFoot.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { moveByKey } from './use-cursor.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

const ROW_HEIGHT = 36
const TOUCH_ROW_HEIGHT = 44
const CARD_HEIGHT = 64
const REM = 16

/** A table of any length: only what is in sight is drawn, and more is fetched before it is needed. */
export function Table<Row>(given: TableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const hasSpare = given.columns.some(({ isSpare }) => isSpare === true)
  const room = useWidth(box, hasSpare) / REM
  const columns = room === 0 ? given.columns : columnsWithin(given.columns, room)
  const props = { ...given, columns }
  const { rows, cursor } = props
  const isPrinting = usePrinting()
  const isPhone = usePhone()
  const isNarrow = isPhone && !isPrinting
  const card = isNarrow || props.hasCardsOnly === true ? props.card : undefined
  const rowHeight = useMedia('(pointer: coarse)') ? TOUCH_ROW_HEIGHT : ROW_HEIGHT
  const height = card ? (props.cardHeight ?? CARD_HEIGHT) : rowHeight
  const virtual = useRowsInSight(props, { box, height, isPrinting })
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
