import type { Updateable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'

export function selectViews(
  tx: Transaction,
  personId: string,
  filter: { page?: string | undefined; id?: string },
) {
  let query = tx
    .selectFrom('savedViews as v')
    .innerJoin('people as p', 'p.id', 'v.personId')
    .select(['v.id', 'v.page', 'v.name', 'v.search', 'v.isShared', 'v.personId', 'p.name as by'])
    .where((eb) => eb.or([eb('v.personId', '=', personId), eb('v.isShared', '=', true)]))
  if (filter.page !== undefined) query = query.where('v.page', '=', filter.page)
  if (filter.id !== undefined) query = query.where('v.id', '=', filter.id)
  return query.orderBy('v.createdAt').orderBy('v.id').execute()
}

export async function countViews(tx: Transaction, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('savedViews')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertView(
  tx: Transaction,
  view: {
    id: string
    organisationId: string
    personId: string
    page: string
    name: string
    search: string
    isShared: boolean
    createdAt: Instant
  },
): Promise<void> {
  await tx.insertInto('savedViews').values(view).execute()
}

export async function updateView(
  tx: Transaction,
  id: string,
  changes: Updateable<Schema['savedViews']>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('savedViews').set(changes).where('id', '=', id).execute()
}

export async function deleteView(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('savedViews').where('id', '=', id).execute()
}
