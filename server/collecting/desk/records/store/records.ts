import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Day, Instant } from '../../../../kernel/day.ts'
import type { Jurisdiction } from '../rules/jurisdictions.ts'

export type RecordRow = {
  readonly id: string
  readonly organisationId: string
  readonly customerId: string
  readonly customerName: string
  readonly kind: 'conversation' | 'acknowledgement'
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly jurisdiction: Jurisdiction
  readonly snapshot: string
  readonly documentHash: string
  readonly signer: string
  readonly promiseId: string | null
  readonly planId: string | null
  readonly madeById: string
  readonly madeByName: string
  readonly madeAt: Instant
  readonly supersedesId: string | null
  readonly successorId: string | null
  readonly isSuccessorSigned: boolean
  readonly isSigned: boolean
  readonly ending: 'refused' | 'withdrawn' | null
  /** The state of the promise or plan that it repeats. */
  readonly commitment: string | null
  /** Whether it names open items, and nothing of them is left. */
  readonly isSettled: boolean
}

const RECORD = sql`
  select r.id, r.organisation_id, r.customer_id, c.name as customer_name, r.kind, r.language,
    r.jurisdiction, r.snapshot, r.document_hash, r.signer, r.promise_id, r.plan_id,
    r.made_by as made_by_id, p.name as made_by_name, r.made_at, r.supersedes_id,
    n.id as successor_id, coalesce(l.is_signed, false) as is_successor_signed,
    s.id is not null as is_signed, e.kind as ending,
    coalesce(pr.state, pl.state) as commitment,
    cardinality(r.open_item_ids) > 0 and not exists (
      select from open_items i where i.id = any(r.open_item_ids) and i.closed_on is null)
      as is_settled
  from records r
  join customers c on c.id = r.customer_id
  join people p on p.id = r.made_by
  left join promises pr on pr.id = r.promise_id
  left join plans pl on pl.id = r.plan_id
  left join records n on n.supersedes_id = r.id
  left join lateral (
    with recursive later as (
      select n.id
      union all
      select m.id from records m join later on m.supersedes_id = later.id
    )
    select bool_or(exists(select from record_signatures ls where ls.record_id = later.id))
      as is_signed from later) l on n.id is not null
  left join record_signatures s on s.record_id = r.id
  left join record_endings e on e.record_id = r.id`

export async function selectRecord(tx: Transaction, id: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`${RECORD} where r.id = ${id}`.execute(tx)
  return rows[0]
}

export async function selectRecordsOf(tx: Transaction, customerId: string): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    ${RECORD} where r.customer_id = ${customerId} order by r.made_at desc, r.id desc limit 200`.execute(
    tx,
  )
  return rows
}

export async function insertRecord(
  tx: Transaction,
  row: Insertable<Schema['records']>,
): Promise<void> {
  await tx.insertInto('records').values(row).execute()
}

/** What a record takes the place of, and what that took the place of, as far back as it goes. */
export async function selectReplaced(tx: Transaction, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive earlier as (
      select supersedes_id as id from records where id = ${id}
      union all
      select r.supersedes_id from records r join earlier on r.id = earlier.id
    )
    select id from earlier where id is not null`.execute(tx)
  return rows.map((row) => row.id)
}

/** The customer, held until the transaction ends: whoever signs, refuses or withdraws takes turns. */
export async function holdCustomer(tx: Transaction, customerId: string): Promise<void> {
  await sql`select from customers where id = ${customerId} for no key update`.execute(tx)
}

export type SignatureRow = {
  readonly recordId: string
  readonly how: 'device' | 'link'
  readonly method: 'drawn' | 'typed'
  readonly signer: string
  readonly linkId: string | null
  readonly isTest: boolean
  readonly signedAt: Instant
  readonly witnessId: string | null
  readonly witnessName: string | null
}

export async function selectSignatures(
  tx: Transaction,
  recordIds: readonly string[],
): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    select s.record_id, s.how, s.method, s.signer, s.link_id, s.is_test, s.signed_at,
      s.witnessed_by as witness_id, p.name as witness_name
    from record_signatures s left join people p on p.id = s.witnessed_by
    where s.record_id = any(${recordIds}::uuid[])`.execute(tx)
  return rows
}

export async function insertSignature(
  tx: Transaction,
  row: Insertable<Schema['recordSignatures']>,
): Promise<void> {
  await tx.insertInto('recordSignatures').values(row).execute()
}

export async function insertEnding(
  tx: Transaction,
  row: Insertable<Schema['recordEndings']>,
): Promise<void> {
  await tx.insertInto('recordEndings').values(row).execute()
}

export async function selectEnding(tx: Transaction, recordId: string) {
  const { rows } = await sql<{
    kind: 'refused' | 'withdrawn'
    why: string
    origin: string
    endedAt: Instant
    byId: string | null
    byName: string | null
  }>`
    select e.kind, e.why, e.origin, e.ended_at, e.ended_by as by_id, p.name as by_name
    from record_endings e left join people p on p.id = e.ended_by
    where e.record_id = ${recordId}`.execute(tx)
  return rows[0]
}

export async function insertRestarts(
  tx: Transaction,
  rows: readonly Insertable<Schema['limitationRestarts']>[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('limitationRestarts')
      .values([...rows])
      .execute()
}

export async function selectRestarts(tx: Transaction, recordId: string) {
  const { rows } = await sql<{ number: string; source: string; endsOn: Day | null }>`
    select r.number, l.source, l.ends_on
    from limitation_restarts l join receivables r on r.id = l.receivable_id
    where l.record_id = ${recordId} order by r.number`.execute(tx)
  return rows
}

export async function selectOrganisation(tx: Transaction, id: string) {
  return tx
    .selectFrom('organisations')
    .select(['name', 'timeZone', 'reportingCurrency'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
