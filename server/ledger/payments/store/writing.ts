import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'

export type PaymentRow = Insertable<Schema['payments']>
export type AllocationRow = Insertable<Schema['allocations']>

export async function insertPayment(tx: Transaction, row: PaymentRow): Promise<void> {
  await tx.insertInto('payments').values(row).execute()
}

/** One statement whatever the number of rows. */
export async function insertAllocations(
  tx: Transaction,
  rows: readonly AllocationRow[],
): Promise<void> {
  if (rows.length === 0) return
  const column = (name: keyof AllocationRow) => rows.map((row) => row[name] ?? null)
  await sql`
    insert into allocations (id, organisation_id, customer_id, open_item_id, payment_id, pair_id,
      kind, amount_minor, allocated_on, reverses_id, recorded_at, recorded_by)
    select * from unnest(${column('id')}::uuid[], ${column('organisationId')}::uuid[],
      ${column('customerId')}::uuid[], ${column('openItemId')}::uuid[],
      ${column('paymentId')}::uuid[], ${column('pairId')}::uuid[], ${column('kind')}::text[],
      ${column('amountMinor')}::bigint[], ${column('allocatedOn')}::date[],
      ${column('reversesId')}::uuid[], ${column('recordedAt')}::timestamptz[],
      ${column('recordedBy')}::uuid[])`.execute(tx)
}
