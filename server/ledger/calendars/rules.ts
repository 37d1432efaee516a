import { addDays, weekdayOf, type Day } from '../../kernel/day.ts'

/** The working days of one place. */
export type BusinessCalendar = {
  readonly isBusinessDay: (on: Day) => boolean
  /** The day itself when it is a business day, else the first one after it. */
  readonly nextBusinessDay: (on: Day) => Day
  /** The day itself when it is a business day, else the last one before it. */
  readonly previousBusinessDay: (on: Day) => Day
  /** The day `count` business days after (or, negative, before) a day, which itself counts nothing. */
  readonly addBusinessDays: (from: Day, count: number) => Day
}

/** More days off in a row than any country has; a calendar without work ends the search here. */
const LONGEST_REST_DAYS = 60

/** A calendar in which the weekend (Monday is 1) and the holidays rest. */
export function calendarOf(
  weekend: readonly number[],
  isHoliday: (on: Day) => boolean,
): BusinessCalendar {
  const isBusinessDay = (on: Day) => !weekend.includes(weekdayOf(on)) && !isHoliday(on)

  function seek(from: Day, step: 1 | -1): Day {
    for (let days = 0; days <= LONGEST_REST_DAYS; days += 1) {
      const on = addDays(from, step * days)
      if (isBusinessDay(on)) return on
    }
    return from
  }

  function addBusinessDays(from: Day, count: number): Day {
    const step = count < 0 ? -1 : 1
    let on = from
    for (let left = Math.abs(count); left > 0; left -= 1) on = seek(addDays(on, step), step)
    return on
  }

  return {
    isBusinessDay,
    nextBusinessDay: (on) => seek(on, 1),
    previousBusinessDay: (on) => seek(on, -1),
    addBusinessDays,
  }
}

/**
 * The latest due day whose step, `offset` days after it and moved on to a business day, has come by
 * `today`. Moving on never changes the order of days, so one cut-off serves a whole calendar.
 */
export function lastDueOn(calendar: BusinessCalendar, today: Day, offset: number): Day {
  return addDays(calendar.previousBusinessDay(today), -offset)
}
