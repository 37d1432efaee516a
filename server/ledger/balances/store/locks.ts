import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

// Entities first, customers second, ids in order: everyone locks in this order, so nobody waits in a
// circle. NO KEY UPDATE, because the foreign-key checks of inserts hold KEY SHARE on the same rows.

/** Keeps the day of the books where it is while amounts of its customers change. */
export async function shareEntities(tx: Transaction, organisationId: string): Promise<void> {
  await sql`select from legal_entities where organisation_id = ${organisationId}
    order by id for share`.execute(tx)
}

export async function shareEntityOf(tx: Transaction, customerId: string): Promise<void> {
  await sql`select from legal_entities
    where id = (select legal_entity_id from customers where id = ${customerId}) for share`.execute(
    tx,
  )
}

/** Keeps every customer of the organisation as they are: nobody else gets past the entities. */
export async function holdEntities(tx: Transaction, organisationId: string): Promise<void> {
  await sql`select from legal_entities where organisation_id = ${organisationId}
    order by id for no key update`.execute(tx)
}

export async function lockCustomers(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select from customers where id = any(${ids}::uuid[])
    order by id for no key update`.execute(tx)
}

export async function isVisible(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
): Promise<boolean> {
  const { rows } = await sql`select from customers where id = ${customerId}
    and (${owners}::uuid[] is null or owner_id = any(${owners}::uuid[]))`.execute(tx)
  return rows.length > 0
}

export type LockedCustomer = {
  readonly id: string
  readonly organisationId: string
  readonly legalEntityId: string
  readonly number: string
  readonly name: string
  readonly ownerId: string | null
  readonly timeZone: string
  readonly booksOn: Day
  readonly entityTimeZone: string
}

export async function selectCustomerForUpdate(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
): Promise<LockedCustomer | undefined> {
  const { rows } = await sql<LockedCustomer>`
    select c.id, c.organisation_id, c.legal_entity_id, c.number, c.name, c.owner_id, c.time_zone,
      e.balances_on as books_on, e.time_zone as entity_time_zone
    from customers c join legal_entities e on e.id = c.legal_entity_id
    where c.id = ${customerId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    for no key update of c`.execute(tx)
  return rows[0]
}

/** Today's owner by customer; customers that there are not are absent. */
export async function selectOwnersOf(
  tx: Transaction,
  customerIds: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; ownerId: string | null }>`
    select id, owner_id from customers where id = any(${customerIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
}
