import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Money } from '../../../kernel/money.ts'

/** The invoices of these open items. */
export async function selectReceivableIds(
  tx: Transaction,
  openItemIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct receivable_id as id from open_items
    where id = any(${[...openItemIds]}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What is open of these items now, by currency. */
export async function selectOpenNow(
  tx: Transaction,
  openItemIds: readonly string[],
): Promise<Money[]> {
  const { rows } = await sql<Money>`
    select currency, sum(open_minor)::bigint as minor from open_items
    where id = any(${[...openItemIds]}::uuid[]) group by currency order by currency`.execute(tx)
  return rows
}

/** The copy that was claimed under a cycle, if there is one. */
export async function selectCopy(
  tx: Transaction,
  customerId: string,
  cycle: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('customerId', '=', customerId)
    .where('stepKey', '=', 'message_copy')
    .where('cycle', '=', cycle)
    .executeTakeFirst()
  return row?.id ?? null
}
