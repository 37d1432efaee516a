import { sql, type Insertable, type Updateable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day } from '../../../kernel/day.ts'

export type CustomerChange = Updateable<Schema['customers']>

export async function updateCustomer(
  tx: Transaction,
  customerId: string,
  change: CustomerChange,
): Promise<void> {
  await tx.updateTable('customers').set(change).where('id', '=', customerId).execute()
}

export async function isMember(
  tx: Transaction,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasPlaybook(tx: Transaction, playbookId: string): Promise<boolean> {
  const query = tx.selectFrom('playbooks').select('id').where('id', '=', playbookId)
  return (await query.where('archivedAt', 'is', null).executeTakeFirst()) !== undefined
}

export async function insertOwner(
  tx: Transaction,
  row: Insertable<Schema['customerOwners']>,
): Promise<void> {
  await tx.insertInto('customerOwners').values(row).execute()
}

/** Puts the owner of a day on the customer: of two rows of one day the later written. */
export async function takeOwnerOf(tx: Transaction, customerId: string, on: Day): Promise<void> {
  await sql`
    update customers set owner_id = (
      select o.owner_id from customer_owners o
      where o.customer_id = ${customerId} and o.from_on <= ${on}
      order by o.from_on desc, o.id desc limit 1)
    where id = ${customerId}`.execute(tx)
}

export type OwnerRow = {
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly fromOn: Day
  readonly recordedById: string | null
  readonly recordedByName: string | null
}

/** Newest first; a row that another of the same day put right is left out. */
export async function selectOwners(tx: Transaction, customerId: string): Promise<OwnerRow[]> {
  const { rows } = await sql<OwnerRow>`
    select distinct on (o.from_on) o.owner_id, p.name as owner_name, o.from_on,
      o.recorded_by as recorded_by_id, r.name as recorded_by_name
    from customer_owners o left join people p on p.id = o.owner_id
    left join people r on r.id = o.recorded_by
    where o.customer_id = ${customerId} order by o.from_on desc, o.id desc`.execute(tx)
  return rows
}
