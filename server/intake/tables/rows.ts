import type { TableFile } from './files/open.ts'
import type { ColumnReading, Reading } from './reading.ts'
import { newNotes, noteEncoding, recordReader, type Notes, type TableRecord } from './records.ts'
import { readAmount } from './rules/amounts.ts'
import { textOf, type SourceRow } from './rules/cells.ts'
import { FIELDS, type Field, type TableKind } from './rules/fields.ts'
import { finding, type Finding } from './rules/findings.ts'
import { mark, newLedger, prove, type Ledger } from './rules/hierarchy.ts'
import { customerOfTitle, rowKindOf, type RowLayout } from './rules/row-kinds.ts'
import { add, decimalOfScaled } from './rules/sums.ts'
import { shown } from './rules/texts.ts'

/** What somebody changed in a line of the file without touching the file; null leaves it out. */
export type Corrections = ReadonlyMap<number, ReadonlyMap<number, string> | null>

export type Walk = {
  readonly notes: Notes
  readonly reading: Reading
  headings: number
  totals: number
  hidden: number
  beyondLimit: boolean
  rows: number
}

type State = {
  readonly layout: RowLayout
  readonly read: (row: SourceRow) => TableRecord
  readonly walk: Walk
  /** One proof per amount column. */
  readonly proofs: ReadonlyMap<number, Ledger>
  /** The last group title, which names the customer where no column does. */
  group: string | null
}

export type RecordBatch = {
  readonly records: readonly TableRecord[]
  /** Of the file rather than of a record: totals that do not fit. */
  readonly findings: readonly Finding[]
}

/** Reads a file to its end as records, in batches; repeated headings, rules and proved totals fall out. */
export async function* readRecords(
  file: TableFile,
  reading: Reading,
  walk: Walk,
  corrections: Corrections = new Map(),
): AsyncGenerator<RecordBatch> {
  const state = stateOf(reading, walk)
  for await (const batch of file.rows()) {
    const records: TableRecord[] = []
    const findings: Finding[] = []
    for (const row of batch) {
      if (reading.headerLine !== null && row.line <= reading.headerLine) continue
      const corrected = correctedRow(row, corrections)
      if (corrected) take(state, corrected, { records, findings })
    }
    yield { records, findings }
  }
}

export function newWalk(reading: Reading): Walk {
  const counts = { headings: 0, totals: 0, hidden: 0, beyondLimit: false, rows: 0 }
  return { notes: newNotes(), reading, ...counts }
}

const KEYS: Readonly<Record<TableKind, readonly Field[]>> = {
  customers: ['customer_number', 'customer_name'],
  contacts: ['customer_number', 'email', 'contact_name', 'contact_last_name'],
  receivables: ['number', 'external_id'],
  combined: ['number', 'external_id'],
  payments: ['payment_number', 'invoice_number', 'customer_number', 'payment_date'],
}
const PROVED: readonly Field[] = [
  'total',
  'open_amount',
  'debit',
  'credit',
  'paid_amount',
  'payment_amount',
]

function stateOf(reading: Reading, walk: Walk): State {
  const positions = (fields: readonly Field[]) =>
    reading.columns
      .filter(({ field }) => field && fields.includes(field))
      .map((one) => one.position)
  const holding = (what: string) =>
    reading.columns
      .filter(({ field }) => field && FIELDS[field].holds === what)
      .map((one) => one.position)
  const amounts = positions(PROVED)
  const ofLedger = reading.kind === 'receivables' || reading.kind === 'combined'
  const isGrouped = ofLedger && positions(['customer_number', 'customer_name']).length === 0
  return {
    layout: {
      headings: reading.columns.map(({ heading }) => heading),
      keys: positions(KEYS[reading.kind ?? 'receivables']),
      dates: holding('date'),
      amounts: holding('amount'),
      isGrouped,
    },
    read: recordReader(reading, walk.notes),
    walk,
    proofs: new Map(amounts.map((position) => [position, newLedger()])),
    group: reading.customerTitle,
  }
}

