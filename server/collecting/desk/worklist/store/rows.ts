import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { Reason } from '../rules.ts'

export type Standing = { currency: string; owedMinor: number; overdueMinor: number }

/** What a score is made of: minor units of the reporting currency at risk, and its factors. */
export type Reckoning = {
  readonly atRisk: number
  readonly urgency: number
  readonly chance: number
}

export type WorklistRowToKeep = {
  readonly customerId: string
  readonly legalEntityId: string
  readonly ownerId: string | null
  readonly collectorId: string | null
  readonly name: string
  readonly score: number
  readonly overdueReportingMinor: number
  readonly daysLate: number
  readonly standings: unknown
  readonly reasons: unknown
  readonly reasonCodes: readonly string[]
  readonly reckoning: unknown
  readonly withSeller: boolean
  readonly putAway: string | null
  readonly putAwayUntil: Day | null
}

/** Replaces the rows of the customers asked for: rows that no longer belong are gone. */
export async function replaceRows(
  tx: Transaction,
  { organisationId, today }: { readonly organisationId: string; readonly today: Day },
  asked: readonly string[],
  rows: readonly WorklistRowToKeep[],
): Promise<void> {
  const kept = JSON.stringify(rows)
  await sql`
    delete from worklist_rows
    where organisation_id = ${organisationId} and customer_id = any(${asked}::uuid[])
      and customer_id <> all(${rows.map(({ customerId }) => customerId)}::uuid[])`.execute(tx)
  if (rows.length === 0) return
  await sql`
    insert into worklist_rows (organisation_id, customer_id, legal_entity_id, owner_id,
      collector_id, name, score, overdue_reporting_minor, days_late, standings, reasons,
      reason_codes, reckoning, with_seller, put_away, put_away_until, scored_on)
    select ${organisationId}::uuid, "customerId", "legalEntityId", "ownerId", "collectorId", name,
      score, "overdueReportingMinor", "daysLate", standings, reasons,
      array(select jsonb_array_elements_text("reasonCodes")), reckoning, "withSeller", "putAway",
      "putAwayUntil", ${today}::date
    from jsonb_to_recordset(${kept}::jsonb) as row("customerId" uuid, "legalEntityId" uuid,
      "ownerId" uuid, "collectorId" uuid, name text, score float8, "overdueReportingMinor" bigint,
      "daysLate" integer, standings jsonb, reasons jsonb, "reasonCodes" jsonb, reckoning jsonb,
      "withSeller" boolean, "putAway" text, "putAwayUntil" date)
    on conflict (customer_id, organisation_id) do update set
      legal_entity_id = excluded.legal_entity_id, owner_id = excluded.owner_id,
      collector_id = excluded.collector_id, name = excluded.name, score = excluded.score,
      overdue_reporting_minor = excluded.overdue_reporting_minor, days_late = excluded.days_late,
      standings = excluded.standings, reasons = excluded.reasons,
      reason_codes = excluded.reason_codes, reckoning = excluded.reckoning,
      with_seller = excluded.with_seller, put_away = excluded.put_away,
      put_away_until = excluded.put_away_until, scored_on = excluded.scored_on`.execute(tx)
}

export type WorklistQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly today: Day
  readonly show: 'open' | 'done' | 'snoozed'
  readonly sort: 'matters' | 'amount' | 'oldest' | 'name'
  readonly owner?: string | undefined
  readonly collector?: string | undefined
  readonly entity?: string | undefined
  readonly reason?: string | undefined
  readonly after: readonly [value: string | number, id: string] | null
  readonly limit: number
}

const SORTS = {
  matters: { column: sql.ref('w.score'), type: sql`float8`, descending: true },
  amount: { column: sql.ref('w.overdue_reporting_minor'), type: sql`bigint`, descending: true },
  oldest: { column: sql.ref('w.days_late'), type: sql`integer`, descending: true },
  name: { column: sql.ref('w.name'), type: sql`text`, descending: false },
} as const

export type WorklistRead = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly language: string
  readonly standings: Standing[]
  readonly daysLate: number
  readonly reasons: Reason[]
  readonly reckoning: Reckoning
  readonly score: number
  readonly overdueReportingMinor: number
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly collectorId: string | null
  readonly collectorName: string | null
  readonly withSeller: boolean
  readonly putAway: 'snoozed' | 'done' | null
  readonly putAwayUntil: Day | null
}

/** One page of the worklist after a row, by keyset. */
export async function selectWorklist(
  tx: Transaction,
  query: WorklistQuery,
): Promise<WorklistRead[]> {
  const { column, type, descending } = SORTS[query.sort]
  const direction = descending ? sql`desc` : sql`asc`
  const [value, id] = query.after ?? [null, null]
  const after = query.after
    ? descending
      ? sql`${column} <= ${value}::${type} and (${column} < ${value}::${type} or w.customer_id > ${id}::uuid)`
      : sql`${column} >= ${value}::${type} and (${column} > ${value}::${type} or w.customer_id > ${id}::uuid)`
    : sql`true`
  const { rows } = await sql<WorklistRead>`
    select c.id, c.number, w.name, c.language, w.standings, w.days_late, w.reasons, w.reckoning,
      w.score, w.overdue_reporting_minor, w.owner_id, o.name as owner_name, w.collector_id,
      k.name as collector_name, w.with_seller, w.put_away, w.put_away_until
    from (
      select * from worklist_rows w
      where ${filterOf(query)} and ${shownOf(query)} and ${after}
      order by ${column} ${direction}, w.customer_id
      limit ${query.limit + 1}
    ) w
    join customers c on c.id = w.customer_id
    left join people o on o.id = w.owner_id
    left join people k on k.id = w.collector_id
    order by ${column} ${direction}, w.customer_id`.execute(tx)
  return rows
}

/** Counting stops at this many: 'X of 1000+' says enough. */
const COUNTED_AT_MOST = 1000

export async function countWorklist(
  tx: Transaction,
  query: Omit<WorklistQuery, 'show' | 'sort' | 'after' | 'limit'>,
): Promise<{ doneToday: number; open: number }> {
  const count = (show: 'open' | 'done') => sql<number>`(
    select count(*) from (select 1 from worklist_rows w
      where ${filterOf(query)} and ${shownOf({ ...query, show })} limit ${COUNTED_AT_MOST}) counted)`
  const { rows } = await sql<{ doneToday: number; open: number }>`
    select ${count('done')} as done_today, ${count('open')} as open`.execute(tx)
  return rows[0] ?? { doneToday: 0, open: 0 }
}

function filterOf(query: Omit<WorklistQuery, 'show' | 'sort' | 'after' | 'limit'>) {
  const { owners, owner, collector, entity, reason } = query
  const conditions = [sql`w.organisation_id = ${query.organisationId}`]
  if (owners) conditions.push(sql`w.owner_id = any(${owners}::uuid[])`)
  if (owner) conditions.push(sql`w.owner_id = ${owner}`)
  if (collector) conditions.push(sql`w.collector_id = ${collector}`)
  if (entity) conditions.push(sql`w.legal_entity_id = ${entity}`)
  if (reason) conditions.push(sql`${reason} = any(w.reason_codes)`)
  return sql.join(conditions, sql` and `)
}

function shownOf({ show, today }: { show: 'open' | 'done' | 'snoozed'; today: Day }) {
  if (show === 'open') return sql`(w.put_away is null or w.put_away_until <= ${today})`
  return sql`(w.put_away = ${show} and w.put_away_until > ${today})`
}
