import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'

export type EvidenceKind = Schema['evidence']['kind']

export type EvidenceRow = {
  readonly id: string
  readonly customerId: string
  readonly receivableId: string | null
  readonly receivableNumber: string | null
  readonly kind: EvidenceKind
  readonly isSigned: boolean
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly addedAt: Instant
  readonly addedById: string | null
  readonly addedByName: string | null
}

const EVIDENCE = sql`
  select v.id, v.customer_id, v.receivable_id, r.number as receivable_number, v.kind, v.is_signed,
    f.name, f.media_type, f.bytes, f.sha256, v.added_at, v.added_by as added_by_id,
    p.name as added_by_name
  from evidence v join files f on f.id = v.file_id
  join customers c on c.id = v.customer_id
  left join receivables r on r.id = v.receivable_id
  left join people p on p.id = v.added_by`

export async function selectEvidenceOf(
  tx: Transaction,
  customerId: string,
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    ${EVIDENCE} where v.customer_id = ${customerId} and v.removed_at is null
    order by v.id desc limit 1000`.execute(tx)
  return rows
}

/** One document, if it is of a customer of the actor's scope. */
export async function selectEvidence(
  tx: Transaction,
  evidenceId: string,
  owners: readonly string[] | null,
): Promise<EvidenceRow | undefined> {
  const { rows } = await sql<EvidenceRow>`
    ${EVIDENCE} where v.id = ${evidenceId} and v.removed_at is null
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`.execute(tx)
  return rows[0]
}

/** The same bytes as the same kind of evidence at the same place. */
export async function selectTwin(
  tx: Transaction,
  sought: { customerId: string; receivableId: string | null; kind: string; sha256: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select v.id from evidence v join files f on f.id = v.file_id
    where v.customer_id = ${sought.customerId} and v.removed_at is null
      and v.receivable_id is not distinct from ${sought.receivableId}
      and v.kind = ${sought.kind} and f.sha256 = ${sought.sha256} limit 1`.execute(tx)
  return rows[0]?.id
}

export async function insertFile(tx: Transaction, row: Insertable<Schema['files']>): Promise<void> {
  await tx.insertInto('files').values(row).execute()
}

export async function insertEvidence(
  tx: Transaction,
  row: Insertable<Schema['evidence']>,
): Promise<void> {
  await tx.insertInto('evidence').values(row).execute()
}

export async function removeEvidence(
  tx: Transaction,
  evidenceId: string,
  at: Instant,
): Promise<void> {
  await tx.updateTable('evidence').set({ removedAt: at }).where('id', '=', evidenceId).execute()
}

export async function hasReceivable(
  tx: Transaction,
  receivableId: string,
  customerId: string,
): Promise<boolean> {
  const query = tx.selectFrom('receivables').select('id').where('id', '=', receivableId)
  return (await query.where('customerId', '=', customerId).executeTakeFirst()) !== undefined
}

export type DocumentKinds = {
  readonly receivableId: string
  readonly number: string
  readonly kinds: string[]
}

/** The kinds of evidence that each open invoice has; what the account has counts for each. */
export async function selectKindsOfOpen(
  tx: Transaction,
  customerId: string,
): Promise<DocumentKinds[]> {
  const { rows } = await sql<DocumentKinds>`
    select r.id as receivable_id, r.number, array(
      select distinct v.kind from evidence v
      where v.customer_id = r.customer_id and v.removed_at is null
        and (v.receivable_id = r.id or v.receivable_id is null)) as kinds
    from (select distinct receivable_id from open_items
      where customer_id = ${customerId} and closed_on is null) i
    join receivables r on r.id = i.receivable_id
    where r.kind in ('invoice', 'debit_note')
    order by r.issued_on, r.number`.execute(tx)
  return rows
}
