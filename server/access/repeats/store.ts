import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'

export type Kept = {
  readonly id: string
  readonly requestHash: string
  readonly status: number | null
  readonly answer: string | null
  readonly heldBy: string
  readonly createdAt: Instant
}

/** True when the key was free; of several at once one gets it. */
export async function insertClaim(
  tx: Transaction,
  claim: {
    id: string
    organisationId: string
    personId: string
    key: string
    requestHash: string
    heldBy: string
    createdAt: Instant
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('idempotencyKeys')
    .values(claim)
    .onConflict((conflict) => conflict.columns(['organisationId', 'personId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export function selectKept(
  tx: Transaction,
  personId: string,
  key: string,
): Promise<Kept | undefined> {
  return tx
    .selectFrom('idempotencyKeys')
    .select(['id', 'requestHash', 'status', 'answer', 'heldBy', 'createdAt'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function updateAnswer(
  tx: Transaction,
  id: string,
  answer: { status: number; answer: string },
): Promise<void> {
  await tx.updateTable('idempotencyKeys').set(answer).where('id', '=', id).execute()
}

export async function deleteClaim(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('idempotencyKeys').where('id', '=', id).execute()
}

export async function deleteClaimsBefore(tx: Transaction, instant: Instant): Promise<void> {
  await tx.deleteFrom('idempotencyKeys').where('createdAt', '<', instant).execute()
}
