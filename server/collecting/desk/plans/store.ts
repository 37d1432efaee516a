import { sql, type Insertable, type RawBuilder } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import {
  statesBefore,
  type Instalment,
  type PlanItem,
  type PlannableItem,
  type PlanState,
} from './rules.ts'

/** The open items of a customer that a plan names, with what cannot go into it. */
export async function selectPlannable(
  tx: Transaction,
  customerId: string,
  {
    itemIds,
    exceptPlanIds,
  }: { readonly itemIds: readonly string[]; readonly exceptPlanIds: readonly string[] },
): Promise<PlannableItem[]> {
  const { rows } = await sql<PlannableItem>`
    select i.id as open_item_id, i.currency, i.open_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.receivable_id = i.receivable_id and d.state = 'open'), 0)::bigint as disputed_minor,
      exists (select from plan_items m join plans p on p.id = m.plan_id
        where m.open_item_id = i.id and p.id <> all(${[...exceptPlanIds]}::uuid[])
          and p.state in ('agreed', 'awaiting_approval')) as is_in_plan
    from open_items i
    where i.customer_id = ${customerId} and i.id = any(${itemIds}::uuid[])
      and i.closed_on is null and i.open_minor > 0`.execute(tx)
  return rows
}

type NewPlan = {
  readonly plan: Insertable<Schema['plans']> & { readonly id: string }
  readonly items: readonly PlanItem[]
  readonly instalments: readonly (Instalment & { readonly id: string })[]
}

export async function insertPlan(tx: Transaction, { plan, items, instalments }: NewPlan) {
  const { id: planId, organisationId } = plan
  await tx.insertInto('plans').values(plan).execute()
  await tx
    .insertInto('planItems')
    .values(
      items.map(({ openItemId, minor }) => ({
        organisationId,
        planId,
        openItemId,
        amountMinor: minor,
      })),
    )
    .execute()
  await tx
    .insertInto('planInstalments')
    .values(
      instalments.map(({ id, dueOn, minor }, at) => ({
        id,
        organisationId,
        planId,
        number: at + 1,
        dueOn,
        amountMinor: minor,
      })),
    )
    .execute()
}

