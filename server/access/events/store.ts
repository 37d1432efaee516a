import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'

export type EventRow = Insertable<Schema['events']>

/** One statement whatever the number of rows. */
export async function insertEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  await inserting(rows).execute(tx)
}

function inserting(rows: readonly EventRow[]) {
  const column = (name: keyof EventRow) => rows.map((row) => row[name] ?? null)
  return sql`
    insert into events (id, organisation_id, at, name, actor_kind, actor_id, customer_id,
      subject_kind, subject_id, why, data)
    select * from unnest(${column('id')}::uuid[], ${column('organisationId')}::uuid[],
      ${column('at')}::timestamptz[], ${column('name')}::text[], ${column('actorKind')}::text[],
      ${column('actorId')}::uuid[], ${column('customerId')}::uuid[],
      ${column('subjectKind')}::text[], ${column('subjectId')}::uuid[], ${column('why')}::text[],
      ${column('data')}::jsonb[])`
}

/** The same, and those who watch the organisation hear of it when the transaction commits. */
export async function insertEventsAloud(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  const [first] = rows
  const names = [...new Set(rows.map(({ name }) => name))].slice(0, 20)
  const notice = JSON.stringify({
    organisationId: first?.organisationId,
    names,
    customerId: rows.length === 1 ? (first?.customerId ?? null) : null,
  })
  await sql`with written as (${inserting(rows)}) select pg_notify('live', ${notice})`.execute(tx)
}
