import { addDays, day, daysBetween, type Day } from '../kernel/day.ts'

/** Three places are more than anybody reads; further ones are noise of the division. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Days of sales outstanding: receivables ÷ sales × days. Null without sales. */
export function daysOfSales(minor: number, salesMinor: number, days: number): number | null {
  return salesMinor > 0 ? rounded((minor * days) / salesMinor) : null
}

/** Average days delinquent: what DSO is above the best possible one. */
export function averageDaysDelinquent(dso: number | null, best: number | null): number | null {
  return dso === null || best === null ? null : rounded(dso - best)
}

export type Collecting = {
  readonly openingMinor: number
  readonly salesMinor: number
  readonly closingMinor: number
  readonly notDueMinor: number
}

/** Collection effectiveness: of what could be collected in a period, the percentage that was. */
export function collectionEffectiveness(period: Collecting): number | null {
  const { openingMinor, salesMinor, closingMinor, notDueMinor } = period
  const collectable = openingMinor + salesMinor - notDueMinor
  if (collectable <= 0) return null
  return rounded(((openingMinor + salesMinor - closingMinor) / collectable) * 100)
}

/** Days late of the money that came, each day weighted by its amount. Null when none came. */
export function weightedDelay(minorTimesDays: number, minor: number): number | null {
  return minor === 0 ? null : rounded(minorTimesDays / minor)
}

export type MonthOfSales = { readonly from: Day; readonly to: Day; readonly salesMinor: number }

export type CountBackStep = MonthOfSales & {
  readonly days: number
  readonly takenMinor: number
  readonly countedDays: number
}

/**
 * DSO by counting back: the receivables use up the sales of this month, then of the one before, until
 * nothing is left; the last month counts by its share. Null when the sales known do not reach.
 */
export function countBack(minor: number, months: readonly MonthOfSales[]) {
  const steps: CountBackStep[] = []
  let left = minor
  for (const month of months) {
    if (left <= 0) break
    const days = daysBetween(month.from, month.to) + 1
    const takenMinor = Math.min(left, Math.max(0, month.salesMinor))
    const isWhole = month.salesMinor <= left
    const countedDays = isWhole ? days : rounded((takenMinor / month.salesMinor) * days)
    steps.push({ ...month, days, takenMinor, countedDays })
    left -= takenMinor
  }
  const value = left > 0 ? null : rounded(steps.reduce((sum, step) => sum + step.countedDays, 0))
  return { value, steps }
}

/** The month of a day from its first day to that day, then the whole months before it. */
export function monthsBack(asOf: Day, count: number): { from: Day; to: Day }[] {
  const months: { from: Day; to: Day }[] = []
  let to = asOf
  while (months.length < count) {
    const from = day(`${to.slice(0, 8)}01`)
    months.push({ from, to })
    to = addDays(from, -1)
  }
  return months
}

/** The ends of the last months or weeks, oldest first; the last point is the day itself. */
export function pointsOf(asOf: Day, every: 'month' | 'week', count: number): Day[] {
  if (every === 'week') {
    return Array.from({ length: count }, (_, at) => addDays(asOf, -7 * at)).toReversed()
  }
  return monthsBack(asOf, count)
    .map(({ to }) => to)
    .toReversed()
}

export type DailyMove = {
  readonly on: Day
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly balanceMinor: number
  readonly salesMinor: number
}

/** Adds daily moves up to each point; sales are those of the days before it. */
export function trendOf(moves: readonly DailyMove[], points: readonly Day[], days: number) {
  return points.map((on) => {
    const until = moves.filter((move) => move.on <= on)
    const since = addDays(on, -days)
    const sum = (field: Exclude<keyof DailyMove, 'on'>, from: readonly DailyMove[] = until) =>
      from.reduce((total, move) => total + move[field], 0)
    const owedMinor = sum('owedMinor')
    const overdueMinor = sum('overdueMinor')
    const salesMinor = sum(
      'salesMinor',
      until.filter((move) => move.on > since),
    )
    return {
      on,
      owedMinor,
      overdueMinor,
      dso: daysOfSales(sum('balanceMinor'), salesMinor, days),
      bpdso: daysOfSales(owedMinor - overdueMinor, salesMinor, days),
    }
  })
}

/** This week from today to Sunday, then whole weeks. */
export function weeksFrom(today: Day, weekday: number, count: number): { from: Day; to: Day }[] {
  const sunday = addDays(today, 7 - weekday)
  return Array.from({ length: count }, (_, at) => ({
    from: at === 0 ? today : addDays(sunday, 7 * at - 6),
    to: addDays(sunday, 7 * at),
  }))
}
