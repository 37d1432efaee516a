import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import type { TEAM_MATTERS } from './contract.ts'

type Matter = (typeof TEAM_MATTERS)[number]

export type Asking = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly today: Day
  /** Tasks due before it, what came back or was not kept since it, what ends until it. */
  readonly dueBefore: Day
  readonly since: Day
  readonly endsUntil: Day
}

/** Every matter with whose it is; counts and rows are read from the same place. */
function matters({ organisationId, owners, today, dueBefore, since, endsUntil }: Asking) {
  return sql`
    select m.* , c.name as customer_name from (
      select 'approvals_waiting' as matter, a.id, a.customer_id, a.asked_by as seller_id,
        a.asked_at::date as on_day
      from approvals a where a.organisation_id = ${organisationId} and a.state = 'asked'
      union all
      select 'conversations_unwritten', b.id, b.customer_id, b.holder_id, b.returned_on
      from balls b
      where b.organisation_id = ${organisationId} and b.lane = 'seller' and b.returned_why = 'clock'
        and b.returned_on >= ${since}::date
        and not exists (select from outcomes o
          where o.customer_id = b.customer_id and (o.ball_id = b.id or o.on_day >= b.taken_on))
      union all
      select 'tasks_untouched', t.id, t.customer_id, t.assignee_id, t.due_on
      from tasks t join customers k on k.id = t.customer_id
      where t.organisation_id = ${organisationId} and t.state = 'open'
        and t.due_on < ${dueBefore}::date
        and (t.lane = 'seller' or t.assignee_id = k.owner_id)
      union all
      select 'promises_broken', p.id, p.customer_id, k.owner_id, p.judged_on
      from promises p join customers k on k.id = p.customer_id
      where p.organisation_id = ${organisationId} and p.state in ('broken', 'partly_kept')
        and p.judged_on >= ${since}::date
      union all
      select 'mandates_ending', g.id, g.customer_id, g.person_id, g.expires_on
      from mandate_grants g
      where g.organisation_id = ${organisationId} and g.revoked_at is null
        and g.expires_on between ${today}::date and ${endsUntil}::date
    ) m join customers c on c.id = m.customer_id
    where (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`
}

export type CountRow = {
  readonly matter: Matter
  readonly sellerId: string | null
  readonly count: number
}

export async function selectCounts(tx: Transaction, asking: Asking): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select matter, seller_id, count(*)::integer as count from (${matters(asking)}) all_of_them
    group by matter, seller_id`.execute(tx)
  return rows
}

export type MatterRow = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly on: Day
}

export async function selectRows(
  tx: Transaction,
  asking: Asking,
  { matter, sellerId, limit }: { matter: Matter; sellerId: string | null; limit: number },
): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select id, customer_id, customer_name, on_day as "on" from (${matters(asking)}) all_of_them
    where matter = ${matter} and seller_id is not distinct from ${sellerId}::uuid
    order by on_day, customer_name, id limit ${limit}`.execute(tx)
  return rows
}

/** Who sells here and whose customers are in scope, by name. */
export async function selectSellers(
  tx: Transaction,
  owners: readonly string[] | null,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from members m join people p on p.id = m.person_id
    where m.left_at is null and 'seller' = any(m.roles)
      and (${owners}::uuid[] is null or p.id = any(${owners}::uuid[]))
    order by p.name, p.id`.execute(tx)
  return rows
}

export async function selectTimeZone(tx: Transaction, organisationId: string): Promise<string> {
  const { timeZone } = await tx
    .selectFrom('organisations')
    .select('timeZone')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return timeZone
}
