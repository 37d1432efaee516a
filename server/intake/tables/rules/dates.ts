import { addDays, day, isDay, type Day } from '../../../kernel/day.ts'
import type { Cell } from './cells.ts'
import { monthOf } from './months.ts'
import { westernDigits } from './texts.ts'

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type DateProblem = 'not_a_date' | 'date_contradicts_column' | 'date_impossible'
export type DateReading =
  | { readonly day: Day; readonly isShortYear: boolean }
  | { readonly placeholder: true }
  | { readonly problem: DateProblem }

const ISO = /^\d{4}-\d{2}-\d{2}$/
const TIME =
  /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const NUMBERS = /^(\d{1,4})\s*([./\-\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s\-/.]*(?:de\s+)?(\p{L}{3,10})\.?[\s\-/,.]*(?:de[l]?\s+)?(\d{4}|\d{2})$/iu
const NAME_DAY_YEAR = /^(\p{L}{3,10})\.?[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?[\s,\-/]+(\d{4}|\d{2})$/iu
const YEAR_NAME_DAY = /^(\d{4})[\s\-/.]+(\p{L}{3,10})\.?[\s\-/.]+(\d{1,2})$/iu
const WEEKDAY = /^\p{L}{2,10}\.?,?\s+(?=\d)/u
const COMPACT = /^(\d{8})(?:\.0+)?$/
const COMPACT_SHORT = /^\d{6}$/
const NEVER =
  /^(?:0000-00-00|00[./-]00[./-](?:0000|00)|0{6,8}(?:\.0)?|0|[-–—./ ]+|1900-01-0[01]|1899-12-3[01]|9999-12-31|n\/?a|none|null|nan|nat)$/i

const LONGEST_DATE = 50
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000

type Numbers = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly short: boolean
}

/** Reads a date written in the column's order; names of months and ISO dates need no order. */
export function readDate(cell: Cell, order: DateOrder): DateReading | null {
  if (typeof cell === 'string' && ISO.test(cell) && isDay(cell)) return checked(cell, false)
  const text = dateText(cell)
  if (text === '') return null
  if (NEVER.test(text)) return { placeholder: true }
  const serial = daySerial(text)
  if (serial) return checked(serial, false)
  const choices = readingsOf(text)
  if (choices.length === 0) return { problem: 'not_a_date' }
  const written = choices.find((one) => one.order === null || one.order === order)
  const real = written && dayOf(written.numbers)
  if (real) return checked(real, written.numbers.short)
  const elsewhere = choices.some(({ numbers }) => dayOf(numbers) !== null)
  return { problem: elsewhere ? 'date_contradicts_column' : 'date_impossible' }
}

/** The cell without a time of day; the day is taken as written, never moved by a zone. */
function dateText(cell: Cell): string {
  const text = typeof cell === 'number' ? String(cell) : westernDigits(cell).trim()
  return text.length > LONGEST_DATE ? 'too long' : text.replace(TIME, '')
}

function checked(real: Day, isShortYear: boolean): DateReading {
  if (real <= '1900-01-01' || real >= '9999-01-01') return { placeholder: true }
  if (real < '1950-01-01' || real > '2150-01-01') return { problem: 'date_impossible' }
  return { day: real, isShortYear }
}

/** What a value says about its column: the orders in which it is a date that exists, or that any will do. */
export type DateVote = readonly DateOrder[] | 'any' | 'year_first' | null

export function voteOfDate(cell: Cell): DateVote {
  const text = dateText(cell)
  if (text === '' || NEVER.test(text)) return null
  if (daySerial(text)) return 'any'
  const choices = readingsOf(text).filter(({ numbers }) => isLikely(dayOf(numbers)))
  if (choices.length === 0) return null
  if (choices.some(({ order }) => order === null)) return /^\d{4}/.test(text) ? 'year_first' : 'any'
  const days = new Set(choices.map(({ numbers }) => dayOf(numbers)))
  if (days.size === 1 && choices.length > 1) return 'any'
  return choices.flatMap(({ order }) => (order ? [order] : []))
}

function isLikely(real: Day | null): boolean {
  return real !== null && real > '1950-01-01' && real < '2150-01-01'
}

/** The day that a spreadsheet counts as a number, with 1 for the first of January 1900. */
export function daySerial(text: string): Day | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null
  const serial = Math.floor(Number(text))
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null
  return addDays(day('1899-12-30'), serial)
}

/** `order` is null where the text needs none: the year has four digits and stands first, or a name tells. */
type Choice = { readonly order: DateOrder | null; readonly numbers: Numbers }

/** Every way to read the text as year, month and day; order null where it needs none. */
function readingsOf(text: string): Choice[] {
  const parted = NUMBERS.exec(text)
  if (parted) return ofThree([parted[1], parted[3], parted[4]], parted[2] === '-')
  const compact = COMPACT.exec(text)?.[1]
  if (compact) return ofEight(compact)
  if (COMPACT_SHORT.test(text)) {
    return ofThree([text.slice(0, 2), text.slice(2, 4), text.slice(4)], true)
  }
  const numbers = namedNumbers(text)
  return numbers ? [{ order: null, numbers }] : []
}

/** Points and slashes never follow a two-digit year that comes first. */
function ofThree(parts: readonly (string | undefined)[], mayStartWithYear: boolean): Choice[] {
  const [a = '', b = '', c = ''] = parts
  if (a.length > 2) return a.length === 4 && c.length <= 2 ? [choice(null, a, b, c)] : []
  if (c.length > 2) return c.length === 4 ? [choice('dmy', c, b, a), choice('mdy', c, a, b)] : []
  if (c.length < 2 || b === '') return []
  const dayOrMonthFirst = [choice('dmy', c, b, a), choice('mdy', c, a, b)]
  return mayStartWithYear ? [...dayOrMonthFirst, choice('ymd', a, b, c)] : dayOrMonthFirst
}

/** Eight digits are year first where that is a day; only then the column's order decides. */
function ofEight(text: string): Choice[] {
  const yearFirst = choice(null, text.slice(0, 4), text.slice(4, 6), text.slice(6))
  if (isLikely(dayOf(yearFirst.numbers))) return [yearFirst]
  const [a, b, year] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
  return [choice('dmy', year, b, a), choice('mdy', year, a, b)]
}

function choice(order: DateOrder | null, year: string, month: string, date: string): Choice {
  const short = year.length < 3
  const numbers = {
    year: fullYear(Number(year), short),
    month: Number(month),
    day: Number(date),
    short,
  }
  return { order, numbers }
}

/** Two digits are this century up to 79: terms run forward, ledgers do not reach back to 1979. */
function fullYear(year: number, isShort: boolean): number {
  if (!isShort) return year
  return year < 80 ? 2000 + year : 1900 + year
}

function namedNumbers(text: string): Numbers | null {
  const bare = text.replace(WEEKDAY, '')
  const dayFirst = DAY_NAME_YEAR.exec(bare)
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = NAME_DAY_YEAR.exec(text)
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2])
  const yearFirst = YEAR_NAME_DAY.exec(bare)
  return yearFirst ? named(yearFirst[1], yearFirst[2], yearFirst[3]) : null
}

function named(year = '', name = '', date = ''): Numbers | null {
  const month = monthOf(name)
  if (!month) return null
  const short = year.length < 3
  return { year: fullYear(Number(year), short), month, day: Number(date), short }
}

function dayOf({ year, month, day: date }: Numbers): Day | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  return isDay(text) ? text : null
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
