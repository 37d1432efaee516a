import type { EinvoiceSummary } from '../../intake/einvoices/index.ts'
import type { TableInspection } from '../../intake/tables/index.ts'
import type { Inspection } from './inspection.ts'

/** What a person reads about a file: its name, then one fact a line. */
export function sentencesOf(inspection: Inspection): string[] {
  if (inspection.kind === 'einvoice') {
    const { summary } = inspection
    return [oneLine(summary.file), ...einvoiceSentences(summary), ...marked(summary.findings)]
  }
  if (inspection.kind === 'unopened')
    return [oneLine(inspection.file), ...marked([inspection.finding])]
  const { file, table } = inspection
  return [
    oneLine(file),
    ...tableSentences(table),
    ...marked(table.findings),
    ...moreFindings(table),
  ]
}

/** The last line when there were several files. */
export function fileCount(all: number, readable: number): string {
  if (readable === all) return `${all} files, all can be read.`
  return `${all} files: ${readable} can be read, ${all - readable} cannot.`
}

const FORMATS: Readonly<Record<EinvoiceSummary['format'], string>> = {
  ubl: 'UBL',
  cii: 'UN/CEFACT CII',
  facturx: 'Factur-X/ZUGFeRD PDF',
  zugferd1: 'ZUGFeRD 1.0',
  unsupported: '',
}

function einvoiceSentences({ format, documents }: EinvoiceSummary): string[] {
  if (documents.length === 0) return []
  const count = documents.length === 1 ? 'one document' : `${documents.length} documents`
  return [`  An e-invoice (${FORMATS[format]}), ${count}:`, ...documents.flatMap(documentSentences)]
}

function documentSentences(document: EinvoiceSummary['documents'][number]): string[] {
  const { number, issueDate, dueDate, payable, grossTotal, currency } = document
  const name = document.kind === 'invoice' ? 'Invoice' : 'Credit note'
  const due = dueDate === null ? 'no due date' : `due ${dueDate}`
  const amount = `${payable ?? grossTotal ?? 'no amount'} ${currency ?? ''}`.trim()
  const parties = `from ${nameOr(document.seller.name, 'seller')} to ${nameOr(document.buyer.name, 'buyer')}`
  const references = [
    ['order', document.orderReference],
    ['payment reference', document.paymentReference],
    ['corrects', document.precedingInvoices.join(', ') || null],
  ].flatMap(([what, value]) => (value === null ? [] : [`${what} ${oneLine(value ?? '')}`]))
  return [
    `  ${name} ${number === null ? 'without number' : oneLine(number)} of ${issueDate ?? 'no day'}, ${due}: ${amount}`,
    `    ${[parties, ...references].join('; ')}.`,
  ]
}

const ORDERS = { dmy: 'day-month-year', mdy: 'month-day-year', ymd: 'year-month-day' }

function tableSentences(table: TableInspection): string[] {
  if (table.format === 'unsupported') return []
  const sheet = table.sheet === null ? null : `sheet "${table.sheet}"`
  const facts = [
    sheet ?? table.encoding?.toUpperCase() ?? null,
    table.delimiter === null ? null : `columns parted by ${nameOfSign(table.delimiter)}`,
    table.decimal === null ? null : `decimal ${nameOfSign(table.decimal)}`,
    table.dateOrder === null ? null : `dates ${ORDERS[table.dateOrder]}`,
  ].filter((fact) => fact !== null)
  const rows = table.rowCount === 1 ? 'one row' : `${table.rowCount} rows`
  const mapped = table.columns.filter(({ field }) => field !== null)
  const unused = table.columns.filter(({ field, header }) => field === null && header !== '')
  return [
    `  A table of ${table.kind ?? 'unknown content'} (${table.format.toUpperCase()}), ${rows}; ${facts.join(', ')}.`,
    ...mapped.map(({ letter, header, field }) => `  ${letter} "${header}" is ${words(field)}.`),
    ...(unused.length > 0
      ? [`  Not read: ${unused.map(({ letter, header }) => `${letter} "${header}"`).join(', ')}.`]
      : []),
    ...table.totals.map(
      ({ column, currency, count, sum }) =>
        `  Sum of "${column}": ${sum} ${currency ?? '(no currency)'} in ${count} rows.`,
    ),
  ]
}

const SIGNS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  '.': 'point',
}

function nameOfSign(sign: string): string {
  return SIGNS[sign] ?? `"${sign}"`
}

function words(field: string | null): string {
  return `the ${(field ?? '').replaceAll('_', ' ')}`
}

const MARKS = { error: '✗', warning: '!', info: '·' }

function marked(
  findings: readonly {
    severity: keyof typeof MARKS
    message: string
    line?: number | null
    column?: string | null
  }[],
): string[] {
  return findings.map(({ severity, message, line, column }) => {
    const place = [line && `line ${line}`, column && `column "${column}"`].filter(Boolean)
    const where = place.length > 0 ? `${place.join(', ')}: ` : ''
    return `  ${MARKS[severity]} ${oneLine(where + message)}`
  })
}

function moreFindings({ findingCount, findings }: TableInspection): string[] {
  const more = findingCount - findings.length
  return more > 0 ? [`  … and ${more} more.`] : []
}

function nameOr(name: string | null, role: string): string {
  return name === null ? `an unnamed ${role}` : oneLine(name)
}

/** A text from a file must not write over the lines around it. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
}
