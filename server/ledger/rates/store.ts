import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Day } from '../../kernel/day.ts'

export type StoredRate = {
  readonly base: string
  readonly quote: string
  readonly rateOn: Day
  readonly rate: string
  readonly origin: string
}

/** The newest rate of every pair. */
export async function selectNewestRates(
  tx: Transaction,
  organisationId: string,
): Promise<StoredRate[]> {
  const { rows } = await sql<StoredRate>`
    select distinct on (base, quote) base, quote, rate_on, trim_scale(rate)::text as rate, origin
    from exchange_rates where organisation_id = ${organisationId}
    order by base, quote, rate_on desc`.execute(tx)
  return rows
}

/** The currencies that anything in the ledger is in, and the one that reports are in. */
export async function selectCurrencies(
  tx: Transaction,
  organisationId: string,
): Promise<{ reporting: string; used: string[] }> {
  const { rows } = await sql<{ reporting: string; used: string[] }>`
    select o.reporting_currency as reporting, array(
      select distinct currency from customer_balances where organisation_id = ${organisationId}
    ) as used
    from organisations o where o.id = ${organisationId}`.execute(tx)
  return rows[0] ?? { reporting: 'EUR', used: [] }
}

export async function upsertRate(
  tx: Transaction,
  row: Insertable<Schema['exchangeRates']>,
): Promise<void> {
  await tx
    .insertInto('exchangeRates')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .constraint('exchange_rates_one_a_day')
        .doUpdateSet({ rate: row.rate, origin: row.origin }),
    )
    .execute()
}
