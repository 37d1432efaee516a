import type { Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'

export type Row<Table extends keyof Schema> = Insertable<Schema[Table]>

/** PostgreSQL takes 65,535 parameters a statement. */
const PARAMETERS = 60_000

/** Inserts rows, as many a statement as it takes. */
export async function insertAll<Table extends keyof Schema>(
  tx: Transaction,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length
  if (columns === 0) return
  const chunk = Math.floor(PARAMETERS / columns)
  for (let from = 0; from < rows.length; from += chunk) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + chunk))
      .execute()
  }
}
