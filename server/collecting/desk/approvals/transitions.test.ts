import { expect, test } from 'vitest'

import { negotiation } from '../../../testing/negotiation.ts'
import { raceFor } from '../../../testing/race.ts'
import { expireApprovals } from './approvals.ts'

/** A request for a promise until Christmas, and everything that can happen to it. */
async function asked(timeZone?: string, today?: string, until = '2026-12-24') {
  const shop = await negotiation(timeZone, today)
  const { seller, as, owner, boss, at, promise, world, organisation } = shop
  const { body, status } = await seller.post(`${at}/approvals`, { promise: promise(until) })
  expect(status).toBe(201)
  const path = `/approvals/${body.id}`
  return {
    ...shop,
    // A session of its own each time: in these stories days pass.
    approve: () => as(boss).post(`${path}/decision`, { decision: 'approved' }),
    refuse: () => as(boss).post(`${path}/decision`, { decision: 'refused', note: 'Too long' }),
    withdraw: () => as(owner).post(`${path}/withdrawal`, {}),
    expire: () => expireApprovals(world, organisation),
    state: async () => (await shop.as('credit_manager').get('/approvals')).body.rows[0]?.state,
    promises: async () => (await shop.as('credit_manager').get('/promises')).body.rows.length,
  }
}

type Asked = Awaited<ReturnType<typeof asked>>

const LATE = '2026-11-25T12:00:00.001Z'

test.each<[string, (request: Asked) => Promise<unknown>, number]>([
  ['approved', ({ approve }) => approve(), 1],
  ['refused', ({ refuse }) => refuse(), 0],
  ['withdrawn', ({ withdraw }) => withdraw(), 0],
  [
    'expired',
    async ({ setNow, expire }) => {
      setNow(LATE)
      expect(await expire()).toBe(1)
    },
    0,
  ],
])('a request that was %s stays so, whatever is tried', async (state, end, promises) => {
  const request = await asked()
  await end(request)
  expect(await request.state()).toBe(state)

  for (const again of [request.approve, request.refuse, request.withdraw]) {
    expect((await again()).status).toBe(409)
  }
  request.setNow(LATE)
  expect(await request.expire()).toBe(0)

  expect(await request.state()).toBe(state)
  expect(await request.promises()).toBe(promises)
})

test.each<[string, (request: Asked) => (() => Promise<unknown>)[], string, number]>([
  ['approved, then taken back', ({ approve, withdraw }) => [approve, withdraw], 'approved', 1],
  ['taken back, then approved', ({ approve, withdraw }) => [withdraw, approve], 'withdrawn', 0],
  ['refused, then approved', ({ approve, refuse }) => [refuse, approve], 'refused', 0],
])('P03 two at once, %s: the first counts', async (_what, contenders, state, promises) => {
  const request = await asked()
  const held = { table: 'customers', id: request.customerId, inOrder: true }

  await raceFor<unknown>(request.world, held, contenders(request))

  expect(await request.state()).toBe(state)
  expect(await request.promises()).toBe(promises)
})

/** The clocks change within each of these weeks but Kolkata's, which has none. */
const ZONES = [
  ['Pacific/Auckland', '2026-09-23'],
  ['America/Los_Angeles', '2026-10-28'],
  ['Europe/Berlin', '2027-03-24'],
  ['Asia/Kolkata', '2026-10-21'],
] as const

test.each(ZONES)('in %s a request of %s is open for seven whole days', async (zone, today) => {
  const request = await asked(zone, today, '2027-06-30')
  const week = 7 * 86_400_000
  const begun = Date.parse(request.world.clock())

  request.setNow(new Date(begun + week).toISOString())
  expect(await request.expire()).toBe(0)
  request.setNow(new Date(begun + week + 1).toISOString())
  expect(await request.expire()).toBe(1)
  expect(await request.state()).toBe('expired')
})
