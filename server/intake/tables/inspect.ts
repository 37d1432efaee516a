import { basename } from 'node:path'

import { LIMITS } from './files/limits.ts'
import { openTable, type TableFile } from './files/open.ts'
import { Unreadable } from './files/unreadable.ts'
import { detect, type Detection } from './reading.ts'
import { newWalk, readRecords, type Walk } from './rows.ts'
import type { DecimalSign } from './rules/amounts.ts'
import { textOf } from './rules/cells.ts'
import type { DateOrder } from './rules/dates.ts'
import { FIELDS, type Field, type TableKind } from './rules/fields.ts'
import { finding, type Finding } from './rules/findings.ts'
import { isAgeingBucket } from './rules/headings.ts'
import { dateShareOf, amountShareOf, type Profile } from './rules/profile.ts'
import { letterOf, shown } from './rules/texts.ts'
import { newTotals, type FileTotal } from './totals.ts'

export type InspectedColumn = {
  readonly position: number
  readonly letter: string
  readonly header: string
  readonly field: Field | null
  readonly confidence: number
  readonly holds: 'date' | 'amount' | 'text' | 'nothing'
  readonly dateOrder: DateOrder | null
  readonly decimal: DecimalSign | null
  readonly isAmbiguous: boolean
  readonly samples: readonly string[]
  readonly filled: number
}

/** What a file is and what would be read of it; stores nothing. */
export type TableInspection = {
  readonly format: 'csv' | 'xlsx' | 'unsupported'
  readonly readable: boolean
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly quote: string | null
  readonly decimal: DecimalSign | null
  readonly thousands: string | null
  readonly dateOrder: DateOrder | null
  readonly dateOrderAmbiguous: boolean
  readonly sheet: string | null
  readonly sheets: readonly string[]
  readonly headerLine: number | null
  readonly preamble: readonly string[]
  readonly kind: TableKind | null
  readonly columns: readonly InspectedColumn[]
  readonly rowCount: number
  readonly totals: readonly FileTotal[]
  readonly findings: readonly Finding[]
  readonly findingCount: number
}

const MOST_FINDINGS = 200

const NOTHING: TableInspection = {
  format: 'unsupported',
  readable: false,
  encoding: null,
  delimiter: null,
  quote: null,
  decimal: null,
  thousands: null,
  dateOrder: null,
  dateOrderAmbiguous: false,
  sheet: null,
  sheets: [],
  headerLine: null,
  preamble: [],
  kind: null,
  columns: [],
  rowCount: 0,
  totals: [],
  findings: [],
  findingCount: 0,
}

/** Reads a CSV or XLSX file to its end and says what is in it; bad content becomes findings. */
export async function inspectTable(
  path: string,
  options: { sheet?: string } = {},
): Promise<TableInspection> {
  let file: TableFile | null = null
  try {
    file = await openTable(path, options)
    const detection = await detect(file, basename(path))
    return await inspected(file, detection)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...NOTHING, findings: [findingOf(error)], findingCount: 1 }
  } finally {
    await file?.close()
  }
}

/** The finding that an unreadable file comes down to. */
export function findingOf({ code, details }: Unreadable): Finding {
  const { line } = details
  return finding(code, typeof line === 'number' ? { line } : {}, details)
}

async function inspected(file: TableFile, detection: Detection): Promise<TableInspection> {
  const { reading } = detection
  const walk = newWalk(reading)
  const totals = newTotals(reading)
  const findings: Finding[] = [...findingsOfFile(file, detection)]
  let count = findings.length
  const keep = (more: readonly Finding[]) => {
    count += more.length
    for (const one of more) if (findings.length < MOST_FINDINGS) findings.push(one)
  }
  for await (const batch of readRecords(file, reading, walk)) {
    keep(batch.findings)
    for (const record of batch.records) {
      if (record.findings.length > 0) keep(record.findings)
      totals.add(record)
    }
  }
  keep([...findingsOfWalk(walk), ...totals.findings()])
  const fatal = findings.some(({ code }) => FATAL.has(code))
  return {
    ...descriptionOf(file, detection),
    readable: !fatal,
    rowCount: walk.rows,
    totals: totals.totals(),
    findings,
    findingCount: count,
  }
}

const FATAL = new Set([
  'no_columns',
  'no_rows',
  'kind_unclear',
  'ageing_summary',
  'total_does_not_match',
])

/** What the start of the file shows; `rowCount` and `totals` need all of it. */
export function descriptionOf(file: TableFile, detection: Detection): TableInspection {
  const { reading, preamble, profiles } = detection
  const columns = reading.columns.map((_, position) => columnOf(detection, position))
  const dated = reading.columns.filter(({ position }) => columns[position]?.holds === 'date')
  const amounts = reading.columns.filter(({ position }) => columns[position]?.holds === 'amount')
  const ofLedger =
    amounts.find(({ field }) => field && FIELDS[field].holds === 'amount') ?? amounts[0]
  const order = dated.find(({ field }) => field !== null) ?? dated[0]
  return {
    ...NOTHING,
    format: file.format,
    readable: true,
    encoding: file.encoding?.name ?? null,
    delimiter: file.dialect?.delimiter ?? null,
    quote: file.dialect?.quote ?? null,
    decimal: ofLedger?.decimal ?? null,
    thousands: ofLedger ? thousandsOf(profiles[ofLedger.position], ofLedger.decimal) : null,
    dateOrder: order?.order ?? null,
    dateOrderAmbiguous: dated.some(
      ({ orderCertainty, field }) => field && orderCertainty === 'ambiguous',
    ),
    sheet: file.sheet,
    sheets: file.sheets,
    headerLine: reading.headerLine,
    preamble: [...preamble],
    kind: reading.kind,
    columns,
  }
}

