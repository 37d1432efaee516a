import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Instant } from '../../../../kernel/day.ts'

export type SealRow = {
  readonly recordId: string
  readonly state: 'sealed_b_b' | 'sealed_b_t' | 'not_sealed'
  readonly problem: string
  readonly fingerprint: string
  readonly sha256: string | null
  readonly evidenceId: string | null
  readonly sealedAt: Instant
}

/** The seal of each record, or the last attempt at one. */
export async function selectSeals(
  tx: Transaction,
  recordIds: readonly string[],
): Promise<SealRow[]> {
  const { rows } = await sql<SealRow>`
    select distinct on (record_id) record_id, state, problem, fingerprint, sha256, evidence_id,
      sealed_at
    from record_seals where record_id = any(${recordIds}::uuid[])
    order by record_id, state = 'not_sealed', sealed_at desc, id desc`.execute(tx)
  return rows
}

/** Keeps an attempt; false when the record has its seal already. */
export async function insertSeal(
  tx: Transaction,
  row: Insertable<Schema['recordSeals']>,
): Promise<void> {
  await tx.insertInto('recordSeals').values(row).execute()
}

export type AuditRow = {
  readonly at: Instant
  readonly name: string
  readonly byId: string | null
  readonly byName: string | null
}

/** What the history has of a record and of the links to it, oldest first. */
export async function selectHistory(tx: Transaction, recordId: string): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select e.at, e.name, e.actor_id as by_id, p.name as by_name
    from events e left join people p on p.id = e.actor_id and e.actor_kind = 'person'
    where e.subject_kind in ('record', 'link') and e.subject_id = any(array(
        select l.id from signed_links l
        where l.organisation_id = e.organisation_id and l.subject_kind = 'record'
          and l.subject_id = ${recordId}) || ${recordId}::uuid)
    order by e.at, e.id limit 300`.execute(tx)
  return rows
}

type Asked = { readonly emailHash: string; readonly since: Instant }

/** When one of these addresses of a customer was reported as not reachable, each from a moment on. */
export async function selectBounces(
  tx: Transaction,
  customerId: string,
  asked: readonly Asked[],
): Promise<AuditRow[]> {
  const hashes = asked.map(({ emailHash }) => emailHash)
  const moments = asked.map(({ since }) => since)
  const { rows } = await sql<AuditRow>`
    select distinct e.at, e.name, null::uuid as by_id, null::text as by_name
    from events e join unnest(${hashes}::text[], ${moments}::timestamptz[]) as a (hash, since)
      on a.hash = e.data ->> 'emailHash' and e.at >= a.since
    where e.customer_id = ${customerId} and e.name = 'contact.bounced'
    order by e.at limit 50`.execute(tx)
  return rows
}

export async function selectEvidenceFile(tx: Transaction, evidenceId: string) {
  const { rows } = await sql<{ sha256: string; name: string; bytes: number }>`
    select f.sha256, f.name, f.bytes from evidence v join files f on f.id = v.file_id
    where v.id = ${evidenceId}`.execute(tx)
  return rows[0]
}
