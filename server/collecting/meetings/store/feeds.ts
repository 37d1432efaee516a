import type { Database, Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type Feed = {
  readonly id: string
  readonly personId: string
  readonly address: string
  readonly version: string
  readonly failures: number
  readonly failure: string
  readonly eventsRead: number
  readonly addedAt: Instant
  readonly triedAt: Instant | null
  readonly readAt: Instant | null
}

const COLUMNS = [
  'id',
  'personId',
  'address',
  'version',
  'failures',
  'failure',
  'eventsRead',
  'addedAt',
  'triedAt',
  'readAt',
] as const

export function selectFeedOf(tx: Transaction, personId: string): Promise<Feed | undefined> {
  const feeds = tx.selectFrom('meetingFeeds').select(COLUMNS)
  return feeds.where('personId', '=', personId).executeTakeFirst()
}

export function selectFeed(tx: Transaction, id: string): Promise<Feed | undefined> {
  return tx.selectFrom('meetingFeeds').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/** The feed, held until the transaction ends: two readings do not write at once. */
export function lockFeed(tx: Transaction, id: string): Promise<Feed | undefined> {
  const feeds = tx.selectFrom('meetingFeeds').select(COLUMNS).where('id', '=', id)
  return feeds.forUpdate().executeTakeFirst()
}

type NewFeed = {
  readonly id: string
  readonly organisationId: string
  readonly personId: string
  readonly address: string
  readonly at: Instant
}

/** Another address begins afresh; what was found under the one before is read again soon. */
export async function upsertFeed(tx: Transaction, feed: NewFeed): Promise<string> {
  const { id, organisationId, personId, address, at } = feed
  const fresh = {
    address,
    version: '',
    failures: 0,
    failure: '',
    eventsRead: 0,
    triedAt: null,
    readAt: null,
    nextReadAt: at,
    addedAt: at,
  }
  const row = await tx
    .insertInto('meetingFeeds')
    .values({ id, organisationId, personId, ...fresh })
    .onConflict((on) => on.constraint('meeting_feeds_one_a_person').doUpdateSet(fresh))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function noteReading(
  tx: Transaction,
  id: string,
  reading: {
    readonly triedAt: Instant
    readonly nextReadAt: Instant
    readonly failures: number
    readonly failure: string
    readonly readAt?: Instant
    readonly version?: string
    readonly eventsRead?: number
  },
): Promise<void> {
  await tx.updateTable('meetingFeeds').set(reading).where('id', '=', id).execute()
}

export async function deleteFeed(tx: Transaction, id: string, today: Day): Promise<void> {
  await tx.deleteFrom('meetings').where('feedId', '=', id).where('onDay', '>=', today).execute()
  // What has been stays: it says since when money is news.
  await tx.updateTable('meetings').set({ feedId: null }).where('feedId', '=', id).execute()
  await tx.deleteFrom('meetingFeeds').where('id', '=', id).execute()
}

/** Feeds of all organisations whose time has come. */
export async function selectFeedsToRead(
  db: Database,
  organisationId: string,
  now: Instant,
): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingFeeds')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('nextReadAt', '<=', now)
    .orderBy('nextReadAt')
    .execute()
  return rows.map(({ id }) => id)
}

export async function selectOrganisations(db: Database) {
  return db.selectFrom('organisations').select(['id', 'timeZone']).orderBy('id').execute()
}

/** Has a feed read as if for the first time. */
export async function readAfresh(tx: Transaction, id: string, at: Instant): Promise<void> {
  const fresh = { version: '', nextReadAt: at }
  await tx.updateTable('meetingFeeds').set(fresh).where('id', '=', id).execute()
}
