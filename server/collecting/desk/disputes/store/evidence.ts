import type { Insertable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'

/** True when the document is the customer's and was not taken off. */
export async function isEvidenceOf(
  tx: Transaction,
  evidenceId: string,
  customerId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .select('id')
    .where('id', '=', evidenceId)
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Lays a document beside a dispute; tells whether it was not there yet. */
export async function insertDisputeEvidence(
  tx: Transaction,
  row: Insertable<Schema['disputeEvidence']>,
): Promise<boolean> {
  const added = await tx
    .insertInto('disputeEvidence')
    .values(row)
    .onConflict((at) => at.columns(['organisationId', 'disputeId', 'evidenceId']).doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}
