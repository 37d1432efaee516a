import { addDays, type Day, weekdayOf } from '#kernel/day.ts'

/** The days one says without a calendar, each later than today. */
export function shortcutDays(today: Day) {
  const toFriday = (5 - weekdayOf(today) + 7) % 7 || 7
  return [
    { name: 'tomorrow', day: addDays(today, 1) },
    { name: 'friday', day: addDays(today, toFriday) },
    { name: 'nextWeek', day: addDays(today, 7) },
    { name: 'twoWeeks', day: addDays(today, 14) },
  ] as const
}
