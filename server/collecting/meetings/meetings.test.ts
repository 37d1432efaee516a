import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

import { describe, expect, onTestFinished, test } from 'vitest'

import { day, instant } from '../../kernel/day.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { selfSigned } from '../../testing/mail/certificate.ts'
import { raceFor } from '../../testing/race.ts'
import { tend } from './jobs.ts'
import { readFeed } from './reading.ts'
import { daysOf, matchesOf, pauseAfter } from './rules.ts'
import { readCalendar } from './thread.ts'

const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'DTSTAMP:20260301T000000Z',
  ...lines,
  'END:VEVENT',
]
const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//',
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** What a calendar holds from 4 March 2026 on, for somebody in Berlin. */
async function read(text: string, zone = 'Europe/Berlin') {
  const asked = { text, from: day('2026-03-04'), to: day('2026-05-03'), zone, own: 'sam@ours.test' }
  const answer = await readCalendar(asked)
  return answer.kind === 'read' ? answer.occurrences : answer.kind
}

const startsOf = async (text: string, zone?: string) => {
  const found = await read(text, zone)
  return typeof found === 'string'
    ? found
    : found.map(({ startsAt, firstDay }) => startsAt ?? firstDay)
}

describe('a calendar', () => {
  test.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'P71 keeps its hour over the change of clocks in %s',
    async (zone) => {
      const text = calendar(
        event(
          'UID:weekly',
          `DTSTART;TZID=${zone}:20260305T100000`,
          `DTEND;TZID=${zone}:20260305T110000`,
          'RRULE:FREQ=WEEKLY;COUNT=8',
          'SUMMARY:Visit',
        ),
      )
      const hours = [await startsOf(text, 'UTC')].flat().map(String)
      const local = new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      })
      expect(hours.map((at) => local.format(Date.parse(at)))).toEqual(Array(8).fill('10:00'))
    },
  )

  test.each([
    ['Europe/Berlin', '2026-03-04T09:00:00.000Z'],
    ['America/New_York', '2026-03-04T15:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-04T04:30:00.000Z'],
    ['Pacific/Auckland', '2026-03-03T21:00:00.000Z'],
  ])('without a zone is in that of its reader: %s', async (zone, startsAt) => {
    const text = calendar(
      event('UID:1', 'DTSTART:20260304T100000', 'DURATION:PT1H', 'SUMMARY:Visit'),
    )
    expect(await startsOf(text, zone)).toEqual([startsAt])
  })

  test('brings rules of a zone that the world does not know by that name', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Custom Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const text = calendar(
      zone,
      event('UID:1', 'DTSTART;TZID=Custom Time:20260304T100000', 'DURATION:PT1H'),
    )
    expect(await startsOf(text)).toEqual(['2026-03-04T07:00:00.000Z'])
  })

  test('repeats, leaves out, moves and cancels', async () => {
    const text = calendar(
      event(
        'UID:w',
        'DTSTART:20260304T090000Z',
        'DTEND:20260304T100000Z',
        'RRULE:FREQ=WEEKLY;COUNT=5',
        'EXDATE:20260311T090000Z',
      ),
      event(
        'UID:w',
        'RECURRENCE-ID:20260318T090000Z',
        'DTSTART:20260319T140000Z',
        'DTEND:20260319T150000Z',
      ),
      event(
        'UID:w',
        'RECURRENCE-ID:20260325T090000Z',
        'DTSTART:20260325T090000Z',
        'DTEND:20260325T100000Z',
        'STATUS:CANCELLED',
      ),
      event('UID:c', 'DTSTART:20260305T090000Z', 'DTEND:20260305T100000Z', 'STATUS:CANCELLED'),
      event(
        'UID:d',
        'DTSTART:20260306T090000Z',
        'DTEND:20260306T100000Z',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:Sam@ours.test',
      ),
      event('UID:old', 'DTSTART:20260101T090000Z', 'DTEND:20260101T100000Z'),
    )
    expect(await startsOf(text)).toEqual([
      '2026-03-04T09:00:00.000Z',
      '2026-03-19T14:00:00.000Z',
      '2026-04-01T09:00:00.000Z',
    ])
  })

  test('has whole days, whose end is the day after', async () => {
    const text = calendar(
      event('UID:fair', 'DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260313', 'SUMMARY:Fair'),
      event('UID:night', 'DTSTART:20260311T200000Z', 'DTEND:20260311T230000Z'),
    )
    const found = await read(text)
    if (typeof found === 'string') throw new Error(found)
    expect(found.map(daysOf)).toEqual([
      ['2026-03-10', '2026-03-11', '2026-03-12'],
      // Midnight in Berlin ends the day; it does not begin the next.
      ['2026-03-11'],
    ])
  })

  test.each([
    ['no calendar at all', '<html>Please sign in</html>', 'no_calendar'],
    ['nothing', '', 'no_calendar'],
    [
      'half a file',
      calendar(event('UID:1', 'DTSTART:20260304T100000Z')).slice(0, 90),
      'no_calendar',
    ],
    [
      'every second for ever',
      calendar(event('UID:1', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY')),
      [],
    ],
    [
      'a day that never comes',
      calendar(
        event('UID:1', 'DTSTART:20260131T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'),
      ),
      'any',
    ],
    ['dates that are none', calendar(event('UID:1', 'DTSTART:20261399T999999Z')), 'any'],
    [
      'one bad event among good ones',
      calendar(event('UID:bad', 'DTSTART:nonsense'), event('UID:ok', 'DTSTART:20260304T100000Z')),
      'any',
    ],
  ])(
    'that is hostile or broken ends in time: %s',
    async (_, text, expected) => {
      const started = performance.now()
      const found = await startsOf(text)
      expect(performance.now() - started).toBeLessThan(15_000)
      expect(expected === 'any' ? 'any' : found).toEqual(expected)
    },
    30_000,
  )
})

