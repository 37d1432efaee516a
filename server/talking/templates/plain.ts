import type { Words } from '../wording/index.ts'
import type { Table, TableRow } from './table-rows.ts'

/** A table as lines that read well in any font, on a phone, and aloud. */
export function tablePlain(table: Table, words: Words): string {
  const more = table.more > 0 ? [`… ${words.andMore(table.more)}`] : []
  const sums = table.sums.map(({ label, amount }) => `${label}: ${amount}`)
  return [table.caption, ...table.rows.map((row) => rowPlain(row, words)), ...more, ...sums].join(
    '\n',
  )
}

function rowPlain(row: TableRow, { column, dated, dueOn, late }: Words): string {
  const when = [row.due && dueOn(row.due), row.daysLate > 0 && late(row.daysLate)].filter(Boolean)
  const amounts = [
    `${column.invoiced}: ${row.invoiced}`,
    `${column.paid}: ${row.paid}`,
    `${column.remaining}: ${row.remaining}`,
  ]
  return [
    `- ${dated('', row.document, row.issued).trim()}`,
    row.purchaseOrder && `  ${row.purchaseOrder}`,
    when.length > 0 && `  ${when.join(', ')}`,
    `  ${amounts.join(' · ')}`,
    row.disputed && `  ${row.disputed}`,
  ]
    .filter(Boolean)
    .join('\n')
}
