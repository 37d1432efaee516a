import { sql } from 'kysely'

import type { Transaction } from './database.ts'

/**
 * Runs work on many rows with joins that stay fast whatever the planner believes: right after a
 * large intake it still takes an organisation for a few rows, and loops over them.
 */
export async function joiningMany<Result>(
  tx: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{
    loops: string
  }>`select current_setting('enable_nestloop') as loops`.execute(tx)
  const wasOn = rows[0]?.loops === 'on'
  if (wasOn) await sql`set local enable_nestloop = off`.execute(tx)
  const result = await work()
  if (wasOn) await sql`set local enable_nestloop = on`.execute(tx)
  return result
}
