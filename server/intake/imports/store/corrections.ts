import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'

type Of = { readonly organisationId: string; readonly importId: string }

export type KeptCorrection = {
  readonly line: number
  /** Null leaves the line out. */
  readonly position: number | null
  /** Encrypted. */
  readonly text: string
}

export async function selectCorrections(
  tx: Transaction,
  { organisationId, importId }: Of,
): Promise<KeptCorrection[]> {
  const { rows } = await sql<KeptCorrection>`
    select line, position, text from import_corrections
    where organisation_id = ${organisationId} and import_id = ${importId}
    order by line, position nulls last`.execute(tx)
  return rows
}

export async function upsertCorrections(
  tx: Transaction,
  { organisationId, importId, at, by }: Of & { at: Instant; by: string | null },
  rows: readonly KeptCorrection[],
): Promise<void> {
  for (const row of rows) {
    await sql`
      insert into import_corrections (id, organisation_id, import_id, line, position, text,
        corrected_at, corrected_by)
      values (${newId()}, ${organisationId}, ${importId}, ${row.line}, ${row.position}, ${row.text},
        ${at}, ${by})
      on conflict (organisation_id, import_id, line, coalesce(position, -1)) do update set
        text = excluded.text, corrected_at = excluded.corrected_at,
        corrected_by = excluded.corrected_by`.execute(tx)
  }
}

/** Takes back what was changed of these lines. */
export async function deleteCorrections(
  tx: Transaction,
  { organisationId, importId }: Of,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`delete from import_corrections where organisation_id = ${organisationId}
    and import_id = ${importId} and line = any(${lines}::bigint[])`.execute(tx)
}
