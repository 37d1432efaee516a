import type { Instant } from '#kernel/day.ts'

const EXACTLY = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
} as const

/** To the second and with its zone, as evidence is read: '4 Mar 2026, 09:12:03 UTC+01:00'. */
export function exactTime(at: Instant, locale: string, timeZone: string): string {
  const text = new Intl.DateTimeFormat(locale, { ...EXACTLY, timeZone }).format(Date.parse(at))
  return text.replace(/(?:GMT|UTC)$/, 'UTC+00:00').replace('GMT', 'UTC')
}
