import { open, readFile, stat } from 'node:fs/promises'

import type { EinvoiceSummary } from '../../intake/einvoices/index.ts'
import type { TableInspection } from '../../intake/tables/index.ts'

/** What a file turned out to be. */
export type Inspection =
  | { readonly kind: 'einvoice'; readonly summary: EinvoiceSummary }
  | { readonly kind: 'table'; readonly file: string; readonly table: TableInspection }
  | { readonly kind: 'unopened'; readonly file: string; readonly finding: FileFinding }

type FileFinding = {
  readonly severity: 'error'
  readonly code: 'file_not_found' | 'file_is_a_folder' | 'file_is_special' | 'file_not_readable'
  readonly message: string
}

/** Looks into one file, by its content and not by its name. Whatever is wrong is in the answer. */
export async function inspectionOf(file: string): Promise<Inspection> {
  try {
    const about = await stat(file)
    if (about.isDirectory()) {
      const message = 'This is a folder. Name the files in it; folders are not followed.'
      return unopened(file, 'file_is_a_folder', message)
    }
    if (!about.isFile()) return unopened(file, 'file_is_special', 'This is not an ordinary file.')
    return await inspectionOfContent(file, about.size)
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') {
      return unopened(file, 'file_not_found', 'There is no such file. Check its name and folder.')
    }
    const reason = problem instanceof Error ? problem.message : String(problem)
    return unopened(file, 'file_not_readable', `The file could not be read (${reason}).`)
  }
}

export function isReadable(inspection: Inspection): boolean {
  if (inspection.kind === 'einvoice') return inspection.summary.documents.length > 0
  return inspection.kind === 'table' && inspection.table.readable
}

/** The JSON of a file, `"file"` first. */
export function jsonOf(inspection: Inspection): object {
  if (inspection.kind === 'einvoice') return inspection.summary
  const { file } = inspection
  if (inspection.kind === 'table') return { file, ...inspection.table }
  return { file, format: 'unsupported', documents: [], findings: [inspection.finding] }
}

/** These the reader of tables knows best; the other kinds are e-invoices or are named as foreign. */
const KINDS_OF_TABLES = new Set(['text', 'zip', 'office', 'html', 'binary'])

// The rooms are loaded when a file needs them, so that a slip of the pen is answered at once.
async function inspectionOfContent(file: string, size: number): Promise<Inspection> {
  const einvoices = await import('../../intake/einvoices/index.ts')
  const kind = einvoices.kindOfFile(await headOf(file))
  if (KINDS_OF_TABLES.has(kind)) {
    const { inspectTable } = await import('../../intake/tables/index.ts')
    return { kind: 'table', file, table: await inspectTable(file) }
  }
  const summary =
    size > einvoices.MOST_BYTES
      ? einvoices.summaryOf(einvoices.oversizedEinvoice(file))
      : await einvoices.inspectEinvoice(await readFile(file), file)
  return { kind: 'einvoice', summary }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function unopened(file: string, code: FileFinding['code'], message: string): Inspection {
  return { kind: 'unopened', file, finding: { severity: 'error', code, message } }
}

function codeOf(problem: unknown): unknown {
  return problem instanceof Error && 'code' in problem ? problem.code : undefined
}
