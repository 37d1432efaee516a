import { expect, test } from 'vitest'

import { negotiation } from '../../../testing/negotiation.ts'
import { raceFor } from '../../../testing/race.ts'
import { settleCommitments } from '../commitments/commitments.ts'
import { expireApprovals } from './approvals.ts'

test('finance promises freely, and nobody is told to ask themselves', async () => {
  const { manager, at, as } = await negotiation()
  expect((await as('collector').get(`${at}/mandate?currency=EUR`)).body).toMatchObject({
    decidesThemselves: false,
    promisesFreely: true,
  })
  expect((await manager.get(`${at}/mandate?currency=EUR`)).body).toMatchObject({
    decidesThemselves: true,
    decider: null,
  })
})

test('a seller promises within their mandate and not a day beyond it', async () => {
  const { seller, at, promise } = await negotiation()
  expect((await seller.get(`${at}/mandate?currency=EUR`)).body).toMatchObject({
    source: 'usual',
    overdueMinor: 1_000_00,
    latestDay: '2026-12-02',
    decidesThemselves: false,
    promisesFreely: false,
    decider: { name: 'Ada' },
  })

  expect(await seller.post(`${at}/promises`, promise('2026-12-03'))).toMatchObject({
    status: 409,
    body: {
      code: 'beyond_mandate',
      details: { limit: 'extension', asked: 15, allowed: 14, approver: 'sales_manager' },
    },
  })
  expect((await seller.post(`${at}/promises`, promise('2026-12-02'))).status).toBe(201)
})

test('a debt is not put off again and again: the extension counts from the first time', async () => {
  const { seller, at, promise, setNow, world, organisation } = await negotiation()
  await seller.post(`${at}/promises`, promise('2026-11-20'))
  setNow('2026-11-24T12:00:00.000Z')
  await settleCommitments(world, organisation)

  const { body } = await seller.get(`${at}/mandate?currency=EUR`)
  expect(body).toMatchObject({ putOffSince: '2026-11-18', latestDay: '2026-12-02' })
  expect((await seller.post(`${at}/promises`, promise('2026-12-03'))).body.code).toBe(
    'beyond_mandate',
  )
})

test('beyond it the manager approves, and the promise stands in the name of whom asked', async () => {
  const { seller, manager, at, promise, owner } = await negotiation()
  const asked = await seller.post(`${at}/approvals`, {
    promise: promise('2026-12-24'),
    note: 'Their bank said so',
  })
  expect(asked.status).toBe(201)
  const { body: waiting } = await manager.get('/approvals?state=asked')
  expect(waiting.rows).toMatchObject([
    {
      id: asked.body.id,
      until: '2026-12-24',
      amount: { minor: 1_000_00, currency: 'EUR' },
      beyond: [{ limit: 'extension', asked: 36, allowed: 14 }],
      mayDecide: true,
      askedBy: { id: owner },
      owedMinor: 1_000_00,
      overdueMinor: 1_000_00,
      promisesKept: 0,
      promisesMissed: 0,
    },
  ])
  expect((await manager.get('/approvals?mine=true')).body.rows).toEqual([])
  expect((await seller.get('/approvals?mine=true')).body.rows).toMatchObject([
    { id: asked.body.id, mayDecide: false },
  ])

  const decision = { decision: 'approved', note: 'Fine' }
  expect((await manager.post(`/approvals/${asked.body.id}/decision`, decision)).status).toBe(201)

  const { body: promises } = await seller.get('/promises')
  expect(promises.rows).toMatchObject([
    { promisedFor: '2026-12-24', state: 'open', takenBy: { id: owner } },
  ])
})

test('nobody approves their own request, and a manager not what credit is asked', async () => {
  const { manager, credit, at, plan, openItemId } = await negotiation()
  await credit.put('/mandate-limits', {
    rows: [
      {
        segment: null,
        currency: 'EUR',
        upToMinor: null,
        approver: 'credit_manager',
        longestExtensionDays: 7,
        mostInstalments: 1,
        smallestFirstPaymentPercent: 50,
        largestDiscountBasisPoints: 0,
        waivesCharges: false,
      },
    ],
  })
  const asked = await manager.post(
    `${at}/plans`,
    plan(['2026-12-01', 400_00], ['2026-12-20', 600_00]),
  )
  expect(asked.body).toMatchObject({
    state: 'awaiting_approval',
    beyond: [{ limit: 'extension' }, { limit: 'instalments' }, { limit: 'first_payment' }],
  })

  const path = `/approvals/${asked.body.approvalId}/decision`
  expect(await manager.post(path, { decision: 'approved' })).toMatchObject({
    status: 403,
    body: { code: 'own_request' },
  })
  const { body: mine } = await manager.get('/approvals?state=asked')
  expect(mine.rows[0]).toMatchObject({ mayDecide: false })
  expect((await credit.post(path, { decision: 'approved' })).status).toBe(201)
  expect((await manager.get('/plans')).body.rows).toMatchObject([
    { state: 'agreed', agreedOn: '2026-11-18', items: [{ openItemId, minor: 1_000_00 }] },
  ])
})