describe('a meeting', () => {
  const customers = [
    { id: '1', number: 'K-10427', name: 'Nordlicht Gastronomie GmbH' },
    { id: '2', number: 'K-2', name: 'Café Müller B.V.' },
    { id: '3', number: '4711', name: 'Müller' },
    { id: '4', number: 'X', name: 'Bar SA' },
  ]
  test.each([
    ['by those invited', 'Lunch', '', ['2', '2'], ['2 attendee']],
    ['by the number', 'Visit k-10427', '', [], ['1 number']],
    ['by the name without its legal form', 'Besuch Nordlicht Gastronomie', '', [], ['1 name']],
    ['by the place', 'Visit', 'cafe muller, Amsterdam', [], ['2 name']],
    ['by the longest of names within each other', 'Café Müller', '', [], ['2 name']],
    ['not by a part of a word', 'Müllerstrasse 4711b', '', [], []],
    ['not by a name too short', 'Bar with friends', '', [], []],
    ['not by a number too short', 'Gate X', '', [], []],
    ['not across title and place', 'Nordlicht', 'Gastronomie', [], []],
  ])('is matched %s', (_, title, place, invited, matches) => {
    const found = matchesOf({ title, place }, invited, customers)
    expect(found.map(({ customerId, by }) => `${customerId} ${by}`)).toEqual(matches)
  })

  test('is looked for every half hour, less often where nobody answers', () => {
    expect([0, 1, 3, 4, 40].map(pauseAfter)).toEqual([1800, 3600, 14_400, 21_600, 21_600])
  })
})

type Behaviour = {
  status: number
  headers: Record<string, string>
  body: string
  asked: string[]
  /** What it waits for before it answers. */
  until?: Promise<undefined>
}

