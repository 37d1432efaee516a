import { Temporal } from 'temporal-polyfill'

/** A civil day, '2026-03-01'. Days compare as strings, so `due < today` reads as it says. */
export type Day = string & { readonly brand: 'Day' }

/** A moment, '2026-03-01T08:30:00.000Z', always UTC with milliseconds, so instants compare as strings. */
export type Instant = string & { readonly brand: 'Instant' }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** True when the text is a day that exists, written year-month-day. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
}

/** The text as a day; throws a RangeError when there is no such day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

/** The day that lies `days` civil days after (or, negative, before) `from`. */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(numberOfDay(from) + days)
}

/** Civil days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(of: Day): number {
  return ((((numberOfDay(of) + 3) % 7) + 7) % 7) + 1
}

const DAY_MILLISECONDS = 86_400_000

function numberOfDay(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / DAY_MILLISECONDS
}

function dayOfNumber(number: number): Day {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the calendar itself wrote it
  return new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10) as Day
}

/** The text as an instant; throws a RangeError when it is none. */
export function instant(text: string): Instant {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${text}`)
  return instantOfMilliseconds(milliseconds)
}

export function instantOfMilliseconds(milliseconds: number): Instant {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the clock itself wrote it
  return new Date(milliseconds).toISOString() as Instant
}

export function millisecondsOf(at: Instant): number {
  return Date.parse(at)
}

export function addSeconds(at: Instant, seconds: number): Instant {
  return instantOfMilliseconds(millisecondsOf(at) + seconds * 1000)
}

/** The civil day that it is at an instant in an IANA time zone. */
export function dayIn(zone: string, at: Instant): Day {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the calendar itself wrote it
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day
}

/** The wall-clock time 'HH:MM' that it is at an instant in an IANA time zone. */
export function timeIn(zone: string, at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
}

/**
 * The instant of a wall-clock time 'HH:MM' on a day in a zone. A time that a clock change skips is
 * the first moment after the gap; one that comes twice is the first of the two, so it fires once.
 */
export function instantAt(zone: string, on: Day, time: string): Instant {
  const local = Temporal.PlainDateTime.from(`${on}T${time}`)
  const at = local.toZonedDateTime(zone, { disambiguation: 'compatible' })
  return instantOfMilliseconds(at.epochMilliseconds)
}

/** True for an IANA time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
