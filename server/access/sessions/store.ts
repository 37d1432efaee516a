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

const SHOWN = ['id', 'userAgent', 'createdAt', 'lastSeenAt', 'expiresAt'] as const

/** Sessions that could still be used, the latest used first; in one organisation or in all. */
export function selectSessionsOf(
  db: Database,
  personId: string,
  { now, organisationId }: { now: Instant; organisationId?: string },
) {
  let query = db
    .selectFrom('sessions')
    .select(SHOWN)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
  if (organisationId) query = query.where('organisationId', '=', organisationId)
  return query.orderBy('lastSeenAt', 'desc').orderBy('id', 'desc').execute()
}

/** Ends sessions of a person that are still open, and says how many. */
export async function revokeSessions(
  db: Database,
  personId: string,
  { now, only, except }: { now: Instant; only?: string; except?: string },
): Promise<number> {
  let query = db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
  if (only) query = query.where('id', '=', only)
  if (except) query = query.where('id', '<>', except)
  return (await query.returning('id').execute()).length
}

/** The organisation of the person's last session, to go on where they were. */
export async function selectLastOrganisation(
  db: Database,
  personId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('organisationId')
    .where('personId', '=', personId)
    .where('organisationId', 'is not', null)
    .orderBy('lastSeenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.organisationId ?? null
}

export async function moveSession(db: Database, id: string, organisationId: string): Promise<void> {
  await db.updateTable('sessions').set({ organisationId }).where('id', '=', id).execute()
}
