import type { Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Instant } from '../../../kernel/day.ts'

export async function insertComment(
  tx: Transaction,
  row: Insertable<Schema['comments']>,
): Promise<void> {
  await tx.insertInto('comments').values(row).execute()
}

export async function selectReply(tx: Transaction, id: string) {
  return tx
    .selectFrom('replies')
    .select(['id', 'customerId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Marks a reply as read and acted on; tells whether it still waited. */
export async function markTriaged(
  tx: Transaction,
  id: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('replies')
    .set({ triagedAt: at, triagedBy: by })
    .where('id', '=', id)
    .where('triagedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
