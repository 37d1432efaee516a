import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type SimpleColumn<Row> = {
  readonly name: string
  readonly title: ReactNode
  readonly isEnd?: boolean | undefined
  /** Left out where the page is narrow. */
  readonly isSpare?: boolean | undefined
  /** Left out on a phone. */
  readonly isOffPhone?: boolean | undefined
  readonly cell: (row: Row) => ReactNode
}

type SimpleTableProps<Row> = {
  readonly label: string
  readonly columns: readonly SimpleColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly foot?: ReactNode
}

/** A short table within a page: as long as its rows. */
export function SimpleTable<Row>({ label, columns, rows, keyOf, foot }: SimpleTableProps<Row>) {
  const look = (column: SimpleColumn<Row>) =>
    clsx(
      'px-3 first:pl-4 last:pr-4',
      column.isEnd === true ? 'text-right' : 'text-left',
      column.isSpare === true && 'hidden lg:table-cell',
      column.isOffPhone === true && 'max-sm:hidden',
    )
  return (
    // What is only for readers' ears lies within, or the page would grow as wide as the table.
    <div className="relative overflow-x-auto rounded-8 bg-surface shadow-raised">
      <table className="w-full text-13">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="h-9 border-b border-line-strong text-12 text-soft">
            {columns.map((column) => (
              <th key={column.name} scope="col" className={clsx(look(column), 'font-medium')}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="h-10 border-b border-line last:border-0 hover:bg-hover">
              {columns.map((column) => (
                <td key={column.name} className={clsx(look(column), 'py-1.5')}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
  )
}
