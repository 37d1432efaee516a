import { setTimeout as sleep } from 'node:timers/promises'

import type { Database } from '../../database/database.ts'
import { takeAllowance } from './store.ts'

type Purse = { left: number; until: number; filling: Promise<void> | null }

const purses = new Map<string, Purse>()

/**
 * Waits until the organisation may send one more message this minute. Allowances are taken from the
 * database a few at a time, so that many processes together keep to one limit.
 */
export async function awaitAllowance(
  db: Database,
  organisationId: string,
  messagesPerMinute: number,
): Promise<void> {
  const key = `mail:${organisationId}`
  const purse = purses.get(key) ?? { left: 0, until: 0, filling: null }
  purses.set(key, purse)
  for (;;) {
    if (purse.left > 0 && performance.now() < purse.until) {
      purse.left -= 1
      return
    }
    purse.filling ??= fill(purse, db, { key, limit: messagesPerMinute }).finally(() => {
      purse.filling = null
    })
    await purse.filling
  }
}

const MOST_AT_ONCE = 50

async function fill(
  purse: Purse,
  db: Database,
  { key, limit }: { key: string; limit: number },
): Promise<void> {
  const wanted = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(limit / 20)))
  const { taken, restMilliseconds } = await takeAllowance(db, { key, limit, wanted })
  if (taken === 0) {
    await sleep(restMilliseconds + 5)
    return
  }
  purse.left = taken
  purse.until = performance.now() + restMilliseconds
}
