import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

export type EntityRow = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly code: string
  readonly currency: string
  readonly timeZone: string
  readonly country: string
  readonly region: string
  readonly defaultTermsDays: number
  readonly balancesOn: Day
}

export function selectEntities(tx: Transaction, organisationId: string): Promise<EntityRow[]> {
  return tx
    .selectFrom('legalEntities')
    .select([
      'id',
      'organisationId',
      'name',
      'code',
      'currency',
      'timeZone',
      'country',
      'region',
      'defaultTermsDays',
      'balancesOn',
    ])
    .where('organisationId', '=', organisationId)
    .orderBy('code')
    .execute()
}

/** Moves the day of the books and says where it was. */
export async function moveBooks(tx: Transaction, entityId: string, to: Day): Promise<Day> {
  const { rows } = await sql<{ balancesOn: Day }>`
    select balances_on from legal_entities where id = ${entityId} for no key update`.execute(tx)
  await sql`update legal_entities set balances_on = ${to} where id = ${entityId}`.execute(tx)
  return rows[0]?.balancesOn ?? to
}

export async function selectCustomersOfEntity(
  tx: Transaction,
  entityId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customers where legal_entity_id = ${entityId}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Those whose figures change between two days although nothing was written. */
export async function selectCustomersTouchedByDays(
  tx: Transaction,
  entity: { organisationId: string; id: string },
  days: { from: Day; to: Day },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from open_items
    where organisation_id = ${entity.organisationId} and legal_entity_id = ${entity.id}
      and closed_on is null and (due_on between ${days.from}::date - 1 and ${days.to}
        or issued_on between ${days.from} and ${days.to})
    union
    select customer_id from allocations where organisation_id = ${entity.organisationId}
      and allocated_on > ${days.from} and allocated_on <= ${days.to}
    union
    select customer_id from payments where organisation_id = ${entity.organisationId}
      and received_on > ${days.from} and received_on <= ${days.to}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Today's owner follows the dated rows when a day with a row of its own comes. */
export async function takeOverOwners(
  tx: Transaction,
  entityId: string,
  days: { from: Day; to: Day; today: Day },
): Promise<void> {
  await sql`
    update customers c set owner_id = (
      select o.owner_id from customer_owners o
      where o.customer_id = c.id and o.from_on <= ${days.today}
      order by o.from_on desc, o.id desc limit 1)
    where c.legal_entity_id = ${entityId} and c.id in (
      select customer_id from customer_owners
      where from_on > ${days.from} and from_on <= ${days.to})`.execute(tx)
}
