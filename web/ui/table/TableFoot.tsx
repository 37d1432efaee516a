import { clsx } from 'clsx'
import type { CSSProperties } from 'react'

import { useT } from '../../language/texts.ts'
import type { Column, Selection } from './column.ts'

type TableFootProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly total?: number | undefined
  readonly isLoadingMore?: boolean | undefined
  readonly selection?: Selection | undefined
  readonly tracks: CSSProperties
  readonly isCards: boolean
}

/** Totals stay in sight at the foot, with how much of the list they are the totals of. */
export function TableFoot<Row>(props: TableFootProps<Row>) {
  const t = useT()
  const { columns, rows, total, isCards, isLoadingMore = false } = props
  const loaded = rows.length
  const count =
    total !== undefined && total !== loaded
      ? t('ui.table.loadedOf', { loaded, total })
      : t('ui.table.rows', { count: loaded })
  const said = isLoadingMore ? t('ui.loading') : count
  const feet = isCards ? [] : columns.filter(({ foot }) => foot !== undefined)
  return (
    <tfoot className={clsx('block', feet.length > 0 && 'sticky bottom-0 z-20 bg-surface')}>
      {feet.length === 0 ? (
        <tr className="block">
          <td className="figures block px-4 py-3 text-12 text-faint">{said}</td>
        </tr>
      ) : (
        <tr
          className="grid min-h-9 items-start border-t border-line-strong py-2"
          style={props.tracks}
        >
          {props.selection && <td>{'\u00A0'}</td>}
          {columns.map((column, index) => (
            <td
              key={column.name}
              className={clsx(
                'min-w-0 px-3 text-13 font-medium',
                column.isEnd === true && 'text-right',
              )}
            >
              {index === 0 ? (
                <span className="figures text-12 font-regular text-faint">{said}</span>
              ) : (
                column.foot
              )}
            </td>
          ))}
        </tr>
      )}
    </tfoot>
  )
}
