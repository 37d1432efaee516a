import { describe, expect, test } from 'vitest'

import { sealEvents, verifyEvents } from '../access/index.ts'
import { verifyPdf } from '../access/seals/verify.ts'
import { instant, type Instant } from '../kernel/day.ts'
import { formatsOf } from '../talking/index.ts'
import { recordApp } from '../testing/record-app.ts'
import { givenAuthority } from '../testing/seals/authority.ts'
import { hasProgram, said, textOf } from '../testing/seals/tools.ts'

/** A night in which the clocks of two of them change, each moment nearly a second later than it says. */
const ZONES = [
  ['Europe/Berlin', 'UTC+01:00', 'UTC+02:00'],
  ['America/New_York', 'UTC-04:00', 'UTC-04:00'],
  ['Asia/Kathmandu', 'UTC+05:45', 'UTC+05:45'],
  ['Pacific/Auckland', 'UTC+13:00', 'UTC+13:00'],
] as const

const MADE = '2026-03-29T00:58:57.999Z'
const ASKED = '2026-03-29T00:59:58.999Z'
const SIGNED = '2026-03-29T01:20:05.999Z'
const SEALED = '2026-03-29T01:21:06.999Z'

/** To the second, as everything that is printed or sealed says it. */
function second(at: string): string {
  return `${at.slice(0, 19)}Z`
}

/** A record from its writing to its seal, signed by link, in a zone. */
async function wholeRecord(timeZone: string) {
  const app = await recordApp({ now: MADE })
  const { given, world, organisationId } = app
  await world.db
    .updateTable('organisations')
    .set({ timeZone })
    .where('id', '=', organisationId)
    .execute()
  await given.within((tx) => tx.updateTable('legalEntities').set({ timeZone }).execute())
  const authority = await givenAuthority({ at: '2026-03-29T01:21:08Z' })
  await app.as('administrator').put('/signing/timestamps', { url: authority.url })
  const id = await app.make()
  app.setNow(ASKED)
  const path = await app.link(id)
  app.setNow(SIGNED)
  expect((await app.signByLink(path)).body).toContain('Thank you')
  app.setNow(SEALED)
  await app.seal(id)
  const pdf = await app.file(id)
  return { app, id, pdf, text: hasProgram('pdftotext') ? textOf(pdf) : '' }
}

type Event = { readonly at: Instant; readonly name: string }

/** What the chain has of the record and its link, and that nobody touched it. */
async function chainOf({ world, organisationId, given }: Awaited<ReturnType<typeof recordApp>>) {
  await sealEvents(world, organisationId)
  const { isIntact, unsealed } = await verifyEvents(world, organisationId)
  const events = await given.within((tx) =>
    tx
      .selectFrom('events')
      .select(['at', 'name'])
      .where('subjectKind', 'in', ['record', 'link'])
      .orderBy('at')
      .execute(),
  )
  return { isWhole: isIntact && unsealed === 0, events }
}

function atOf(events: readonly Event[], name: string): string {
  const event = events.find((one) => one.name === name)
  if (!event) throw new Error(`no ${name}`)
  return instant(event.at)
}

function verificationPage(
  { app, organisationId }: Awaited<ReturnType<typeof recordApp>>,
  pdf: Buffer,
) {
  const head =
    '--m\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n'
  return app.inject({
    method: 'POST',
    url: `/verify/${organisationId}`,
    headers: { 'content-type': 'multipart/form-data; boundary=m', 'accept-language': 'en' },
    payload: Buffer.concat([Buffer.from(head), pdf, Buffer.from('\r\n--m--\r\n')]),
  })
}

