import { formatsOf, paymentLines, wordsOf, type Words } from '../wording/index.ts'
import type { StatementCurrency, StatementItem, StatementSnapshot } from './snapshot.ts'

/** What the page shows, every text ready: the sheet only places it. */
export type Layout = {
  readonly language: string
  readonly paper: 'a4' | 'us-letter'
  /** Where the address shows through the envelope of the sender's country. */
  readonly window: 'left' | 'right'
  readonly title: string
  readonly subtitle: string
  readonly smallPrint: string
  readonly returnAddress: string
  readonly sender: { readonly name: string; readonly lines: readonly string[] }
  readonly recipient: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly columns: readonly string[]
  readonly sections: readonly Section[]
  readonly nothing: string
  readonly payment: {
    readonly heading: string
    readonly lines: readonly string[]
    readonly quote: string
  } | null
  readonly note: string
  readonly footer: string
  /** What stands around the number of the page and of all pages. */
  readonly page: readonly string[]
  readonly continued: string
}

export type Section = {
  readonly heading: string
  readonly figures: readonly Figure[]
  readonly rows: readonly Row[]
  readonly sums: readonly Figure[]
  /** Amounts too long for the columns at the usual size. */
  readonly isTight: boolean
}

export type Figure = { readonly label: string; readonly amount: string; readonly isStrong: boolean }

export type Row = {
  readonly document: string
  readonly notes: string
  readonly issued: string
  readonly due: string
  readonly late: string
  readonly invoiced: string
  readonly paid: string
  readonly remaining: string
  /** A document's name that may need a second line. */
  readonly isLong: boolean
}

/** Takes what no typeface at hand can set out of a text; see glyphs.ts. */
export type Legible = (text: string) => string

const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'PH'])
const RIGHT_WINDOW_COUNTRIES = new Set(['FR', 'BE', 'LU', 'ES', 'PT', 'IT'])

export function layoutOf(
  snapshot: StatementSnapshot,
  language: string,
  legible: Legible = (text) => text,
): Layout {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const { entity, customer, asOf } = snapshot
  const name = mostly(legible, customer.name) || `${words.customerNumber} ${customer.number}`
  const hasDisputes = snapshot.currencies.some(({ disputedMinor }) => disputedMinor > 0)
  return {
    language,
    paper: LETTER_COUNTRIES.has(entity.country) ? 'us-letter' : 'a4',
    window: RIGHT_WINDOW_COUNTRIES.has(entity.country) ? 'right' : 'left',
    title: words.statement.title,
    subtitle: breakable(words.statement.subtitle(name)),
    smallPrint: smallPrintOf(snapshot, language),
    returnAddress: [entity.name, ...linesOf(entity.address)].map(legible).join(' · '),
    sender: { name: legible(entity.name), lines: linesOf(entity.address).map(legible) },
    recipient: recipientOf(
      name,
      linesOf(customer.address).map((line) => mostly(legible, line)),
    ).map(breakable),
    facts: factsOf(snapshot, words, formats.day(asOf)).map(([label, value]) => [
      label,
      legible(value),
    ]),
    columns: columnsOf(words),
    sections: snapshot.currencies.map((section) => sectionOf(section, language, legible)),
    nothing: snapshot.currencies.length === 0 ? words.nothingOpen : '',
    payment: paymentOf(snapshot, words, legible),
    note: hasDisputes ? words.statement.disputedNote : '',
    footer: footerOf(snapshot, words).map(legible).join('  ·  '),
    page: words.statement.page('\n', '\n').split('\n'),
    continued: words.statement.continued,
  }
}

function smallPrintOf(snapshot: StatementSnapshot, language: string): string {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const { asOf, paymentsConsideredUntil, ledgerSyncedAt, entity } = snapshot
  const lines = [words.asOf(formats.day(asOf))]
  if (ledgerSyncedAt) lines.push(words.ledgerOf(formats.moment(ledgerSyncedAt, entity.timeZone)))
  if (paymentsConsideredUntil) lines.push(words.paymentsUntil(formats.day(paymentsConsideredUntil)))
  return lines.join(' ')
}

