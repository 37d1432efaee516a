import type { StatementCurrency, StatementItem } from '../statement/index.ts'
import { formatsOf, wordsOf } from '../wording/index.ts'

/** The longest table that a mail carries; the statement has everything. */
const MOST_ROWS = 40

export type TableRow = {
  readonly document: string
  readonly purchaseOrder: string
  readonly issued: string
  readonly due: string
  readonly daysLate: number
  readonly invoiced: string
  readonly paid: string
  readonly remaining: string
  readonly disputed: string
}

export type SumRow = {
  readonly label: string
  readonly minor: number
  readonly amount: string
  readonly isTotal: boolean
}

export type Table = {
  readonly caption: string
  readonly rows: readonly TableRow[]
  /** How many documents the table leaves out; they are in the sums. */
  readonly more: number
  readonly sums: readonly SumRow[]
}

/** What the message is about: per currency its documents and credits, and what that comes to. */
export function itemsTables(currencies: readonly StatementCurrency[], language: string): Table[] {
  return currencies
    .filter(({ items }) => items.some(({ isConcerned }) => isConcerned))
    .map((section) => {
      const items = section.items.filter((item) => item.isConcerned || item.openMinor < 0)
      return tableOf(section, items, askedSums(section, language), language)
    })
}

/** Everything open on the account, per currency. */
export function accountTables(currencies: readonly StatementCurrency[], language: string): Table[] {
  return currencies.map((section) =>
    tableOf(section, section.items, accountSums(section, language), language),
  )
}

function tableOf(
  section: StatementCurrency,
  items: readonly StatementItem[],
  sums: readonly SumRow[],
  language: string,
): Table {
  const shown = items.length <= MOST_ROWS + 1 ? items : items.slice(0, MOST_ROWS)
  return {
    caption: wordsOf(language).currencySection(section.currency),
    rows: shown.map((item) => rowOf(item, section.currency, language)),
    more: items.length - shown.length,
    sums,
  }
}

function rowOf(item: StatementItem, currency: string, language: string): TableRow {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const money = (minor: number) => formats.money({ minor, currency })
  return {
    document: `${words.kind[item.kind]} ${item.number}`,
    purchaseOrder: item.purchaseOrder ? words.purchaseOrder(item.purchaseOrder) : '',
    issued: formats.day(item.issuedOn, 'short'),
    due: item.openMinor > 0 ? formats.day(item.dueOn, 'short') : '',
    daysLate: item.daysLate,
    invoiced: money(item.totalMinor),
    paid: money(item.paidMinor),
    remaining: money(item.openMinor),
    disputed: item.disputedMinor > 0 ? words.inDispute(money(item.disputedMinor)) : '',
  }
}

function askedSums(section: StatementCurrency, language: string): SumRow[] {
  const { sum } = wordsOf(language)
  const concerned = section.items.filter(
    ({ isConcerned, openMinor }) => isConcerned && openMinor > 0,
  )
  const open = concerned.reduce((total, { openMinor }) => total + openMinor, 0)
  const disputed = concerned.reduce((total, { disputedMinor }) => total + disputedMinor, 0)
  const row = sumRowsIn(section.currency, language)
  const less = [
    row(sum.disputed, -disputed),
    row(sum.credits, section.creditMinor),
    row(sum.unapplied, -section.unappliedMinor),
  ].filter(({ minor }) => minor !== 0)
  const total = { ...row(sum.payable, section.payableMinor), isTotal: true }
  return less.length === 0 ? [total] : [row(sum.concerned, open), ...less, total]
}

/** Overdue + not yet due + credits − unapplied = balance. Disputed parts are noted, not taken off. */
function accountSums(section: StatementCurrency, language: string): SumRow[] {
  const { sum } = wordsOf(language)
  const { overdueMinor, notDueMinor, creditMinor, unappliedMinor } = section
  const balance = overdueMinor + notDueMinor + creditMinor - unappliedMinor
  const label = balance < 0 ? sum.balanceInYourFavour : sum.balance
  const row = sumRowsIn(section.currency, language)
  const parts = [
    row(sum.overdue, overdueMinor),
    row(sum.notDue, notDueMinor),
    row(sum.credits, creditMinor),
    row(sum.unapplied, -unappliedMinor),
  ].filter(({ minor }) => minor !== 0)
  return [...parts, { ...row(label, Math.abs(balance)), isTotal: true }]
}

function sumRowsIn(currency: string, language: string) {
  const formats = formatsOf(language)
  return (label: string, minor: number): SumRow => ({
    label,
    minor,
    amount: formats.money({ minor, currency }),
    isTotal: false,
  })
}
