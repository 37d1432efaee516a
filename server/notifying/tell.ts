import { readersOf, type Reader } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { addSeconds, dayIn, type Instant } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { factsFrom, MENTION, NAMES, ruleFrom } from './reading.ts'
import {
  dueAtOf,
  isAbout,
  maySee,
  peopleFor,
  quickerOf,
  type Channel,
  type Facts,
  type Morning,
  type Pace,
  type Rule,
} from './rules/tell.ts'
import { shippedRules } from './shipped.ts'
import * as news from './store/news.ts'
import { insertNotifications, type NewNotification } from './store/notifications.ts'
import * as rules from './store/rule-rows.ts'

const BATCH = 1000
const FIRST_READING_SECONDS = 60 * 60

/**
 * Tells everybody concerned of what was sealed since the last reading. What is to be told and how far
 * was read are kept in one transaction: after a crash nothing is lost and nothing told twice.
 */
export async function followNews(world: World, organisationId: string): Promise<number> {
  let told = 0
  for (;;) {
    const batch = await inOrganisation(world.db, organisationId, (tx) =>
      readBatch(tx, world, organisationId),
    )
    if (batch === null) return told
    told += batch
  }
}

async function readBatch(
  tx: Transaction,
  world: World,
  organisationId: string,
): Promise<number | null> {
  const now = world.clock()
  const organisation = await rules.selectOrganisation(tx, organisationId)
  const after = await news.lockPlace(tx, organisationId, addSeconds(now, -FIRST_READING_SECONDS))
  const end = await news.selectEnd(tx, organisationId, { after, limit: BATCH })
  if (end === null) return null
  await shipRules(tx, organisation, now)
  const today = dayIn(organisation.timeZone, now)
  const rows = await news.selectNews(tx, { organisationId, names: NAMES, today }, { after, end })
  const office = rows.length > 0 ? await officeOf(tx, world, organisation) : null

  const notices = office ? rows.flatMap((row) => noticesOf(factsFrom(row), office, row.at)) : []

  await insertNotifications(tx, organisationId, notices)
  await news.keepPlace(tx, organisationId, end)
  return notices.length
}

/** Adds the rules that came with this release and are not there yet. */
export async function shipRules(
  tx: Transaction,
  organisation: { readonly id: string; readonly language: string },
  now: Instant,
): Promise<void> {
  const known = await rules.selectShippedNames(tx, organisation.id)
  const missing = shippedRules(organisation, newId, now).filter(
    ({ shippedAs }) => !known.has(shippedAs),
  )
  if (missing.length > 0) await rules.insertRules(tx, missing)
}

type Habit = Morning & { readonly wantsEmail: boolean; readonly mentionsByEmail: boolean }

/** Who works here, what they want to hear, and when. */
type Office = {
  readonly now: Instant
  readonly rules: readonly Rule[]
  readonly readers: readonly Reader[]
  readonly habitOf: (personId: string | null) => Habit
}

async function officeOf(
  tx: Transaction,
  world: World,
  organisation: { readonly id: string; readonly timeZone: string },
): Promise<Office> {
  const stored = await rules.selectRules(tx, organisation.id, null)
  const habits = new Map((await rules.selectHabits(tx)).map((row) => [row.personId, row]))
  const usual = usualHabit(organisation.timeZone)
  return {
    now: world.clock(),
    rules: stored.filter(({ isOn }) => isOn).map(ruleFrom),
    readers: await readersOf(tx, world),
    habitOf: (personId) => habits.get(personId ?? '') ?? usual,
  }
}

/** How somebody is told who has chosen nothing. */
export function usualHabit(timeZone: string): Habit {
  return { timeZone, morning: '07:30', wantsEmail: true, mentionsByEmail: true }
}

type Way = {
  readonly channel: Channel
  readonly personId: string | null
  readonly targetId: string | null
}
type Telling = Way & { readonly ruleId: string | null; readonly pace: Pace }

function noticesOf(facts: Facts, office: Office, at: Instant): NewNotification[] {
  const tellings = facts.name === MENTION ? mentionsOf(facts, office) : tellingsOf(facts, office)
  const { eventId, name: event, customerId } = facts
  return once(tellings).map((telling) => ({
    ...telling,
    id: newId(),
    eventId,
    event,
    customerId,
    at,
    dueAt: dueAtOf(telling.pace, office.now, office.habitOf(telling.personId)),
  }))
}

/** Those mentioned who may still see the customer, whoever else hears of comments. */
function mentionsOf(facts: Facts, { readers, habitOf }: Office): Telling[] {
  const told = readers.filter(
    (one) =>
      facts.mentions.includes(one.id) && one.id !== facts.actorId && maySee(one, facts.ownerId),
  )
  return told.flatMap(({ id: personId }) => {
    const { wantsEmail, mentionsByEmail } = habitOf(personId)
    const way = { personId, targetId: null, ruleId: null, pace: 'now' } as const
    const inApp = { ...way, channel: 'in_app' } as const
    return wantsEmail && mentionsByEmail ? [inApp, { ...way, channel: 'email' as const }] : [inApp]
  })
}

function tellingsOf(facts: Facts, office: Office): Telling[] {
  return office.rules
    .filter((rule) => isAbout(rule, facts))
    .flatMap((rule) => by(rule, facts, office))
}

function by(rule: Rule, facts: Facts, { readers, habitOf }: Office): Telling[] {
  const { id: ruleId, pace, channels, targetId } = rule
  const toPeople = peopleFor(rule, facts, readers).flatMap((personId) =>
    channels.flatMap((channel): Telling[] => {
      if (channel === 'webhook' || (channel === 'email' && !habitOf(personId).wantsEmail)) return []
      const isNow = channel === 'in_app'
      return [{ channel, personId, targetId: null, ruleId, pace: isNow ? 'now' : pace }]
    }),
  )
  const toChannel: Telling[] =
    channels.includes('webhook') && targetId !== null
      ? [{ channel: 'webhook', personId: null, targetId, ruleId, pace }]
      : []
  return [...toPeople, ...toChannel]
}

/** One telling by each way; of several rules the quickest decides when. */
function once(tellings: readonly Telling[]): Telling[] {
  const ways = new Map<string, Telling>()
  for (const telling of tellings) {
    const key = `${telling.channel} ${telling.personId ?? ''} ${telling.targetId ?? ''}`
    const known = ways.get(key)
    const isQuicker = !known || quickerOf(telling.pace, known.pace) !== known.pace
    if (isQuicker) ways.set(key, telling)
  }
  return [...ways.values()]
}
