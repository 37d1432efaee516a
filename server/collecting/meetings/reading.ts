import { appendEvent, getOutside } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, addSeconds, dayIn, timeIn, type Day, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { emailKey } from '../../ledger/index.ts'
import type { Keys, World } from '../../world.ts'
import { daysOf, matchesOf, pauseAfter, type Occurrence } from './rules.ts'
import * as feeds from './store/feeds.ts'
import * as store from './store/meetings.ts'
import { readCalendar } from './thread.ts'

/** So far ahead meetings are known. */
const AHEAD_DAYS = 60
const MOST_BYTES = 8 * 1024 * 1024
/** Customers and contacts change, too: once a day all is matched again, whatever the file says. */
const AFRESH_SECONDS = 24 * 3600
const EVENING = '17:00'

type Feeding = {
  readonly organisationId: string
  readonly feed: feeds.Feed
  readonly keys: Keys
  readonly zone: string
  readonly own: string
  readonly now: Instant
}

/** Reads a person's calendar and keeps their meetings with customers. Running it twice does no harm. */
export async function readFeed(
  world: World,
  { organisationId, feedId }: { readonly organisationId: string; readonly feedId: string },
): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  const now = world.clock()
  const facts = await inOrganisation(world.db, organisationId, async (tx) => {
    const feed = await feeds.selectFeed(tx, feedId)
    const person = feed && (await store.selectPerson(tx, organisationId, feed.personId))
    return feed && person ? { feed, person } : null
  })
  if (!facts) return
  const { feed, person } = facts
  const own = emailKey(world.secrets.installation.decrypt(person.email))
  const feeding = { organisationId, feed, keys, zone: person.timeZone, own, now }

  const isOld = feed.readAt === null || addSeconds(feed.readAt, AFRESH_SECONDS) <= now
  const got = await getOutside(world, keys.decrypt(feed.address), {
    version: isOld ? '' : feed.version,
    mostBytes: MOST_BYTES,
    accept: 'text/calendar',
  })
  if (got.kind === 'failed') return noteFailure(world, feeding, got.code)
  if (got.kind === 'unchanged') return noteUnchanged(world, feeding)
  const from = dayIn(person.timeZone, now)
  const asked = { text: got.text, from, to: addDays(from, AHEAD_DAYS), zone: person.timeZone, own }
  const read = await readCalendar(asked)
  if (read.kind !== 'read') return noteFailure(world, feeding, read.kind)
  await keep(world, feeding, { occurrences: read.occurrences, version: got.version, from })
}

function noteFailure(world: World, feeding: Feeding, failure: string): Promise<void> {
  const { organisationId, feed, now } = feeding
  const failures = feed.failures + 1
  const nextReadAt = addSeconds(now, pauseAfter(failures))
  return inOrganisation(world.db, organisationId, async (tx) => {
    if (!(await isLatest(tx, feed))) return
    await feeds.noteReading(tx, feed.id, { triedAt: now, nextReadAt, failures, failure })
  })
}

function noteUnchanged(world: World, { organisationId, feed, now }: Feeding): Promise<void> {
  const nextReadAt = addSeconds(now, pauseAfter(0))
  return inOrganisation(world.db, organisationId, async (tx) => {
    if (!(await isLatest(tx, feed))) return
    await feeds.noteReading(tx, feed.id, { triedAt: now, nextReadAt, failures: 0, failure: '' })
  })
}

/**
 * Holds the feed. False when, while this reading was under way, another address was given, the calendar
 * was taken away, or another reading was done: what this one brings may be older.
 */
async function isLatest(tx: Transaction, feed: feeds.Feed): Promise<boolean> {
  const held = await feeds.lockFeed(tx, feed.id)
  return held?.address === feed.address && held.triedAt === feed.triedAt
}

type Read = {
  readonly occurrences: readonly Occurrence[]
  readonly version: string
  readonly from: Day
}

function keep(world: World, feeding: Feeding, read: Read): Promise<void> {
  const { organisationId, feed, now } = feeding
  return inOrganisation(world.db, organisationId, async (tx) => {
    if (!(await isLatest(tx, feed))) return
    const meetings = await meetingsOf(tx, feeding, read)

    await store.replaceMeetings(tx, { feedId: feed.id, from: read.from }, meetings)
    await feeds.noteReading(tx, feed.id, {
      triedAt: now,
      readAt: now,
      nextReadAt: addSeconds(now, pauseAfter(0)),
      failures: 0,
      failure: '',
      version: read.version,
      eventsRead: read.occurrences.length,
    })
  })
}

async function meetingsOf(
  tx: Transaction,
  { organisationId, feed, keys }: Feeding,
  { occurrences, from }: Read,
): Promise<store.NewMeeting[]> {
  const customers = await store.selectOwned(tx, feed.personId)
  const addresses = [...new Set(occurrences.flatMap(({ attendees }) => attendees.map(emailKey)))]
  const hashOf = new Map(addresses.map((address) => [address, keys.hash(address)]))
  const invited = await store.selectInvited(tx, feed.personId, [...hashOf.values()])
  const customersOf = Map.groupBy(invited, ({ emailHash }) => emailHash)
  const dismissed = new Set(
    (await store.selectDismissed(tx, feed.id)).map((one) => `${one.eventKey} ${one.customerId}`),
  )

  const meetings = new Map<string, store.NewMeeting>()
  for (const occurrence of occurrences) {
    const eventKey = keys.hash(occurrence.uid)
    const theirs = occurrence.attendees
      .flatMap((address) => customersOf.get(hashOf.get(emailKey(address)) ?? '') ?? [])
      .map(({ customerId }) => customerId)
    for (const { customerId, by } of matchesOf(occurrence, theirs, customers)) {
      if (dismissed.has(`${eventKey} ${customerId}`)) continue
      for (const onDay of daysOf(occurrence).filter((day) => day >= from)) {
        const place = `${eventKey} ${customerId} ${onDay}`
        // Of an event that comes twice on a day the first counts.
        if (meetings.has(place)) continue
        meetings.set(place, {
          id: newId(),
          organisationId,
          customerId,
          personId: feed.personId,
          feedId: feed.id,
          eventKey,
          onDay,
          startsAt: occurrence.startsAt,
          endsAt: occurrence.endsAt,
          title: keys.encrypt(occurrence.title),
          matchedBy: by,
        })
      }
    }
  }
  return [...meetings.values()]
}

/** On the evening before a meeting its person hears that the brief is ready, once. */
export function tellTomorrow(
  world: World,
  { id: organisationId, timeZone }: { readonly id: string; readonly timeZone: string },
): Promise<number> {
  const now = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    if (timeIn(timeZone, now) < EVENING) return 0
    const tomorrow = addDays(dayIn(timeZone, now), 1)
    const meetings = await store.markTold(tx, organisationId, tomorrow, now)
    for (const { customerId, personId } of meetings) {
      await appendEvent(tx, {
        name: 'meeting.tomorrow',
        organisationId,
        at: now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'person', id: personId },
      })
    }
    return meetings.length
  })
}
