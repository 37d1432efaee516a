import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { Client } from 'pg'

import type { Database } from '../database/database.ts'
import { newId } from '../kernel/ids.ts'

const RETRY_MILLISECONDS = 250
const LOCK = `select pg_advisory_lock(hashtextextended('goodterms process ' || $1, 0))`

/** Proof that a process runs: a lock that PostgreSQL itself lets go when the process is gone. */
export type Liveness = { readonly processId: string; readonly stop: () => Promise<void> }

/**
 * Holds this process's advisory lock on a connection of its own until stopped or dead, and takes it
 * again when the connection breaks. Needs a connection that stays one: no pooler in between.
 */
export async function startLiveness(ownerUrl: string): Promise<Liveness> {
  const processId = newId()
  const stopping = new AbortController()
  let client = await hold(ownerUrl, processId, onLost)

  function onLost(): void {
    if (!stopping.signal.aborted) void reconnect()
  }

  async function reconnect(): Promise<void> {
    await pause(RETRY_MILLISECONDS, undefined, { ref: false })
    try {
      client = await hold(ownerUrl, processId, onLost)
    } catch {
      // The server is still away: every further attempt is as good as this one.
      onLost()
    }
  }

  return {
    processId,
    stop: async () => {
      stopping.abort()
      await client.end()
    },
  }
}

async function hold(url: string, processId: string, onLost: () => void): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'goodterms liveness',
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  await client.query(LOCK, [processId])
  client.once('end', onLost)
  return client
}

/** Which of these processes are running now, seen from the database. */
export async function livingOf(db: Database, processIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...processIds]}::text[]) as id,
      lateral (select hashtextextended('goodterms process ' || id, 0) as key) as k
    where exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = k.key)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function isProcessAlive(db: Database, processId: string): Promise<boolean> {
  return (await livingOf(db, [processId])).has(processId)
}
