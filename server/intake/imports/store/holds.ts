import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

/** The documents that the file has as disputed. */
export async function disputedDocuments(tx: Transaction) {
  const { rows } = await sql<{ customerId: string; receivableId: string }>`
    select distinct on (receivable_id) receivable_id, customer_id from plan
    where is_disputed order by receivable_id, sequence`.execute(tx)
  return rows
}

/** Of the documents that are held as disputed, those that the file has and no longer says so of. */
export async function undisputedAmong(
  tx: Transaction,
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ receivableId: string }>`
    select p.receivable_id from plan p join holds h on h.receivable_id = p.receivable_id
    where h.organisation_id = ${organisationId} and h.reason = 'dispute' and h.lifted_on is null
    group by p.receivable_id having not bool_or(coalesce(p.is_disputed, true))`.execute(tx)
  return new Set(rows.map(({ receivableId }) => receivableId))
}
