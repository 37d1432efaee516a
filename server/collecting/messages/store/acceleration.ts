import { sql, type RawBuilder } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { MessageExtra } from '../../../talking/index.ts'

type Acceleration = NonNullable<MessageExtra['acceleration']>

/** What of each item of a plan is still open. */
function openOf(planId: RawBuilder<unknown>) {
  return sql`(select r.number, i.due_on, i.id, least(greatest(i.open_minor, 0), m.amount_minor) as minor
    from plan_items m join open_items i on i.id = m.open_item_id
    join receivables r on r.id = i.receivable_id where m.plan_id = ${planId})`
}

/** A plan whose whole rest was made due, as it stands; null when it is not so, or not any more. */
export async function selectAcceleration(
  tx: Transaction,
  planId: string,
): Promise<Acceleration | null> {
  const { rows } = await sql<Acceleration>`
    select p.currency, p.ended_on as due_on, p.agreed_on,
      (select coalesce(sum(o.minor), 0)::bigint from ${openOf(sql.ref('p.id'))} o) as minor,
      (select coalesce(json_agg(json_build_object('number', o.number, 'minor', o.minor)
          order by o.due_on, o.id), '[]') from ${openOf(sql.ref('p.id'))} o
        where o.minor > 0) as items,
      (select coalesce(json_agg(json_build_object('number', n.number, 'dueOn', n.due_on,
          'minor', n.amount_minor - n.received_minor,
          'count', (select count(*) from plan_instalments a where a.plan_id = p.id))
          order by n.number), '[]') from plan_instalments n
        where n.plan_id = p.id and n.state in ('broken', 'partly_kept')
          and n.received_minor < n.amount_minor) as missed
    from plans p where p.id = ${planId} and p.state = 'accelerated'`.execute(tx)
  return rows[0] ?? null
}

type LetterRow = {
  readonly customerId: string
  readonly collectorId: string | null
  readonly timeZone: string
  readonly currency: string
  readonly minor: number
  readonly why: string
}

/** Who writes that all of a plan is due, and about what. */
export async function selectLetter(tx: Transaction, planId: string): Promise<LetterRow> {
  const { rows } = await sql<LetterRow>`
    select p.customer_id, c.collector_id, o.time_zone, p.currency, p.ended_why as why,
      (select coalesce(sum(o.minor), 0)::bigint from ${openOf(sql.ref('p.id'))} o) as minor
    from plans p join customers c on c.id = p.customer_id
    join organisations o on o.id = p.organisation_id
    where p.id = ${planId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`no plan ${planId}`)
  return row
}

export type Untold = {
  readonly planId: string
  readonly messageId: string
  readonly senderId: string | null
}

/**
 * Of these messages, those that were to tell of a plan whose rest is due and open, and for which nobody
 * has a letter to write or has written one.
 */
export async function selectUntold(
  tx: Transaction,
  messageIds: readonly string[],
): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    select m.id as message_id, p.id as plan_id, m.sender_id
    from messages m join plans p on p.id::text = m.cycle and p.organisation_id = m.organisation_id
    where m.id = any(${[...messageIds]}::uuid[]) and m.step_key = 'plan_accelerated'
      and m.playbook_id is null and p.state = 'accelerated'
      and exists (select from ${openOf(sql.ref('p.id'))} o where o.minor > 0)
      and not exists (select from tasks t where t.customer_id = m.customer_id
        and t.kind = 'letter' and t.playbook_id is null and t.cycle = m.cycle
        and (t.state = 'open' or (t.state = 'done'
          and t.outcome not in ('it_arrived', 'send_again', 'bounced'))))
    order by m.id`.execute(tx)
  return rows
}
