import Holidays, { type HolidaysTypes } from 'date-holidays'

import { addDays, day, type Day } from '../../kernel/day.ts'
import { calendarOf, type BusinessCalendar } from './rules.ts'

const FRIDAY_AND_SATURDAY = [5, 6]
const SATURDAY_AND_SUNDAY = [6, 7]

/** Weekends other than Saturday and Sunday (CLDR, supplemental weekData). */
const WEEKENDS: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  BH: FRIDAY_AND_SATURDAY,
  DZ: FRIDAY_AND_SATURDAY,
  EG: FRIDAY_AND_SATURDAY,
  IL: FRIDAY_AND_SATURDAY,
  IN: [7],
  IQ: FRIDAY_AND_SATURDAY,
  IR: [5],
  JO: FRIDAY_AND_SATURDAY,
  KW: FRIDAY_AND_SATURDAY,
  LY: FRIDAY_AND_SATURDAY,
  OM: FRIDAY_AND_SATURDAY,
  QA: FRIDAY_AND_SATURDAY,
  SA: FRIDAY_AND_SATURDAY,
  SD: FRIDAY_AND_SATURDAY,
  SY: FRIDAY_AND_SATURDAY,
  UG: [7],
  YE: FRIDAY_AND_SATURDAY,
}

const DAY_MILLISECONDS = 86_400_000
const calendars = new Map<string, BusinessCalendar>()

/**
 * The business days of a country and subdivision ('DE', 'BY'). A country that nobody knows has
 * weekends and no holidays. Made once and kept: a year takes up to 0.2 s to work out.
 */
export function businessCalendar(country: string, region: string): BusinessCalendar {
  const key = `${country}-${region}`
  const known = calendars.get(key)
  if (known) return known
  const weekend = WEEKENDS[country] ?? SATURDAY_AND_SUNDAY
  const calendar = calendarOf(weekend, holidaysOf(country, region))
  calendars.set(key, calendar)
  return calendar
}

function holidaysOf(country: string, region: string): (on: Day) => boolean {
  if (country === '') return () => false
  const holidays = region === '' ? new Holidays(country) : new Holidays(country, region)
  const years = new Map<string, ReadonlySet<Day>>()
  return (on) => {
    const year = on.slice(0, 4)
    const days = years.get(year) ?? new Set(daysOff(holidays.getHolidays(Number(year))))
    years.set(year, days)
    return days.has(on)
  }
}

/** Public and bank holidays that take the whole day; Christmas Eve from 14:00 is a business day. */
function daysOff(holidays: readonly HolidaysTypes.Holiday[]): Day[] {
  return holidays
    .filter(({ type, date }) => ['public', 'bank'].includes(type) && date.includes(' 00:00'))
    .flatMap(({ date, start, end }) => {
      const first = day(date.slice(0, 10))
      // Clock changes make a day of 23 or 25 hours.
      const days = Math.round((end.getTime() - start.getTime()) / DAY_MILLISECONDS)
      return Array.from({ length: Math.max(1, days) }, (_, index) => addDays(first, index))
    })
}
