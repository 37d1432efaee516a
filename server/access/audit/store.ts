import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import type { SealedEvent } from './rules.ts'

export type Seal = { readonly sequence: number; readonly eventId: string; readonly hash: Buffer }

/** False while another process seals this organisation's events. */
export async function tryLockChain(tx: Transaction, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('goodterms seal ' || ${organisationId}, 0)) as got`.execute(
    tx,
  )
  return rows[0]?.got ?? false
}

export function selectLastSeal(tx: Transaction, organisationId: string): Promise<Seal | undefined> {
  return tx
    .selectFrom('eventSeals')
    .select(['sequence', 'eventId', 'hash'])
    .where('organisationId', '=', organisationId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest id among the last seals: sealing follows commits, which nearly follow ids. */
export async function selectNewestSealed(
  tx: Transaction,
  organisationId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select max(event_id::text) as id
    from (select event_id from event_seals where organisation_id = ${organisationId}
      order by sequence desc limit 1000) as recent`.execute(tx)
  return rows[0]?.id ?? null
}

export async function selectUnsealed(
  tx: Transaction,
  organisationId: string,
  { from, limit }: { from: string; limit: number },
): Promise<SealedEvent[]> {
  const { rows } = await sql<SealedEvent>`
    select e.id, e.organisation_id, e.at, e.name, e.actor_kind, e.actor_id, e.customer_id,
      e.subject_kind, e.subject_id, e.why, e.data
    from events e
    where e.organisation_id = ${organisationId} and e.id >= ${from}::uuid and not exists (
      select from event_seals s
      where s.organisation_id = ${organisationId} and s.event_id = e.id)
    order by e.id limit ${limit}`.execute(tx)
  return rows
}

export async function insertSeals(
  tx: Transaction,
  organisationId: string,
  seals: readonly Seal[],
): Promise<void> {
  await sql`insert into event_seals (organisation_id, sequence, event_id, hash)
    select ${organisationId}::uuid, * from unnest(
      ${seals.map(({ sequence }) => sequence)}::bigint[],
      ${seals.map(({ eventId }) => eventId)}::uuid[],
      ${seals.map(({ hash }) => hash)}::bytea[])`.execute(tx)
}

export type SealAndEvent = Seal & { readonly event: SealedEvent | null }

/** The next seals of the chain, each with the event that it seals, if that is still there. */
export async function selectChain(
  tx: Transaction,
  organisationId: string,
  { after, limit }: { after: number; limit: number },
): Promise<SealAndEvent[]> {
  const { rows } = await sql<Seal & { found: string | null } & SealedEvent>`
    select s.sequence, s.event_id, s.hash, e.id as found, e.id, e.organisation_id, e.at, e.name,
      e.actor_kind, e.actor_id, e.customer_id, e.subject_kind, e.subject_id, e.why, e.data
    from event_seals s
    left join events e on e.id = s.event_id and e.organisation_id = s.organisation_id
    where s.organisation_id = ${organisationId} and s.sequence > ${after}
    order by s.sequence limit ${limit}`.execute(tx)
  return rows.map(({ sequence, eventId, hash, found, ...event }) => ({
    sequence,
    eventId,
    hash,
    event: found === null ? null : event,
  }))
}

export async function countEvents(tx: Transaction, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from events where organisation_id = ${organisationId}`.execute(tx)
  return rows[0]?.count ?? 0
}

export type Filter = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly name?: string | undefined
  readonly personId?: string | undefined
  readonly customerId?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** A page of the history, the newest first. */
export function selectHistory(tx: Transaction, organisationId: string, filter: Filter) {
  let query = tx
    .selectFrom('events as e')
    .leftJoin('eventSeals as s', 's.eventId', 'e.id')
    .leftJoin('people as p', 'p.id', 'e.actorId')
    .select([
      'e.id',
      'e.at',
      'e.name',
      'e.actorKind as byKind',
      'e.customerId',
      'e.subjectKind',
      'e.subjectId',
      'e.why',
      's.sequence',
    ])
    .select(sql<string>`coalesce(p.name, '')`.as('by'))
    .select(sql<Record<string, unknown>>`e.data`.as('data'))
    .where('e.organisationId', '=', organisationId)
  if (filter.cursor) query = query.where('e.id', '<', filter.cursor)
  if (filter.personId) query = query.where('e.actorId', '=', filter.personId)
  if (filter.customerId) query = query.where('e.customerId', '=', filter.customerId)
  if (filter.from) query = query.where('e.at', '>=', filter.from)
  if (filter.to) query = query.where('e.at', '<', filter.to)
  if (filter.name?.includes('.')) query = query.where('e.name', '=', filter.name)
  else if (filter.name) query = query.where(sql`split_part(e.name, '.', 1)`, '=', filter.name)
  return query.orderBy('e.id', 'desc').limit(filter.limit).execute()
}
