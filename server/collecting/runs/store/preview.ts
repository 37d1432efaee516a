import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'

export type EntryToShow = {
  readonly id: string
  readonly runId: string
  readonly legalEntityId: string
  readonly customerId: string
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly playbookId: string | null
  readonly stepKey: string | null
  readonly cycle: string | null
  readonly language: string | null
  readonly sendAt: Instant | null
  readonly timeZone: string | null
  readonly fromAddress: string
}

export async function selectEntryToShow(
  tx: Transaction,
  runId: string,
  entryId: string,
): Promise<EntryToShow | undefined> {
  const { rows } = await sql<EntryToShow>`
    select e.id, e.run_id, r.legal_entity_id, e.customer_id, e.decision, e.playbook_id, e.step_key,
      e.cycle, e.language, e.send_at, e.time_zone, coalesce(s.from_address, '') as from_address
    from run_entries e join runs r on r.id = e.run_id
    left join mail_settings s on s.organisation_id = e.organisation_id
    where e.run_id = ${runId} and e.id = ${entryId}`.execute(tx)
  return rows[0]
}
