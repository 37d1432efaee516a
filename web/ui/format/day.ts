import { day as dayFrom, type Day, daysBetween, type Instant } from '#kernel/day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}/${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** '3 Oct' in the year of `today`, '3 Oct 2024' in another. */
export function shortDay(day: Day, today: Day, locale: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return isThisYear
    ? formatOf(locale, 'short', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        noon(day),
      )
    : formatOf(locale, 'medium', { dateStyle: 'medium', timeZone: 'UTC' }).format(noon(day))
}

/** 'Mar 26': a month on the edge of a chart. */
export function monthText(month: Day, locale: string): string {
  return formatOf(locale, 'month', { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    noon(month),
  )
}

/** 'Tuesday, 3 October 2026'. */
export function longDay(day: Day, locale: string): string {
  return formatOf(locale, 'long', { dateStyle: 'full', timeZone: 'UTC' }).format(noon(day))
}

/** 'Tue 3 Oct'. */
export function weekDay(day: Day, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return formatOf(locale, 'week', options).format(noon(day))
}

/** '09:12' in a zone. */
export function clockTime(at: Instant, locale: string, zone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  return formatOf(locale, `time/${zone}`, options).format(Date.parse(at))
}

/** The day of an instant where the reader is, as far as words like "yesterday" need it. */
export function dayOf(at: Instant, zone: string): Day {
  const format = formatOf('sv-SE', `day/${zone}`, { dateStyle: 'short', timeZone: zone })
  return dayFrom(format.format(Date.parse(at)))
}

export type DueWords =
  | { readonly key: 'late' | 'dueIn'; readonly days: number }
  | { readonly key: 'dueToday' | 'dueTomorrow' }

/** How a person says where a due day lies: it is late from the day after, never on it. */
export function dueWords(due: Day, today: Day): DueWords {
  const days = daysBetween(due, today)
  if (days > 0) return { key: 'late', days }
  if (days === 0) return { key: 'dueToday' }
  if (days === -1) return { key: 'dueTomorrow' }
  return { key: 'dueIn', days: -days }
}

export type DistanceWords =
  | { readonly key: 'today' | 'yesterday' | 'tomorrow' }
  | { readonly key: 'daysAgo' | 'inDays'; readonly days: number }

/** How a person says where a day lies: near days in words, others for a date to say. */
export function distanceWords(day: Day, today: Day): DistanceWords {
  const days = daysBetween(today, day)
  if (days === 0) return { key: 'today' }
  if (days === 1) return { key: 'tomorrow' }
  if (days === -1) return { key: 'yesterday' }
  return days > 0 ? { key: 'inDays', days } : { key: 'daysAgo', days: -days }
}
