import { open } from 'node:fs/promises'

import type { SourceRow } from '../rules/cells.ts'
import { headerOf } from '../rules/header.ts'
import { sheetRows } from '../xlsx/rows.ts'
import { openWorkbook, type Sheet, type Workbook } from '../xlsx/workbook.ts'
import { csvRows } from './csv.ts'
import { dialectOf, type Dialect } from './dialect.ts'
import { encodingOf, type Encoding } from './encoding.ts'
import { LIMITS } from './limits.ts'
import { sniffFile } from './sniff.ts'
import { startOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

/** A table in a file: however it is stored, rows come out in batches and can be read again. */
export type TableFile = {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: Encoding | null
  readonly dialect: Dialect | null
  readonly sheet: string | null
  readonly sheets: readonly string[]
  readonly rows: () => AsyncGenerator<SourceRow[]>
  readonly close: () => Promise<void>
}

const START_CHARACTERS = 262_144
const ROWS_LOOKED_AT = 40

/** Opens a CSV or XLSX file; throws Unreadable with the reason when it is neither. */
export async function openTable(path: string, wanted: { sheet?: string } = {}): Promise<TableFile> {
  const kind = await sniffFile(path)
  if (kind === 'table-text') return openText(path)
  if (kind === 'zip') return openSheet(path, wanted.sheet)
  if (kind === 'ole')
    throw new Unreadable((await isProtected(path)) ? 'file_protected' : 'file_old_excel')
  const codes = {
    empty: 'file_empty',
    html: 'file_is_html',
    xml: 'file_is_xml',
    pdf: 'file_is_pdf',
    binary: 'file_not_a_table',
  } as const
  throw new Unreadable(codes[kind])
}

async function openText(path: string): Promise<TableFile> {
  const encoding = await encodingOf(path)
  const dialect = dialectOf(await startOf(path, encoding, START_CHARACTERS))
  if (!dialect) throw new Unreadable('no_columns')
  return {
    format: 'csv',
    encoding,
    dialect,
    sheet: null,
    sheets: [],
    rows: () => csvRows(path, encoding, dialect),
    close: () => Promise.resolve(),
  }
}

async function openSheet(path: string, name: string | undefined): Promise<TableFile> {
  const workbook = await openWorkbook(path)
  try {
    const sheet = await sheetOf(workbook, name)
    return {
      format: 'xlsx',
      encoding: null,
      dialect: null,
      sheet: sheet.name,
      sheets: workbook.sheets.map((one) => one.name),
      rows: () => sheetRows(workbook, sheet),
      close: () => workbook.archive.close(),
    }
  } catch (error) {
    await workbook.archive.close()
    throw error
  }
}

/** The sheet asked for, or the visible one that looks most like a table. */
async function sheetOf(workbook: Workbook, name: string | undefined): Promise<Sheet> {
  if (name !== undefined) {
    const named = workbook.sheets.find((sheet) => sheet.name === name)
    if (!named) throw new Unreadable('sheet_missing', { sheet: name })
    return named
  }
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden)
  const candidates = (visible.length > 0 ? visible : workbook.sheets).slice(
    0,
    LIMITS.sheetsLookedAt,
  )
  const [first] = candidates
  if (!first) throw new Unreadable('file_damaged')
  if (candidates.length === 1) return first
  let best = { sheet: first, score: -1 }
  for (const sheet of candidates) {
    const rows = await firstRows(sheetRows(workbook, sheet), ROWS_LOOKED_AT)
    const score = tableScore(rows)
    if (score > best.score) best = { sheet, score }
  }
  return best.sheet
}

function tableScore(rows: readonly SourceRow[]): number {
  const { index, width } = headerOf(rows)
  if (index === null) return rows.length > 3 ? width / 100 : 0
  return rows.length > index + 1 ? width + Math.min(rows.length, ROWS_LOOKED_AT) / 10 : 0
}

/** The first rows of a file; the rest is not read. */
export async function firstRows(
  rows: AsyncGenerator<SourceRow[]>,
  most: number,
): Promise<SourceRow[]> {
  const first: SourceRow[] = []
  for await (const batch of rows) {
    first.push(...batch.slice(0, most - first.length))
    if (first.length >= most) break
  }
  return first
}

/** A workbook with a password is an OLE file with a part of this name, written in UTF-16. */
async function isProtected(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4 * 1024 ** 2), 0, 4 * 1024 ** 2, 0)
    return buffer.subarray(0, bytesRead).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  } finally {
    await file.close()
  }
}