test('of two who decide at once one does', async () => {
  const { world, seller, manager, credit, at, promise, customerId } = await negotiation()
  const { body } = await seller.post(`${at}/approvals`, { promise: promise('2026-12-24') })
  const path = `/approvals/${body.id}/decision`

  const answers = await raceFor(world, { table: 'customers', id: customerId }, [
    () => manager.post(path, { decision: 'approved' }),
    () => credit.post(path, { decision: 'refused' }),
  ])

  const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value.status : 0))
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
})

test('a plan that was refused or ran out keeps nobody from being reminded', async () => {
  const { seller, manager, at, plan, setNow, world, organisation, as, owner } = await negotiation()
  const parts = [
    ['2026-12-20', 500_00],
    ['2027-01-20', 500_00],
  ] as [string, number][]
  const first = await seller.post(`${at}/plans`, plan(...parts))
  const refusal = { decision: 'refused', note: 'Too long' }
  await manager.post(`/approvals/${first.body.approvalId}/decision`, refusal)

  const second = await seller.post(`${at}/plans`, plan(...parts))
  expect(second.status).toBe(201)
  setNow('2026-11-25T12:00:00.000Z')
  expect(await expireApprovals(world, organisation)).toBe(0)
  setNow('2026-11-25T12:00:00.001Z')
  expect(await expireApprovals(world, organisation)).toBe(1)

  const { body } = await as(owner).get('/plans')
  expect(body.rows.map(({ state }: { state: string }) => state)).toEqual(['refused', 'refused'])
  // Nobody refused the one that ran out.
  const { body: told } = await as(owner).get(`${at}/timeline`)
  const refused = told.rows.filter(({ name }: { name: string }) => name === 'plan.refused')
  expect(refused).toMatchObject([{ text: 'Too long', values: { minor: 1_000_00 } }])
})

test('room given for one customer holds until its last day, for whom it was given', async () => {
  const { seller, manager, at, promise, owner, setNow, as } = await negotiation()
  const room = {
    currency: 'EUR',
    longestExtensionDays: 60,
    mostInstalments: 6,
    smallestFirstPaymentPercent: 10,
    largestDiscountBasisPoints: 0,
    waivesCharges: true,
    expiresOn: '2026-11-19',
  }
  const given = await manager.post(`${at}/mandates`, { ...room, personId: owner })
  expect(given.status).toBe(201)
  setNow('2026-11-19T23:59:59.000Z')
  expect((await as(owner).get(`${at}/mandate?currency=EUR`)).body.source).toBe('grant')
  setNow('2026-11-20T00:00:00.000Z')
  expect((await as(owner).get(`${at}/mandate?currency=EUR`)).body.source).toBe('usual')

  setNow('2026-11-18T12:00:00.000Z')
  await manager.post(`/mandates/${given.body.id}/revocation`, {})
  expect((await seller.post(`${at}/promises`, promise('2026-12-24'))).body.code).toBe(
    'beyond_mandate',
  )
})

test('P69 another seller sees no plan, approval or mandate of this customer', async () => {
  const { seller, at, plan, promise, given, as } = await negotiation()
  await seller.post(`${at}/approvals`, { promise: promise('2026-12-24') })
  const made = await seller.post(`${at}/plans`, plan(['2026-11-25', 1_000_00]))
  const stranger = as(await given.personWith({ roles: ['seller'], name: 'Eve' }))

  expect((await stranger.get('/plans')).body.rows).toEqual([])
  expect((await stranger.get('/approvals')).body.rows).toEqual([])
  expect((await stranger.get(`${at}/mandate?currency=EUR`)).status).toBe(404)
  const withdrawal = await stranger.post(`/plans/${made.body.id}/withdrawal`, { why: 'mine' })
  expect(withdrawal.status).toBe(404)
})
