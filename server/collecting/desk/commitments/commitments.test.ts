import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { day } from '../../../kernel/day.ts'
import { testApp } from '../../../testing/test-app.ts'
import { settleCommitments } from './commitments.ts'

async function debt(timeZone = 'UTC') {
  const shop = await testApp({ today: '2026-11-18', timeZone })
  const customerId = await shop.given.customer({ name: 'Brasserie du Port' })
  const { openItemId } = await shop.given.invoice(customerId, {
    totalMinor: 900_00,
    dueOn: '2026-10-29',
    issuedOn: '2026-09-29',
  })
  const settle = () => settleCommitments(shop.world, shop.organisation)
  const noon = (on: string) => shop.setNow(`${on}T12:00:00.000Z`)
  return {
    ...shop,
    customerId,
    openItemId,
    at: `/customers/${customerId}`,
    settle,
    noon,
    collector: () => shop.as('credit_manager'),
  }
}

const eur = (minor: number) => ({ minor, currency: 'EUR' })

test('one payment keeps one of two promises on the same invoice', async () => {
  const { collector, at, openItemId, given, customerId, settle, noon } = await debt()
  for (const promisedFor of ['2026-11-20', '2026-11-27']) {
    await collector().post(`${at}/promises`, { openItemId, amount: eur(300_00), promisedFor })
  }
  await given.payment(customerId, { amountMinor: 300_00, receivedOn: '2026-11-20', openItemId })
  noon('2026-12-01')
  await settle()

  const { body } = await collector().get('/promises')
  expect(body.rows).toMatchObject([
    { promisedFor: '2026-11-20', state: 'kept', receivedMinor: 300_00 },
    { promisedFor: '2026-11-27', state: 'broken', receivedMinor: 0 },
  ])
})

test('the second promise not kept asks for other terms, once', async () => {
  const { collector, at, openItemId, settle, noon } = await debt()
  const promiseFor = (promisedFor: string) =>
    collector().post(`${at}/promises`, { openItemId, amount: eur(900_00), promisedFor })
  const terms = async () => (await collector().get('/tasks?kind=terms')).body.rows.length

  await promiseFor('2026-11-20')
  noon('2026-11-24')
  await settle()
  expect(await terms()).toBe(0)
  await promiseFor('2026-11-25')
  noon('2026-11-29')
  await settle()
  await settle()
  expect(await terms()).toBe(1)
  const { body } = await collector().get('/promises?state=broken')
  expect(body.rows.map(({ level }: { level: number }) => level)).toEqual([0, 1])
})

test('P42 money of its last day that is recorded late keeps a promise, and nobody speaks of terms', async () => {
  const { collector, at, openItemId, given, customerId, settle, noon } = await debt()
  const promiseFor = (promisedFor: string, minor: number) =>
    collector().post(`${at}/promises`, { openItemId, amount: eur(minor), promisedFor })
  const terms = async (state: string) => {
    const { body } = await collector().get('/tasks?kind=terms')
    return body.rows.filter((task: { state: string }) => task.state === state).length
  }
  for (const [on, judgedOn] of [
    ['2026-11-20', '2026-11-24'],
    ['2026-11-25', '2026-11-29'],
  ] as const) {
    await promiseFor(on, 300_00)
    noon(judgedOn)
    await settle()
  }
  await promiseFor('2026-12-10', 300_00)
  expect(await terms('open')).toBe(1)

  await given.payment(customerId, { amountMinor: 300_00, receivedOn: '2026-11-28', openItemId })
  await settle()
  expect(await settle()).toBe(0)
  const { body } = await collector().get('/promises')
  expect(
    body.rows.map(({ promisedFor, state, level }: Record<string, unknown>) => [
      promisedFor,
      state,
      level,
    ]),
  ).toEqual([
    ['2026-11-20', 'broken', 0],
    ['2026-11-25', 'kept', 1],
    ['2026-12-10', 'open', 1],
  ])
  expect(await terms('open')).toBe(0)
  const { rows } = (await collector().get(`${at}/timeline`)).body
  expect(rows.map(({ name }: { name: string }) => name)).toContain('task.called_off')
})

