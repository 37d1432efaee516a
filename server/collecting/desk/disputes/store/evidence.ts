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

/** A customer's document as it lies in the file store. */
export async function selectEvidenceFile(
  tx: Transaction,
  evidenceId: string,
  customerId: string,
): Promise<Pick<Schema['files'], 'sha256' | 'name' | 'mediaType'> | null> {
  const row = await tx
    .selectFrom('evidence as e')
    .innerJoin('files as f', 'f.id', 'e.fileId')
    .select(['f.sha256', 'f.name', 'f.mediaType'])
    .where('e.id', '=', evidenceId)
    .where('e.customerId', '=', customerId)
    .where('e.removedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
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
