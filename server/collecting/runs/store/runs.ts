import { sql, type Insertable, type Updateable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Plan } from '../rules/plan.ts'

export type RunRow = {
  readonly id: string
  readonly organisationId: string
  readonly legalEntityId: string
  readonly onDay: Day
  readonly state: Schema['runs']['state']
  readonly plannedBy: string | null
  readonly approvedBy: string | null
  readonly undoUntil: Instant | null
}

const RUN = ['id', 'organisationId', 'legalEntityId', 'onDay', 'state'] as const
const RUN_PEOPLE = ['plannedBy', 'approvedBy', 'undoUntil'] as const

/** Begins a run unless there is one of that day already; says which one it is. */
export async function insertRun(
  tx: Transaction,
  row: Insertable<Schema['runs']>,
): Promise<{ id: string; isNew: boolean }> {
  const inserted = await sql<{ id: string }>`
    insert into runs (id, organisation_id, legal_entity_id, on_day, state, planned_by, created_at)
    values (${row.id}, ${row.organisationId}, ${row.legalEntityId}, ${row.onDay}::date, 'planning',
      ${row.plannedBy ?? null}, ${row.createdAt})
    on conflict (organisation_id, legal_entity_id, on_day)
      where state not in ('cancelled', 'failed') do nothing
    returning id`.execute(tx)
  const [fresh] = inserted.rows
  if (fresh) return { id: fresh.id, isNew: true }
  const { id } = await tx
    .selectFrom('runs')
    .select('id')
    .where('organisationId', '=', row.organisationId)
    .where('legalEntityId', '=', row.legalEntityId)
    .where('onDay', '=', row.onDay)
    .where('state', 'not in', ['cancelled', 'failed'])
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}

export function selectRunForUpdate(tx: Transaction, id: string): Promise<RunRow | undefined> {
  return tx
    .selectFrom('runs')
    .select([...RUN, ...RUN_PEOPLE])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export function selectRun(tx: Transaction, id: string): Promise<RunRow | undefined> {
  return tx
    .selectFrom('runs')
    .select([...RUN, ...RUN_PEOPLE])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function finishPlanning(
  tx: Transaction,
  id: string,
  plan: Plan,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('runs')
    .set({ state: 'planned', summary: JSON.stringify(plan), plannedAt: at })
    .where('id', '=', id)
    .execute()
}

export async function setRunState(
  tx: Transaction,
  id: string,
  change: Updateable<Schema['runs']>,
): Promise<void> {
  await tx.updateTable('runs').set(change).where('id', '=', id).execute()
}

/** How many messages the latest runs of a company sent or meant to send, newest first. */
export async function selectVolumes(
  tx: Transaction,
  { legalEntityId, before }: { legalEntityId: string; before: Day },
): Promise<number[]> {
  const { rows } = await sql<{ messages: number }>`
    select coalesce((summary -> 'counts' ->> 'message')::integer, 0) as messages from runs
    where legal_entity_id = ${legalEntityId} and on_day < ${before}::date and state = 'sent'
    order by on_day desc limit 10`.execute(tx)
  return rows.map(({ messages }) => messages)
}

/** Runs of earlier days that nobody sent: their steps are open and planned afresh. */
export async function supersedeRuns(
  tx: Transaction,
  { legalEntityId, before }: { legalEntityId: string; before: Day },
  at: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update runs set state = 'cancelled', finished_at = ${at}, failure = 'superseded'
    where legal_entity_id = ${legalEntityId} and on_day < ${before}::date
      and state in ('planning', 'planned')
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What was reached while messages went to ourselves never happened to the customers. */
export async function releaseTestSteps(
  tx: Transaction,
  organisationId: string,
  at: Instant,
): Promise<void> {
  await sql`update reached_steps set released_at = ${at}
    where organisation_id = ${organisationId} and is_test and released_at is null`.execute(tx)
}
