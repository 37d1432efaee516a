import { expect, test } from 'vitest'

import { testApp } from '../../../testing/test-app.ts'

const LIMITS = {
  longestExtensionDays: 30,
  mostInstalments: 6,
  smallestFirstPaymentPercent: 10,
  largestDiscountBasisPoints: 0,
  waivesCharges: false,
}

const row = (part: object) => ({
  segment: null,
  currency: 'EUR',
  upToMinor: null,
  approver: 'sales_manager',
  ...LIMITS,
  ...part,
})

async function shopWithDebt() {
  const shop = await testApp({ today: '2026-11-18' })
  const boss = await shop.given.personWith({ roles: ['sales_manager'], name: 'Ada' })
  const teamId = await shop.given.team({ managerId: boss })
  const owner = await shop.given.personWith({ roles: ['seller'], name: 'Sam', teamId })
  const customerId = await shop.given.customer({ name: 'Brasserie du Port', ownerId: owner })
  const dates = { issuedOn: '2026-09-29', dueOn: '2026-10-29' }
  const { openItemId } = await shop.given.invoice(customerId, { totalMinor: 1_000_00, ...dates })
  const promise = (promisedFor: string, minor: number) => ({
    openItemId,
    amount: { minor, currency: 'EUR' },
    promisedFor,
  })
  const at = `/customers/${customerId}`
  const as = { seller: shop.as(owner), manager: shop.as(boss), credit: shop.as('credit_manager') }
  return { ...shop, ...as, at, owner, promise }
}

test('limits are tried on what was agreed lately, and nothing is changed by it', async () => {
  const { seller, credit, at, promise } = await shopWithDebt()
  const empty = await credit.post('/mandate-limits/effect', { rows: [] })
  expect(empty.body).toMatchObject({ agreed: 0, withinNow: 0, withinThen: 0 })
  // 7 days and, counted from its own first day, 14: the usual fortnight holds both.
  await seller.post(`${at}/promises`, promise('2026-11-25', 400_00))
  await seller.post(`${at}/promises`, promise('2026-12-02', 300_00))

  const tried = async (...rows: readonly object[]) =>
    (await credit.post('/mandate-limits/effect', { rows })).body
  const both = { since: '2026-08-20', agreed: 2, withinNow: 2 }
  expect(await tried(row({ longestExtensionDays: 14 }))).toEqual({ ...both, withinThen: 2 })
  expect(await tried(row({ longestExtensionDays: 13 }))).toEqual({ ...both, withinThen: 1 })
  expect(await tried(row({ longestExtensionDays: 7 }))).toEqual({ ...both, withinThen: 1 })
  expect(await tried(row({ longestExtensionDays: 6 }))).toEqual({ ...both, withinThen: 0 })
  // A row of another currency or above its ceiling leaves the usual limits.
  expect(await tried(row({ longestExtensionDays: 0, currency: 'USD' }))).toMatchObject({
    withinThen: 2,
  })
  expect(await tried(row({ longestExtensionDays: 0, upToMinor: 300_00 }))).toMatchObject({
    withinThen: 1,
  })
  expect((await credit.get('/mandate-limits')).body.rows).toEqual([])
})

test('each use of a mandate is kept with the right that it was used by', async () => {
  const { seller, manager, owner, at, promise } = await shopWithDebt()
  await seller.post(`${at}/promises`, promise('2026-11-25', 400_00))
  const grant = { ...LIMITS, personId: owner, currency: 'EUR', expiresOn: '2026-12-31' }
  const granted = await manager.post(`${at}/mandates`, { ...grant, reason: 'A fire' })
  await seller.post(`${at}/promises`, promise('2026-12-18', 300_00))
  await manager.post(`/mandates/${granted.body.id}/revocation`, {})
  expect((await seller.post(`${at}/promises`, promise('2026-12-18', 100_00))).body.code).toBe(
    'beyond_mandate',
  )

  const { body } = await manager.get(`${at}/mandate?currency=EUR`)
  expect(body.uses).toMatchObject([
    { kind: 'promise', until: '2026-12-18', source: 'grant', person: { id: owner } },
    { kind: 'promise', until: '2026-11-25', source: 'usual', person: { id: owner } },
  ])
  expect(body.grants).toMatchObject([{ reason: 'A fire', isInForce: false }])
})
