import { addDays, day, weekdayOf, type Day } from '../kernel/day.ts'
import type { Random } from './random.ts'

/** How a customer pays, year in, year out. */
export type Habit =
  | { readonly kind: 'early' }
  | { readonly kind: 'prompt' }
  /** On one day of the week, after the due day. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'month_end' }
  | { readonly kind: 'slow'; readonly days: number }
  /** Was prompt, is later every month. */
  | { readonly kind: 'sliding' }
  /** Half after the due day, the rest when reminded. */
  | { readonly kind: 'parts' }

export function habitOf(random: Random): Habit {
  const kind = random.weighted([
    ['early', 12],
    ['prompt', 32],
    ['weekday', 16],
    ['month_end', 11],
    ['slow', 18],
    ['sliding', 6],
    ['parts', 5],
  ] as const)
  if (kind === 'weekday') return { kind, weekday: random.pick([2, 4, 5]) }
  if (kind === 'slow') return { kind, days: random.pick([8, 11, 14, 18, 24, 33, 47]) }
  return { kind }
}

export type Share = { readonly on: Day; readonly share: number }

/**
 * When a debt due on a day is paid, and in what shares. `age` runs from 0, the beginning of the
 * history, to 1, today.
 */
export function sharesOf(habit: Habit, dueOn: Day, age: number, random: Random): Share[] {
  if (habit.kind === 'parts') {
    return [
      { on: addDays(dueOn, random.between(2, 8)), share: 0.5 },
      { on: addDays(dueOn, random.between(28, 45)), share: 0.5 },
    ]
  }
  return [{ on: dayOf(habit, dueOn, age, random), share: 1 }]
}

type Whole = Exclude<Habit, { kind: 'parts' }>

function dayOf(habit: Whole, dueOn: Day, age: number, random: Random): Day {
  const late = (days: number) => addDays(dueOn, Math.round(days))
  if (habit.kind === 'early') return late(-random.between(2, 8))
  if (habit.kind === 'weekday') return nextWeekday(late(random.between(0, 2)), habit.weekday)
  if (habit.kind === 'month_end') return lastOfMonth(late(random.chance(0.15) ? 20 : 0))
  if (habit.kind === 'slow') return late(Math.max(1, random.around(habit.days, habit.days / 3)))
  if (habit.kind === 'sliding') return late(age < 0.7 ? random.between(0, 4) : (age - 0.65) * 260)
  return late(random.pick([-1, -1, 0, 0, 0, 1, 1, 2, 2, 6]))
}

function nextWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7)
}

function lastOfMonth(on: Day): Day {
  const [year = 0, month = 1] = on.split('-').map(Number)
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(day(next), -1)
}
