import { daysBetween, type Day } from '../../kernel/day.ts'

/** Days past due of the oldest open item; 0 while nothing is past due. */
export function daysLateOf(oldestDueOn: Day | null, today: Day): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today))
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
