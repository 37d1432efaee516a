import { Client } from 'pg'

import type { Database } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'

/** Hears every notice of the database on a connection of its own; `onEnd` when that is lost. */
export async function listen(
  ownerUrl: string,
  { onNotice, onEnd }: { onNotice: (text: string) => void; onEnd: () => void },
): Promise<{ stop: () => Promise<void> }> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'goodterms live',
    keepAlive: true,
  })
  client.on('error', () => {})
  client.on('notification', ({ payload }) => onNotice(payload ?? ''))
  await client.connect()
  await client.query('listen live')
  client.once('end', onEnd)
  return { stop: () => client.end() }
}

/** Which of these sessions could still be used. */
export async function selectOpenSessions(
  db: Database,
  ids: readonly string[],
  now: Instant,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', 'in', ids)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
