import { type Day, type Instant, instant, millisecondsOf } from '../../kernel/day.ts'
import { decimalOf, exponentOf, type Money } from '../../kernel/money.ts'

/** Locales whose customs a text's language follows: English is written for readers everywhere. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
}

export type DayStyle = 'long' | 'short' | 'weekday' | 'month'

/** Amounts, days and lists as the reader of a language writes them. */
export type Formats = {
  readonly money: (amount: Money) => string
  /** Without the currency, for a column that names it once. */
  readonly amount: (amount: Money) => string
  readonly number: (value: number) => string
  readonly day: (on: Day, style?: DayStyle) => string
  /** '22 Nov 2026, 09:12' in a time zone. */
  readonly moment: (at: Instant, timeZone: string) => string
  /** To the second and with its zone, for what has to be proved: '22 Nov 2026, 09:12:07 UTC+01:00'. */
  readonly exact: (at: Instant, timeZone: string) => string
  readonly list: (parts: readonly string[]) => string
}

const known = new Map<string, Formats>()

export function formatsOf(language: string): Formats {
  const made = known.get(language)
  if (made) return made
  const formats = makeFormats(LOCALES[language] ?? localeOf(language))
  known.set(language, formats)
  return formats
}

function localeOf(language: string): string {
  return Intl.NumberFormat.supportedLocalesOf([language])[0] ?? 'en-GB'
}

/** Spanish leaves four digits ungrouped, which breaks a column of amounts. */
const EVENLY = { useGrouping: 'always' } as const

function makeFormats(locale: string): Formats {
  const money = keep(
    (currency) =>
      new Intl.NumberFormat(locale, {
        ...EVENLY,
        style: 'currency',
        currency,
        ...places(currency),
      }),
  )
  const amounts = keep(
    (currency) => new Intl.NumberFormat(locale, { ...EVENLY, ...places(currency) }),
  )
  const moments = keep(
    (timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  )
  const exacts = keep((timeZone) => new Intl.DateTimeFormat(locale, { ...EXACTLY, timeZone }))
  const days = daysOf(locale)
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    money: (amount) => properMinus(money(amount.currency).format(exact(amount))),
    amount: (amount) => properMinus(amounts(amount.currency).format(exact(amount))),
    number: (value) => properMinus(numbers.format(value)),
    day: (on, style = 'long') => days[style](on),
    moment: (at, timeZone) => moments(timeZone).format(millisecondsOf(at)),
    exact: (at, timeZone) =>
      `${zoneNamed(exacts(timeZone).format(millisecondsOf(at)))} (${timeZone})`,
    list: (parts) => lists.format(parts),
  }
}

const EXACTLY = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
} as const

/** 'GMT+01:00' and plain 'GMT', as some locales write them, become 'UTC+01:00'. */
function zoneNamed(text: string): string {
  return text.replace(/\b(?:GMT|UTC)(?=[+−-]|$)/, 'UTC')
}

/** So many days are kept as they are written: a ledger has few, and many times each. */
const DAYS_KEPT = 2000

function daysOf(locale: string): Record<DayStyle, (on: Day) => string> {
  const { long, short, weekday, month } = dayFormatsOf(locale)
  return { long: kept(long), short: kept(short), weekday: kept(weekday), month: kept(month) }
}

function kept(format: Intl.DateTimeFormat): (on: Day) => string {
  const made = new Map<Day, string>()
  return (on) => {
    const found = made.get(on)
    if (found !== undefined) return found
    const text = format.format(millisecondsOf(instant(`${on}T00:00:00Z`)))
    if (made.size >= DAYS_KEPT) made.clear()
    made.set(on, text)
    return text
  }
}

function dayFormatsOf(locale: string): Record<DayStyle, Intl.DateTimeFormat> {
  const zone = { timeZone: 'UTC' } as const
  const isEnglish = locale === 'en-GB'
  const month = isEnglish ? 'short' : '2-digit'
  return {
    long: new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...zone,
    }),
    // 03/04 is two different days to two English readers, so English names the month.
    short: new Intl.DateTimeFormat(locale, {
      day: isEnglish ? 'numeric' : '2-digit',
      month,
      year: 'numeric',
      ...zone,
    }),
    weekday: new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...zone,
    }),
    month: new Intl.DateTimeFormat(locale, { month: 'long', ...zone }),
  }
}

function places(currency: string) {
  const exponent = exponentOf(currency)
  return { minimumFractionDigits: exponent, maximumFractionDigits: exponent }
}

/** A decimal string is formatted digit by digit, so that no amount passes through a float. */
function exact(amount: Money): Intl.StringNumericLiteral {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- decimalOf writes plain decimals
  return decimalOf(amount) as Intl.StringNumericLiteral
}

function properMinus(text: string): string {
  return text.replace('-', '\u2212')
}

function keep<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>()
  return (key) => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}
