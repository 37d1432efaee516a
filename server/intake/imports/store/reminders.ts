import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'

/** How many documents of the file were asked for elsewhere. */
export async function countReminded(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct receivable_id)::integer as count from plan
    where reminder_id is not null`.execute(tx)
  return rows[0]?.count ?? 0
}

type Elsewhere = { readonly organisationId: string; readonly today: Day; readonly source: string }

/**
 * Keeps what was asked for elsewhere, so that it counts for the gap and the level. What is known of
 * a document already, as late and as far, is not kept again: the same file twice changes nothing. A
 * level without a day counts from the day on which it is first heard of.
 */
export async function keepReminded(
  tx: Transaction,
  { organisationId, today, source }: Elsewhere,
): Promise<void> {
  await sql`
    insert into outside_contacts (id, organisation_id, customer_id, receivable_id, on_day, channel,
      level, origin)
    select p.reminder_id, ${organisationId}::uuid, p.customer_id, p.receivable_id,
      coalesce(p.reminded_on, ${today}::date), 'other', p.reminder_level, ${source}
    from (select distinct on (receivable_id) * from plan where reminder_id is not null
      order by receivable_id, reminder_level desc, reminded_on desc nulls last) p
    where not exists (select from outside_contacts o
      where o.receivable_id = p.receivable_id and o.level >= p.reminder_level
        and o.on_day >= coalesce(p.reminded_on, o.on_day))`.execute(tx)
}
