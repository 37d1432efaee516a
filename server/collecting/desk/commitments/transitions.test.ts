import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../kernel/day.ts'
import { debt, eur } from '../../../testing/debt.ts'
import { LAST_DAYS } from '../../../testing/last-days.ts'
import { raceFor } from '../../../testing/race.ts'

describe('P39 money that goes back', () => {
  test('opens a kept promise again while there is time, and the next payment keeps it', async () => {
    const { promise, pay, bounce, on, promises, events } = await debt()
    await promise('2026-11-20')
    const paymentId = await pay(900_00, '2026-11-18')
    await on('2026-11-18')
    expect(await promises()).toEqual([['kept', 900_00]])
    await bounce(paymentId, '2026-11-18')
    await on('2026-11-19')
    expect(await promises()).toEqual([['open', 0]])
    expect(await on('2026-11-19')).toBe(0)
    await on('2026-11-23')
    await pay(900_00, '2026-11-23')
    await on('2026-11-23')
    expect(await promises()).toEqual([['kept', 900_00]])
    expect(await events('promise')).toEqual(['taken', 'kept', 'reopened', 'kept'])
  })

  test.each([
    ['on its last day leaves it open', '2026-11-23', ['open', 0], ['kept', 'reopened']],
    ['the day after breaks it', '2026-11-24', ['broken', 0], ['kept', 'broken']],
    ['weeks later breaks it just so', '2026-12-20', ['broken', 0], ['kept', 'broken']],
  ])('%s', async (_what, last, expected, told) => {
    const { promise, pay, bounce, on, promises, events, credit } = await debt()
    await promise('2026-11-20')
    const paymentId = await pay(900_00, '2026-11-18')
    await on('2026-11-18')
    await on(last)
    await bounce(paymentId, last)
    await on(last)
    await on(last)
    expect(await promises()).toEqual([expected])
    expect(await events('promise')).toEqual(['taken', ...told])
    // It counts like any other that was not kept.
    expect((await credit().get('/promises?state=broken')).body.rows).toHaveLength(
      told.includes('broken') ? 1 : 0,
    )
  })

  test('leaves what another payment brought, and takes a part away from a part', async () => {
    const { promise, pay, bounce, on, promises, events } = await debt()
    await promise('2026-11-20')
    const first = await pay(600_00, '2026-11-18')
    const second = await pay(300_00, '2026-11-18')
    await on('2026-11-18')
    await on('2026-11-24')
    await bounce(first, '2026-11-24')
    await on('2026-11-24')
    expect(await promises()).toEqual([['partly_kept', 300_00]])
    await bounce(second, '2026-11-24')
    await on('2026-11-24')
    expect(await promises()).toEqual([['broken', 0]])
    expect(await events('promise')).toEqual(['taken', 'kept', 'partly_kept', 'broken'])
  })

  test('from another promise than the one that it kept changes nothing of it', async () => {
    const { promise, pay, bounce, on, promises } = await debt()
    await promise('2026-11-20', 300_00)
    await pay(300_00, '2026-11-18')
    await on('2026-11-18')
    const later = await pay(200_00, '2026-11-18')
    await bounce(later, '2026-11-18')
    await on('2026-12-01')
    expect(await promises()).toEqual([['kept', 300_00]])
  })

  test('the second time asks for other terms', async () => {
    const { promise, pay, bounce, on, credit } = await debt()
    await promise('2026-11-20')
    await on('2026-11-24')
    await promise('2026-11-25')
    const paymentId = await pay(900_00, '2026-11-24')
    await on('2026-11-24')
    const terms = async () => (await credit().get('/tasks?kind=terms')).body.rows.length
    expect(await terms()).toBe(0)
    await on('2026-12-10')
    await bounce(paymentId, '2026-12-10')
    await on('2026-12-10')
    expect(await terms()).toBe(1)
  })

  test('puts a kept plan in force again while its instalment has time, and breaks it after', async () => {
    const { plan, pay, bounce, on, plans, events } = await debt()
    await plan(['2026-11-20', 400_00], ['2026-12-20', 500_00])
    await pay(400_00, '2026-11-18')
    const second = await pay(500_00, '2026-11-18')
    await on('2026-11-18')
    expect(await plans()).toEqual([['kept', 'kept', 'kept']])
    await bounce(second, '2026-11-18')
    await on('2026-11-19')
    expect(await plans()).toEqual([['agreed', 'kept', 'open']])
    await on('2026-12-23')
    const again = await pay(500_00, '2026-12-23')
    await on('2026-12-23')
    expect(await plans()).toEqual([['kept', 'kept', 'kept']])
    await on('2027-01-15')
    await bounce(again, '2027-01-15')
    await on('2027-01-15')
    expect(await plans()).toEqual([['broken', 'kept', 'broken']])
    expect(await events('plan')).toEqual(['agreed', 'kept', 'reopened', 'kept', 'broken'])
    expect(await events('instalment')).toEqual(['kept', 'kept', 'reopened', 'kept', 'broken'])
  })
})

