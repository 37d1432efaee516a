import { expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { testApp } from '../../testing/test-app.ts'

const wanted = {
  organisation: { name: 'Müller & Söhne', language: 'de' },
  legalEntity: {
    name: 'Müller & Söhne GmbH',
    country: 'DE',
    region: 'BY',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  },
  administrator: {
    name: 'Ada Lovelace',
    email: 'Ada@Example.test',
    password: 'the heron waits for the tide',
  },
}

/** An installation that has a demo organisation at most. */
async function freshApp() {
  const app = await testApp()
  await app.world.db.updateTable('organisations').set({ isDemo: true }).execute()
  return app
}

test('a fresh installation is set up once: organisation, legal entity, administrator, signed in', async () => {
  const { stranger, world } = await freshApp()
  expect((await stranger.get('/setup')).body).toMatchObject({ isNeeded: true })

  const reply = await stranger.post('/setup', wanted)
  expect(reply).toMatchObject({
    status: 201,
    body: {
      person: { name: 'Ada Lovelace', email: 'ada@example.test', language: 'de' },
      organisation: { name: 'Müller & Söhne', slug: 'mueller-soehne', testMode: true },
      roles: ['administrator', 'credit_manager'],
    },
  })
  const cookie = String([reply.headers['set-cookie']].flat().at(-1)).split(';')[0] ?? ''
  expect((await stranger.get('/me', { cookie })).status).toBe(200)
  const entities = await inOrganisation(world.db, reply.body.organisation.id, (tx) =>
    tx.selectFrom('legalEntities').select(['name', 'region']).execute(),
  )
  expect(entities).toEqual([{ name: 'Müller & Söhne GmbH', region: 'BY' }])

  expect((await stranger.get('/setup')).body).toEqual({ isNeeded: false, demo: null })
  const again = await stranger.post('/setup', {
    ...wanted,
    administrator: { ...wanted.administrator, email: 'mallory@example.test' },
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'already_set_up' } })
})

test('of four setups at once one succeeds', async () => {
  const { stranger, world } = await freshApp()
  const replies = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      stranger.post('/setup', {
        ...wanted,
        administrator: { ...wanted.administrator, email: `ada${number}@example.test` },
      }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201, 409, 409, 409,
  ])
  const real = world.db.selectFrom('organisations').where('isDemo', '=', false).select('id')
  expect(await real.execute()).toHaveLength(1)
})

test.each([
  ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'no_such_time_zone'],
  ['a country by its name', { country: 'Germany' }, 'malformed_request'],
])('%s is refused, and nothing is made', async (_what, change, code) => {
  const { stranger } = await freshApp()
  const legalEntity = { ...wanted.legalEntity, ...change }
  const reply = await stranger.post('/setup', { ...wanted, legalEntity })
  expect(reply).toMatchObject({ status: 422, body: { code } })
  expect((await stranger.get('/setup')).body.isNeeded).toBe(true)
})

test('a weak password is refused, and nothing is made', async () => {
  const { stranger } = await freshApp()
  const administrator = { ...wanted.administrator, password: 'password12' }
  const reply = await stranger.post('/setup', { ...wanted, administrator })
  expect(reply).toMatchObject({ status: 422, body: { code: 'weak_password' } })
  expect((await stranger.get('/setup')).body.isNeeded).toBe(true)
})

test('anybody tries the desks of the demo, until the installation has a company of its own', async () => {
  const { stranger, personOf, world } = await freshApp()
  const seller = await personOf('seller')
  const { body } = await stranger.get('/setup')
  expect(body.demo.people).toMatchObject([{ id: seller, roles: ['seller'] }])

  const entered = await stranger.post('/demo-session', { personId: seller })
  expect(entered).toMatchObject({ status: 200, body: { roles: ['seller'] } })

  await world.db.updateTable('organisations').set({ isDemo: false }).execute()
  const refused = await stranger.post('/demo-session', { personId: seller })
  expect(refused).toMatchObject({ status: 404, body: { code: 'no_demo' } })
})

test('nobody enters through the demo as somebody who is not in it', async () => {
  const { stranger, world } = await freshApp()
  const other = await world.db.selectFrom('people').select('id').execute()
  expect(other).toEqual([])
  const personId = '018f0000-0000-7000-8000-000000000000'
  expect((await stranger.post('/demo-session', { personId })).status).toBe(404)
})
