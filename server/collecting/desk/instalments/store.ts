import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

/** Instalments of plans in force whose announcement has come and whose day is not over. */
export async function selectToAnnounce(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<{ id: string; customerId: string }[]> {
  const { rows } = await sql<{ id: string; customerId: string }>`
    select n.id, l.customer_id
    from plans l join plan_instalments n on n.plan_id = l.id
    where l.organisation_id = ${organisationId} and l.state = 'agreed' and n.state = 'open'
      and n.reminded_on is null and l.reminds_days_before is not null
      and ${today}::date between n.due_on - l.reminds_days_before and n.due_on
    order by l.customer_id, n.due_on, n.id`.execute(tx)
  return rows
}

export async function lockCustomer(tx: Transaction, id: string): Promise<void> {
  await tx.selectFrom('customers').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

type Announcement = {
  readonly planId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly minor: number
  readonly dueOn: Day
  readonly remindedOn: Day | null
  readonly receivableIds: readonly string[]
  readonly contactId: string | null
  readonly timeZone: string
  readonly senderId: string | null
}

/** What an announcement says and to whom: accounts payable before others, whom email reaches first. */
export async function selectAnnouncement(
  tx: Transaction,
  id: string,
): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select l.id as plan_id, c.legal_entity_id, l.currency, n.amount_minor as minor, n.due_on,
      n.reminded_on, coalesce(c.collector_id, l.proposed_by) as sender_id,
      array(select distinct i.receivable_id from plan_items m
        join open_items i on i.id = m.open_item_id where m.plan_id = l.id) as receivable_ids,
      k.id as contact_id, coalesce(k.time_zone, c.time_zone) as time_zone
    from plan_instalments n join plans l on l.id = n.plan_id
    join customers c on c.id = l.customer_id
    left join lateral (select id, time_zone from contacts
      where customer_id = c.id and removed_at is null
      order by email_hash is null, email_bounced_at is not null, do_not_contact,
        role <> 'accounts_payable', not is_primary, id limit 1) k on true
    where n.id = ${id} and l.state = 'agreed' and n.state = 'open'`.execute(tx)
  return rows[0]
}

export async function noteAnnounced(tx: Transaction, id: string, on: Day): Promise<void> {
  await tx.updateTable('planInstalments').set({ remindedOn: on }).where('id', '=', id).execute()
}

/** Whether somebody was asked about this instalment already, whatever came of it. */
export async function hasTask(
  tx: Transaction,
  customerId: string,
  cycle: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('tasks')
    .select('id')
    .where('customerId', '=', customerId)
    .where('kind', '=', 'contact')
    .where('cycle', '=', cycle)
    .executeTakeFirst()
  return row !== undefined
}
