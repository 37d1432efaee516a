import { expect, test } from 'vitest'

import { testApp } from '../../testing/test-app.ts'
import { amountFloorOf, askFirstAboveOf, DEFAULT_POLICY, policyFrom } from './policy.ts'
import { slugOf } from './rules.ts'

test.each([
  ['Müller & Söhne GmbH', 'mueller-soehne-gmbh'],
  ['  Éclair — Pâtisserie  ', 'eclair-patisserie'],
  ['株式会社', 'company'],
  ['A'.repeat(49) + ' B', 'a'.repeat(49)],
])('the address of %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('what an organisation has not chosen is the default, and what no longer fits is left out', () => {
  expect(policyFrom({})).toEqual(DEFAULT_POLICY)
  expect(policyFrom(null)).toEqual(DEFAULT_POLICY)
  const stored = { replyPauseDays: 9, minimumGapDays: 'often', ofAnEarlierRelease: true }
  expect(policyFrom(stored)).toEqual({ ...DEFAULT_POLICY, replyPauseDays: 9 })
})

test.each([
  ['EUR', 10_00],
  ['JPY', 10],
  ['KWD', 10_000],
  ['USD', 25_00],
])('P52 the floor in %s is %i', (currency, floor) => {
  const policy = { ...DEFAULT_POLICY, amountFloorMinor: { USD: 25_00 } }
  expect(amountFloorOf(policy, currency)).toBe(floor)
  expect(askFirstAboveOf(policy, currency)).toBeNull()
})

test('an administrator changes a part of the policy and takes the default again', async () => {
  const { as } = await testApp()
  const change = (body: object) => as('administrator').patch('/organisation/policy', body)
  const changed = await change({ replyPauseDays: 9, ageingBounds: [15, 45] })
  expect(changed.body.policy).toEqual({
    ...DEFAULT_POLICY,
    replyPauseDays: 9,
    ageingBounds: [15, 45],
  })
  const back = await change({ replyPauseDays: null })
  expect(back.body.policy).toMatchObject({ replyPauseDays: 5, ageingBounds: [15, 45] })
})

test.each([
  { ageingBounds: [30, 30] },
  { ageingBounds: [60, 30] },
  { ageingBounds: [] },
  { contactHours: { from: '18:00', to: '08:00' } },
  { contactHours: { from: '8:00', to: '18:00' } },
  { replyPauseDays: -1 },
  { amountFloorMinor: { EUR: 0.5 } },
])('the policy %j makes no sense and is refused', async (body) => {
  const { as } = await testApp()
  const reply = await as('administrator').patch('/organisation/policy', body)
  expect(reply).toMatchObject({ status: 422, body: { code: 'malformed_request' } })
})

test('the test mode goes on at once and off only with the name of the organisation typed', async () => {
  const { as, world, organisation } = await testApp()
  const put = (body: object) => as('administrator').put('/organisation/test-mode', body)
  const isOn = async () => (await as('seller').get('/organisation')).body.testMode

  expect((await put({ isOn: true })).status).toBe(200)
  expect(await isOn()).toBe(true)
  const slip = await put({ isOn: false, confirmation: 'Example' })
  expect(slip.body).toEqual({ code: 'not_confirmed', details: { name: 'Example Ltd' } })
  expect(await isOn()).toBe(true)
  expect((await put({ isOn: false, confirmation: 'Example Ltd' })).status).toBe(200)
  expect(await isOn()).toBe(false)

  await put({ isOn: true })
  await world.db
    .updateTable('organisations')
    .set({ isDemo: true })
    .where('id', '=', organisation)
    .execute()
  const demo = await put({ isOn: false, confirmation: 'Example Ltd' })
  expect(demo.body.code).toBe('demo_stays_in_test_mode')
})

test('a view is kept, shared and changed by its owner only', async () => {
  const { as } = await testApp()
  const view = { page: 'customers', name: 'Late', search: '?late=30' }
  const { body } = await as('collector').post('/views', view)
  const seenBy = async (role: 'collector' | 'legal') =>
    (await as(role).get('/views?page=customers')).body.views.length
  expect([await seenBy('collector'), await seenBy('legal')]).toEqual([1, 0])
  expect((await as('legal').delete(`/views/${body.id}`)).status).toBe(404)

  await as('collector').patch(`/views/${body.id}`, { isShared: true })
  expect(await seenBy('legal')).toBe(1)
  const stolen = await as('legal').patch(`/views/${body.id}`, { name: 'Mine' })
  expect(stolen).toMatchObject({ status: 403, body: { code: 'not_your_view' } })
  expect((await as('collector').delete(`/views/${body.id}`)).status).toBe(200)
  expect(await seenBy('collector')).toBe(0)
})
