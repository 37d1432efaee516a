import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { connect } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { newId } from '../../kernel/ids.ts'
import { testApp } from '../../testing/test-app.ts'
import { appendEvents } from '../events/index.ts'
import { sealEvents, startSealing, verifyEvents } from './index.ts'

/** An organisation with ten sealed events, and a way to forge them as the database's master could. */
async function sealedHistory() {
  const app = await testApp()
  const { world, organisation } = app
  await happen(app, 10)
  expect(await sealEvents(world, organisation)).toBe(10)
  const master = connect(world.ownerUrl, { as: 'owner', connections: 1 })
  onTestFinished(() => master.destroy())
  const forge = async (text: string) => {
    await sql.raw('set session_replication_role = replica').execute(master)
    await sql.raw(text).execute(master)
  }
  return { ...app, forge, verify: () => verifyEvents(world, organisation) }
}

function eventAt(sequence: number): string {
  return `(select event_id from event_seals where sequence = ${sequence})`
}

async function happen({ world, organisation }: Awaited<ReturnType<typeof testApp>>, count: number) {
  await inOrganisation(world.db, organisation, (tx) =>
    appendEvents(
      tx,
      Array.from({ length: count }, (_, number) => ({
        organisationId: organisation,
        at: world.clock(),
        name: 'hold.placed',
        by: { kind: 'system' },
        subject: { kind: 'hold', id: newId() },
        why: 'because',
        data: { number, nested: { b: 1, a: ['x', null] } },
      })),
    ),
  )
}

test('an untouched history is intact, with its unsealed tail counted', async () => {
  const history = await sealedHistory()
  await happen(history, 3)
  expect(await history.verify()).toMatchObject({
    isIntact: true,
    events: 13,
    sealed: 10,
    unsealed: 3,
    firstBreak: null,
  })
  expect(await sealEvents(history.world, history.organisation)).toBe(3)
  expect(await history.verify()).toMatchObject({ isIntact: true, sealed: 13, unsealed: 0 })
})

test.each([
  ['its data', `data = '{"number": 4.5}'`],
  ['its reason', `why = 'because of the weather'`],
  ['its time', `at = at - interval '1 second'`],
  ['who did it', `actor_id = gen_random_uuid()`],
  ['its name', `name = 'hold.lifted'`],
])('an event of which %s was changed is found', async (_what, change) => {
  const { forge, verify } = await sealedHistory()
  await forge(`update events set ${change} where id = ${eventAt(5)}`)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 5, kind: 'changed' })
})

test('a deleted event is found', async () => {
  const { forge, verify } = await sealedHistory()
  await forge(`delete from events where id = ${eventAt(5)}`)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 5, kind: 'missing' })
})

test('an event deleted together with its seal is found', async () => {
  const { forge, verify } = await sealedHistory()
  await forge(`delete from events where id = ${eventAt(5)};
    delete from event_seals where sequence = 5`)
  expect((await verify()).firstBreak).toEqual({ sequence: 5, eventId: null, kind: 'missing' })
})

test('two events that changed places are found', async () => {
  const { forge, verify } = await sealedHistory()
  await forge(
    `update event_seals set sequence = -5 where sequence = 5;
    update event_seals set sequence = 5 where sequence = 6;
    update event_seals set sequence = 6 where sequence = -5`.replaceAll('-5', '99'),
  )
  expect((await verify()).firstBreak).toMatchObject({ sequence: 5, kind: 'reordered' })
})

test('an event slipped in between two others is found, sealed or not', async () => {
  const { forge, verify, world, organisation } = await sealedHistory()
  await forge(`insert into events (id, organisation_id, at, name, actor_kind, subject_kind)
    values ('01000000-0000-7000-8000-000000000000', '${organisation}', now(), 'hold.lifted', 'system', 'hold')`)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 11, kind: 'inserted' })
  expect(await sealEvents(world, organisation)).toBe(0)
  expect(await sealEvents(world, organisation, { everything: true })).toBe(1)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 11, kind: 'inserted' })
})

test('a seal pointed at another event is found', async () => {
  const { forge, verify } = await sealedHistory()
  await forge(`update event_seals set event_id = gen_random_uuid() where sequence = 3`)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 3, kind: 'missing' })
  await forge(`update event_seals set hash = '\\x00' where event_id = ${eventAt(2)}`)
  expect((await verify()).firstBreak).toMatchObject({ sequence: 2, kind: 'changed' })
})

test('the history of one organisation says nothing about another’s', async () => {
  const { world, forge, given } = await sealedHistory()
  const other = await given.organisation()
  await forge(`update events set why = 'forged'`)
  expect(await verifyEvents(world, other)).toMatchObject({ isIntact: true, events: 0 })
})

test('of several sealers at once each event is sealed by one', async () => {
  const app = await testApp()
  await happen(app, 5000)
  const seal = () => sealEvents(app.world, app.organisation)
  const sealed = await Promise.all([seal(), seal(), seal()])
  await seal()
  expect(Math.max(...sealed)).toBeGreaterThan(0)
  expect(await verifyEvents(app.world, app.organisation)).toMatchObject({
    isIntact: true,
    sealed: 5000,
  })
})

test('events of transactions that end in another order than they began are all sealed', async () => {
  const app = await testApp()
  const { world, organisation } = app
  const slow = inOrganisation(world.db, organisation, async (tx) => {
    const event = { organisationId: organisation, at: world.clock(), name: 'hold.placed' }
    await appendEvents(tx, [{ ...event, by: { kind: 'system' }, subject: { kind: 'hold' } }])
    await happen(app, 3)
    expect(await sealEvents(world, organisation)).toBe(3)
  })
  await slow
  expect(await sealEvents(world, organisation)).toBe(1)
  expect(await verifyEvents(world, organisation)).toMatchObject({ isIntact: true, sealed: 4 })
})

test('the worker seals by itself', async () => {
  const app = await testApp()
  await happen(app, 2)
  const sealing = startSealing(app.world)
  await expect
    .poll(async () => (await verifyEvents(app.world, app.organisation)).sealed, { timeout: 5000 })
    .toBe(2)
  await sealing.stop()
})

test('the application itself may neither change nor delete what happened', async () => {
  const { world, organisation } = await sealedHistory()
  const attempt = (text: string) =>
    inOrganisation(world.db, organisation, (tx) => sql.raw(text).execute(tx))
  await expect(attempt(`update events set why = 'forged'`)).rejects.toThrow('permission denied')
  await expect(attempt(`delete from events`)).rejects.toThrow('permission denied')
  await expect(attempt(`update event_seals set sequence = 1`)).rejects.toThrow('permission denied')
})

test('an auditor reads the history page by page, and that is in it', async () => {
  const app = await sealedHistory()
  const first = await app.as('auditor').get('/audit?limit=6')
  expect(first.body.rows.map(({ name }: { name: string }) => name)).toEqual([
    'audit.read',
    ...Array.from({ length: 5 }, () => 'hold.placed'),
  ])
  const rest = await app.as('auditor').get(`/audit?limit=6&cursor=${first.body.next}`)
  expect(rest.body).toMatchObject({ next: null })
  expect(rest.body.rows).toHaveLength(5)
  const verified = await app.as('auditor').post('/audit/verification')
  expect(verified.body).toMatchObject({ isIntact: true, sealed: 10, unsealed: 1 })
})
