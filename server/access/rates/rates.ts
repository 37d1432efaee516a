import type { Database } from '../../database/database.ts'
import {
  addSeconds,
  instantOfMilliseconds,
  millisecondsOf,
  type Instant,
} from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import * as store from './store.ts'

export type Rate = {
  /** What is counted and for whom; no personal data: hash addresses. */
  readonly key: string
  readonly limit: number
  readonly windowSeconds: number
}

/** Counts a hit and refuses it when the window is full. The refusal says when the next one begins. */
export async function takeHit(db: Database, rate: Rate, now: Instant): Promise<void> {
  const startsAt = windowOf(rate, now)
  const hits = await store.addHit(db, rate.key, startsAt)
  if (hits <= rate.limit) return
  const endsAt = addSeconds(startsAt, rate.windowSeconds)
  const seconds = Math.max(1, Math.ceil((millisecondsOf(endsAt) - millisecondsOf(now)) / 1000))
  throw new Refusal('too_many', 'too_many_attempts', { seconds })
}

/** Takes a hit back: what it counted turned out to be welcome. */
export function giveBack(db: Database, rate: Rate, now: Instant): Promise<void> {
  return store.removeHit(db, rate.key, windowOf(rate, now))
}

/** Forgets windows that are over. */
export function forgetOldWindows(db: Database, now: Instant): Promise<void> {
  return store.deleteWindowsBefore(db, addSeconds(now, -24 * 60 * 60))
}

function windowOf({ windowSeconds }: Rate, now: Instant): Instant {
  const length = windowSeconds * 1000
  return instantOfMilliseconds(Math.floor(millisecondsOf(now) / length) * length)
}
