import { daysBetween, type Day } from '../../kernel/day.ts'

/** Days past due of the oldest open item; 0 while nothing is past due. */
export function daysLateOf(oldestDueOn: Day | null, today: Day): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today))
}

type Cover = {
  readonly limit: { readonly minor: number; readonly currency: string } | null
  readonly isInForce: boolean
}

/**
 * What is owed beyond what is insured, in the limit's currency; null while nothing is. What is owed in
 * other currencies is not compared: two currencies are never added.
 */
export function uninsuredOf(
  { limit, isInForce }: Cover,
  owed: readonly { readonly currency: string; readonly owedMinor: number }[],
) {
  if (limit === null || !isInForce) return null
  const { currency } = limit
  const exposure = owed.find((one) => one.currency === currency)?.owedMinor ?? 0
  return exposure > limit.minor ? { minor: exposure - limit.minor, currency } : null
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
