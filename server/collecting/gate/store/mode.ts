import type { Transaction } from '../../../database/database.ts'

/** Whether messages go to our own mailboxes only. */
export async function selectIsTest(tx: Transaction, organisationId: string): Promise<boolean> {
  const { testMode } = await tx
    .selectFrom('organisations')
    .select('testMode')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return testMode
}
