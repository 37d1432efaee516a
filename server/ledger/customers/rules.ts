import { daysBetween, type Day } from '../../kernel/day.ts'

/** Days past due of the oldest open item; 0 while nothing is past due. */
export function daysLateOf(oldestDueOn: Day | null, today: Day): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today))
}

/** Fewer payments show no habit. */
const PAYMENTS_FOR_A_HABIT = 3

/** The weekday that at least a third of the payments came on; null when there is none. */
export function usualWeekdayOf(
  weekdays: readonly { readonly weekday: number; readonly payments: number }[],
): number | null {
  const all = weekdays.reduce((sum, { payments }) => sum + payments, 0)
  const most = weekdays.reduce((a, b) => (b.payments > a.payments ? b : a), {
    weekday: 0,
    payments: 0,
  })
  return all >= PAYMENTS_FOR_A_HABIT && most.payments * 3 >= all ? most.weekday : null
}

/** Says why a customer cannot be put beneath another, or null when they can. */
export function refusalOfParent(
  customerId: string,
  parentId: string,
  { isKnown, isBeneath }: { isKnown: boolean; isBeneath: boolean },
) {
  if (!isKnown) return 'no_such_customer'
  if (customerId === parentId) return 'parent_is_itself'
  return isBeneath ? 'parent_makes_circle' : null
}
