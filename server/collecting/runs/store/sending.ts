import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { Reason } from '../../gate/rules/reasons.ts'

export type DueEntry = {
  readonly id: string
  readonly customerId: string
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly playbookId: string | null
  readonly stepKey: string | null
  readonly cycle: string | null
  readonly timeZone: string | null
  readonly isApproved: boolean
}

/** Takes approved entries whose time has come; what another worker has is passed over. */
export async function takeDueEntries(
  tx: Transaction,
  runId: string,
  { now, isTest, limit }: { now: Instant; isTest: boolean; limit: number },
): Promise<DueEntry[]> {
  const { rows } = await sql<DueEntry>`
    select id, customer_id, decision, playbook_id, step_key, cycle, time_zone,
      approved_by is not null as is_approved
    from run_entries
    where run_id = ${runId} and state = 'approved'
      and (send_at is null or send_at <= ${now} or ${isTest})
    order by send_at nulls first, id
    limit ${limit}
    for no key update skip locked`.execute(tx)
  return rows
}

type ToPrepare = {
  readonly after: string | null
  /** Only what is due later than this; null takes all. */
  readonly dueAfter: Instant | null
  readonly limit: number
}

/** The messages that have not left yet, in id order; one that needs approval as if it had it. */
export async function selectEntriesToPrepare(
  tx: Transaction,
  runId: string,
  { after, dueAfter, limit }: ToPrepare,
): Promise<DueEntry[]> {
  const { rows } = await sql<DueEntry>`
    select id, customer_id, decision, playbook_id, step_key, cycle, time_zone, true as is_approved
    from run_entries
    where run_id = ${runId} and decision = 'message' and state in ('planned', 'approved')
      and (${after}::uuid is null or id > ${after})
      and (${dueAfter}::timestamptz is null or send_at > ${dueAfter})
    order by id limit ${limit}`.execute(tx)
  return rows
}

/** Locks customers in the order in which everybody does: the company first, then ids. */
export async function lockCustomers(
  tx: Transaction,
  legalEntityId: string,
  customerIds: readonly string[],
): Promise<void> {
  await sql`select from legal_entities where id = ${legalEntityId} for share`.execute(tx)
  await sql`select from customers where id = any(${customerIds}::uuid[])
    order by id for no key update`.execute(tx)
}

export type EntryChange = {
  readonly id: string
  readonly state: 'approved' | 'sent' | 'suppressed' | 'task_made' | 'failed'
  readonly outcome: readonly Reason[]
  readonly sendAt: Instant | null
}

export async function updateEntries(
  tx: Transaction,
  changes: readonly EntryChange[],
): Promise<void> {
  if (changes.length === 0) return
  const of = <Value>(read: (change: EntryChange) => Value) => changes.map(read)
  await sql`
    update run_entries e set state = c.state, outcome = c.outcome,
      send_at = coalesce(c.send_at, e.send_at)
    from unnest(${of((c) => c.id)}::uuid[], ${of((c) => c.state)}::text[],
      ${of((c) => JSON.stringify(c.outcome))}::jsonb[], ${of((c) => c.sendAt)}::timestamptz[])
      as c (id, state, outcome, send_at)
    where e.id = c.id`.execute(tx)
}

/** What keeps a run from being over. */
export async function selectRest(tx: Transaction, runId: string) {
  const { rows } = await sql<{
    approved: number
    unfinished: number
    nextAt: Instant | null
  }>`
    select
      (select count(*) from run_entries where run_id = ${runId} and state = 'approved')::integer
        as approved,
      (select count(*) from messages m join run_entries e on e.id = m.run_entry_id
        where e.run_id = ${runId} and m.state in ('claimed', 'handed_over'))::integer as unfinished,
      (select min(send_at) from run_entries where run_id = ${runId} and state = 'approved')
        as next_at`.execute(tx)
  const [row] = rows
  return row ?? { approved: 0, unfinished: 0, nextAt: null }
}

/** Runs that have something to do now: entries whose time has come, or messages left behind. */
export async function selectRunsToContinue(
  tx: Transaction,
  organisationId: string,
  now: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from runs r
    where r.organisation_id = ${organisationId} and r.state = 'sending'
      and (r.undo_until is null or r.undo_until <= ${now})
    order by r.id`.execute(tx)
  return rows.map(({ id }) => id)
}
