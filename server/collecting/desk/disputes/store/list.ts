import { sql, type Selectable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/day.ts'
import { joinOwnerOn } from '../../../../ledger/index.ts'
import type { Disputes } from './disputes.ts'

export type DisputeQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly today: Day
  readonly customer?: string | undefined
  readonly state?: 'open' | 'resolved' | undefined
  /** Whose: they own it. */
  readonly ownerId?: string | undefined
  readonly isOverdue: boolean
  readonly department?: string | undefined
  readonly reason?: string | undefined
  readonly resolution?: string | undefined
  readonly currency?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly seller?: string | undefined
  readonly id?: string | undefined
  readonly after: readonly [day: string, id: string] | null
  readonly limit: number
}

export type DisputeRead = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly receivableId: string
  readonly number: string
  readonly reason: Disputes['reason']
  readonly amountMinor: number
  readonly currency: string
  readonly note: string
  readonly department: Selectable<Disputes>['department']
  readonly openedOn: Day
  readonly deadlineOn: Day | null
  readonly revisitOn: Day | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly state: 'open' | 'resolved'
  readonly expects: Disputes['expects']
  readonly expectedBy: Day | null
  readonly resolution: Disputes['resolution']
  readonly resolvedOn: Day | null
  readonly openQuestions: number
  readonly sellerName: string | null
  readonly sortDay: Day
}

/** Disputes by the day on which somebody should look at them; without one, by when they began. */
export async function selectDisputes(tx: Transaction, query: DisputeQuery): Promise<DisputeRead[]> {
  const { owners, after } = query
  const sortDay = sql`coalesce(least(d.revisit_on, d.deadline_on), d.opened_on)`
  const { rows } = await sql<DisputeRead>`
    select d.id, d.customer_id, c.name as customer_name, d.receivable_id, r.number, d.reason,
      d.amount_minor, d.currency, d.note, d.department, d.opened_on, d.deadline_on, d.revisit_on,
      d.owner_id, p.name as owner_name, d.state, d.expects, d.expected_by, d.resolution,
      d.resolved_on, s.name as seller_name, ${sortDay} as sort_day,
      (select count(*)::integer from dispute_questions q
        where q.dispute_id = d.id and q.state = 'asked') as open_questions
    from disputes d
    join customers c on c.id = d.customer_id
    join receivables r on r.id = d.receivable_id
    left join people p on p.id = d.owner_id
    ${joinOwnerOn(query.organisationId, sql`d.customer_id`, sql`r.issued_on`)}
    left join people s on s.id = o.owner_id
    where d.organisation_id = ${query.organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and ${conditionsOf(query)}
      and (${after?.[0] ?? null}::date is null
        or (${sortDay}, d.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by ${sortDay}, d.id
    limit ${query.limit + 1}`.execute(tx)
  return rows
}

function conditionsOf(query: DisputeQuery) {
  const { seller, today } = query
  const equal: [string, string | undefined][] = [
    ['d.id', query.id],
    ['d.customer_id', query.customer],
    ['d.state', query.state],
    ['d.owner_id', query.ownerId],
    ['d.department', query.department],
    ['d.reason', query.reason],
    ['d.resolution', query.resolution],
    ['d.currency', query.currency],
  ]
  const conditions = equal
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  if (query.isOverdue) conditions.push(sql`d.state = 'open' and d.deadline_on < ${today}`)
  if (query.from) conditions.push(sql`d.opened_on >= ${query.from}`)
  if (query.to) conditions.push(sql`d.opened_on <= ${query.to}`)
  if (seller === 'none') conditions.push(sql`o.owner_id is null`)
  else if (seller !== undefined) conditions.push(sql`o.owner_id = ${seller}`)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
