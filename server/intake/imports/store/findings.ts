import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { FoundCode } from '../findings.ts'

type Of = { readonly organisationId: string; readonly importId: string }
type Severity = 'error' | 'warning' | 'info'

export type KeptFinding = {
  readonly severity: Severity
  readonly code: FoundCode
  readonly line: number | null
  readonly column: string | null
  /** Encrypted. */
  readonly value: string
  readonly details: Readonly<Record<string, string | number>>
}

/** Puts the findings of a pass in place of those of the pass before. */
export async function replaceFindings(
  tx: Transaction,
  { organisationId, importId }: Of,
  rows: readonly KeptFinding[],
): Promise<void> {
  await sql`delete from import_findings
    where organisation_id = ${organisationId} and import_id = ${importId}`.execute(tx)
  if (rows.length === 0) return
  await sql`
    insert into import_findings (id, organisation_id, import_id, severity, code, line, column_name,
      value, details)
    select v.id, ${organisationId}::uuid, ${importId}::uuid, v.severity, v.code, v.line,
      v.column_name, v.value, v.details
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.severity)}::text[],
      ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.line)}::bigint[],
      ${rows.map((row) => row.column)}::text[], ${rows.map((row) => row.value)}::text[],
      ${rows.map((row) => JSON.stringify(row.details))}::jsonb[])
      as v (id, severity, code, line, column_name, value, details)`.execute(tx)
}

export type FindingFilter = {
  readonly severity?: string | undefined
  readonly code?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function selectFindings(
  tx: Transaction,
  { organisationId, importId }: Of,
  { severity, code, after, limit }: FindingFilter,
) {
  const { rows } = await sql<KeptFinding & { id: string; isCorrected: boolean }>`
    select f.id, f.severity, f.code, f.line, f.column_name as "column", f.value, f.details,
      exists (select from import_corrections c where c.import_id = f.import_id and c.line = f.line)
        as is_corrected
    from import_findings f
    where f.organisation_id = ${organisationId} and f.import_id = ${importId}
      and (${severity ?? null}::text is null or f.severity = ${severity ?? null})
      and (${code ?? null}::text is null or f.code = ${code ?? null})
      and (${after ?? null}::uuid is null or f.id > ${after ?? null})
    order by f.id limit ${limit}`.execute(tx)
  return rows
}

export async function countFindings(tx: Transaction, { organisationId, importId }: Of) {
  const { rows } = await sql<{ severity: Severity; code: FoundCode; count: number }>`
    select severity, code, count(*) as count from import_findings
    where organisation_id = ${organisationId} and import_id = ${importId}
    group by severity, code order by 3 desc`.execute(tx)
  return rows
}

export type KeptChange = {
  readonly subject: 'customer' | 'contact' | 'receivable' | 'payment'
  readonly kind: 'new' | 'changed' | 'gone'
  readonly line: number | null
  readonly number: string
  /** Encrypted. */
  readonly detail: string
}

export async function replaceChanges(
  tx: Transaction,
  { organisationId, importId }: Of,
  rows: readonly KeptChange[],
): Promise<void> {
  await sql`delete from import_changes
    where organisation_id = ${organisationId} and import_id = ${importId}`.execute(tx)
  if (rows.length === 0) return
  await sql`
    insert into import_changes (id, organisation_id, import_id, subject, kind, line, number, detail)
    select v.id, ${organisationId}::uuid, ${importId}::uuid, v.subject, v.kind, v.line, v.number,
      v.detail
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.subject)}::text[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.line)}::bigint[],
      ${rows.map((row) => row.number)}::text[], ${rows.map((row) => row.detail)}::text[])
      as v (id, subject, kind, line, number, detail)`.execute(tx)
}

export type ChangeFilter = {
  readonly kind?: string | undefined
  readonly subject?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function selectChanges(
  tx: Transaction,
  { organisationId, importId }: Of,
  { kind, subject, after, limit }: ChangeFilter,
) {
  const { rows } = await sql<KeptChange & { id: string }>`
    select id, subject, kind, line, number, detail from import_changes
    where organisation_id = ${organisationId} and import_id = ${importId}
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (${subject ?? null}::text is null or subject = ${subject ?? null})
      and (${after ?? null}::uuid is null or id > ${after ?? null})
    order by id limit ${limit}`.execute(tx)
  return rows
}
