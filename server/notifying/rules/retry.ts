import { addSeconds, type Instant } from '../../kernel/day.ts'

const MOST_ATTEMPTS = 8
const LONGEST_WAIT = 6 * 60 * 60

/** When a delivery that certainly did not leave is tried again; null when it is given up. */
export function nextTryOf(attempts: number, now: Instant, askedSeconds = 0): Instant | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const wait = Math.min(LONGEST_WAIT, 60 * 2 ** (attempts - 1))
  return addSeconds(now, Math.max(wait, Math.min(askedSeconds, LONGEST_WAIT)))
}
