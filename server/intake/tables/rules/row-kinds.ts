import { isBlank, textOf, type Cell } from './cells.ts'
import { fold } from './texts.ts'

/** The customer that a title above rows names: 'Debitor 1000' by number, anything else by name. */
export function customerOfTitle(
  title: string,
): { customer_number: string } | { customer_name: string } {
  const number = NUMBERED.exec(title)?.[1]
  return number ? { customer_number: number } : { customer_name: title }
}

export function isCustomerTitle(title: string): boolean {
  return NUMBERED.test(title)
}

const NUMBERED =
  /^(?:customer|debtor|account|debitor|kunde|konto|client|compte|cliente|cuenta)(?: (?:no|nr|number|id|code))?\.?\s*:?\s+([A-Z]{0,4}[-]?\d[\w.-]*)$/i

/** What a row is: data, or one of the things that reports put between the data. */
export type RowKind = 'blank' | 'rule' | 'headings' | 'total' | 'group' | 'data'

export type RowLayout = {
  readonly headings: readonly string[]
  /** Columns that identify a document, customer or payment; a row of data has one of them filled. */
  readonly keys: readonly number[]
  readonly dates: readonly number[]
  readonly amounts: readonly number[]
  /** No column names the customer, so a title above the rows must. */
  readonly isGrouped: boolean
}

const RULE = /^[-=_*+|.\s]*$/
const STARS = /^\*{1,5}$/
const TOTAL_WORDS =
  /^(?:(?:grand|sub|report|overall) ?)?totals?\b|^(?:gesamt|zwischen|end|haupt)?summen?\b|^gesamt(?:betrag|ergebnis)?\b|^sous total|^total(?:e|es)?\b|^somme\b|^suma\b|^ergebnis\b|\b(?:total|totals|ergebnis|gesamt|summe|resultat)$/

/** Says what a row is by what its key, date and amount columns hold. */
export function rowKindOf(cells: readonly Cell[], layout: RowLayout): RowKind {
  const has = (positions: readonly number[]) => positions.some((at) => !isBlank(cells[at]))
  const [key = -1] = layout.keys
  const isNormal = has(layout.dates) && has(layout.keys)
  if (isNormal && cells[key] !== layout.headings[key] && !isRule(cells[key])) return 'data'
  const filled = cells.flatMap((cell, position) => (isBlank(cell) ? [] : [position]))
  if (filled.length === 0) return 'blank'
  if (filled.every((at) => isRule(cells[at]))) return 'rule'
  if (isHeadings(cells, filled, layout)) return 'headings'
  if (isNormal) return 'data'
  if (isTotal(cells, filled, layout)) return 'total'
  const isAlone = filled.length === 1 && !has(layout.amounts) && layout.headings.length > 3
  return isAlone && (layout.isGrouped || !has(layout.keys)) ? 'group' : 'data'
}

/** Whether a text announces a sum: 'Total Bayside Club', 'Zwischensumme', '**'. */
export function isTotalLabel(text: string): boolean {
  return STARS.test(text) || TOTAL_WORDS.test(fold(text))
}

function isRule(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && RULE.test(cell) && !isStars(cell)
}

function isStars(cell: Cell | undefined): boolean {
  return STARS.test(textOf(cell))
}

/** The headings again, as on each page of a printed list. */
function isHeadings(
  cells: readonly Cell[],
  filled: readonly number[],
  { headings }: RowLayout,
): boolean {
  const first = filled[0] ?? 0
  if (textOf(cells[first]) !== headings[first] || headings[first] === '') return false
  return filled.every((at) => textOf(cells[at]) === headings[at])
}

/** A word for 'total' where a key would be, or beside empty keys, and no date. */
function isTotal(cells: readonly Cell[], filled: readonly number[], layout: RowLayout): boolean {
  const labels = filled.filter((at) => !layout.amounts.includes(at))
  const label = labels.find((at) => isTotalLabel(textOf(cells[at])))
  if (label === undefined) return false
  return !layout.keys.some((at) => at !== label && !isBlank(cells[at]) && !isStars(cells[at]))
}
