import { day, type Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { EntityDays } from '../store/days.ts'
import type { Books } from './books.ts'

/**
 * The day asked about in each entity: its own today, or a past day. Where it is still the day before,
 * that entity's today is as far as anything is known.
 */
export function daysAskedFor(books: readonly Books[], asOf: Day | undefined): EntityDays {
  const todays = books.map(({ today }) => today)
  const last = todays.toSorted().at(-1)
  if (asOf !== undefined && last !== undefined && asOf > last) {
    throw new Refusal('invalid', 'as_of_in_future', { today: last })
  }
  const days = todays.map((today) => (asOf !== undefined && asOf < today ? asOf : today))
  const [earliest = asOf ?? NO_DAY] = days.toSorted()
  return { entities: books.map(({ id }) => id), days, booksDays: todays, earliest }
}

/** Of an organisation without legal entities, which has no figures either. */

const NO_DAY = day('2000-01-01')
