import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { newId } from '../../../kernel/ids.ts'

type Where = { readonly organisationId: string; readonly runId: string }

/** Encrypted statements by their digests, of whatever run. */
export async function selectPrepared(
  tx: Transaction,
  organisationId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ digest: string; content: string }>`
    select digest, content from prepared_statements
    where organisation_id = ${organisationId} and digest = any(${digests}::text[])`.execute(tx)
  return new Map(rows.map(({ digest, content }) => [digest, Buffer.from(content, 'base64')]))
}

/** Which of these a run has ready already. */
export async function selectReadyDigests(
  tx: Transaction,
  { organisationId, runId }: Where,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ digest: string }>`
    select digest from prepared_statements
    where organisation_id = ${organisationId} and run_id = ${runId}
      and digest = any(${digests}::text[])`.execute(tx)
  return new Set(rows.map(({ digest }) => digest))
}

export async function insertPrepared(
  tx: Transaction,
  { organisationId, runId }: Where,
  statements: readonly { readonly digest: string; readonly content: Buffer }[],
): Promise<void> {
  await sql`
    insert into prepared_statements (id, organisation_id, run_id, digest, content)
    select id, ${organisationId}::uuid, ${runId}::uuid, digest, content
    from unnest(${statements.map(() => newId())}::uuid[],
      ${statements.map(({ digest }) => digest)}::text[],
      ${statements.map(({ content }) => content.toString('base64'))}::text[]) as s (id, digest, content)
    on conflict do nothing`.execute(tx)
}

/** Removes what was prepared for runs that are over. */
export async function deletePrepared(tx: Transaction, organisationId: string): Promise<void> {
  await sql`delete from prepared_statements p using runs r
    where p.organisation_id = ${organisationId} and r.organisation_id = ${organisationId}
      and r.id = p.run_id and r.state in ('sent', 'cancelled', 'failed')`.execute(tx)
}
