import { addSeconds, type Instant } from '../../kernel/day.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** A session ends seven days after its last use, and thirty days after sign-in whatever its use. */
export function expiryOf(createdAt: Instant, now: Instant): Instant {
  const idle = addSeconds(now, 7 * DAY)
  const longest = addSeconds(createdAt, 30 * DAY)
  return idle < longest ? idle : longest
}

/** Whether a session's use is worth writing down again. */
export function isWorthTouching(lastSeenAt: Instant, now: Instant): boolean {
  return addSeconds(lastSeenAt, MINUTE) <= now
}
