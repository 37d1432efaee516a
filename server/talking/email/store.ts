import { sql } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'

export type SettingsRow = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  /** Encrypted. */
  readonly password: string
  readonly fromAddress: string
  readonly messageDomain: string
  readonly connections: number
  readonly messagesPerMinute: number
  readonly testMailbox: string
  readonly updatedAt: Instant
}

const COLUMNS = [
  'host',
  'port',
  'security',
  'username',
  'password',
  'fromAddress',
  'messageDomain',
  'connections',
  'messagesPerMinute',
  'testMailbox',
  'updatedAt',
] as const

export function selectSettings(
  tx: Transaction,
  organisationId: string,
): Promise<SettingsRow | undefined> {
  return tx
    .selectFrom('mailSettings')
    .where('organisationId', '=', organisationId)
    .select(COLUMNS)
    .executeTakeFirst()
}

export async function upsertSettings(
  tx: Transaction,
  organisationId: string,
  row: SettingsRow,
): Promise<void> {
  await tx
    .insertInto('mailSettings')
    .values({ organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(row))
    .execute()
}

export async function deleteSettings(tx: Transaction, organisationId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('mailSettings')
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export function selectOrganisation(db: Database, organisationId: string) {
  return db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .select(['name', 'isDemo', 'testMode', 'timeZone'])
    .executeTakeFirstOrThrow()
}

/** How messages stand, counted from their states. */
export async function selectHealth(tx: Transaction, organisationId: string, today: string) {
  const { rows } = await sql<{
    waiting: number
    oldestWaitingSince: Instant | null
    handedOver: number
    unknown: number
    acceptedToday: number
    refusedToday: number
    lastAcceptedAt: Instant | null
  }>`
    select count(*) filter (where state = 'claimed') as waiting,
      min(claimed_at) filter (where state = 'claimed') as oldest_waiting_since,
      count(*) filter (where state = 'handed_over') as handed_over,
      count(*) filter (where state = 'unknown') as unknown,
      count(*) filter (where state in ('accepted', 'delivered') and on_day = ${today}::date) as accepted_today,
      count(*) filter (where state in ('refused', 'bounced') and on_day = ${today}::date) as refused_today,
      max(answered_at) filter (where state in ('accepted', 'delivered')) as last_accepted_at
    from messages
    where organisation_id = ${organisationId}
      and (state in ('claimed', 'handed_over', 'unknown') or on_day >= ${today}::date - 30)`.execute(
    tx,
  )
  const [health] = rows
  if (!health) throw new Error('a count without a row')
  return health
}

export function selectLastRefusal(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('messages')
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'refused')
    .where('answeredAt', 'is not', null)
    .select(['answeredAt', 'answer'])
    .orderBy('answeredAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * Takes up to `wanted` messages out of this minute's allowance; what every process of the
 * installation has taken counts. By the database's clock: a stopped trial clock must not stop mail.
 */
export async function takeAllowance(
  db: Database,
  { key, limit, wanted }: { key: string; limit: number; wanted: number },
): Promise<{ taken: number; restMilliseconds: number }> {
  const { rows } = await sql<{ hits: number; restMilliseconds: number }>`
    insert into rate_windows as w (key, window_starts_at, hits)
    values (${key}, date_trunc('minute', clock_timestamp()), ${wanted})
    on conflict (key, window_starts_at) do update set hits = w.hits + ${wanted}
    returning hits, (extract(epoch from date_trunc('minute', clock_timestamp()) + interval '1 minute'
      - clock_timestamp()) * 1000)::integer as rest_milliseconds`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an allowance without a row')
  const before = row.hits - wanted
  const taken = Math.max(0, Math.min(wanted, limit - before))
  if (before === 0) await forgetAllowances(db, key)
  return { taken, restMilliseconds: row.restMilliseconds }
}

async function forgetAllowances(db: Database, key: string): Promise<void> {
  await db
    .deleteFrom('rateWindows')
    .where('key', '=', key)
    .where('windowStartsAt', '<', sql<Instant>`clock_timestamp() - interval '2 minutes'`)
    .execute()
}

export async function selectEmail(tx: Transaction, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('people')
    .where('id', '=', personId)
    .select('email')
    .executeTakeFirstOrThrow()
  return row.email
}
