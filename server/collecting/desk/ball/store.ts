import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day } from '../../../kernel/day.ts'

export async function selectHeldBall(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('balls')
    .select(['id', 'lane', 'holderId', 'takenOn', 'returnsOn'])
    .where('customerId', '=', customerId)
    .where('returnedOn', 'is', null)
    .executeTakeFirst()
}

export async function insertBall(tx: Transaction, row: Insertable<Schema['balls']>): Promise<void> {
  await tx.insertInto('balls').values(row).execute()
}

export async function returnBall(tx: Transaction, id: string, today: Day): Promise<void> {
  await tx
    .updateTable('balls')
    .set({ returnedOn: today })
    .where('id', '=', id)
    .where('returnedOn', 'is', null)
    .execute()
}

/** Balls whose time with the seller is over. */
export async function selectBallsToReturn(tx: Transaction, organisationId: string, today: Day) {
  const { rows } = await sql<{ id: string; customerId: string; holderId: string | null }>`
    select id, customer_id, holder_id from balls
    where organisation_id = ${organisationId} and lane = 'seller' and returned_on is null
      and returns_on < ${today}
    order by id`.execute(tx)
  return rows
}

/** The place of a customer, whose working days the clock counts. */
export async function selectPlace(tx: Transaction, customerId: string) {
  const { rows } = await sql<{ country: string; region: string }>`
    select coalesce(nullif(c.country, ''), e.country) as country, case when c.country = ''
      then e.region else c.region end as region
    from customers c join legal_entities e on e.id = c.legal_entity_id
    where c.id = ${customerId}`.execute(tx)
  return rows[0] ?? { country: '', region: '' }
}
