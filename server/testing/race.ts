import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'

import { connect } from '../database/database.ts'
import type { World } from '../world.ts'

type Held = {
  /** Any table; its row `id` is locked while the contenders start. */
  readonly table: string
  readonly id: string
  /** Each starts only once those before it queue or are done: who comes first is known. */
  readonly inOrder?: boolean
}

/**
 * Starts everyone while a row is held and lets go once all are queueing for a lock: a real race,
 * every time. The world's pool must have a connection for each contender.
 */
export async function raceFor<Result>(
  world: Pick<World, 'ownerUrl'>,
  held: Held,
  contenders: readonly (() => Promise<Result>)[],
): Promise<PromiseSettledResult<Result>[]> {
  const holder = connect(world.ownerUrl, { as: 'owner', connections: 2, name: 'holder' })
  let race: Promise<PromiseSettledResult<Result>[]> = Promise.resolve([])
  try {
    await holder.transaction().execute(async (tx) => {
      await sql`select from ${sql.table(held.table)} where id = ${held.id} for update`.execute(tx)
      let finished = 0
      const started: Promise<Result>[] = []
      const settle = async () => {
        while ((await waiting(holder)) + finished < started.length) await pause(5)
      }
      for (const start of contenders) {
        started.push(start().finally(() => void (finished += 1)))
        race = Promise.allSettled(started)
        if (held.inOrder) await settle()
      }
      await settle()
    })
    return await race
  } finally {
    await holder.destroy()
  }
}

async function waiting(db: ReturnType<typeof connect>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.count ?? 0
}
