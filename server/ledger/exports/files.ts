import { PassThrough, Readable } from 'node:stream'

import type { Worksheet } from 'exceljs'

import type { Day } from '../../kernel/day.ts'
import { dispositionOf } from '../evidence/rules.ts'
import { csvLine, workbookCell, type Cell } from './rules.ts'
import type { Table } from './tables.ts'

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Wanted = { readonly name: string; readonly format: 'csv' | 'xlsx'; readonly on: Day }

/** A table as a file to be taken away. */
export async function fileOf(table: Table, { name, format, on }: Wanted) {
  const rows = await begun(table)
  return {
    mediaType: MEDIA_TYPES[format],
    disposition: dispositionOf(`${name}-${on}.${format}`),
    body: format === 'csv' ? csvOf(rows) : workbookOf(rows, name),
  }
}

const BYTE_ORDER_MARK = '\uFEFF'

/** The table with its first row read already: what is wrong with the question shows before the answer. */
async function begun({ heads, rows }: Table): Promise<Table> {
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  async function* all(): AsyncGenerator<readonly Cell[]> {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { heads, rows: all() }
}

/** The table as CSV, read as it is written: UTF-8 with a mark, so that spreadsheets see the umlauts. */
function csvOf({ heads, rows }: Table): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(heads)
    for await (const row of rows) yield csvLine(row)
  }
  return Readable.from(lines(), { objectMode: false })
}

/** The table as a workbook, written as it is read. */
function workbookOf({ heads, rows }: Table, name: string): Readable {
  const stream = new PassThrough()

  async function write(): Promise<void> {
    // A fifth of a second that no start and no other command should wait for.
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...heads]).font = { bold: true }
    for await (const row of rows) addRow(sheet, row)
    await workbook.commit()
  }

  write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : undefined))
  return stream
}

function addRow(sheet: Worksheet, cells: readonly Cell[]): void {
  const written = cells.map(workbookCell)
  const row = sheet.addRow(written.map(({ value }) => value))
  for (const [at, { format }] of written.entries()) {
    if (format) row.getCell(at + 1).numFmt = format
  }
  row.commit()
}
