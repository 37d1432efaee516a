import { expect, test } from 'vitest'

import { raceFor } from '../../../testing/race.ts'
import { testApp } from '../../../testing/test-app.ts'
import { returnOverdueBalls } from './ball.ts'

async function sellerWithDebt(today = '2026-11-18', timeZone = 'UTC') {
  const shop = await testApp({ today, timeZone })
  const owner = await shop.personOf('seller')
  const customerId = await shop.given.customer({ name: 'Brasserie du Port', ownerId: owner })
  const invoice = await shop.given.invoice(customerId, {
    totalMinor: 1_000_00,
    dueOn: '2026-03-29',
  })
  const ball = `/customers/${customerId}/ball`
  return { ...shop, owner, customerId, ball, invoice, seller: shop.as('seller') }
}

const at = (iso: string) => `${iso}:00.000Z`

test('the seller takes their customer over, and the card says until when', async () => {
  const { seller, ball, owner } = await sellerWithDebt()
  expect((await seller.get(ball)).body).toMatchObject({
    now: null,
    businessDaysLeft: null,
    taking: { refusal: null, businessDays: 5, returnsOn: '2026-11-25', left: 3 },
  })

  const taken = await seller.post(`${ball}/taking`, { note: 'We meet on Friday' })

  expect(taken).toMatchObject({ status: 201, body: { returnsOn: '2026-11-25' } })
  expect((await seller.get(ball)).body).toMatchObject({
    now: {
      kind: 'taken',
      holder: { id: owner },
      note: 'We meet on Friday',
      since: '2026-11-18',
      returnedOn: null,
    },
    businessDaysLeft: 5,
    taking: { refusal: 'already_with_seller', left: 2 },
  })
})

test.each([
  ['Europe/Berlin', '2026-10-21', '2026-10-28T22:59', '2026-10-28T23:00', '2026-10-29'],
  ['America/New_York', '2026-10-28', '2026-11-05T04:59', '2026-11-05T05:00', '2026-11-05'],
  ['Australia/Sydney', '2026-09-30', '2026-10-07T12:59', '2026-10-07T13:00', '2026-10-08'],
  ['Asia/Kolkata', '2026-10-21', '2026-10-28T18:29', '2026-10-28T18:30', '2026-10-29'],
])('in %s the ball rings by itself after its last day, once', async (zone, today, ...on) => {
  const [before, after, back] = on
  const { seller, ball, setNow, world, organisation, as, customerId } = await sellerWithDebt(
    today,
    zone,
  )
  await seller.post(`${ball}/taking`, {})

  setNow(at(before))
  expect(await returnOverdueBalls(world, organisation)).toBe(0)
  setNow(at(after))
  expect(await returnOverdueBalls(world, organisation)).toBe(1)
  expect(await returnOverdueBalls(world, organisation)).toBe(0)

  expect((await as('seller').get(ball)).body).toMatchObject({
    now: null,
    history: [{ returnedOn: back, returnedWhy: 'clock', returnedBy: null }],
  })
  const { body } = await as('collector').get(`/customers/${customerId}/timeline`)
  expect(JSON.stringify(body)).toContain('ball.returned_by_clock')
})

test('no more than three times a quarter; the next quarter begins afresh', async () => {
  const { seller, ball, setNow } = await sellerWithDebt('2026-12-30')
  for (let turn = 0; turn < 3; turn += 1) {
    expect((await seller.post(`${ball}/taking`, {})).status).toBe(201)
    expect((await seller.post(`${ball}/return`, {})).status).toBe(201)
  }
  expect((await seller.post(`${ball}/taking`, {})).body.code).toBe('taken_too_often')

  setNow(at('2026-12-31T12:00'))
  expect((await seller.post(`${ball}/taking`, {})).body.code).toBe('taken_too_often')
  setNow(at('2027-01-01T12:00'))
  expect((await seller.post(`${ball}/taking`, {})).status).toBe(201)
})

test('of two people acting at once one gets the ball', async () => {
  const { world, seller, as, ball, customerId } = await sellerWithDebt()

  const answers = await raceFor(world, { table: 'customers', id: customerId }, [
    () => seller.post(`${ball}/taking`, {}),
    () => as('collector').post(ball, { note: 'Did it arrive?' }),
  ])

  const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value.status : 0))
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
})

test('finance passes it with a question, and sees who gave it back', async () => {
  const { seller, as, ball, owner } = await sellerWithDebt()
  await as('collector').post(ball, { note: 'Did the goods arrive?' })
  await seller.post(`${ball}/return`, { note: 'They did' })

  expect((await as('collector').get(ball)).body.history).toMatchObject([
    {
      kind: 'passed',
      note: 'Did the goods arrive?',
      returnedWhy: 'seller',
      returnedBy: { id: owner },
    },
  ])
})

test('not what is not overdue, and not another seller’s customer', async () => {
  const { given, seller, owner, personOf, as } = await sellerWithDebt()
  const punctual = await given.customer({ name: 'Punctual', ownerId: owner })
  await given.invoice(punctual, { totalMinor: 100_00, dueOn: '2026-11-18' })
  expect((await seller.post(`/customers/${punctual}/ball/taking`, {})).body.code).toBe(
    'nothing_overdue',
  )

  const foreign = await given.customer({
    name: 'Foreign',
    ownerId: await personOf('sales_manager'),
  })
  await given.invoice(foreign, { totalMinor: 100_00, dueOn: '2026-10-01' })
  expect((await seller.post(`/customers/${foreign}/ball/taking`, {})).status).toBe(404)
  expect((await as('collector').post(`/customers/${foreign}/ball/taking`, {})).status).toBe(403)
})
