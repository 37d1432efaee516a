import type { Insertable, Updateable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'

export function selectLegalEntities(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('legalEntities')
    .select([
      'id',
      'name',
      'code',
      'currency',
      'timeZone',
      'country',
      'region',
      'vatId',
      'address',
      'paymentDetails',
      'iban',
      'defaultTermsDays',
    ])
    .where('organisationId', '=', organisationId)
    .orderBy('code')
    .execute()
}

export async function insertEntity(
  tx: Transaction,
  row: Insertable<Schema['legalEntities']>,
): Promise<void> {
  await tx.insertInto('legalEntities').values(row).execute()
}

export async function updateEntity(
  tx: Transaction,
  entityId: string,
  change: Updateable<Schema['legalEntities']>,
): Promise<void> {
  await tx.updateTable('legalEntities').set(change).where('id', '=', entityId).execute()
}
