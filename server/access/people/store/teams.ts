import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

export function selectTeams(tx: Transaction) {
  return tx
    .selectFrom('teams as t')
    .select([
      't.id',
      't.name',
      't.managerId',
      sql<number>`(select count(*)::integer from members m
        where m.team_id = t.id and m.left_at is null)`.as('members'),
    ])
    .orderBy(sql`lower(t.name)`)
    .execute()
}

export async function hasTeam(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function isNameTaken(tx: Transaction, name: string, except: string): Promise<boolean> {
  const row = await tx
    .selectFrom('teams')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', except)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertTeam(
  tx: Transaction,
  team: { id: string; organisationId: string; name: string; managerId: string | null },
): Promise<void> {
  await tx.insertInto('teams').values(team).execute()
}

export async function updateTeam(
  tx: Transaction,
  { id, name, managerId }: { id: string; name: string; managerId: string | null },
): Promise<void> {
  await tx.updateTable('teams').set({ name, managerId }).where('id', '=', id).execute()
}

export async function deleteTeam(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('members').set({ teamId: null }).where('teamId', '=', id).execute()
  await tx.deleteFrom('teams').where('id', '=', id).execute()
}

/** Whoever leaves manages no team any more: the next who gets the right to see is chosen, not inherited. */
export async function releaseTeamsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.updateTable('teams').set({ managerId: null }).where('managerId', '=', personId).execute()
}