function correctedRow(row: SourceRow, corrections: Corrections): SourceRow | null {
  if (corrections.size === 0) return row
  const changes = corrections.get(row.line)
  if (changes === undefined) return row
  if (changes === null) return null
  const cells = [...row.cells]
  for (const [position, text] of changes) {
    while (cells.length < position) cells.push('')
    cells[position] = text
  }
  return { line: row.line, cells }
}

type Out = { readonly records: TableRecord[]; readonly findings: Finding[] }

function take(state: State, row: SourceRow, out: Out): void {
  const { walk, layout, proofs } = state
  switch (rowKindOf(row.cells, layout)) {
    case 'blank':
    case 'rule':
      return
    case 'headings':
      walk.headings += 1
      return
    case 'group':
      state.group = labelOf(row)
      for (const ledger of proofs.values()) mark(ledger)
      return
    case 'total':
      proveTotals(state, row, out)
      return
    case 'data':
      takeData(state, row, out)
  }
}

function takeData(state: State, row: SourceRow, { records, findings }: Out): void {
  const { walk, proofs, layout } = state
  if (!layout.keys.some((at) => textOf(row.cells[at]) !== '') && isSilentTotal(state, row)) {
    return proveTotals(state, row, { records, findings })
  }
  walk.rows += 1
  if (row.isHidden) walk.hidden += 1
  if (row.isCut) walk.beyondLimit = true
  const record = state.read(row)
  if (walk.rows < 2_000) noteEncoding(walk.notes, record)
  for (const [position, ledger] of proofs) {
    const field = walk.reading.columns[position]?.field
    const decimal = field ? record.values[field] : undefined
    if (decimal !== undefined) add(ledger.sum, decimal)
  }
  const named = layout.isGrouped && state.group !== null
  records.push(named ? withCustomer(record, state.group ?? '') : record)
}

/** In a report grouped by customer, the title above the rows is the customer. */
function withCustomer(record: TableRecord, group: string): TableRecord {
  return { ...record, values: { ...record.values, ...customerOfTitle(group) } }
}

function labelOf({ cells }: SourceRow): string | null {
  const label = shown(cells.map((cell) => textOf(cell)).find((text) => text !== '') ?? '', 200)
  return label === '' ? null : label
}

/** A subtotal without a word: amounts alone, each the sum of the rows above. */
function isSilentTotal({ walk, proofs }: State, row: SourceRow): boolean {
  const amounts = [...proofs].flatMap(([position, ledger]) => {
    const decimal = decimalAt(walk.reading.columns[position], row)
    return decimal === null ? [] : [prove(copyOf(ledger), decimal).fits && ledger.sum.count > 1]
  })
  return amounts.length > 0 && amounts.every(Boolean)
}

function copyOf(ledger: Ledger): Ledger {
  return { ...ledger, sum: { ...ledger.sum }, marks: [...ledger.marks] }
}

function proveTotals({ walk, proofs }: State, row: SourceRow, { findings }: Out): void {
  let fits = true
  for (const [position, ledger] of proofs) {
    const column = walk.reading.columns[position]
    const decimal = decimalAt(column, row)
    if (decimal === null) continue
    const proof = prove(ledger, decimal)
    if (proof.fits) continue
    fits = false
    const place = { line: row.line, column: column?.heading ?? null, value: labelOf(row) }
    const details = { expected: decimal, actual: decimalOfScaled(proof.actual) }
    findings.push(finding('total_does_not_match', place, details))
  }
  if (fits) walk.totals += 1
}

function decimalAt(column: ColumnReading | undefined, { cells }: SourceRow): string | null {
  const cell = column && cells[column.position]
  if (!column || cell === undefined || textOf(cell) === '') return null
  const amount = readAmount(cell, column.decimal)
  return amount && 'decimal' in amount ? amount.decimal : null
}