describe.each(ZONES)('P78 certificate times equal event times in %s', (zone, before, after) => {
  test('on the audit page, in the seal, on the verification page and in the chain', async () => {
    const { app, id, pdf, text } = await wholeRecord(zone)
    const { isWhole, events } = await chainOf(app)
    const record = await app.read(id)
    const exact = (at: string) => formatsOf('en').exact(instant(at), zone)

    // The history is whole, and says when each thing was.
    expect(isWhole).toBe(true)
    expect(atOf(events, 'record.made')).toBe(instant(MADE))
    expect(atOf(events, 'record.requested')).toBe(instant(ASKED))
    expect(atOf(events, 'record.signed')).toBe(instant(SIGNED))
    expect(atOf(events, 'record.sealed')).toBe(instant(SEALED))

    // The record as it is read says the same instants.
    expect(instant(record.signature.signedAt)).toBe(instant(SIGNED))
    expect(instant(record.seal.sealedAt)).toBe(instant(SEALED))
    const read = record.audit.map(({ at }: Event) => instant(at))
    expect([...new Set(read)]).toEqual([...new Set(events.map(({ at }) => instant(at)))])

    // The seal says the same second, and a timestamp that came right after it.
    const [signature, ...more] = (await verifyPdf(pdf)).signatures
    expect(more).toEqual([])
    expect(second(signature?.signedAt ?? '')).toBe(second(SEALED))
    expect(signature?.timestamp?.at).toBe(instant('2026-03-29T01:21:08Z'))

    // The verification page says it in UTC.
    const { body } = await verificationPage(app, pdf)
    expect(body).toContain('Unchanged.')
    expect(body).toContain(formatsOf('en').exact(instant(SEALED), 'UTC'))

    // Every line of the audit page is an event's, with its zone; no event of it is missing.
    if (text === '') return
    const printed = text.match(/\d{1,2} \w{3} \d{4}, \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d \([\w/]+\)/g)
    const lines = [...new Set(printed)].toSorted()
    expect(lines).toEqual([...new Set(events.map(({ at }) => exact(at)))].toSorted())
    expect(exact(ASKED)).toContain(before)
    expect(exact(SIGNED)).toContain(after)
    // Whatever else says an hour says where.
    expect(text.match(/\d\d:\d\d(?!:?\d\d)(?! UTC| \()/g)).toBeNull()
  })
})

test('P78 what the file says of its own making is the second in which it was sealed', async () => {
  const { pdf } = await wholeRecord('America/New_York')
  const raw = pdf.toString('latin1')
  expect(/\/CreationDate ?\((D:\d+[^)]*)\)/.exec(raw)?.[1]).toMatch(
    /^D:20260329012106(Z|\+00'00'?)$/,
  )
  expect(/<xmp:CreateDate>([^<]+)</.exec(raw)?.[1]).toMatch(/^2026-03-29T01:21:06(Z|\+00:00)$/)
  const claimed = Buffer.from(/\/M ?<FEFF([0-9A-F]+)>/.exec(raw)?.[1] ?? '', 'hex').swap16()
  expect(claimed.toString('utf16le')).toBe('D:20260329012106Z')
})

test.skipIf(!hasProgram('pdfsig'))('P78 pdfsig reads the same time from the seal', async () => {
  const { pdf } = await wholeRecord('Europe/Berlin')
  // It says so in the zone of the machine.
  expect(said('pdfsig', ['-nocert'], pdf)).toMatch(/Signing Time: \w{3} \d\d 2026 \d\d:\d\d:06/)
})

test('P78 one changed byte of a time is seen', async () => {
  const { pdf, app } = await wholeRecord('Europe/Berlin')
  // 'D:20260329012106Z' in the seal's dictionary, whose last digit becomes a 7.
  const at = pdf.indexOf('0030003100320031003000360')
  expect(at).toBeGreaterThan(0)
  const spoilt = Buffer.from(pdf)
  spoilt[at + 23] = '7'.charCodeAt(0)
  expect((await verifyPdf(spoilt)).state).not.toBe('intact')
  expect((await verificationPage(app, spoilt)).body).not.toContain('Unchanged.')
})
