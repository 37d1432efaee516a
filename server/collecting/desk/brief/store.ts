import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Reason } from '../worklist/rules.ts'
import type { Reckoning } from '../worklist/store/rows.ts'

export type BriefHead = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly language: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly collectorId: string | null
  readonly collectorName: string | null
  readonly reasons: Reason[] | null
  readonly reckoning: Reckoning | null
  readonly score: number | null
  readonly lane: 'seller' | 'legal' | null
  readonly holderId: string | null
  readonly holderName: string | null
  readonly takenOn: Day | null
  readonly returnsOn: Day | null
}

export async function selectHead(tx: Transaction, customerId: string): Promise<BriefHead> {
  const { rows } = await sql<BriefHead>`
    select c.id, c.number, c.name, c.language, c.owner_id, o.name as owner_name, c.collector_id,
      k.name as collector_name, w.reasons, w.reckoning, w.score, b.lane, b.holder_id,
      h.name as holder_name, b.taken_on, b.returns_on
    from customers c
    left join people o on o.id = c.owner_id
    left join people k on k.id = c.collector_id
    left join worklist_rows w on w.customer_id = c.id
    left join balls b on b.customer_id = c.id and b.returned_on is null
    left join people h on h.id = b.holder_id
    where c.id = ${customerId}`.execute(tx)
  const [head] = rows
  if (!head) throw new Error(`no customer ${customerId}`)
  return head
}

export type BriefStanding = {
  readonly currency: string
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly creditMinor: number
  readonly promisedMinor: number
  readonly disputedMinor: number
  readonly onAccountMinor: number
}

export async function selectStandings(
  tx: Transaction,
  customerId: string,
  today: Day,
): Promise<BriefStanding[]> {
  const { rows } = await sql<BriefStanding>`
    select b.currency, b.owed_minor::bigint as owed_minor, b.credit_minor::bigint as credit_minor,
      coalesce((select sum(i.open_minor) from open_items i
        where i.customer_id = b.customer_id and i.currency = b.currency and i.closed_on is null
          and i.open_minor > 0 and i.due_on < ${today}), 0)::bigint as overdue_minor,
      coalesce((select sum(p.amount_minor) from promises p
        where p.customer_id = b.customer_id and p.currency = b.currency and p.state = 'open'), 0)
        ::bigint as promised_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.customer_id = b.customer_id and d.currency = b.currency and d.state = 'open'), 0)
        ::bigint as disputed_minor,
      b.unapplied_minor::bigint as on_account_minor
    from customer_balances b
    where b.customer_id = ${customerId}
      and (b.owed_minor <> 0 or b.credit_minor <> 0 or b.unapplied_minor <> 0)
    order by b.currency`.execute(tx)
  return rows
}

export type BriefItem = {
  readonly id: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly currency: string
  readonly openMinor: number
  readonly count: number
}

/** The oldest open debts, with how many there are. */
export async function selectItems(tx: Transaction, customerId: string, limit: number) {
  const { rows } = await sql<BriefItem>`
    select i.id, r.number, i.issued_on, i.due_on, i.currency, i.open_minor,
      count(*) over () as count
    from open_items i join receivables r on r.id = i.receivable_id
    where i.customer_id = ${customerId} and i.closed_on is null and i.open_minor > 0
    order by i.due_on, i.id limit ${limit}`.execute(tx)
  return rows
}

/** Not every conversation has words to it. */
const NOTES = 5

export type Words = {
  readonly on: Day
  readonly sealed: string
  readonly text: string
  readonly kind: string
}

/** What may have been said last: a reply of theirs, or what came of conversations, the latest first. */
export async function selectLastWords(tx: Transaction, customerId: string): Promise<Words[]> {
  const { rows } = await sql<Words>`
    (select received_on as "on", received_at as at, body as sealed, '' as text, 'reply' as kind
      from replies where customer_id = ${customerId} order by received_at desc limit 1)
    union all
    (select at::date, at, '', why, 'call' from events
      where customer_id = ${customerId} and name = 'call.logged' and why <> ''
      order by id desc limit 1)
    union all
    (select on_day, happened_at, said, '', 'call' from outcomes
      where customer_id = ${customerId} order by happened_at desc, id desc limit ${NOTES})
    order by at desc`.execute(tx)
  return rows
}

export async function selectLastMessage(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('messages')
    .select(['onDay', 'channel', 'stepName'])
    .where('customerId', '=', customerId)
    .where('state', 'in', ['handed_over', 'accepted', 'delivered', 'unknown'])
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function selectRecentPromises(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('promises')
    .select(['id', 'amountMinor', 'currency', 'promisedFor', 'state'])
    .where('customerId', '=', customerId)
    .where('state', '!=', 'withdrawn')
    .orderBy('promisedFor', 'desc')
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
}

/** Whom to talk to: the primary contact, else accounts payable, else whoever was added first. */
export async function selectContact(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('contacts')
    .select(['id', 'name', 'email', 'phone'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('doNotContact', '=', false)
    .orderBy('isPrimary', 'desc')
    .orderBy('role')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function selectOpenTasks(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('tasks')
    .select(['id', 'kind', 'lane', 'dueOn', 'note', 'reason'])
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .orderBy('dueOn')
    .orderBy('id')
    .limit(20)
    .execute()
}