describe('what has ended', () => {
  test.each<[string, (app: Awaited<ReturnType<typeof debt>>) => Promise<unknown>]>([
    ['kept', async ({ pay, on }) => [await pay(900_00, '2026-11-18'), await on('2026-11-18')]],
    ['broken', ({ on }) => on('2026-11-24')],
    ['partly_kept', async ({ pay, on }) => [await pay(1_00, '2026-11-18'), await on('2026-11-24')]],
    ['withdrawn', async () => null],
  ])('a promise that is %s is not taken back', async (state, happen) => {
    const app = await debt()
    const id = await app.promise('2026-11-20')
    const withdraw = () => app.credit().post(`/promises/${id}/withdrawal`, { why: 'A mistake' })
    if (state === 'withdrawn') await withdraw()
    await happen(app)
    expect((await app.promises())[0][0]).toBe(state)
    expect((await withdraw()).body.code).toBe('promise_not_open')
    expect(await app.on('2026-12-24')).toBe(0)
    expect((await app.promises())[0][0]).toBe(state)
  })

  test.each<[string, (app: Awaited<ReturnType<typeof debt>>) => Promise<unknown>]>([
    ['kept', async ({ pay, on }) => [await pay(900_00, '2026-11-18'), await on('2026-11-18')]],
    ['broken', ({ on }) => on('2026-11-24')],
    ['withdrawn', async () => null],
  ])(
    'a plan that is %s is not taken back, and its invoice may go into another',
    async (state, happen) => {
      const app = await debt()
      const id = await app.plan(['2026-11-20', 900_00])
      const again = () => app.credit().post(`${app.at}/plans`, app.planOf(['2026-12-30', 100_00]))
      expect((await again()).body.code).toBe('already_in_plan')
      const withdraw = () => app.credit().post(`/plans/${id}/withdrawal`, { why: 'A mistake' })
      if (state === 'withdrawn') await withdraw()
      await happen(app)
      expect((await app.plans())[0][0]).toBe(state)
      expect((await withdraw()).body.code).toBe('plan_not_open')
      expect((await again()).body.code).toBe(state === 'kept' ? 'nothing_open' : undefined)
    },
  )
})