export async function selectPlan(tx: Transaction, id: string) {
  return tx
    .selectFrom('plans')
    .select([
      'id',
      'customerId',
      'currency',
      'state',
      'totalMinor',
      'accelerates',
      'proposedBy',
      'approvalId',
      'replacesId',
      'waivesCharges',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The items and instalments of a plan, as they were proposed. */
export async function selectParts(
  tx: Transaction,
  planId: string,
): Promise<{ items: PlanItem[]; instalments: Instalment[] }> {
  const items = await tx
    .selectFrom('planItems')
    .select(['openItemId', 'amountMinor as minor'])
    .where('planId', '=', planId)
    .orderBy('openItemId')
    .execute()
  const instalments = await tx
    .selectFrom('planInstalments')
    .select(['dueOn', 'amountMinor as minor'])
    .where('planId', '=', planId)
    .orderBy('number')
    .execute()
  return { items, instalments }
}

/** The invoices of a plan of which something is open. */
export async function selectReceivableIds(tx: Transaction, planId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('planItems')
    .innerJoin('openItems', 'openItems.id', 'planItems.openItemId')
    .select('openItems.receivableId')
    .distinct()
    .where('planItems.planId', '=', planId)
    .where('openItems.openMinor', '>', 0)
    .orderBy('openItems.receivableId')
    .execute()
  return rows.map(({ receivableId }) => receivableId)
}

type Move = {
  readonly to: Exclude<PlanState, 'proposed' | 'awaiting_approval' | 'kept' | 'broken'>
  readonly on: Day
  readonly why?: string
}

/** Moves a plan to another state; tells whether it was in one from which it may. */
export async function movePlan(tx: Transaction, id: string, move: Move): Promise<boolean> {
  // Agreed anew after money went back is the clock's judgement.
  const from = statesBefore(move.to).filter((state) => move.to !== 'agreed' || state !== 'kept')
  const { numUpdatedRows } = await tx
    .updateTable('plans')
    .set({
      state: move.to,
      ...(move.to === 'agreed' ? { agreedOn: move.on } : { endedOn: move.on }),
      ...(move.why === undefined ? {} : { endedWhy: move.why }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is still open of what a plan covers. */
function openOf(planId: RawBuilder<unknown>) {
  return sql`(select coalesce(sum(least(greatest(i.open_minor, 0), m.amount_minor)), 0)::bigint
    from plan_items m join open_items i on i.id = m.open_item_id where m.plan_id = ${planId})`
}

type Progress = {
  readonly receivedMinor: number
  readonly openMinor: number
  readonly isBeingReplaced: boolean
  readonly instalments: { readonly id: string; readonly dueOn: Day; readonly minor: number }[]
}

/** What came for a plan so far, and what is open. */
export async function selectProgress(tx: Transaction, planId: string): Promise<Progress> {
  const instalments = await tx
    .selectFrom('planInstalments')
    .select(['id', 'dueOn', 'amountMinor as minor', 'receivedMinor'])
    .where('planId', '=', planId)
    .orderBy('number')
    .execute()
  const { rows } = await sql<{ openMinor: number; isBeingReplaced: boolean }>`
    select ${openOf(sql`${planId}::uuid`)} as open_minor, exists (select from plans n
      where n.replaces_id = ${planId} and n.state not in ('withdrawn', 'refused'))
      as is_being_replaced`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`no plan ${planId}`)
  const receivedMinor = instalments.reduce((sum, one) => sum + one.receivedMinor, 0)
  return { ...row, receivedMinor, instalments }
}

/** Open tasks that a plan or one of its instalments asked for: nobody has to do them any more. */
export async function selectTasksOf(
  tx: Transaction,
  planId: string,
): Promise<{ id: string; kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select t.id, t.kind from tasks t join plans p on p.customer_id = t.customer_id
    where p.id = ${planId} and t.state = 'open' and t.playbook_id is null and (
      (t.kind in ('insurer', 'letter') and t.cycle = p.id::text)
      or (t.kind = 'contact' and t.cycle in (select n.id::text from plan_instalments n
        where n.plan_id = p.id)))
    order by t.id`.execute(tx)
  return rows
}

export type PlanQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly customer?: string | undefined
  readonly state?: string | undefined
  readonly after: readonly [at: string, id: string] | null
  readonly limit: number
}

export type PlanRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly state: Schema['plans']['state']
  readonly currency: string
  readonly totalMinor: number
  readonly openMinor: number
  readonly items: { openItemId: string; number: string; minor: number }[]
  readonly instalments: {
    number: number
    dueOn: Day
    minor: number
    receivedMinor: number
    state: 'open' | 'kept' | 'partly_kept' | 'broken'
  }[]
  readonly waivesCharges: boolean
  readonly accelerates: boolean
  readonly note: string
  readonly proposedById: string | null
  readonly proposedByName: string | null
  readonly proposedAt: Instant
  readonly agreedOn: Day | null
  readonly endedOn: Day | null
  readonly endedWhy: string
  readonly approvalId: string | null
  readonly replacesId: string | null
  readonly replacedById: string | null
}

export async function selectPlans(tx: Transaction, query: PlanQuery): Promise<PlanRead[]> {
  const { owners, customer, state, after } = query
  const { rows } = await sql<PlanRead>`
    select p.id, p.customer_id, c.name as customer_name, p.state, p.currency, p.total_minor,
      (select json_agg(json_build_object('openItemId', m.open_item_id, 'number', r.number,
          'minor', m.amount_minor) order by i.due_on, m.open_item_id)
        from plan_items m join open_items i on i.id = m.open_item_id
        join receivables r on r.id = i.receivable_id where m.plan_id = p.id) as items,
      (select json_agg(json_build_object('number', n.number, 'dueOn', n.due_on,
          'minor', n.amount_minor, 'receivedMinor', n.received_minor, 'state', n.state)
          order by n.number)
        from plan_instalments n where n.plan_id = p.id) as instalments,
      p.waives_charges, p.accelerates, p.why as note, p.proposed_by as proposed_by_id,
      b.name as proposed_by_name, p.proposed_at, p.agreed_on, p.ended_on, p.ended_why,
      p.approval_id, p.replaces_id,
      (select n.id from plans n where n.replaces_id = p.id
        and n.state not in ('withdrawn', 'refused')) as replaced_by_id,
      ${openOf(sql.ref('p.id'))} as open_minor
    from plans p
    join customers c on c.id = p.customer_id
    left join people b on b.id = p.proposed_by
    where p.organisation_id = ${query.organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${customer ?? null}::uuid is null or p.customer_id = ${customer ?? null})
      and (${state ?? null}::text is null or p.state = ${state ?? null})
      and (${after?.[0] ?? null}::timestamptz is null
        or (p.proposed_at, p.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by p.proposed_at desc, p.id desc
    limit ${query.limit + 1}`.execute(tx)
  return rows
}

type Insurance = {
  readonly insurer: string
  readonly policy: string
  readonly collectorId: string | null
}

/** Who insures what a customer owes on a day; null when nobody does. */
export async function selectInsurance(
  tx: Transaction,
  customerId: string,
  today: Day,
): Promise<Insurance | null> {
  const row = await tx
    .selectFrom('customers')
    .select(['insurer', 'insurancePolicy as policy', 'collectorId'])
    .where('id', '=', customerId)
    .where('insurer', '<>', '')
    .where((where) =>
      where.or([where('insuredUntil', 'is', null), where('insuredUntil', '>=', today)]),
    )
    .executeTakeFirst()
  return row ?? null
}
