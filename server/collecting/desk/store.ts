import { sql } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'

export async function selectOrganisationIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

type News = {
  readonly lastEventId: string | null
  readonly names: readonly string[]
  readonly customerIds: readonly string[]
}

/**
 * What happened since the reader's place. Ids are time-ordered but transactions commit out of order,
 * so the reading overlaps by a thousand events: scoring a customer twice does no harm.
 */
export async function selectNews(
  tx: Transaction,
  organisationId: string,
  reader: string,
): Promise<News> {
  const { rows } = await sql<News>`
    with place as (
      select last_event_id from event_readers
      where organisation_id = ${organisationId} and reader = ${reader}),
    overlap as (
      select id from events where organisation_id = ${organisationId}
        and id <= (select last_event_id from place)
      order by id desc limit 1000),
    fresh as (
      select id, name, customer_id from events
      where organisation_id = ${organisationId}
        and id > coalesce((select min(id::text)::uuid from overlap),
          '00000000-0000-0000-0000-000000000000')),
    newest as (select max(id::text)::uuid as id from fresh)
    select case when newest.id is distinct from (select last_event_id from place)
        then newest.id end as last_event_id,
      coalesce((select array_agg(distinct name) from fresh
        where id > coalesce((select last_event_id from place),
          '00000000-0000-0000-0000-000000000000')), '{}') as names,
      coalesce((select array_agg(distinct customer_id) from fresh
        where customer_id is not null), '{}') as customer_ids
    from newest`.execute(tx)
  return rows[0] ?? { lastEventId: null, names: [], customerIds: [] }
}

export async function keepPlace(
  tx: Transaction,
  organisationId: string,
  reader: string,
  lastEventId: string,
): Promise<void> {
  await tx
    .insertInto('eventReaders')
    .values({ organisationId, reader, lastEventId })
    .onConflict((at) => at.columns(['reader', 'organisationId']).doUpdateSet({ lastEventId }))
    .execute()
}

/** True when there are rows scored on an earlier day, or customers but no rows at all. */
export async function hasRowsBefore(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<boolean> {
  const { rows } = await sql<{ isStale: boolean }>`
    select exists (select 1 from worklist_rows
        where organisation_id = ${organisationId} and scored_on < ${today})
      or not exists (select 1 from worklist_rows where organisation_id = ${organisationId})
      as is_stale`.execute(tx)
  return rows[0]?.isStale ?? false
}
