import type * as z from 'zod'

import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { addJob } from '../../jobs/jobs.ts'
import { addSeconds, dayIn, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys, World } from '../../world.ts'
import { FEED_FAILURES, type readMeetingFeed as contract } from './contract.ts'
import * as feeds from './store/feeds.ts'
import * as store from './store/meetings.ts'

type Reply = z.input<(typeof contract.schema.response)[200]>

/** A calendar that was not read for this long may lack a meeting of tomorrow. */
const STALE_SECONDS = 24 * 3600

type Place = { readonly tx: Transaction; readonly keys: Keys; readonly today: Day }

async function within<Result>(
  world: World,
  actor: Actor,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const keys = await world.secrets.of(actor.organisationId)
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const person = await store.selectPerson(tx, actor.organisationId, actor.personId)
    const today = dayIn(person?.timeZone ?? 'UTC', world.clock())
    return work({ tx, keys, today })
  })
}

/** One's own calendar, how fresh it is, and what was found in it. */
export function readMeetingFeed(world: World, actor: Actor): Promise<Reply> {
  return within(world, actor, async ({ tx, keys, today }) => {
    const feed = await feeds.selectFeedOf(tx, actor.personId)
    if (!feed) return { feed: null, meetings: [], dismissed: [] }
    const { owners } = actor
    const meetings = await store.selectMeetingsOf(tx, feed.id, { owners, today })
    const dismissed = await store.selectDismissedOf(tx, feed.id, owners)

    const { triedAt, readAt, failure, eventsRead: events, addedAt } = feed
    return {
      feed: {
        host: new URL(keys.decrypt(feed.address)).host,
        triedAt,
        readAt,
        events,
        failure: FEED_FAILURES.find((code) => code === failure) ?? null,
        isStale: addSeconds(readAt ?? addedAt, STALE_SECONDS) < world.clock(),
      },
      meetings: meetings.map(({ customerId, number, name, title, matchedBy, ...meeting }) => ({
        ...meeting,
        customer: { id: customerId, number, name },
        title: keys.decrypt(title),
        matchedBy: matchedBy ?? 'name',
      })),
      dismissed: dismissed.map(({ id, customerId, number, name, title }) => ({
        id,
        customer: { id: customerId, number, name },
        title: keys.decrypt(title),
      })),
    }
  })
}

/** Sets the address of one's own calendar. It is a secret: whoever knows it reads the calendar. */
export function setMeetingFeed(world: World, actor: Actor, address: string): Promise<void> {
  const url = addressOf(address)
  return within(world, actor, async ({ tx, keys }) => {
    const { organisationId, personId } = actor
    const at = world.clock()
    const feed = { id: newId(), organisationId, personId, address: keys.encrypt(url.href), at }
    const id = await feeds.upsertFeed(tx, feed)
    await note(tx, actor, { name: 'meeting_feed.set', id, at, host: url.host })
    await askToRead(tx, organisationId, id)
  })
}

function addressOf(text: string): URL {
  // How calendar programs write it.
  const address = text.replace(/^webcals?:\/\//i, 'https://')
  if (!URL.canParse(address)) throw new Refusal('invalid', 'calendar_wrong_address')
  const url = new URL(address)
  if (url.protocol !== 'https:') throw new Refusal('invalid', 'calendar_not_https')
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('invalid', 'calendar_wrong_address')
  }
  return url
}

/** Forgets one's calendar with the meetings to come. */
export function removeMeetingFeed(world: World, actor: Actor): Promise<void> {
  return within(world, actor, async ({ tx, today }) => {
    const { id } = await ownFeed(tx, actor)
    await feeds.deleteFeed(tx, id, today)
    await note(tx, actor, { name: 'meeting_feed.removed', id, at: world.clock() })
  })
}

export function readMeetingsNow(world: World, actor: Actor): Promise<void> {
  return within(world, actor, async ({ tx }) => {
    const { id } = await ownFeed(tx, actor)
    await feeds.readAfresh(tx, id, world.clock())
    await askToRead(tx, actor.organisationId, id)
  })
}

/** Not this customer, neither this time nor another. */
export function dismissMeeting(
  world: World,
  actor: Actor,
  meetingId: string,
): Promise<{ id: string }> {
  return within(world, actor, async ({ tx, today }) => {
    const feed = await feeds.selectFeedOf(tx, actor.personId)
    const meeting = feed && (await store.selectMeeting(tx, meetingId, feed.id))
    if (!feed || !meeting) throw new Refusal('not_found', 'no_such_meeting')

    const { customerId, eventKey, title } = meeting
    const id = newId()
    const at = world.clock()
    const { organisationId } = actor
    const row = { id, organisationId, feedId: feed.id, customerId, eventKey, title }
    await store.insertDismissal(tx, { ...row, dismissedAt: at }, today)
    await note(tx, actor, { name: 'meeting.dismissed', id, at, customerId })
    return { id }
  })
}

/** This customer after all: the calendar is read afresh. */
export function restoreMeeting(world: World, actor: Actor, dismissalId: string): Promise<void> {
  return within(world, actor, async ({ tx }) => {
    const feed = await feeds.selectFeedOf(tx, actor.personId)
    const isGone = feed && (await store.deleteDismissal(tx, dismissalId, feed.id))
    if (!feed || isGone !== true) throw new Refusal('not_found', 'no_such_meeting')
    const at = world.clock()
    await feeds.readAfresh(tx, feed.id, at)
    await note(tx, actor, { name: 'meeting.restored', id: dismissalId, at })
    await askToRead(tx, actor.organisationId, feed.id)
  })
}

async function ownFeed(tx: Transaction, actor: Actor): Promise<feeds.Feed> {
  const feed = await feeds.selectFeedOf(tx, actor.personId)
  if (!feed) throw new Refusal('not_found', 'no_calendar')
  return feed
}

function askToRead(tx: Transaction, organisationId: string, feedId: string): Promise<void> {
  const payload = { organisationId, feedId }
  return addJob(tx, { task: 'meetings:read', payload, key: `meetings:read:${feedId}` })
}

type Noted = {
  readonly name: string
  readonly id: string
  readonly at: ReturnType<World['clock']>
  readonly host?: string
  readonly customerId?: string
}

function note(
  tx: Transaction,
  { organisationId, personId }: Actor,
  { name, id, at, host, customerId }: Noted,
): Promise<void> {
  return appendEvent(tx, {
    name,
    organisationId,
    at,
    by: { kind: 'person', id: personId },
    subject: { kind: 'meeting_feed', id },
    ...(customerId === undefined ? {} : { customerId }),
    ...(host === undefined ? {} : { data: { host } }),
  })
}