function columnOf({ reading, profiles, samples }: Detection, position: number): InspectedColumn {
  const column = reading.columns[position]
  const profile = profiles[position]
  const holds = holdingOf(profile, column?.field ?? null)
  return {
    position,
    letter: letterOf(position),
    header: column?.heading ?? '',
    field: column?.field ?? null,
    confidence: column?.confidence ?? 0,
    holds,
    dateOrder: holds === 'date' ? (column?.order ?? null) : null,
    decimal: holds === 'amount' ? (column?.decimal ?? null) : null,
    isAmbiguous:
      (holds === 'date' && column?.orderCertainty === 'ambiguous') ||
      (holds === 'amount' && column?.decimalCertainty === 'ambiguous'),
    samples: samples.map(({ cells }) => shown(textOf(cells[position]))),
    filled: profile?.filled ?? 0,
  }
}

function holdingOf(profile: Profile | undefined, field: Field | null): InspectedColumn['holds'] {
  if (!profile || profile.filled === 0) return 'nothing'
  if (field) {
    const { holds } = FIELDS[field]
    if (holds === 'date') return 'date'
    return holds === 'amount' ? 'amount' : 'text'
  }
  const { dmy, mdy, ymd } = profile.dates
  if (dateShareOf(profile) > 0.8 && dmy + mdy + ymd > 0) return 'date'
  if (amountShareOf(profile) > 0.8 && profile.amounts['.'] + profile.amounts[','] > 0)
    return 'amount'
  return 'text'
}

function thousandsOf(profile: Profile | undefined, decimal: DecimalSign): string | null {
  const grouped = [...(profile?.distinct ?? [])].find((text) => /\d[\s.,'’]\d{3}(?!\d)/.test(text))
  const sign = grouped && /\d([\s.,'’])\d{3}(?!\d)/.exec(grouped)?.[1]
  return sign && sign !== decimal ? sign : null
}

/** What is to be said about the file before its rows are read. */
export function findingsOfFile(
  file: TableFile,
  { reading, preamble, profiles }: Detection,
): Finding[] {
  const { columns, kind, headerLine } = reading
  const findings: Finding[] = []
  if (columns.length < 2) findings.push(finding('no_columns'))
  if (profiles.every(({ filled }) => filled === 0)) findings.push(finding('no_rows'))
  else if (isAgeingSummary(reading)) findings.push(finding('ageing_summary'))
  else if (kind === null && columns.length > 1) findings.push(finding('kind_unclear'))
  if (headerLine === null) findings.push(finding('header_missing'))
  if (preamble.length > 0) findings.push(finding('lines_skipped', {}, { count: preamble.length }))
  for (const { heading, field, order, orderCertainty, decimal, decimalCertainty } of columns) {
    if (field === null) continue
    const { holds } = FIELDS[field]
    const place = { column: heading }
    if (holds === 'date' && orderCertainty === 'ambiguous') {
      findings.push(finding('date_order_ambiguous', place, { order: order.toUpperCase() }))
    }
    if (holds === 'amount' && decimalCertainty === 'ambiguous') {
      findings.push(finding('decimal_ambiguous', place, { decimal }))
    }
  }
  return [...findings, ...findingsOfContainer(file)]
}

function findingsOfContainer({ encoding, sheets, sheet }: TableFile): Finding[] {
  const findings: Finding[] = []
  if (encoding && !encoding.isCertain) {
    const samples = encoding.samples.join(', ')
    findings.push(finding('encoding_guessed', {}, { encoding: encoding.name, samples }))
  }
  const others = sheets.filter((name) => name !== sheet)
  if (others.length > 0) findings.push(finding('other_sheets', {}, { sheets: others.join(', ') }))
  return findings
}

/** Buckets but no documents: one line a customer. */
function isAgeingSummary({ columns, kind }: Detection['reading']): boolean {
  const buckets = columns.filter(({ heading }) => isAgeingBucket(heading)).length
  const hasDocuments = columns.some(({ field }) => field === 'number' || field === 'due_date')
  return buckets >= 3 && !hasDocuments && kind !== 'payments'
}

/** What reading all rows has shown. */
export function findingsOfWalk(walk: Walk): Finding[] {
  const { notes, headings, totals, hidden, rows } = walk
  const counted: [Parameters<typeof finding>[0], number][] = [
    ['headings_repeated', headings],
    ['totals_reconciled', totals],
    ['hidden_rows', hidden],
    ['date_placeholder', notes.placeholders],
    ['short_years', notes.shortYears],
    ['columns_beyond_limit', walk.beyondLimit ? LIMITS.columns : 0],
  ]
  return [
    ...counted
      .filter(([, count]) => count > 0)
      .map(([code, count]) => finding(code, {}, { count })),
    ...[notes.undecodable, notes.twiceEncoded].filter((one) => one !== null),
    ...(rows === 0 ? [finding('no_rows')] : []),
  ]
}
