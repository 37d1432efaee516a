import { addDays, weekdayOf, type Day } from '../../../kernel/day.ts'

/** Fewer payments show no habit. */
export const PAYMENTS_FOR_A_HABIT = 6

export type PaidOn = { readonly on: Day; readonly payments: number }

/** The weekdays and the days of the month on which somebody pays. */
export type Calendar = {
  /** Monday is 1; none where no weekday stands out. */
  readonly weekdays: readonly number[]
  /** Days of the month, give or take two; 31 is the month's end. None where none stands out. */
  readonly monthDays: readonly number[]
  /** How many payments came so, and of how many. */
  readonly kept: number
  readonly payments: number
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MONTH_END = 31
/** The month's end reaches from its last three days to the second of the next. */
const MONTH_DAYS = [...Array.from({ length: 24 }, (_, at) => at + 4), MONTH_END]
const GIVE_OR_TAKE = 2

/** On which days a customer pays, from when their payments came; a few say nothing. */
export function calendarOf(paid: readonly PaidOn[]): Calendar {
  const payments = countOf(paid)
  const none = { weekdays: [], monthDays: [], kept: 0, payments }
  if (payments < PAYMENTS_FOR_A_HABIT) return none
  const weekdays = standingOut(paid, WEEKDAYS, isOnWeekday)
  const monthDays = standingOut(paid, MONTH_DAYS, isAroundDay)
  const onWeekdays = among(paid, weekdays, isOnWeekday)
  const onMonthDays = among(paid, monthDays, isAroundDay)
  const onBoth = among(onWeekdays, monthDays, isAroundDay)

  const areBoth = weekdays.length > 0 && monthDays.length > 0
  if (areBoth && isHabit(countOf(onBoth), payments)) {
    return { weekdays, monthDays, kept: countOf(onBoth), payments }
  }
  // What holds more often is the habit; the other is what chance made of it.
  return countOf(onMonthDays) > countOf(onWeekdays)
    ? { weekdays: [], monthDays, kept: countOf(onMonthDays), payments }
    : { weekdays, monthDays: [], kept: countOf(onWeekdays), payments }
}

function isHabit(count: number, all: number): boolean {
  return count * 5 >= all * 3
}

type Fits = (on: Day, place: number) => boolean

/** One place that three in five payments have, else two that have four in five together. */
function standingOut(paid: readonly PaidOn[], places: readonly number[], fits: Fits): number[] {
  const all = countOf(paid)
  const best = bestOf(paid, places, fits)
  if (isHabit(best.count, all)) return [best.place]
  const rest = paid.filter(({ on }) => !fits(on, best.place))
  const second = bestOf(rest, places, fits)
  const areTwo = best.count * 3 >= all && second.count * 3 >= all
  const isMost = (best.count + second.count) * 5 >= all * 4
  return areTwo && isMost ? [best.place, second.place].toSorted((a, b) => a - b) : []
}

function bestOf(paid: readonly PaidOn[], places: readonly number[], fits: Fits) {
  let best = { place: 0, count: 0, distance: 0 }
  for (const place of places) {
    const those = paid.filter(({ on }) => fits(on, place))
    const distance = those.reduce(
      (sum, { on, payments }) => sum + distanceOf(on, place) * payments,
      0,
    )
    const count = countOf(those)
    if (count > best.count || (count === best.count && distance < best.distance)) {
      best = { place, count, distance }
    }
  }
  return best
}

function isOnWeekday(on: Day, weekday: number): boolean {
  return weekdayOf(on) === weekday
}

function isAroundDay(on: Day, date: number): boolean {
  return date === MONTH_END ? isAtMonthEnd(on) : distanceOf(on, date) <= GIVE_OR_TAKE
}

function distanceOf(on: Day, date: number): number {
  return date === MONTH_END ? 0 : Math.abs(dateOf(on) - date)
}

function isAtMonthEnd(on: Day): boolean {
  return dateOf(on) <= GIVE_OR_TAKE || dateOf(addDays(on, GIVE_OR_TAKE + 1)) <= GIVE_OR_TAKE + 1
}

function dateOf(on: Day): number {
  return Number(on.slice(8))
}

function among(paid: readonly PaidOn[], places: readonly number[], fits: Fits): PaidOn[] {
  return paid.filter(({ on }) => places.some((place) => fits(on, place)))
}

function countOf(paid: readonly PaidOn[]): number {
  return paid.reduce((sum, { payments }) => sum + payments, 0)
}
