import type { Database } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'

export async function insertLink(
  db: Database,
  link: {
    id: string
    tokenHash: string
    personId: string
    createdBy: string | null
    createdAt: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await db.insertInto('passwordLinks').values(link).execute()
}

/** Ends the links of a person that nobody has used yet. */
export async function endLinks(db: Database, personId: string, now: Instant): Promise<void> {
  await db
    .updateTable('passwordLinks')
    .set({ expiresAt: now })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()
}

export function selectLink(db: Database, tokenHash: string) {
  return db
    .selectFrom('passwordLinks as l')
    .innerJoin('people as p', 'p.id', 'l.personId')
    .select(['l.id', 'l.personId', 'l.expiresAt', 'l.usedAt', 'p.name', 'p.email', 'p.language'])
    .where('l.tokenHash', '=', tokenHash)
    .where('p.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** True for the one caller who uses it; a second finds it used. */
export async function useLink(db: Database, id: string, now: Instant): Promise<boolean> {
  const used = await db
    .updateTable('passwordLinks')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
