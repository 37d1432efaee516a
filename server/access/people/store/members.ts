import { sql, type Updateable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import { isRole, type Role } from '../../../http/permissions.ts'
import type { Instant } from '../../../kernel/day.ts'

export type MemberRow = {
  readonly personId: string
  readonly roles: Role[]
  readonly teamId: string | null
  readonly leftAt: Instant | null
}

export async function selectMember(
  tx: Transaction,
  personId: string,
): Promise<MemberRow | undefined> {
  const row = await tx
    .selectFrom('members')
    .select(['personId', 'roles', 'teamId', 'leftAt'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row && { ...row, roles: row.roles.filter(isRole) }
}

export async function insertMember(
  tx: Transaction,
  member: {
    id: string
    organisationId: string
    personId: string
    roles: readonly Role[]
    teamId: string | null
    title: string
    phone: string
    createdAt: Instant
  },
): Promise<void> {
  await tx
    .insertInto('members')
    .values({ ...member, roles: [...member.roles] })
    .execute()
}

export async function updateMember(
  tx: Transaction,
  personId: string,
  changes: Updateable<Schema['members']>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('members').set(changes).where('personId', '=', personId).execute()
}

/** The members with when each was last here: those who left come last. */
export function selectMembers(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('members as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.language',
      'm.roles',
      'm.teamId',
      'm.title',
      'm.phone',
      'm.leftAt',
      sql<boolean>`p.password_hash is not null`.as('hasPassword'),
      (eb) =>
        eb
          .selectFrom('sessions as s')
          .select((of) => of.fn.max('s.lastSeenAt').as('at'))
          .whereRef('s.personId', '=', 'p.id')
          .where('s.organisationId', '=', organisationId)
          .as('lastSeenAt'),
    ])
    .orderBy(sql`m.left_at is not null`)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .execute()
}

export async function hasOtherAdministrator(tx: Transaction, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('personId', '<>', personId)
    .where('leftAt', 'is', null)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Ends what a person has open in this organisation; their sessions elsewhere stay. */
export async function endSessionsIn(
  tx: Transaction,
  { personId, organisationId, now }: { personId: string; organisationId: string; now: Instant },
): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}
