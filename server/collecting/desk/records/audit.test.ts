import { expect, test } from 'vitest'

import { instant } from '../../../kernel/day.ts'
import { markBounced } from '../../../ledger/index.ts'
import { recordApp } from '../../../testing/record-app.ts'
import { hasProgram, textOf } from '../../../testing/seals/tools.ts'

type Entry = { readonly at: string; readonly name: string }

function times(all: readonly Pick<Entry, 'at'>[]): string[] {
  return [...new Set(all.map(({ at }) => instant(at)))].toSorted()
}

test('P78 of addresses that bounced only the signer’s counts, and only after the link went there', async () => {
  const app = await recordApp()
  const { given, world, organisationId, customerId } = app
  await given.contact(customerId, { name: 'Paul Petit', email: 'paul@example.test' })
  const keys = await world.secrets.of(organisationId)
  const bounce = async (email: string, at: string) => {
    app.setNow(at)
    await given.within((tx) =>
      markBounced(
        tx,
        { organisationId, by: { kind: 'system' }, at: world.clock(), owners: null },
        { email, keys },
      ),
    )
  }
  const id = await app.make()
  const bounces = async () =>
    (await app.read(id)).audit
      .filter(({ name }: Entry) => name === 'address_bounced')
      .map(({ at }: Entry) => at)

  await bounce('claire.roux@example.test', '2026-03-04T08:00:59Z')
  // Somebody had it put right.
  await given.within((tx) => tx.updateTable('contacts').set({ emailBouncedAt: null }).execute())
  app.setNow('2026-03-04T08:01:00Z')
  await app.link(id)
  await bounce('paul@example.test', '2026-03-04T09:00:00Z')
  expect(await bounces()).toEqual([])
  await bounce('Claire.Roux@example.test', '2026-03-04T10:00:00Z')
  expect(await bounces()).toEqual(['2026-03-04T10:00:00.000Z'])
  // The contact gets another address: what happened to the old one still happened.
  await given.within((tx) =>
    tx
      .updateTable('contacts')
      .set({ emailHash: keys.hash('new@example.test') })
      .execute(),
  )
  expect(await bounces()).toEqual(['2026-03-04T10:00:00.000Z'])
})

test('P78 the audit page has the times of the history, each with its zone', async () => {
  const app = await recordApp({ now: '2026-03-28T22:30:00Z' })
  const id = await app.make()
  app.setNow('2026-03-28T23:10:04Z')
  const path = await app.link(id)
  // The clocks go forward in the night.
  app.setNow('2026-03-29T01:20:05Z')
  expect((await app.signByLink(path)).body).toContain('Thank you')
  app.setNow('2026-03-29T01:21:06Z')
  await app.seal(id)

  const events = await app.given.within((tx) =>
    tx
      .selectFrom('events')
      .select(['at', 'name'])
      .where((row) => row.or([row('subjectKind', '=', 'record'), row('subjectKind', '=', 'link')]))
      .execute(),
  )
  const { audit } = await app.read(id)
  expect(times(audit)).toEqual(times(events))
  if (!hasProgram('pdftotext')) return
  const text = textOf(await app.file(id))
  for (const time of ['23:30:00 UTC+01:00', '00:10:04 UTC+01:00', '03:20:05 UTC+02:00']) {
    expect(text).toContain(`${time} (Europe/Berlin)`)
  }
  expect(text).toContain('03:21:06 UTC+02:00 (Europe/Berlin)')
  expect(text.match(/\d\d:\d\d:\d\d(?! UTC[+-]\d\d:\d\d \()/g)).toBeNull()
})
