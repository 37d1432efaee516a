import type { DecimalSign } from './amounts.ts'
import type { DateOrder } from './dates.ts'
import type { Profile } from './profile.ts'

/** How sure a reading is: rows decide it, the rest of the file suggests it, or nothing does. */
export type Certainty = 'decided' | 'suggested' | 'ambiguous'
export type DateStyle = { readonly order: DateOrder; readonly certainty: Certainty }
export type DecimalStyle = { readonly sign: DecimalSign; readonly certainty: Certainty }

/** What the file says besides the values themselves. */
export type Surroundings = {
  readonly delimiter: string | null
  readonly language: 'en' | 'de' | 'fr' | 'es' | null
  readonly decimals: { readonly '.': number; readonly ',': number }
  readonly orders: Readonly<Record<DateOrder, number>>
}

/** The decimal sign of a column; its own rows decide, else the file's other columns, else its kind. */
export function decimalStyleOf({ amounts }: Profile, file: Surroundings): DecimalStyle {
  if (amounts['.'] !== amounts[',']) {
    return { sign: amounts['.'] > amounts[','] ? '.' : ',', certainty: 'decided' }
  }
  const isOpen = amounts.either > 0
  if (file.decimals['.'] !== file.decimals[',']) {
    const sign = file.decimals['.'] > file.decimals[','] ? '.' : ','
    return { sign, certainty: isOpen ? 'suggested' : 'decided' }
  }
  const comma = file.delimiter === ';' || (file.language !== null && file.language !== 'en')
  return { sign: comma ? ',' : '.', certainty: isOpen ? 'ambiguous' : 'decided' }
}

/** The date order of a column, decided in the same way. */
export function dateStyleOf({ dates, distinct }: Profile, file: Surroundings): DateStyle {
  const own = winnerOf(dates) ?? shortYearOrderOf(dates, distinct)
  if (own) return { order: own, certainty: 'decided' }
  const elsewhere = winnerOf(file.orders)
  if (!needsOrder(dates)) {
    return { order: dates.yearFirst > 0 ? 'ymd' : (elsewhere ?? 'dmy'), certainty: 'decided' }
  }
  if (elsewhere) return { order: elsewhere, certainty: 'suggested' }
  const american = file.language === 'en' && file.delimiter === ',' && file.decimals[','] === 0
  return { order: american ? 'mdy' : 'dmy', certainty: 'ambiguous' }
}

const SHORT_YEARS = /^(\d{2})\D?\d{2}\D?(\d{2})$/

/** Between 28-06-22 as day or as year first: years vary less than days. */
function shortYearOrderOf(dates: Profile['dates'], texts: ReadonlySet<string>): DateOrder | null {
  if (dates.dmy !== dates.ymd || dates.mdy >= dates.dmy) return null
  const parts = [...texts].flatMap((text) => SHORT_YEARS.exec(text) ?? [])
  const first = new Set(parts.filter((_, at) => at % 3 === 1)).size
  const last = new Set(parts.filter((_, at) => at % 3 === 2)).size
  if (first === last) return null
  return first > last ? 'dmy' : 'ymd'
}

function needsOrder({ dmy, mdy, ymd }: Profile['dates']): boolean {
  return dmy + mdy + ymd > 0
}

/** The order that reads more of the rows than any other. */
function winnerOf(votes: Readonly<Record<DateOrder, number>>): DateOrder | null {
  const order = (['dmy', 'mdy', 'ymd'] as const).toSorted((a, b) => votes[b] - votes[a])
  const [first, second] = order
  return first && second && votes[first] > votes[second] ? first : null
}

/** Whether more rows could still decide how this column is read. */
export function isUndecided({ amounts, dates, distinct }: Profile): boolean {
  const decimal = amounts.either > 0 && amounts['.'] === amounts[',']
  const order =
    needsOrder(dates) && winnerOf(dates) === null && shortYearOrderOf(dates, distinct) === null
  return decimal || order
}
