import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { ReasonCode } from '../../gate/rules/reasons.ts'

export type TaskKind = Schema['tasks']['kind']

export async function insertTask(tx: Transaction, row: Insertable<Schema['tasks']>): Promise<void> {
  await tx.insertInto('tasks').values(row).execute()
}

export async function selectTask(tx: Transaction, id: string) {
  return tx
    .selectFrom('tasks')
    .select(['id', 'customerId', 'state', 'kind', 'stepKey'])
    .where('id', '=', id)
    .executeTakeFirst()
}

type Closing = { readonly outcome: string; readonly at: Instant; readonly by: string }

export async function closeTask(tx: Transaction, id: string, closing: Closing): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({
      state: 'done',
      outcome: closing.outcome,
      closedAt: closing.at,
      closedBy: closing.by,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function reopenTask(tx: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ state: 'open', outcome: '', closedAt: null, closedBy: null })
    .where('id', '=', id)
    .where('state', '!=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Tasks that a playbook made for debts of which none is late any more. */
export async function selectSettledTasks(tx: Transaction, organisationId: string, today: Day) {
  const { rows } = await sql<{ id: string; customerId: string; kind: string }>`
    select t.id, t.customer_id, t.kind from tasks t
    where t.organisation_id = ${organisationId} and t.state = 'open' and t.step_key is not null
      and t.kind in ('call', 'visit', 'letter', 'sms', 'decision', 'contact')
      and not exists (select from open_items i
        where i.customer_id = t.customer_id and i.closed_on is null and i.open_minor > 0
          and i.due_on < ${today}::date)
    order by t.id`.execute(tx)
  return rows
}

export async function dropTask(
  tx: Transaction,
  id: string,
  { outcome, at }: { readonly outcome: string; readonly at: Instant },
): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ state: 'dropped', outcome, closedAt: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

export async function assignTask(
  tx: Transaction,
  id: string,
  assigneeId: string | null,
): Promise<void> {
  await tx.updateTable('tasks').set({ assigneeId }).where('id', '=', id).execute()
}

export type TaskQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly state: 'open' | 'done'
  readonly customer?: string | undefined
  readonly assignee?: string | undefined
  readonly kind?: string | undefined
  readonly after: readonly [day: string, id: string] | null
  readonly limit: number
}

export type TaskRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly kind: TaskKind
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly dueOn: Day
  readonly note: string
  readonly reason: ReasonCode | ''
  readonly state: 'open' | 'done' | 'dropped'
  readonly outcome: string
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly messageId: string | null
}

export async function selectTasks(tx: Transaction, query: TaskQuery): Promise<TaskRead[]> {
  const { owners, state, customer, assignee, kind, after } = query
  const { rows } = await sql<TaskRead>`
    select t.id, t.customer_id, c.name as customer_name, t.kind, t.lane, t.due_on, t.note, t.reason, t.state,
      t.outcome, t.assignee_id, a.name as assignee_name, t.message_id
    from tasks t
    join customers c on c.id = t.customer_id
    left join people a on a.id = t.assignee_id
    where t.organisation_id = ${query.organisationId} and (t.state = 'open') = ${state === 'open'}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${customer ?? null}::uuid is null or t.customer_id = ${customer ?? null})
      and (${assignee ?? null}::uuid is null or t.assignee_id = ${assignee ?? null})
      and (${kind ?? null}::text is null or t.kind = ${kind ?? null})
      and (${after?.[0] ?? null}::date is null
        or (t.due_on, t.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by t.due_on, t.id
    limit ${query.limit + 1}`.execute(tx)
  return rows
}

export async function hasOpenTask(
  tx: Transaction,
  customerId: string,
  kind: Schema['tasks']['kind'],
): Promise<boolean> {
  const row = await tx
    .selectFrom('tasks')
    .select('id')
    .where('customerId', '=', customerId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}
