import { addDays, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'

/** A promise further away than this is a plan, not a promise. */
const LONGEST_PROMISE_DAYS = 90

export type Offer = { readonly amount: Money; readonly promisedFor: Day }

/** What is open on the item, or on the account in that currency, and what is promised of it already. */
export type Standing = {
  readonly openMinor: number
  readonly currency: string
  readonly promisedMinor: number
}

/** Says why an offer cannot be taken as a promise, or null when it can. */
export function refusalOf(offer: Offer, standing: Standing | null, today: Day) {
  if (!standing || standing.openMinor <= 0) return 'nothing_open'
  if (offer.amount.currency !== standing.currency) return 'wrong_currency'
  if (offer.amount.minor <= 0) return 'promise_of_nothing'
  if (offer.amount.minor > standing.openMinor) return 'more_than_owed'
  if (offer.amount.minor > standing.openMinor - standing.promisedMinor) return 'already_promised'
  if (offer.promisedFor < today) return 'promised_for_the_past'
  if (offer.promisedFor > addDays(today, LONGEST_PROMISE_DAYS)) return 'promised_too_late'
  return null
}
