import { sql, type Insertable, type Updateable } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'

export async function selectPolicy(tx: Transaction, organisationId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('organisations')
    .select('policy')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.policy
}

export function selectOrganisation(db: Database, organisationId: string) {
  return db
    .selectFrom('organisations')
    .select([
      'id',
      'name',
      'slug',
      'language',
      'timeZone',
      'reportingCurrency',
      'isDemo',
      'testMode',
      'policy',
    ])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
}

/** Holds the organisation until the transaction ends; whoever changes settings or members waits here. */
export async function lockOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  await sql`select from organisations where id = ${organisationId} for no key update`.execute(tx)
}

export async function insertOrganisation(
  tx: Transaction,
  row: Insertable<Schema['organisations']>,
): Promise<void> {
  await tx.insertInto('organisations').values(row).execute()
}

export async function updateOrganisation(
  tx: Transaction,
  organisationId: string,
  changes: Updateable<Schema['organisations']>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('organisations').set(changes).where('id', '=', organisationId).execute()
}

export async function isSlugTaken(db: Database, slug: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether any organisation but demo ones exists. */
export async function hasRealOrganisation(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('isDemo', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function listOrganisations(db: Database) {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'slug', 'isDemo', 'timeZone'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Only one installation is set up at a time. */
export async function lockSetup(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('goodterms setup', 0))`.execute(tx)
}