/** A seller with a customer, and a server with their calendar. */
async function feeding(allowedHosts = ['localhost']) {
  const { key, certificate } = selfSigned()
  const served: Behaviour = { status: 200, headers: {}, body: '', asked: [] }
  const server = createServer({ key, cert: certificate }, (request, reply) => {
    served.asked.push(request.headers['if-none-match'] ?? '')
    const { status, headers, body, until } = served
    void Promise.resolve(until).then(() => reply.writeHead(status, headers).end(body))
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo

  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  Object.assign(app.world, { outside: { allowedHosts, certificates: certificate } })
  const { given, as, organisationId } = app
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam', email: 'sam@ours.test' })
  const { id: customerId } = await app.debtor()
  await given.within((tx) =>
    tx
      .updateTable('customers')
      .set({ ownerId: seller, name: 'Nordlicht GmbH' })
      .where('id', '=', customerId)
      .execute(),
  )
  const address = `https://localhost:${port}/private/secret-token.ics`
  const put = (text = address) => as(seller).put('/meeting-feed', { address: text })
  const feedId = async () => {
    const feeds = await given.within((tx) => tx.selectFrom('meetingFeeds').selectAll().execute())
    return feeds[0]?.id ?? ''
  }
  const readNow = async () => readFeed(app.world, { organisationId, feedId: await feedId() })
  const page = async (who = seller) => (await as(who).get('/meeting-feed')).body
  return { ...app, served, address, seller, customerId, put, readNow, page, feedId }
}

const visit = (on: string, ...more: string[]) =>
  event(
    `UID:visit-${on}`,
    `DTSTART:${on}T090000Z`,
    `DTEND:${on}T100000Z`,
    'SUMMARY:Visit to Nordlicht',
    ...more,
  )

describe('the calendar of a seller', () => {
  test('holds reminders on the day of a meeting, and says why', async () => {
    const { served, put, readNow, customerId, plan, told, page, setNow, given } = await feeding()
    served.body = calendar(
      visit('20260304'),
      visit('20260305'),
      event('UID:x', 'DTSTART:20260304T120000Z', 'SUMMARY:Dentist'),
    )
    expect((await put()).status).toBe(200)
    await readNow()
    const { feed, meetings } = await page()
    expect(feed).toMatchObject({
      failure: null,
      isStale: false,
      events: 3,
      readAt: '2026-03-04T08:00:00.000Z',
    })
    expect(feed.host).toMatch(/^localhost:\d+$/)
    expect(meetings).toMatchObject([
      {
        customer: { id: customerId },
        onDay: '2026-03-04',
        matchedBy: 'name',
        title: 'Visit to Nordlicht',
      },
      { onDay: '2026-03-05', startsAt: '2026-03-05T09:00:00.000Z' },
    ])
    expect(await told(await plan(), customerId)).toBe('held meeting_today')
    setNow('2026-03-06T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), customerId)).toBe('message friendly')
  })

  test('is read again: what was moved is moved, what is unchanged is not sent, what has been stays', async () => {
    const { served, put, readNow, page, setNow, given } = await feeding()
    served.headers = { etag: '"one"' }
    served.body = calendar(visit('20260304'), visit('20260310'))
    await put()
    await readNow()
    served.status = 304
    await readNow()
    expect(served.asked).toEqual(['', '"one"'])
    expect((await page()).meetings).toHaveLength(2)

    setNow('2026-03-05T09:00:00Z')
    Object.assign(served, { status: 200, body: calendar(visit('20260311')) })
    await readNow()
    // A day has passed: customers may have changed, so that the file is asked for as a whole.
    expect(served.asked.at(-1)).toBe('')
    expect((await page()).meetings.map(({ onDay }: { onDay: string }) => onDay)).toEqual([
      '2026-03-11',
    ])
    const rows = await given.within((tx) =>
      tx.selectFrom('meetings').select('onDay').orderBy('onDay').execute(),
    )
    expect(rows.map(({ onDay }) => onDay)).toEqual(['2026-03-04', '2026-03-11'])
  })

  test.each([
    ['an older calendar', 200],
    ['a failure', 500],
  ])('of two readings at once %s that comes late changes nothing', async (_what, status) => {
    const { served, put, readNow, page } = await feeding()
    await put()
    const late = Promise.withResolvers<undefined>()
    Object.assign(served, { status, body: calendar(visit('20260310')), until: late.promise })
    const slow = readNow()
    await expect.poll(() => served.asked).toHaveLength(1)
    Object.assign(served, { status: 200, body: calendar(visit('20260311')), until: undefined })
    await readNow()
    late.resolve(undefined)
    await slow

    const { feed, meetings } = await page()
    expect(feed).toMatchObject({ failure: null, events: 1 })
    expect(meetings).toMatchObject([{ onDay: '2026-03-11' }])
  })

  test('of two readings at the same moment each meeting is kept once', async () => {
    const { served, put, readNow, page, world, feedId } = await feeding()
    await put()
    served.body = calendar(visit('20260310'), visit('20260311'))
    const held = { table: 'meeting_feeds', id: await feedId() }

    const results = await raceFor(world, held, [readNow, readNow])

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await page()).meetings).toHaveLength(2)
  })

  test('finds a customer by those invited, through the keyed hash of their address', async () => {
    const { served, put, readNow, page, as, customerId } = await feeding()
    await as('collector').post(`/customers/${customerId}/contacts`, {
      role: 'buyer',
      name: 'Anna',
      email: 'Anna@Nordlicht.test',
    })
    served.body = calendar(
      event(
        'UID:1',
        'DTSTART:20260305T090000Z',
        'SUMMARY:Lunch',
        'ATTENDEE:MAILTO:anna@nordlicht.TEST',
      ),
    )
    await put()
    await readNow()
    expect((await page()).meetings).toMatchObject([
      { matchedBy: 'attendee', customer: { id: customerId } },
    ])
  })

  test('can be put right: not this customer, and this customer after all', async () => {
    const { served, put, readNow, page, as, seller, given } = await feeding()
    served.body = calendar(
      event(
        'UID:w',
        'DTSTART:20260305T090000Z',
        'SUMMARY:Nordlicht cruise',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
    )
    await put()
    await readNow()
    const [first] = (await page()).meetings
    expect(
      (await as(await given.person('seller')).post(`/meetings/${first.id}/dismissal`)).body.code,
    ).toBe('no_such_meeting')
    expect((await as(seller).post(`/meetings/${first.id}/dismissal`)).status).toBe(201)
    await readNow()
    const after = await page()
    expect([after.meetings, after.dismissed.length]).toEqual([[], 1])
    await as(seller).delete(`/meeting-dismissals/${after.dismissed[0].id}`)
    await readNow()
    expect((await page()).meetings).toHaveLength(3)
  })

  test.each([
    ['gone', { status: 404 }],
    ['refused', { status: 500 }],
    ['too_large', { body: 'x'.repeat(8 * 1024 * 1024 + 1) }],
    ['no_calendar', { body: '<html>' }],
    ['not_https', { status: 302, headers: { location: 'http://localhost/a.ics' } }],
    ['inside_network', { status: 302, headers: { location: 'https://127.0.0.1/a.ics' } }],
    ['inside_network', { status: 302, headers: { location: 'https://169.254.169.254/latest' } }],
    ['too_many_redirects', { status: 302, headers: { location: '/again' } }],
    ['no_such_host', { status: 302, headers: { location: 'https://nowhere.invalid/a.ics' } }],
  ])(
    'says that it could not be read, keeps what it had, and tries later: %s',
    async (code, change) => {
      const { served, put, readNow, page, setNow } = await feeding()
      served.body = calendar(visit('20260310'))
      await put()
      await readNow()
      setNow('2026-03-05T09:30:00Z')
      Object.assign(served, change)
      await readNow()
      const { feed, meetings } = await page()
      expect(feed).toMatchObject({
        failure: code,
        isStale: true,
        readAt: '2026-03-04T08:00:00.000Z',
      })
      expect(meetings).toHaveLength(1)
    },
  )

  test('never reaches into the network of the installation', async () => {
    const { put, readNow, page, served } = await feeding([])
    await put()
    await readNow()
    expect((await page()).feed.failure).toBe('inside_network')
    expect(served.asked).toEqual([])
  })

  test.each([
    ['calendar_not_https', 'http://calendar.test/a.ics'],
    ['calendar_not_https', 'file:///etc/passwd'],
    ['calendar_wrong_address', 'not an address'],
    ['calendar_wrong_address', 'https://user:word@calendar.test/a.ics'],
  ])('is refused as %s: %s', async (code, text) => {
    const { put, page } = await feeding()
    expect((await put(text)).body.code).toBe(code)
    expect((await page()).feed).toBe(null)
  })

  test('is a secret: its address is sealed, told to nobody, and read by nobody else', async () => {
    const { served, put, readNow, page, given, address, seller, as, organisationId } =
      await feeding()
    served.body = calendar(visit('20260310', 'LOCATION:Harbour'))
    await put()
    await readNow()
    const rows = await given.within(async (tx) => ({
      feeds: await tx.selectFrom('meetingFeeds').selectAll().execute(),
      meetings: await tx.selectFrom('meetings').selectAll().execute(),
      events: await tx
        .selectFrom('events')
        .selectAll()
        .where('organisationId', '=', organisationId)
        .execute(),
    }))
    expect(JSON.stringify(rows)).not.toMatch(/secret-token|Visit to/)
    expect(JSON.stringify(await page())).not.toContain('secret-token')
    expect(address).toContain('secret-token')
    const other = await given.person('seller')
    expect(await page(other)).toEqual({ feed: null, meetings: [], dismissed: [] })
    expect((await as('collector').get('/meeting-feed')).body.code).toBe('not_permitted')
    expect((await as(seller).delete('/meeting-feed')).status).toBe(200)
    expect(await page()).toMatchObject({ feed: null, meetings: [] })
  })

  test("P77 shows no meeting of a customer who is a colleague's by now", async () => {
    const { served, put, readNow, page, given, customerId } = await feeding()
    served.body = calendar(visit('20260310'))
    await put()
    await readNow()
    const other = await given.person('seller')
    await given.within((tx) =>
      tx.updateTable('customers').set({ ownerId: other }).where('id', '=', customerId).execute(),
    )
    expect((await page()).meetings).toEqual([])
    await readNow()
    const rows = await given.within((tx) => tx.selectFrom('meetings').selectAll().execute())
    expect(rows).toEqual([])
  })

  test('its person hears of it on the evening before, once', async () => {
    const { served, put, readNow, world, setNow, given, customerId, organisationId } =
      await feeding()
    served.body = calendar(visit('20260305'))
    await put()
    await readNow()
    const told = async () => {
      await tend(world)
      const events = await given.within((tx) =>
        tx
          .selectFrom('events')
          .select(['name', 'customerId'])
          .where('organisationId', '=', organisationId)
          .where('name', '=', 'meeting.tomorrow')
          .execute(),
      )
      return events.map((one) => one.customerId)
    }
    // The organisation's clock is UTC.
    setNow('2026-03-04T16:59:00Z')
    expect(await told()).toEqual([])
    setNow('2026-03-04T17:00:00Z')
    expect(await told()).toEqual([customerId])
    setNow('2026-03-04T17:10:00Z')
    expect(await told()).toEqual([customerId])
    expect(instant('2026-03-04T17:10:00Z')).toBe(world.clock())
  })
})
