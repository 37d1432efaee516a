import { addSeconds, type Instant } from '../../kernel/day.ts'

const DAY = 24 * 60 * 60
const LONGEST_REQUEST = 10 * 60

export type Earlier = {
  readonly requestHash: string
  readonly isAnswered: boolean
  readonly createdAt: Instant
  /** Whether the process that took it still runs. */
  readonly isHeld: boolean
}

/** What an earlier use of the same key means for a request. */
export function meaningOf(
  earlier: Earlier,
  requestHash: string,
  now: Instant,
): 'over' | 'another_request' | 'answered' | 'still_being_done' | 'interrupted' {
  if (addSeconds(earlier.createdAt, DAY) <= now) return 'over'
  if (earlier.requestHash !== requestHash) return 'another_request'
  if (earlier.isAnswered) return 'answered'
  const isRecent = now < addSeconds(earlier.createdAt, LONGEST_REQUEST)
  return earlier.isHeld && isRecent ? 'still_being_done' : 'interrupted'
}

/** Answers that are older may be forgotten. */
export function forgottenBefore(now: Instant): Instant {
  return addSeconds(now, -DAY)
}
