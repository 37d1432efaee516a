import { sql, type Updateable } from 'kysely'

import type { Database, Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Role } from '../../../http/permissions.ts'
import type { Instant } from '../../../kernel/day.ts'

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly disabledAt: Instant | null
}

const PERSON = ['id', 'name', 'email', 'passwordHash', 'language', 'disabledAt'] as const

export function selectPersonByEmail(
  db: Database,
  emailHash: string,
): Promise<PersonRow | undefined> {
  return db
    .selectFrom('people')
    .select(PERSON)
    .where('emailHash', '=', emailHash)
    .executeTakeFirst()
}

export function selectPerson(db: Database, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').select(PERSON).where('id', '=', id).executeTakeFirst()
}

/** False when somebody has just been made with this address. */
export async function insertPerson(
  db: Database,
  person: {
    id: string
    name: string
    email: string
    emailHash: string
    passwordHash: string | null
    language: PersonRow['language']
    createdAt: Instant
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('people')
    .values(person)
    .onConflict((conflict) => conflict.column('emailHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updatePerson(
  db: Database,
  id: string,
  changes: Updateable<Schema['people']>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await db.updateTable('people').set(changes).where('id', '=', id).execute()
}

export type OrganisationOfPerson = {
  readonly organisationId: string
  readonly name: string
  readonly slug: string
  readonly roles: Role[]
}

export async function selectOrganisationsOf(
  db: Database,
  personId: string,
): Promise<OrganisationOfPerson[]> {
  const { rows } = await sql<OrganisationOfPerson>`
    select * from organisations_of_person(${personId})`.execute(db)
  return rows
}

/** Names of people by id; only those who are or were members of the transaction's organisation. */
export async function selectNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('members as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.name'])
    .where('m.personId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function selectDemoPeople(db: Database) {
  const { rows } = await sql<{
    id: string
    name: string
    title: string
    roles: Role[]
    organisationId: string
  }>`select * from demo_people()`.execute(db)
  return rows
}
