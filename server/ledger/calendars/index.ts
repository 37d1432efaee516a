export { businessCalendar } from './calendars.ts'
export { lastDueOn, type BusinessCalendar } from './rules.ts'
