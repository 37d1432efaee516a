import { sql } from 'kysely'

import type { Database, Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

/** Whether a company had a run on a day, whatever became of it. */
export async function hasRunOn(
  tx: Transaction,
  legalEntityId: string,
  onDay: Day,
): Promise<boolean> {
  const row = await tx
    .selectFrom('runs')
    .select('id')
    .where('legalEntityId', '=', legalEntityId)
    .where('onDay', '=', onDay)
    .executeTakeFirst()
  return row !== undefined
}

/** What a planned run would send; nothing when it is not waiting to be approved. */
export async function selectPlanned(tx: Transaction, runId: string) {
  const { rows } = await sql<{ messages: number; isUnusual: boolean; plannedBy: string | null }>`
    select (select count(*)::integer from run_entries e where e.run_id = r.id
        and e.decision = 'message' and e.state = 'planned' and not e.needs_approval) as messages,
      (r.summary ->> 'isUnusual')::boolean as is_unusual, r.planned_by
    from runs r where r.id = ${runId} and r.state = 'planned'`.execute(tx)
  return rows[0]
}

export async function selectOrganisationIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
