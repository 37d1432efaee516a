import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Reason } from '../../gate/rules/reasons.ts'

/** The company of a customer whom these owners may see. */
export async function selectEntityOf(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
): Promise<string | undefined> {
  const { rows } = await sql<{ legalEntityId: string }>`
    select legal_entity_id from customers
    where id = ${customerId} and (${owners}::uuid[] is null or owner_id = any(${owners}::uuid[]))`.execute(
    tx,
  )
  return rows[0]?.legalEntityId
}

/** The numbers of a customer's open items, by item. */
export async function selectNumbers(
  tx: Transaction,
  customerId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select i.id, r.number from open_items i join receivables r on r.id = i.receivable_id
    where i.customer_id = ${customerId} and i.closed_on is null`.execute(tx)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export type PastEntry = {
  readonly runId: string
  readonly entryId: string
  readonly onDay: Day
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly state: string
  readonly stepKey: string | null
  readonly reasons: readonly Reason[]
}

/** What the latest runs decided for a customer, newest first; of a suppressed one why it was. */
export async function selectPastEntries(
  tx: Transaction,
  customerId: string,
  limit: number,
): Promise<PastEntry[]> {
  const { rows } = await sql<PastEntry>`
    select e.run_id, e.id as entry_id, r.on_day, e.decision, e.state, e.step_key,
      case when e.outcome = '[]'::jsonb then e.reasons else e.outcome end as reasons
    from run_entries e join runs r on r.id = e.run_id
    where e.customer_id = ${customerId} and r.state <> 'cancelled'
    order by r.on_day desc, e.id desc limit ${limit}`.execute(tx)
  return rows
}
