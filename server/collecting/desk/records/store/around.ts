import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/day.ts'

/** The promise or plan as it stands, when it is the customer's. */
export async function selectPromise(tx: Transaction, customerId: string, id: string) {
  const { rows } = await sql<{
    amountMinor: number
    currency: string
    promisedFor: Day
    state: string
    number: string | null
  }>`
    select p.amount_minor, p.currency, p.promised_for, p.state, r.number
    from promises p
    left join open_items i on i.id = p.open_item_id
    left join receivables r on r.id = i.receivable_id
    where p.id = ${id} and p.customer_id = ${customerId}`.execute(tx)
  return rows[0]
}

export async function selectPlan(tx: Transaction, customerId: string, id: string) {
  const { rows } = await sql<{
    currency: string
    state: string
    accelerates: boolean
    instalments: { dueOn: Day; minor: number }[]
  }>`
    select p.currency, p.state, p.accelerates,
      (select json_agg(json_build_object('dueOn', n.due_on, 'minor', n.amount_minor)
        order by n.number) from plan_instalments n where n.plan_id = p.id) as instalments
    from plans p where p.id = ${id} and p.customer_id = ${customerId}`.execute(tx)
  return rows[0]
}

export async function selectOutcome(tx: Transaction, customerId: string, id: string | null) {
  const query = tx
    .selectFrom('outcomes')
    .select(['id', 'channel', 'onDay', 'said', 'contactId'])
    .where('customerId', '=', customerId)
  return (
    id === null ? query.orderBy('recordedAt', 'desc').limit(1) : query.where('id', '=', id)
  ).executeTakeFirst()
}

/** What is promised and planned of a customer now, for a record to repeat. */
export async function selectOpenPromises(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('promises')
    .select(['id', 'amountMinor', 'currency', 'promisedFor'])
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .orderBy('takenAt', 'desc')
    .limit(20)
    .execute()
}

export async function selectAgreedPlans(tx: Transaction, customerId: string) {
  const { rows } = await sql<{
    id: string
    currency: string
    totalMinor: number
    instalments: number
    until: Day
  }>`
    select p.id, p.currency, p.total_minor, count(n.id)::integer as instalments,
      max(n.due_on) as until
    from plans p join plan_instalments n on n.plan_id = p.id
    where p.customer_id = ${customerId} and p.state = 'agreed'
    group by p.id, p.organisation_id order by max(p.proposed_at) desc limit 20`.execute(tx)
  return rows
}

/** Whom a record would be signed by: the contact of an outcome, else the one to be written to. */
export async function selectContact(tx: Transaction, customerId: string, id: string | null) {
  return tx
    .selectFrom('contacts')
    .select(['id', 'name', 'email', 'role'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .orderBy((row) => sql`${row.ref('id')} is distinct from ${id}::uuid`)
    .orderBy('isPrimary', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function selectTerms(tx: Transaction, customerId: string) {
  return tx
    .selectFrom('customers')
    .select(['language', 'country', 'segment'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
}

export async function selectTitle(tx: Transaction, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('members')
    .select('title')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.title ?? ''
}
