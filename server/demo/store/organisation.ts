import { sql } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'

/** Demo organisations, and whether their books were ever filled. */
export async function selectDemos(db: Database): Promise<{ id: string }[]> {
  return db.selectFrom('organisations').where('isDemo', '=', true).select('id').execute()
}

export async function hasCustomers(tx: Transaction, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers')
    .where('organisationId', '=', organisationId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The demo's accounting reports in: its figures are as fresh as those of a connected system. */
export async function freshenSources(
  tx: Transaction,
  organisationId: string,
  fresh: { readonly at: Instant; readonly paymentsUntil: Day },
): Promise<void> {
  await tx
    .updateTable('sources')
    .set({ ledgerSyncedAt: fresh.at, paymentsConsideredUntil: fresh.paymentsUntil })
    .where('organisationId', '=', organisationId)
    .where('kind', '=', 'demo')
    .execute()
}

/** The calendar that nobody reads is as fresh as one that is read; one that somebody put in stays as it is. */
export async function freshenCalendars(tx: Transaction, organisationId: string, at: Instant) {
  await sql`
    update meeting_feeds set tried_at = ${at}, read_at = ${at}
    where organisation_id = ${organisationId} and next_read_at > ${at}::timestamptz + interval '1 year'`.execute(
    tx,
  )
}

/** Lets the planner know what has just come in, instead of after autovacuum's next round. */
export async function analyze(owner: Database): Promise<void> {
  await sql`analyze`.execute(owner)
}

/** Tables with rows of organisations, those that refer to others before those. */
export async function selectTenantTables(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string; refersTo: string[] }>`
    select c.relname as name, array(
      select distinct f.confrelid::regclass::text from pg_constraint f
      where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as refers_to
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(owner)
  const left = new Map(rows.map(({ name, refersTo }) => [name, refersTo]))
  const ordered: string[] = []
  while (left.size > 0) {
    const referred = new Set([...left.values()].flat())
    const free = [...left.keys()].filter((name) => !referred.has(name))
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    for (const name of free) left.delete(name)
    ordered.push(...free)
  }
  return ordered
}

export async function deleteFrom(tx: Transaction, table: string, organisationId: string) {
  await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId}`.execute(tx)
}

export async function deleteOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  await tx.deleteFrom('organisations').where('id', '=', organisationId).execute()
}
