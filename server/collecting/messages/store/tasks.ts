import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type NewTask = {
  readonly id: string
  readonly customerId: string
  readonly kind: Schema['tasks']['kind']
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly stepKey: string | null
  readonly playbookId: string | null
  readonly cycle: string
  readonly runEntryId: string | null
  readonly messageId: string | null
  readonly assigneeId: string | null
  readonly dueOn: Day
  readonly note: string
  /** Why a person does what was to go by mail: a reason's code; left out, there is none. */
  readonly reason?: string
}

/**
 * Makes tasks, each once: the answers are the ids that stand, in the order asked. An address that was
 * not found after all is looked for again.
 */
export async function insertTasks(
  tx: Transaction,
  { organisationId, at }: { organisationId: string; at: Instant },
  tasks: readonly NewTask[],
): Promise<{ id: string; isNew: boolean }[]> {
  if (tasks.length === 0) return []
  const of = <Value>(read: (task: NewTask) => Value) => tasks.map(read)
  const inserted = await sql<{ id: string }>`
    insert into tasks (organisation_id, created_at, id, customer_id, kind, lane, step_key,
      playbook_id, cycle, run_entry_id, message_id, assignee_id, due_on, note, reason)
    select ${organisationId}::uuid, ${at}::timestamptz, t.*
    from unnest(${of((t) => t.id)}::uuid[], ${of((t) => t.customerId)}::uuid[],
      ${of((t) => t.kind)}::text[], ${of((t) => t.lane)}::text[], ${of((t) => t.stepKey)}::text[],
      ${of((t) => t.playbookId)}::uuid[], ${of((t) => t.cycle)}::text[],
      ${of((t) => t.runEntryId)}::uuid[], ${of((t) => t.messageId)}::uuid[],
      ${of((t) => t.assigneeId)}::uuid[], ${of((t) => t.dueOn)}::date[],
      ${of((t) => t.note)}::text[], ${of((t) => t.reason ?? '')}::text[]) as t
    on conflict on constraint tasks_one_per_step do update
      set state = 'open', outcome = '', due_on = excluded.due_on, closed_at = null, closed_by = null
      where tasks.kind = 'contact' and tasks.state <> 'open'
    returning id`.execute(tx)
  const isNew = new Set(inserted.rows.map(({ id }) => id))
  if (isNew.size === tasks.length) return tasks.map(({ id }) => ({ id, isNew: true }))
  const standing = await sql<{ place: number; id: string }>`
    select w.place::integer as place, t.id
    from unnest(${of((t) => t.customerId)}::uuid[], ${of((t) => t.kind)}::text[],
      ${of((t) => t.stepKey)}::text[], ${of((t) => t.playbookId)}::uuid[],
      ${of((t) => t.cycle)}::text[]) with ordinality as w (customer_id, kind, step_key, playbook_id, cycle, place)
    join tasks t on t.customer_id = w.customer_id and t.kind = w.kind and t.step_key = w.step_key
      and t.playbook_id = w.playbook_id and t.cycle = w.cycle`.execute(tx)
  const known = new Map(standing.rows.map(({ place, id }) => [place - 1, id]))
  return tasks.map(({ id }, index) =>
    isNew.has(id) ? { id, isNew: true } : { id: known.get(index) ?? id, isNew: false },
  )
}

export async function closeTasksOfMessage(
  tx: Transaction,
  messageId: string,
  closing: { outcome: string; at: Instant; by: string | null },
): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({
      state: 'done',
      outcome: closing.outcome,
      closedAt: closing.at,
      closedBy: closing.by,
    })
    .where('messageId', '=', messageId)
    .where('kind', 'in', ['unknown_message', 'letter'])
    .where('playbookId', 'is', null)
    .where('state', '=', 'open')
    .execute()
}

type Carers = {
  readonly ownerId: string | null
  readonly collectorId: string | null
  /** Of the company that is owed. */
  readonly timeZone: string
}

/** Who looks after a customer: whoever owns the relationship, else whoever collects. */
export async function selectCarers(
  tx: Transaction,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Carers>> {
  const { rows } = await sql<Carers & { id: string }>`
    select c.id, c.owner_id, c.collector_id, e.time_zone
    from customers c join legal_entities e on e.id = c.legal_entity_id
    where c.id = any(${customerIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...carers }) => [id, carers]))
}

export async function markAddressBounced(
  tx: Transaction,
  contactId: string,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ emailBouncedAt: at })
    .where('id', '=', contactId)
    .where('emailBouncedAt', 'is', null)
    .execute()
}
