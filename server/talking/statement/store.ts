import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Actor } from '../../http/actor.ts'

/** The customer's language, its entity's zone and whom to address, if these owners may see it. */
export async function selectAddressee(
  tx: Transaction,
  { organisationId, owners }: Pick<Actor, 'organisationId' | 'owners'>,
  customerId: string,
) {
  let query = tx
    .selectFrom('customers as c')
    .innerJoin('legalEntities as e', 'e.id', 'c.legalEntityId')
    .where('c.id', '=', customerId)
    .where('c.organisationId', '=', organisationId)
    .where('e.organisationId', '=', organisationId)
  if (owners) query = query.where(sql<boolean>`c.owner_id = any(${owners}::uuid[])`)
  return query.select(['c.language', 'e.timeZone']).executeTakeFirst()
}

/** The name that a message to accounts payable would begin with, encrypted. */
export function selectRecipient(tx: Transaction, organisationId: string, customerId: string) {
  return tx
    .selectFrom('contacts')
    .where('organisationId', '=', organisationId)
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .select(['name'])
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
}

export function selectSender(tx: Transaction, organisationId: string, personId: string) {
  return tx
    .selectFrom('members as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .where('m.organisationId', '=', organisationId)
    .where('m.personId', '=', personId)
    .select(['p.name', 'p.email', 'm.title', 'm.phone'])
    .executeTakeFirst()
}
