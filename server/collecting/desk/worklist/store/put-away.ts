import type { Insertable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Instant } from '../../../../kernel/day.ts'

export async function insertSnooze(
  tx: Transaction,
  row: Insertable<Schema['snoozes']>,
): Promise<void> {
  await tx.insertInto('snoozes').values(row).execute()
}

/** Ends what keeps a customer away; tells how many rows did. */
export async function endSnoozes(
  tx: Transaction,
  customerId: string,
  at: Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('snoozes')
    .set({ endedAt: at })
    .where('customerId', '=', customerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
