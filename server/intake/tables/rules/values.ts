import { readAmount, type DecimalSign } from './amounts.ts'
import { textOf, type Cell } from './cells.ts'
import { isKnownCurrency } from './currencies.ts'
import { readDate, type DateOrder, type DateReading } from './dates.ts'
import type { FindingCode } from './findings.ts'
import { fold } from './texts.ts'

/** A value read from a cell: its text in one plain form, or why it cannot be read. */
export type ReadValue =
  | { readonly text: string; readonly note?: 'placeholder' | 'short_year' | 'undecodable' }
  | { readonly problem: FindingCode }

const LONGEST = 32_767
// eslint-disable-next-line no-control-regex -- control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g
/** Anything that a plain text on one line has not. */
// eslint-disable-next-line no-control-regex -- control characters are among them
const UNUSUAL = /[\u0000-\u001F\u007F-\u00A0\u2000-\u200F\uFFFD]|^\s|\s\s|\s$|^#/
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d{2}$/i
const FAILED_FORMULA =
  /^#(?:REF!|N\/A|NV|VALUE!|WERT!|VALEUR!|¡VALOR!|DIV\/0!|NAME\?|NULL!|NUM!|ZAHL!)$/

/** A text on one line, without control characters. */
export function readText(cell: Cell | undefined): ReadValue {
  if (typeof cell === 'string' && cell.length < 1_000 && !UNUSUAL.test(cell)) return { text: cell }
  const raw = textOf(cell)
  if (raw.length > LONGEST) return { problem: 'cell_too_long' }
  if (FAILED_FORMULA.test(raw)) return { problem: 'cell_holds_error' }
  const text = raw.replace(CONTROL, '').replace(/\s+/g, ' ').trim()
  return text.includes('\uFFFD') ? { text, note: 'undecodable' } : { text }
}

/** A number or code that identifies something: never shortened, '12.0' is 12 where all are so. */
export function readKey(cell: Cell | undefined, isFloat: boolean): ReadValue {
  const value = readText(cell)
  if ('problem' in value) return value
  if (SHORTENED.test(value.text)) return { problem: 'number_shortened' }
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return { problem: 'number_shortened' }
  const { text } = value
  if (isFloat) return { text: text.replace(/\.0+$/, '') }
  // ="00042" keeps a spreadsheet from dropping the zeros.
  return { ...value, text: text.replace(/^="(.*)"$/, '$1').replace(/^'(?=\d)/, '') }
}

const NAMED_CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  '¥': 'JPY',
  '₹': 'INR',
  'Fr.': 'CHF',
  zł: 'PLN',
  euro: 'EUR',
  euros: 'EUR',
  'us dollar': 'USD',
  'us dollars': 'USD',
  dollar: 'USD',
  dollars: 'USD',
  'pound sterling': 'GBP',
  'british pound': 'GBP',
  pounds: 'GBP',
  'swiss franc': 'CHF',
  'schweizer franken': 'CHF',
  franken: 'CHF',
  'franc suisse': 'CHF',
  'franco suizo': 'CHF',
  yen: 'JPY',
  rmb: 'CNY',
}

export function readCurrency(cell: Cell | undefined): ReadValue {
  const text = textOf(cell)
  if (text === '') return { text }
  if (isKnownCurrency(text)) return { text }
  const code = NAMED_CURRENCIES[text] ?? NAMED_CURRENCIES[fold(text)]
  if (code) return { text: code }
  const upper = text.toUpperCase()
  return isKnownCurrency(upper) ? { text: upper } : { problem: 'currency_unknown' }
}

const YES = /^(?:y|yes|ja|oui|si|sí|true|wahr|vrai|verdadero|x|1|j|o|s)$/i

export function readFlag(cell: Cell | undefined): ReadValue {
  const text = textOf(cell)
  if (text === '') return { text }
  if (YES.test(text)) return { text: 'yes' }
  // A code of a block ('A', 'Z1') or a case number says yes too.
  return { text: NO.test(text) || !/[\p{L}1-9]/u.test(text) ? 'no' : text }
}
const NO = /^(?:n|no|none|nein|non|false|falsch|faux|falso|off|active|aktiv|actif|activo|open)$/i

export function readCount(cell: Cell | undefined, decimal: DecimalSign): ReadValue {
  const value = readAmount(textOf(cell), decimal)
  if (value === null) return { text: '' }
  if ('problem' in value) return { problem: value.problem }
  return { text: value.decimal.replace(/\.0+$/, '') }
}

/** Reads the dates of one column; the same few hundred days come again and again. */
export function dateReader(order: DateOrder): (cell: Cell | undefined) => ReadValue {
  const known = new Map<Cell, ReadValue>()
  return (cell) => {
    if (cell === undefined || cell === '') return { text: '' }
    const before = known.get(cell)
    if (before) return before
    const value = valueOfDate(readDate(cell, order))
    if (known.size < 5_000) known.set(cell, value)
    return value
  }
}

function valueOfDate(reading: DateReading | null): ReadValue {
  if (reading === null) return { text: '' }
  if ('problem' in reading) return { problem: reading.problem }
  if ('placeholder' in reading) return { text: '', note: 'placeholder' }
  return reading.isShortYear ? { text: reading.day, note: 'short_year' } : { text: reading.day }
}
