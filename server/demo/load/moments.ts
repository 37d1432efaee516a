import { type Day, type Instant, instantAt } from '../../kernel/day.ts'
import type { Account } from '../account.ts'
import { ENTITIES } from '../company.ts'

/** A time of a day where the customer's books are kept. */
export function at({ customer }: Account, on: Day, time: string): Instant {
  return instantAt(ENTITIES[customer.entity].timeZone, on, time)
}
