import { sql, type Selectable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Reason } from '../../gate/rules/reasons.ts'
import type { Entry } from '../rules/entry.ts'
import type { Plan } from '../rules/plan.ts'

export type RunView = {
  readonly id: string
  readonly legalEntityId: string
  readonly legalEntityName: string
  readonly onDay: Day
  readonly state: 'planning' | 'planned' | 'sending' | 'sent' | 'cancelled' | 'failed'
  readonly summary: Partial<Plan>
  readonly plannedAt: Instant | null
  readonly plannedBy: { id: string; name: string } | null
  readonly approvedAt: Instant | null
  readonly approvedBy: { id: string; name: string } | null
  readonly undoUntil: Instant | null
  readonly finishedAt: Instant | null
  readonly failure: string
  readonly isTest: boolean
}

const RUN = sql`
  select r.id, r.legal_entity_id, l.name as legal_entity_name, r.on_day, r.state, r.summary,
    r.planned_at, r.approved_at, r.undo_until, r.finished_at, r.failure, o.test_mode as is_test,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as planned_by,
    case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as approved_by
  from runs r join legal_entities l on l.id = r.legal_entity_id
  join organisations o on o.id = r.organisation_id
  left join people p on p.id = r.planned_by
  left join people a on a.id = r.approved_by`

export type RunQuery = {
  readonly organisationId: string
  readonly legalEntityId: string | null
  readonly onDay: Day | null
  readonly before: readonly [day: string, id: string] | null
  readonly limit: number
}

export async function selectRuns(tx: Transaction, query: RunQuery): Promise<RunView[]> {
  const { organisationId, legalEntityId, onDay, before, limit } = query
  const { rows } = await sql<RunView>`
    ${RUN} where r.organisation_id = ${organisationId}
      and (${legalEntityId}::uuid is null or r.legal_entity_id = ${legalEntityId}::uuid)
      and (${onDay}::date is null or r.on_day = ${onDay}::date)
      and (${before?.[0] ?? null}::date is null
        or (r.on_day, r.id) < (${before?.[0] ?? null}::date, ${before?.[1] ?? null}::uuid))
    order by r.on_day desc, r.id desc
    limit ${limit + 1}`.execute(tx)
  return rows
}

export async function selectRunView(tx: Transaction, id: string): Promise<RunView | undefined> {
  const { rows } = await sql<RunView>`${RUN} where r.id = ${id}`.execute(tx)
  return rows[0]
}

export type Progress = {
  readonly messages: number
  readonly waiting: number
  readonly waitingForHours: number
  readonly waitingForApproval: number
  readonly sent: number
  readonly suppressed: number
  readonly dropped: number
  readonly failed: number
  readonly tasksMade: number
  readonly accepted: number
  readonly refused: number
  readonly unknown: number
  readonly bounced: number
}

/** How far a run is: counts over its entries and their messages. */
export async function selectProgress(
  tx: Transaction,
  runId: string,
  now: Instant,
): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select
      count(*) filter (where e.decision = 'message' and e.state <> 'dropped') as messages,
      count(*) filter (where e.state = 'approved'
        or (e.state = 'sent' and m.state in ('claimed', 'handed_over'))) as waiting,
      count(*) filter (where e.state = 'approved' and e.send_at > ${now}) as waiting_for_hours,
      count(*) filter (where e.state = 'planned' and e.needs_approval and e.approved_by is null)
        as waiting_for_approval,
      count(*) filter (where e.state = 'sent') as sent,
      count(*) filter (where e.state = 'suppressed') as suppressed,
      count(*) filter (where e.state = 'dropped') as dropped,
      count(*) filter (where e.state = 'failed') as failed,
      count(*) filter (where e.state = 'task_made') as tasks_made,
      count(*) filter (where m.state in ('accepted', 'delivered')) as accepted,
      count(*) filter (where m.state = 'refused') as refused,
      count(*) filter (where m.state = 'unknown') as unknown,
      count(*) filter (where m.state = 'bounced') as bounced
    from run_entries e
    left join lateral (
      select state from messages where run_entry_id = e.id order by id desc limit 1
    ) m on e.decision = 'message'
    where e.run_id = ${runId} and e.decision <> 'held'`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('counts without a row')
  return row
}

export type EntryView = Omit<Entry, 'cycle' | 'level' | 'senderId' | 'contactId'> & {
  readonly id: string
  readonly state: Selectable<Schema['runEntries']>['state']
  readonly customerNumber: string
  readonly customerName: string
  /** Encrypted. */
  readonly contactName: string | null
  readonly senderName: string | null
  readonly isApproved: boolean
  readonly messageId: string | null
  readonly taskId: string | null
  readonly outcome: readonly Reason[]
  readonly totals: readonly Money[]
}

const ENTRY = sql`
  select e.id, e.customer_id, c.number as customer_number, c.name as customer_name, e.decision,
    e.state, e.playbook_id, e.playbook_version, e.step_key, e.step_name, e.lane, e.channel,
    e.task_kind, e.template_key, e.language, k.name as contact_name, p.name as sender_name, e.totals,
    e.item_count, e.oldest_due_on, e.reasons, e.needs_approval, e.approved_by is not null as is_approved,
    e.send_at, e.time_zone, e.outcome,
    (select m.id from messages m where m.run_entry_id = e.id order by m.id desc limit 1) as message_id,
    (select t.id from tasks t where t.run_entry_id = e.id order by t.id desc limit 1) as task_id
  from run_entries e join customers c on c.id = e.customer_id
  left join contacts k on k.id = e.contact_id
  left join people p on p.id = e.sender_id`

export type EntryQuery = {
  readonly runId: string
  readonly decision: string | null
  readonly reason: string | null
  readonly stepKey: string | null
  readonly state: string | null
  readonly needsApproval: boolean | null
  readonly after: string | null
  readonly limit: number
}

/** Entries by id: the order in which the run decided them. */
export async function selectEntries(tx: Transaction, query: EntryQuery): Promise<EntryView[]> {
  const { runId, decision, reason, stepKey, state, needsApproval, after, limit } = query
  const { rows } = await sql<EntryView>`
    ${ENTRY} where e.run_id = ${runId}
      and (${decision}::text is null or e.decision = ${decision})
      and (${reason}::text is null or e.reasons -> 0 ->> 'code' = ${reason})
      and (${stepKey}::text is null or e.step_key = ${stepKey})
      and (${state}::text is null or e.state = ${state})
      and (${needsApproval}::boolean is null or e.needs_approval = ${needsApproval})
      and (${after}::uuid is null or e.id > ${after}::uuid)
    order by e.id limit ${limit + 1}`.execute(tx)
  return rows
}
