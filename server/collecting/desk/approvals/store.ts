import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Approver, Beyond } from '../mandates/rules.ts'
import type { Request } from './rules.ts'

export async function insertApproval(
  tx: Transaction,
  row: Insertable<Schema['approvals']>,
): Promise<void> {
  await tx.insertInto('approvals').values(row).execute()
}

export async function selectApproval(tx: Transaction, id: string) {
  return tx
    .selectFrom('approvals')
    .select(['id', 'customerId', 'kind', 'proposal', 'state', 'askedBy', 'approver', 'expiresAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type Closing = {
  readonly state: 'approved' | 'refused' | 'withdrawn' | 'expired'
  readonly at: Instant
  readonly by: string | null
  readonly note: string
  readonly how: 'app' | 'link' | null
}

/** Closes a request that still waits; tells whether it did. */
export async function closeApproval(tx: Transaction, id: string, end: Closing): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('approvals')
    .set({
      state: end.state,
      decidedAt: end.at,
      decidedBy: end.by,
      decisionNote: end.note,
      decidedHow: end.how,
    })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Requests that ran out, their customers locked in one order. */
export async function selectExpired(tx: Transaction, organisationId: string, now: Instant) {
  const { rows } = await sql<{ id: string; customerId: string; planId: string | null }>`
    select a.id, a.customer_id, a.proposal ->> 'planId' as plan_id
    from approvals a join customers c on c.id = a.customer_id
    where a.organisation_id = ${organisationId} and a.state = 'asked' and a.expires_at < ${now}
    order by a.customer_id, a.id
    for no key update of c`.execute(tx)
  return rows
}

export type ApprovalQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly id?: string | undefined
  readonly customer?: string | undefined
  readonly state?: string | undefined
  readonly askedBy?: string | undefined
  readonly after: readonly [at: string, id: string] | null
  readonly limit: number
}

export type ApprovalRead = Request & {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly kind: Schema['approvals']['kind']
  readonly proposal: unknown
  readonly beyond: Beyond[]
  readonly note: string
  readonly approver: Approver
  readonly askedByName: string | null
  readonly askedAt: Instant
  readonly decidedById: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Instant | null
  readonly decisionNote: string
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly promisesKept: number
  readonly promisesMissed: number
  /** Whoever insures the debt that is to be put off by instalments; else empty. */
  readonly insurer: string
}

export async function selectApprovals(
  tx: Transaction,
  query: ApprovalQuery,
  today: Day,
): Promise<ApprovalRead[]> {
  const { owners, id, customer, state, askedBy, after } = query
  const { rows } = await sql<ApprovalRead>`
    select a.id, a.customer_id, c.name as customer_name, a.kind, a.proposal, a.beyond, a.note,
      a.approver, a.state, a.asked_by, q.name as asked_by_name, a.asked_at, a.expires_at,
      a.decided_by as decided_by_id, d.name as decided_by_name, a.decided_at, a.decision_note,
      owes.owed_minor, owes.overdue_minor, kept.promises_kept, kept.promises_missed,
      case when a.kind = 'plan' and (c.insured_until is null or c.insured_until >= ${today})
        then c.insurer else '' end as insurer
    from approvals a
    join customers c on c.id = a.customer_id
    cross join lateral (
      select coalesce(sum(i.open_minor), 0)::bigint as owed_minor,
        coalesce(sum(i.open_minor) filter (where i.due_on < ${today}), 0)::bigint as overdue_minor
      from open_items i
      where i.customer_id = a.customer_id and i.closed_on is null and i.open_minor > 0
        and i.currency = coalesce(a.proposal -> 'promise' -> 'amount' ->> 'currency',
          a.proposal ->> 'currency')) owes
    cross join lateral (
      select (count(*) filter (where p.state = 'kept'))::integer as promises_kept,
        (count(*) filter (where p.state in ('broken', 'partly_kept')))::integer as promises_missed
      from promises p where p.customer_id = a.customer_id) kept
    left join people q on q.id = a.asked_by
    left join people d on d.id = a.decided_by
    where a.organisation_id = ${query.organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${id ?? null}::uuid is null or a.id = ${id ?? null})
      and (${customer ?? null}::uuid is null or a.customer_id = ${customer ?? null})
      and (${state ?? null}::text is null or a.state = ${state ?? null})
      and (${askedBy ?? null}::uuid is null or a.asked_by = ${askedBy ?? null})
      and (${after?.[0] ?? null}::timestamptz is null
        or (a.asked_at, a.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by a.asked_at desc, a.id desc
    limit ${query.limit + 1}`.execute(tx)
  return rows
}

type Background = {
  readonly organisationName: string
  readonly timeZone: string
  readonly overdue: readonly Money[]
  readonly brokenPromises: number
}

/** What whoever decides should know of the customer besides: what is late, what was not kept. */
export async function selectBackground(tx: Transaction, customerId: string): Promise<Background> {
  const { rows } = await sql<Background>`
    select o.name as organisation_name, o.time_zone,
      coalesce((select jsonb_agg(jsonb_build_object('currency', b.currency,
          'minor', b.overdue_minor) order by b.currency)
        from customer_balances b where b.customer_id = c.id and b.overdue_minor > 0),
        '[]'::jsonb) as overdue,
      (select count(*)::integer from promises p where p.customer_id = c.id
        and p.state in ('broken', 'partly_kept')) as broken_promises
    from customers c join organisations o on o.id = c.organisation_id
    where c.id = ${customerId}`.execute(tx)
  const [found] = rows
  if (!found) throw new Error(`no customer ${customerId}`)
  return found
}
