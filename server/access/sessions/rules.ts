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

/** The network that an address is in: an IPv6 customer has a whole /64 to change addresses in. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [left = '', right] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')]
  const gap = right === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}
