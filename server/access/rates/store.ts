import { sql } from 'kysely'

import type { Database } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'

/** Counts one more and returns the count: concurrent hits never read the same one. */
export async function addHit(db: Database, key: string, windowStartsAt: Instant): Promise<number> {
  const { rows } = await sql<{ hits: number }>`
    insert into rate_windows as w (key, window_starts_at, hits) values (${key}, ${windowStartsAt}, 1)
    on conflict (key, window_starts_at) do update set hits = w.hits + 1 returning hits`.execute(db)
  return rows[0]?.hits ?? 0
}

export async function removeHit(db: Database, key: string, windowStartsAt: Instant): Promise<void> {
  await sql`update rate_windows set hits = greatest(hits - 1, 0)
    where key = ${key} and window_starts_at = ${windowStartsAt}`.execute(db)
}

export async function deleteWindowsBefore(db: Database, instant: Instant): Promise<void> {
  await db.deleteFrom('rateWindows').where('windowStartsAt', '<', instant).execute()
}
