import type { Insertable, Updateable } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'

const COLUMNS = [
  'id',
  'personId',
  'shippedAs',
  'name',
  'events',
  'condition',
  'people',
  'named',
  'channels',
  'targetId',
  'pace',
  'isOn',
] as const

export type RuleRow = Awaited<ReturnType<typeof selectRules>>[number]

/** The rules of the organisation and, of those that people made for themselves, one person's or, of nobody in particular, all. */
export function selectRules(tx: Transaction, organisationId: string, personId: string | null) {
  let query = tx
    .selectFrom('notificationRules')
    .select(COLUMNS)
    .where('organisationId', '=', organisationId)
    .where('removedAt', 'is', null)
  if (personId !== null) {
    query = query.where((row) =>
      row.or([row('personId', 'is', null), row('personId', '=', personId)]),
    )
  }
  return query.orderBy('createdAt').orderBy('id').execute()
}

export function lockRule(tx: Transaction, id: string) {
  return tx
    .selectFrom('notificationRules')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Rules that are there already, under the name that they shipped with, stay as they are. */
export async function insertRules(
  tx: Transaction,
  rows: readonly Insertable<Schema['notificationRules']>[],
): Promise<void> {
  await tx
    .insertInto('notificationRules')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['organisationId', 'shippedAs']).doNothing())
    .execute()
}

export async function updateRule(
  tx: Transaction,
  id: string,
  changes: Updateable<Schema['notificationRules']>,
): Promise<void> {
  await tx.updateTable('notificationRules').set(changes).where('id', '=', id).execute()
}

/** The rules that came with the organisation, those that were removed since included. */
export async function selectShippedNames(
  tx: Transaction,
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('notificationRules')
    .select('shippedAs')
    .where('organisationId', '=', organisationId)
    .where('shippedAs', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ shippedAs }) => shippedAs ?? []))
}

export async function selectHabits(tx: Transaction) {
  return tx
    .selectFrom('notificationHabits')
    .select(['personId', 'timeZone', 'morning', 'wantsEmail', 'mentionsByEmail'])
    .execute()
}

export async function upsertHabits(
  tx: Transaction,
  row: Insertable<Schema['notificationHabits']>,
): Promise<void> {
  await tx
    .insertInto('notificationHabits')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['personId', 'organisationId']).doUpdateSet({
        timeZone: row.timeZone,
        morning: row.morning,
        wantsEmail: row.wantsEmail,
        mentionsByEmail: row.mentionsByEmail,
      }),
    )
    .execute()
}

export function selectOrganisation(tx: Transaction, id: string) {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name', 'timeZone', 'language', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function selectOrganisationIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
