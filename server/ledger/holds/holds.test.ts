import { expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { day } from '../../kernel/day.ts'
import { testApp } from '../../testing/test-app.ts'
import { holdsInForce } from '../index.ts'

async function house() {
  const made = await testApp({ today: '2026-03-10' })
  const customer = await made.given.customer()
  const place = (endsOn: string, more: object = {}) =>
    made
      .as('collector')
      .post(`/customers/${customer}/holds`, { reason: 'relationship', endsOn, ...more })
  const heldUntil = async () =>
    (await made.as('collector').get('/customers')).body.rows[0].heldUntil
  const { world, organisation } = made
  const inForce = (on: string) =>
    inOrganisation(world.db, organisation, (tx) =>
      holdsInForce(tx, organisation, [customer], day(on)),
    )
  return { ...made, customer, place, heldUntil, inForce }
}

test('a hold ends by itself after its last day', async () => {
  const { place, heldUntil, setNow, inForce } = await house()
  expect((await place('2026-03-12')).body).toMatchObject({
    needsApproval: false,
    holdsUntil: '2026-03-12',
  })
  expect(await heldUntil()).toBe('2026-03-12')
  expect(await inForce('2026-03-12')).toHaveLength(1)

  setNow('2026-03-13T12:00:00Z')
  expect(await heldUntil()).toBeNull()
  expect(await inForce('2026-03-13')).toEqual([])
})

test('a long hold waits for a second person and holds meanwhile as long as it may', async () => {
  const { as, customer, place, heldUntil, setNow } = await house()
  const { body } = await place('2026-12-31')
  expect(body).toMatchObject({ needsApproval: true, holdsUntil: '2026-04-08' })
  expect((await as('collector').get('/holds?state=waiting')).body.rows).toMatchObject([
    { id: body.id, state: 'waiting' },
  ])

  const url = `/holds/${body.id}/approval`
  expect((await as('collector').post(url)).status).toBe(403)
  expect((await as('finance_director').post(url)).status).toBe(200)
  expect((await as('finance_director').post(url)).body.code).toBe('hold_already_approved')
  expect(await heldUntil()).toBe('2026-12-31')
  setNow('2026-04-09T12:00:00Z')
  expect(await heldUntil()).toBe('2026-12-31')
  expect((await as('collector').get(`/customers/${customer}/holds`)).body.holds).toMatchObject([
    { state: 'in_force' },
  ])
})

test('nobody approves what they placed themselves', async () => {
  const { as, customer } = await house()
  const manager = as('credit_manager')
  const { body } = await manager.post(`/customers/${customer}/holds`, {
    reason: 'legal',
    endsOn: '2026-12-31',
  })
  expect((await manager.post(`/holds/${body.id}/approval`)).body.code).toBe(
    'hold_needs_another_approver',
  )
})

test('the list and the rule agree on every day on which a hold begins, waits or ends', async () => {
  const { as, place, setNow, inForce } = await house()
  await place('2026-06-30')
  await place('2026-03-20', { startsOn: '2026-03-15' })
  for (const on of [
    '2026-03-10',
    '2026-03-14',
    '2026-03-15',
    '2026-03-20',
    '2026-03-21',
    '2026-04-08',
    '2026-04-09',
    '2026-06-30',
  ]) {
    setNow(`${on}T12:00:00Z`)
    const [row] = (await as('collector').get('/customers')).body.rows
    const until =
      (await inForce(on))
        .map(({ holdsUntil }) => holdsUntil)
        .toSorted()
        .at(-1) ?? null
    expect([on, row.heldUntil]).toEqual([on, until])
    const held = (await as('collector').get('/customers?hold=yes')).body.rows
    expect(held).toHaveLength(until === null ? 0 : 1)
  }
})

test('a lifted hold holds no longer, and cannot be lifted again', async () => {
  const { as, customer, place, heldUntil } = await house()
  const { body } = await place('2026-03-20')
  const lift = () => as('collector').post(`/holds/${body.id}/lifting`, { why: 'cleared up' })
  expect((await lift()).status).toBe(200)
  expect(await heldUntil()).toBeNull()
  expect((await lift()).body.code).toBe('hold_already_lifted')
  expect((await as('collector').get(`/customers/${customer}/holds`)).body.holds).toMatchObject([
    { state: 'lifted', liftedOn: '2026-03-10' },
  ])
})

test("one invoice is held alone, and never another customer's", async () => {
  const { as, customer, given, place, heldUntil } = await house()
  const mine = await given.invoice(customer)
  const foreign = await given.invoice(await given.customer())
  expect((await place('2026-03-20', { receivableId: foreign.id })).body.code).toBe(
    'no_such_receivable',
  )
  expect((await place('2026-03-20', { receivableId: mine.id })).status).toBe(201)
  expect(await as('collector').get(`/customers/${customer}/open-items`)).toMatchObject({
    body: { rows: [{ heldUntil: '2026-03-20' }] },
  })
  expect((await as('collector').get(`/customers/${customer}`)).body.holds).toEqual([])
  expect(await heldUntil()).toBeNull()
})