/** A window shows eight lines; of a longer address the middle gives way, name and place stay. */
function recipientOf(name: string, address: readonly string[]): string[] {
  const lines = address.filter(Boolean)
  const shown = lines.length <= 6 ? lines : [...lines.slice(0, 3), ...lines.slice(-3)]
  // The address often begins with the name already.
  return shown[0] === name ? shown : [name, ...shown]
}

function factsOf(
  { customer, sender }: StatementSnapshot,
  words: Words,
  date: string,
): [label: string, value: string][] {
  const facts: [string, string][] = [
    [words.statement.date, date],
    [words.customerNumber, customer.number],
    [words.statement.contact, sender.name],
    ['', sender.phone],
    ['', sender.email],
  ]
  return facts.filter(([, value]) => value !== '')
}

function columnsOf({ column }: Words): string[] {
  const { document, issued, due, daysLate, invoiced, paid, remaining } = column
  return [document, issued, due, daysLate, invoiced, paid, remaining]
}

function sectionOf(section: StatementCurrency, language: string, legible: Legible): Section {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const { currency, overdueMinor, notDueMinor, creditMinor, unappliedMinor } = section
  const balance = overdueMinor + notDueMinor + creditMinor - unappliedMinor
  const figure = (label: string, minor: number, isStrong = false): Figure => ({
    label,
    amount: formats.money({ minor, currency }),
    isStrong,
  })
  const { sum } = words
  const total =
    balance < 0
      ? figure(sum.balanceInYourFavour, -balance, true)
      : figure(sum.balance, balance, true)
  const parts: [string, number][] = [
    [sum.overdue, overdueMinor],
    [sum.notDue, notDueMinor],
    [sum.credits, creditMinor],
    [sum.unapplied, -unappliedMinor],
  ]
  const rows = section.items.map((item) => rowOf(item, currency, { language, legible }))
  return {
    heading: words.currencySection(currency),
    figures: [figure(sum.overdue, overdueMinor), figure(sum.notDue, notDueMinor), total],
    rows,
    isTight: rows.some(({ invoiced }) => invoiced.length > LONGEST_AMOUNT),
    sums: [
      ...parts.filter(([, minor]) => minor !== 0).map(([label, minor]) => figure(label, minor)),
      total,
    ],
  }
}

function rowOf(
  item: StatementItem,
  currency: string,
  { language, legible }: { language: string; legible: Legible },
): Row {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const amount = (minor: number) => formats.amount({ minor, currency })
  const notes = [
    item.purchaseOrder && words.purchaseOrder(legible(item.purchaseOrder)),
    item.disputedMinor > 0 &&
      words.inDispute(formats.money({ minor: item.disputedMinor, currency })),
  ]
  const document = `${words.kind[item.kind]} ${legible(item.number)}`
  return {
    document: breakable(document),
    isLong: document.length > LONGEST_ON_A_LINE,
    notes: notes.filter(Boolean).join(' · '),
    issued: formats.day(item.issuedOn, 'short'),
    due: item.openMinor > 0 ? formats.day(item.dueOn, 'short') : '',
    late: item.daysLate > 0 ? formats.number(item.daysLate) : '',
    invoiced: amount(item.totalMinor),
    paid: amount(item.paidMinor),
    remaining: amount(item.openMinor),
  }
}

/** What can be set of a name or an address line, unless more than half of it is lost. */
function mostly(legible: Legible, text: string): string {
  const shown = legible(text)
  return shown.length * 2 > text.length ? shown : ''
}

const LONGEST_AMOUNT = 13
const LONGEST_ON_A_LINE = 24

/** A number of thirty characters without a gap may break anywhere after the sixteenth. */
function breakable(text: string): string {
  return text.replaceAll(/[^\s-]{16}(?=[^\s-]{8})/g, '$&\u200B')
}

function paymentOf({ entity, customer }: StatementSnapshot, words: Words, legible: Legible) {
  const lines = paymentLines(entity.paymentDetails, entity.iban).map(legible)
  if (lines.length === 0) return null
  return { heading: words.paymentDetails, lines, quote: words.pleaseQuote(customer.number) }
}

function footerOf({ entity }: StatementSnapshot, words: Words): string[] {
  const vat = entity.vatId ? `${words.vatId} ${entity.vatId}` : ''
  return [entity.name, ...linesOf(entity.address), vat].filter(Boolean)
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