describe('P03 two at once', () => {
  type Told = { readonly status: number; readonly body: { readonly code?: string } }
  const told = (settled: readonly PromiseSettledResult<Told | number>[]) =>
    settled
      .map((one) => {
        if (one.status === 'rejected') return String(one.reason)
        return typeof one.value === 'number' ? one.value : (one.value.body.code ?? one.value.status)
      })
      .toSorted((one, other) => String(one).localeCompare(String(other)))

  test('of two who take a promise for the whole debt one does', async () => {
    const { credit, at, openItemId, world, customerId, promises } = await debt()
    const offer = { openItemId, amount: eur(900_00), promisedFor: '2026-11-20' }
    const take = () => credit().post(`${at}/promises`, offer)
    const settled = await raceFor(world, { table: 'customers', id: customerId }, [take, take])
    expect(told(settled)).toEqual([201, 'already_promised'])
    expect(await promises()).toEqual([['open', 0]])
  })

  test('of two who take it back one does', async () => {
    const { credit, promise, world, customerId, events } = await debt()
    const id = await promise('2026-11-20')
    const withdraw = () => credit().post(`/promises/${id}/withdrawal`, { why: 'A mistake' })
    const settled = await raceFor(world, { table: 'customers', id: customerId }, [
      withdraw,
      withdraw,
    ])
    expect(told(settled)).toEqual([201, 'promise_not_open'])
    expect(await events('promise')).toEqual(['taken', 'withdrawn'])
  })

  test('whoever takes it back and the clock that judges it: it ends once', async () => {
    const { credit, promise, world, settle, setNow, events, promises } = await debt()
    const id = await promise('2026-11-20')
    setNow('2026-11-24T12:00:00Z')
    const withdraw = () => credit().post(`/promises/${id}/withdrawal`, { why: 'A mistake' })
    await raceFor<Told | number>(world, { table: 'promises', id }, [withdraw, settle])
    const ends = (await events('promise')).slice(1)
    expect(ends).toHaveLength(1)
    expect((await promises())[0][0]).toBe(ends[0])
  })

  test('two clocks judge it once, and a kept one anew once', async () => {
    const { promise, pay, bounce, on, world, settle, setNow, events } = await debt()
    const id = await promise('2026-11-20')
    const paymentId = await pay(900_00, '2026-11-18')
    const race = () => raceFor(world, { table: 'promises', id }, [settle, settle])
    expect(told(await race())).toEqual([0, 1])
    setNow('2026-11-24T12:00:00Z')
    await bounce(paymentId, '2026-11-24')
    expect(told(await race())).toEqual([0, 1])
    expect(await on('2026-11-25')).toBe(0)
    expect(await events('promise')).toEqual(['taken', 'kept', 'broken'])
  })

  test('of two who agree on a plan for one invoice one does', async () => {
    const { credit, at, planOf, world, customerId, plans } = await debt()
    const agree = () => credit().post(`${at}/plans`, planOf(['2026-11-25', 900_00]))
    const settled = await raceFor(world, { table: 'customers', id: customerId }, [agree, agree])
    expect(told(settled)).toEqual([201, 'already_in_plan'])
    expect(await plans()).toEqual([['agreed', 'open']])
  })

  test('whoever takes a plan back and the clock that breaks it: it ends once', async () => {
    const { credit, plan, world, settle, setNow, events, plans } = await debt()
    const id = await plan(['2026-11-20', 400_00], ['2026-12-20', 500_00])
    setNow('2026-11-24T12:00:00Z')
    const withdraw = () => credit().post(`/plans/${id}/withdrawal`, { why: 'A mistake' })
    await raceFor<Told | number>(world, { table: 'plans', id }, [withdraw, settle])
    const ends = (await events('plan')).slice(1)
    expect(ends).toHaveLength(1)
    expect((await plans())[0][0]).toBe(ends[0])
  })
})

describe('P71 the last day ends at midnight of the place, on the day of the change of clocks too', () => {
  test.each(LAST_DAYS)('in %s on %s', async (timeZone, lastDay, before, after) => {
    const now = `${addDays(day(lastDay), -10)}T12:00:00Z`
    const { promise, at, given, settle, setNow, credit, customerId, promises, plans } = await debt({
      timeZone,
      now,
    })
    const dueOn = addDays(day(lastDay), -3)
    await promise(dueOn, 100_00)
    const dates = { dueOn: '2026-02-01', issuedOn: '2026-01-02' }
    const other = await given.invoice(customerId, { totalMinor: 500_00, ...dates })
    const parts = { items: [{ openItemId: other.openItemId, minor: 500_00 }] }
    const instalments = [{ dueOn, minor: 500_00 }]
    await credit().post(`${at}/plans`, { currency: 'EUR', ...parts, instalments })

    setNow(`${before}:59.000Z`)
    expect(await settle()).toBe(0)
    setNow(`${after}:00.000Z`)
    expect(await settle()).toBe(1)
    expect(await promises()).toEqual([['broken', 0]])
    expect(await plans()).toEqual([['broken', 'broken']])
    expect(await settle()).toBe(0)
  })
})