test('P42 nothing is judged before the payments of its last day are known, and its reminder waits', async () => {
  const { collector, at, openItemId, settle, noon, world, organisation } = await debt()
  const promised = { openItemId, amount: eur(900_00), promisedFor: '2026-11-20' }
  await collector().post(`${at}/promises`, promised)
  const knowPayments = (until: string) =>
    inOrganisation(world.db, organisation, (tx) =>
      tx
        .updateTable('sources')
        .set({ paymentsConsideredUntil: day(until) })
        .execute(),
    )
  const seen = async () => {
    const [{ state, awaitsPaymentsOf }] = (await collector().get('/promises')).body.rows
    return { state, awaitsPaymentsOf }
  }

  await knowPayments('2026-11-22')
  noon('2026-11-23')
  expect(await settle()).toBe(0)
  expect(await seen()).toEqual({ state: 'open', awaitsPaymentsOf: null })
  noon('2026-11-24')
  expect(await settle()).toBe(0)
  expect(await seen()).toEqual({ state: 'open', awaitsPaymentsOf: '2026-11-23' })
  await knowPayments('2026-11-23')
  expect(await settle()).toBe(1)
  expect(await seen()).toEqual({ state: 'broken', awaitsPaymentsOf: null })
})

test('P41 a plan is kept by its last instalment, and broken by the first that is missed', async () => {
  const { collector, at, openItemId, given, customerId, settle, noon } = await debt()
  const plan = {
    currency: 'EUR',
    items: [{ openItemId, minor: 900_00 }],
    instalments: [
      { dueOn: '2026-11-25', minor: 400_00 },
      { dueOn: '2026-12-25', minor: 500_00 },
    ],
  }
  expect((await collector().post(`${at}/plans`, plan)).body.state).toBe('agreed')
  const states = async () => {
    const { body } = await collector().get('/plans')
    const [{ state, instalments }] = body.rows
    return [state, ...instalments.map((one: { state: string }) => one.state)]
  }

  await given.payment(customerId, { amountMinor: 400_00, receivedOn: '2026-11-24', openItemId })
  await settle()
  expect(await states()).toEqual(['agreed', 'open', 'open'])
  noon('2026-11-24')
  await settle()
  expect(await states()).toEqual(['agreed', 'kept', 'open'])
  noon('2026-12-28')
  await settle()
  expect(await states()).toEqual(['agreed', 'kept', 'open'])
  noon('2026-12-29')
  await settle()
  expect(await states()).toEqual(['broken', 'kept', 'broken'])
})

test('P38 a credit note that leaves nothing owed keeps what was promised', async () => {
  const { collector, at, openItemId, settle, world, organisation } = await debt()
  await collector().post(`${at}/promises`, {
    openItemId,
    amount: eur(900_00),
    promisedFor: '2026-11-25',
  })
  await inOrganisation(world.db, organisation, (tx) =>
    tx
      .updateTable('openItems')
      .set({ openMinor: 0, closedOn: day('2026-11-18') })
      .where('id', '=', openItemId)
      .execute(),
  )
  await settle()

  expect((await collector().get('/promises')).body.rows).toMatchObject([{ state: 'kept' }])
})

test.each([
  ['Europe/Berlin', '2026-11-23T22:59', '2026-11-23T23:00'],
  ['America/New_York', '2026-11-24T04:59', '2026-11-24T05:00'],
  ['Australia/Sydney', '2026-11-23T12:59', '2026-11-23T13:00'],
  ['Asia/Kolkata', '2026-11-23T18:29', '2026-11-23T18:30'],
])('in %s a promise is judged when its last day has ended there', async (zone, before, after) => {
  const { collector, at, openItemId, settle, setNow, world, organisation } = await debt(zone)
  await collector().post(`${at}/promises`, {
    openItemId,
    amount: eur(900_00),
    promisedFor: '2026-11-20',
  })

  setNow(`${before}:00.000Z`)
  expect(await settle()).toBe(0)
  setNow(`${after}:00.000Z`)
  expect(await settle()).toBe(1)
  expect(await settleCommitments(world, organisation)).toBe(0)
})
