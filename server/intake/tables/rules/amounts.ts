import { plainOf, type Cell } from './cells.ts'
import { isKnownCurrency } from './currencies.ts'
import { westernDigits } from './texts.ts'

/** The sign before the decimals of a column's amounts. Whatever else separates digits is grouping. */
export type DecimalSign = '.' | ','

/** What one value says about its column's decimal sign. */
export type AmountVote = DecimalSign | 'either' | 'plain' | 'none'

export type AmountReading =
  | { readonly decimal: string; readonly currency: string | null }
  | { readonly problem: AmountProblem }
export type AmountProblem =
  | 'not_an_amount'
  | 'amount_contradicts_column'
  | 'amount_shortened'
  | 'cell_holds_error'

const LONGEST_AMOUNT = 50
const INTEGER = /^-?\d+$/
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
const SPREADSHEET_ERROR =
  /^#(?:REF|N\/A|NV|VALUE|WERT|VALEUR|VALOR|DIV\/0|NAME|NULL|NUM|ZAHL|NOMBRE)[!?]?/i
const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  US$: 'USD',
  CA$: 'CAD',
  A$: 'AUD',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  'Fr.': 'CHF',
  SFr: 'CHF',
  '₺': 'TRY',
  '₩': 'KRW',
  R$: 'BRL',
  $: '',
  kr: '',
}
const AFFIXED =
  /^([^\d.,+\-−–(]*)([+\-−–(]?)([^\d.,+\-−–(]*)([\d.,'’\s]*?\d[\d.,'’\s]*?)(\)?)([^\d]*)$/u

type Parts = { negative: boolean; body: string; currency: string | null }

/** Splits sign and currency from the digits: '(1.234,56) €', 'EUR 12', '50,00-', '12.00 CR'. */
function partsOf(text: string): Parts | null {
  if (text.length > LONGEST_AMOUNT) return null
  const match = AFFIXED.exec(text)
  if (!match) return null
  const [, before = '', sign = '', between = '', digits = '', closing = '', after = ''] = match
  if ((sign === '(') !== (closing === ')')) return null
  const tail = signOf(after.trim())
  if (tail === null) return null
  const currency = currencyOf([before.trim(), between.trim(), tail.rest])
  if (currency === null) return null
  const minus = sign !== '' && sign !== '+'
  if (minus && tail.negative) return null
  return { negative: minus || tail.negative, body: digits.trim(), currency: currency || null }
}

/** Trailing minus (SAP), CR and H(aben) are credits; DR and S(oll) are debits. */
function signOf(after: string): { negative: boolean; rest: string } | null {
  const match = /^([+\-−–]|(?:CR|DR|H|S)\b\.?)?\s*(.*?)\s*([+\-−–]|\b(?:CR|DR|H|S)\.?)?$/.exec(
    after,
  )
  const signs = [match?.[1], match?.[3]].filter(Boolean)
  if (!match || signs.length > 1) return null
  return { negative: /^[-−–CH]/.test(signs[0] ?? ''), rest: match[2] ?? '' }
}

function currencyOf(affixes: readonly string[]): string | null {
  const named = affixes.filter(Boolean)
  if (named.length === 0) return ''
  const [symbol = ''] = named
  if (named.length > 1) return null
  return SYMBOLS[symbol] ?? (isKnownCurrency(symbol) ? symbol : null)
}

/** What a value says about the decimal sign; 'none' when it is no amount at all. */
export function voteOf(cell: Cell): AmountVote {
  if (typeof cell === 'number') return 'plain'
  const text = westernDigits(cell).trim()
  if (INTEGER.test(text)) return 'plain'
  const parts = partsOf(text)
  if (!parts) return 'none'
  const reads = { point: plainDigits(parts.body, '.'), comma: plainDigits(parts.body, ',') }
  if (reads.point !== null && reads.comma !== null) {
    return reads.point === reads.comma ? 'plain' : 'either'
  }
  if (reads.point !== null) return '.'
  return reads.comma === null ? 'none' : ','
}

const GROUPINGS = {
  '.': [/^[1-9]\d{0,2}(,\d{3})+$/, /^[1-9]\d?(,\d{2})+,\d{3}$/, /^[1-9]\d{0,2}([\s'’]\d{3})+$/],
  ',': [/^[1-9]\d{0,2}(\.\d{3})+$/, /^[1-9]\d{0,2}([\s'’]\d{3})+$/],
} as const

/** The digits as a plain decimal when they are written with this decimal sign, else null. */
function plainDigits(body: string, decimal: DecimalSign): string | null {
  const at = body.lastIndexOf(decimal)
  const whole = at === -1 ? body : body.slice(0, at)
  const fraction = at === -1 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(fraction)) return null
  const grouped = GROUPINGS[decimal].some((grouping) => grouping.test(whole))
  if (!grouped && !/^\d*$/.test(whole)) return null
  const digits = grouped ? whole.replace(/\D/g, '') : whole
  if (digits === '' && fraction === '') return null
  return fraction === '' ? digits : `${digits || '0'}.${fraction}`
}

const USUAL = {
  '.': /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/,
} as const

/** The amount when it is written in the usual way, which nearly all are. */
function usualAmount(text: string, decimal: DecimalSign): string | null {
  if (!USUAL[decimal].test(text)) return null
  if (decimal === '.') return text.includes(',') ? text.replaceAll(',', '') : text
  const whole = text.includes('.') ? text.replaceAll('.', '') : text
  return whole.replace(',', '.')
}

/** Reads an amount as a plain decimal, without ever rounding or guessing; '' and '-' hold none. */
export function readAmount(cell: Cell, decimal: DecimalSign): AmountReading | null {
  if (typeof cell === 'number') return numberAmount(cell)
  const usual = usualAmount(cell, decimal)
  if (usual !== null) return { decimal: usual, currency: null }
  const text = westernDigits(cell).trim()
  if (text === '' || /^[-–—]$/.test(text)) return null
  if (SCIENTIFIC.test(text)) return { problem: 'amount_shortened' }
  if (SPREADSHEET_ERROR.test(text)) return { problem: 'cell_holds_error' }
  const parts = partsOf(text)
  if (!parts) return { problem: 'not_an_amount' }
  const digits = plainDigits(parts.body, decimal)
  if (digits === null) {
    const other = plainDigits(parts.body, decimal === '.' ? ',' : '.')
    return { problem: other === null ? 'not_an_amount' : 'amount_contradicts_column' }
  }
  return { decimal: parts.negative ? `-${digits}` : digits, currency: parts.currency }
}

function numberAmount(number: number): AmountReading {
  const decimal = plainOf(number)
  return decimal === null ? { problem: 'amount_shortened' } : { decimal, currency: null }
}
