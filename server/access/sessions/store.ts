import { sql } from 'kysely'

import type { Database } from '../../database/database.ts'
import type { Role } from '../../http/permissions.ts'
import type { Instant } from '../../kernel/day.ts'

export type SessionRow = {
  readonly sessionId: string
  readonly personId: string
  readonly personName: string
  readonly language: string
  readonly organisationId: string | null
  readonly roles: Role[] | null
  readonly teamMates: string[]
  readonly lastSeenAt: Instant
  readonly createdAt: Instant
}

/** The one query of every request. */
export async function selectSession(
  db: Database,
  tokenHash: string,
  now: Instant,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select * from session_of_token(${tokenHash}, ${now}::timestamptz)`.execute(db)
  return rows[0]
}

export async function touchSession(
  db: Database,
  id: string,
  now: Instant,
  expiresAt: Instant,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ lastSeenAt: now, expiresAt })
    .where('id', '=', id)
    .where('lastSeenAt', '<', now)
    .execute()
}

export async function insertSession(
  db: Database,
  session: {
    id: string
    tokenHash: string
    personId: string
    organisationId: string | null
    userAgent: string
    createdAt: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ ...session, lastSeenAt: session.createdAt })
    .execute()
}
