import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { useT } from '../../language/texts.ts'
import { IconButton } from '../IconButton.tsx'

type ChartFrameProps = {
  readonly title: string
  readonly head: readonly string[]
  /** The same facts as a table: the first cell names the row. */
  readonly rows: readonly (readonly ReactNode[])[]
  readonly chart: ReactNode
  readonly beside?: ReactNode
}

/** A drawing that can always be read as a table instead. */
export function ChartFrame({ title, head, rows, chart, beside }: ChartFrameProps) {
  const t = useT()
  const [isTable, setTable] = useState(false)
  return (
    <figure aria-label={title} className="flex flex-col gap-2">
      <figcaption className="flex items-center gap-2">
        <span className="flex-1 text-13 font-strong">{title}</span>
        {beside}
        <IconButton
          label={isTable ? t('ui.chart.asChart') : t('ui.chart.asTable')}
          isPressed={isTable}
          onClick={() => setTable(!isTable)}
          icon={isTable ? <ChartNoAxesColumn size={16} /> : <Table2 size={16} />}
          className="print:hidden"
        />
      </figcaption>
      {isTable ? <ChartTable head={head} rows={rows} title={title} /> : chart}
    </figure>
  )
}

function ChartTable({ head, rows, title }: Pick<ChartFrameProps, 'head' | 'rows' | 'title'>) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-13">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line-strong text-12 text-soft">
            {head.map((name, index) => (
              <th
                key={name}
                scope="col"
                className={
                  index === 0
                    ? 'py-1.5 text-left font-medium'
                    : 'py-1.5 pl-4 text-right font-medium'
                }
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row of a chart is its place on the axis
            <tr key={index} className="border-b border-line">
              <th scope="row" className="py-1.5 text-left font-regular text-soft">
                {name}
              </th>
              {cells.map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={at} className="figures py-1.5 pl-4 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
