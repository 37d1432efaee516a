import { sql, type Updateable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Reason } from '../../gate/rules/reasons.ts'

const READY = sql`decision in ('message', 'task', 'decision_needed') and state = 'planned'
  and (not needs_approval or approved_by is not null)`

/** How many messages go when the run is approved now. */
export async function countReady(tx: Transaction, runId: string): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    select count(*)::integer as messages from run_entries
    where run_id = ${runId} and decision = 'message' and ${READY}`.execute(tx)
  return rows[0]?.messages ?? 0
}

export async function approveEntries(tx: Transaction, runId: string): Promise<void> {
  await sql`update run_entries set state = 'approved'
    where run_id = ${runId} and ${READY}`.execute(tx)
}

export async function takeBackEntries(tx: Transaction, runId: string): Promise<void> {
  await sql`update run_entries set state = 'planned'
    where run_id = ${runId} and state = 'approved'`.execute(tx)
}

/** Whether anything of the run has been acted on. */
export async function hasBegun(tx: Transaction, runId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from run_entries where run_id = ${runId}
      and state in ('sent', 'suppressed', 'task_made', 'failed') limit 1`.execute(tx)
  return rows.length > 0
}

export async function stopEntries(
  tx: Transaction,
  runId: string,
  outcome: readonly Reason[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update run_entries set state = 'suppressed', outcome = ${JSON.stringify(outcome)}::jsonb
    where run_id = ${runId} and state in ('planned', 'approved') and decision <> 'held'
    returning id`.execute(tx)
  return rows.length
}

/** Messages of a run that are claimed and that nobody is handing over yet. */
export async function selectWaitingMessages(tx: Transaction, runId: string) {
  const { rows } = await sql<{
    id: string
    customerId: string
    contactId: string | null
    runEntryId: string | null
  }>`
    select m.id, m.customer_id, m.contact_id, m.run_entry_id
    from messages m join run_entries e on e.id = m.run_entry_id
    where e.run_id = ${runId} and m.state = 'claimed'
    order by m.id for no key update of m`.execute(tx)
  return rows
}

const ENTRY = [
  'id',
  'customerId',
  'decision',
  'state',
  'stepKey',
  'needsApproval',
  'approvedBy',
] as const

export type EntryRow = {
  readonly id: string
  readonly customerId: string
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly state: string
  readonly stepKey: string | null
  readonly needsApproval: boolean
  readonly approvedBy: string | null
}

export function selectEntryForUpdate(
  tx: Transaction,
  runId: string,
  entryId: string,
): Promise<EntryRow | undefined> {
  return tx
    .selectFrom('runEntries')
    .select(ENTRY)
    .where('id', '=', entryId)
    .where('runId', '=', runId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function setEntry(
  tx: Transaction,
  entryId: string,
  change: Updateable<Schema['runEntries']>,
): Promise<void> {
  await tx.updateTable('runEntries').set(change).where('id', '=', entryId).execute()
}

/** Customers of a run whose own money covers what they owe, and who have no task about it yet. */
export async function selectToAllocate(tx: Transaction, runId: string) {
  const { rows } = await sql<{
    entryId: string
    customerId: string
    ownerId: string | null
    collectorId: string | null
  }>`
    select e.id as entry_id, e.customer_id, c.owner_id, c.collector_id
    from run_entries e join customers c on c.id = e.customer_id
    where e.run_id = ${runId} and 'unapplied_cash_covers' = any(e.reason_codes)
      and not exists (select from tasks t where t.customer_id = e.customer_id
        and t.kind = 'allocation' and t.state = 'open')
    order by e.customer_id`.execute(tx)
  return rows
}
