// Reads an iCalendar file (RFC 5545). A thread of its own: a file of others may take for ever.
import { parentPort, workerData } from 'node:worker_threads'

import ICAL from 'ical.js'

import {
  addDays,
  day as dayOf,
  dayIn,
  instantAt,
  instantOfMilliseconds,
  isTimeZone,
  millisecondsOf,
  type Day,
  type Instant,
} from '../../kernel/day.ts'
import type { Occurrence } from './rules.ts'

export type Asked = {
  readonly text: string
  readonly from: Day
  readonly to: Day
  /** For times that name no zone, and for the days of all. */
  readonly zone: string
  /** Whose calendar it is: what they have declined is no meeting. */
  readonly own: string
}

export type Answered =
  | { readonly kind: 'read'; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'no_calendar' }

const MOST_OCCURRENCES = 3000
const MOST_REPETITIONS = 20_000
/** Nobody meets a customer every minute; such rules only wear us out. */
const TOO_OFTEN = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])
const LONGEST_TEXT = 300

if (parentPort) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- thread.ts gives it
  const answer = answerOf(workerData as Asked)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort.postMessage(answer)
}

function answerOf(asked: Asked): Answered {
  try {
    const root = new ICAL.Component(ICAL.parse(asked.text))
    const calendars = root.name === 'vcalendar' ? [root] : root.getAllSubcomponents('vcalendar')
    if (calendars.length === 0) return { kind: 'no_calendar' }
    const occurrences = calendars.flatMap((calendar) => occurrencesIn(calendar, asked))
    return { kind: 'read', occurrences: occurrences.slice(0, MOST_OCCURRENCES) }
  } catch {
    return { kind: 'no_calendar' }
  }
}

function occurrencesIn(calendar: ICAL.Component, asked: Asked): Occurrence[] {
  const events = calendar.getAllSubcomponents('vevent')
  const byUid = Map.groupBy(events, (event) => String(event.getFirstPropertyValue('uid') ?? ''))
  return [...byUid].flatMap(([uid, parts]) => {
    try {
      return occurrencesOf(uid, parts, asked)
    } catch {
      // One event that makes no sense does not hide the others.
      return []
    }
  })
}

/** An event's occurrences in the time asked for; changed and cancelled repetitions as they are now. */
function occurrencesOf(uid: string, parts: ICAL.Component[], asked: Asked): Occurrence[] {
  const master = parts.find((part) => !part.hasProperty('recurrence-id'))
  const exceptions = parts.filter((part) => part.hasProperty('recurrence-id'))
  if (!master) return exceptions.flatMap((part) => oneOf(uid, new ICAL.Event(part), asked))
  const event = new ICAL.Event(master, { exceptions, strictExceptions: false })
  if (!event.isRecurring()) return oneOf(uid, event, asked)
  const rules = master.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()))
  if (rules.some((rule) => TOO_OFTEN.has(/FREQ=(\w+)/.exec(rule)?.[1] ?? ''))) return []

  const found: Occurrence[] = []
  const iterator = event.iterator()
  for (let count = 0; count < MOST_REPETITIONS; count += 1) {
    const next = iterator.next()
    if (!next || next.toUnixTime() * 1000 > endOf(asked)) break
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    found.push(...occurrenceOf(uid, { item, startDate, endDate }, asked))
  }
  return found
}

/** A week more: a repetition may be moved to an earlier day than its own. */
function endOf({ to }: Asked): number {
  return millisecondsOf(instantAt('UTC', addDays(to, 8), '00:00'))
}

function oneOf(uid: string, item: ICAL.Event, asked: Asked): Occurrence[] {
  return occurrenceOf(uid, { item, startDate: item.startDate, endDate: item.endDate }, asked)
}

type Details = {
  readonly item: ICAL.Event
  readonly startDate: ICAL.Time
  readonly endDate: ICAL.Time
}

function occurrenceOf(uid: string, { item, startDate, endDate }: Details, asked: Asked) {
  const status = String(item.component.getFirstPropertyValue('status') ?? '').toUpperCase()
  if (status === 'CANCELLED' || hasDeclined(item, asked.own)) return []
  const span = startDate.isDate
    ? wholeDays(startDate, endDate)
    : hours(item, { startDate, endDate }, asked)
  if (span.lastDay < asked.from || span.firstDay > asked.to) return []
  return [
    {
      uid,
      title: textOf(item.summary),
      place: textOf(item.location),
      attendees: attendeesOf(item).map(({ email }) => email),
      ...span,
    },
  ]
}

type Span = Pick<Occurrence, 'startsAt' | 'endsAt' | 'firstDay' | 'lastDay'>

/** The end of whole days is the day after the last. */
function wholeDays(start: ICAL.Time, end: ICAL.Time): Span {
  const firstDay = civilDay(start)
  const before = addDays(civilDay(end), -1)
  return { startsAt: null, endsAt: null, firstDay, lastDay: before < firstDay ? firstDay : before }
}

function hours(
  item: ICAL.Event,
  { startDate, endDate }: Omit<Details, 'item'>,
  asked: Asked,
): Span {
  const startsAt = instantOf(startDate, item, asked.zone)
  const end = instantOf(endDate, item, asked.zone)
  const endsAt = end < startsAt ? startsAt : end
  const firstDay = dayIn(asked.zone, startsAt)
  // What ends at midnight does not last into the next day.
  const last = endsAt > startsAt ? instantOfMilliseconds(millisecondsOf(endsAt) - 1) : endsAt
  return { startsAt, endsAt, firstDay, lastDay: dayIn(asked.zone, last) }
}

/** By the name of the zone where the world knows it, by the file's own rules otherwise. */
function instantOf(time: ICAL.Time, item: ICAL.Event, zone: string): Instant {
  const name = time.zone?.tzid ?? 'floating'
  if (name === 'UTC') return instantOfMilliseconds(time.toUnixTime() * 1000)
  const named = item.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const known = [name, named].find((one) => one && one !== 'floating' && isTimeZone(one))
  const clock = `${two(time.hour)}:${two(time.minute)}`
  if (known) return instantAt(known, civilDay(time), clock)
  if (name === 'floating') return instantAt(zone, civilDay(time), clock)
  return instantOfMilliseconds(time.toUnixTime() * 1000)
}

function civilDay({ year, month, day }: ICAL.Time): Day {
  return dayOf(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function attendeesOf(item: ICAL.Event) {
  const people = [
    ...item.component.getAllProperties('attendee'),
    ...item.component.getAllProperties('organizer'),
  ]
  return people.map((one) => ({
    email: String(one.getFirstValue() ?? '')
      .replace(/^mailto:/i, '')
      .trim()
      .toLowerCase(),
    answer: (one.getFirstParameter('partstat') ?? '').toUpperCase(),
  }))
}

function hasDeclined(item: ICAL.Event, own: string): boolean {
  return attendeesOf(item).some(({ email, answer }) => email === own && answer === 'DECLINED')
}

function textOf(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, LONGEST_TEXT) : ''
}
