import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

export type DeskCustomer = {
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  readonly legalEntityId: string
}

/** A customer that these owners may see (null: all), held until the transaction ends when locked. */
export async function selectCustomer(
  tx: Transaction,
  id: string,
  owners: readonly string[] | null,
  lock: boolean,
): Promise<DeskCustomer | undefined> {
  let query = tx
    .selectFrom('customers')
    .select(['id', 'name', 'ownerId', 'legalEntityId'])
    .where('id', '=', id)
  if (owners) query = query.where('ownerId', 'in', owners.length > 0 ? [...owners] : [null])
  if (lock) query = query.forNoKeyUpdate()
  return query.executeTakeFirst()
}

export async function selectOrganisation(tx: Transaction, id: string) {
  return tx
    .selectFrom('organisations')
    .select(['id', 'timeZone', 'reportingCurrency', 'policy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** True when the person works in the organisation. */
export async function isMember(tx: Transaction, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Holds these customers, in one order for everybody: nobody does anything with them meanwhile. */
export async function holdCustomers(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select from customers where id = any(${[...ids]}::uuid[])
    order by id for no key update`.execute(tx)
}

/** What work would see, with all that it changes on the way; then everything is as it was. */
export async function asThough<Result>(
  tx: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`savepoint as_though`.execute(tx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint as_though`.execute(tx)
  }
}
