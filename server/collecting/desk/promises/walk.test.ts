import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { day } from '../../../kernel/day.ts'
import { racePairs } from '../../../testing/race-pairs.ts'
import { testApp } from '../../../testing/test-app.ts'
import { changing, routesIn, walk, type Action, type Walk } from '../../../testing/walk.ts'
import { settleCommitments } from '../commitments/commitments.ts'
import { EVENT_NAMES } from '../contract.ts'
import * as contract from './contract.ts'

const TAKEN_ON = '2026-11-18'
const LAST_DAY = '2026-11-23'
const AFTER = '2026-11-24'
const JUDGED_ON = '2026-11-20'

type Subject = {
  readonly id: string
  readonly customerId: string
  readonly openItemId: string
  /** The day on which it is looked at. */
  readonly on: string
}

/** A house in which promises of 900 for 20 November come into any state. */
async function house() {
  const app = await testApp({ today: TAKEN_ON })
  const { given, world, organisation, as, setNow } = app
  const credit = () => as('credit_manager')
  const collector = () => as('collector')
  const settle = () => settleCommitments(world, organisation)
  const today = (date: string) => setNow(`${date}T12:00:00.000Z`)
  const promised = { minor: 900_00, currency: 'EUR' }

  const take = ({ customerId, openItemId }: Omit<Subject, 'id' | 'on'>, promisedFor: string) =>
    credit().post(`/customers/${customerId}/promises`, {
      openItemId,
      amount: promised,
      promisedFor,
    })
  async function open(): Promise<Subject> {
    today(TAKEN_ON)
    const customerId = await given.customer()
    const dates = { dueOn: '2026-02-01', issuedOn: '2026-01-02' }
    const { openItemId } = await given.invoice(customerId, { totalMinor: 900_00, ...dates })
    const { id } = (await take({ customerId, openItemId }, '2026-11-20')).body
    return { id, customerId, openItemId, on: TAKEN_ON }
  }
  const openOf = ({ openItemId }: Subject) =>
    inOrganisation(world.db, organisation, async (tx) => {
      const rows = tx.selectFrom('openItems').select('openMinor').where('id', '=', openItemId)
      return (await rows.executeTakeFirstOrThrow()).openMinor
    })
  /** So much on its day, or all that is open. */
  async function pay(one: Subject, minor: number) {
    const { customerId, openItemId, on: receivedOn } = one
    const amountMinor = Math.min(minor, await openOf(one))
    const allocations = [{ openItemId, amountMinor }]
    const paid = { amountMinor, currency: 'EUR', receivedOn, allocations }
    const reply = await collector().post(`/customers/${customerId}/payments`, paid)
    expect(reply.status).toBe(201)
    return ''
  }
  const knowPayments = (until: string | null) =>
    inOrganisation(world.db, organisation, (tx) =>
      tx
        .updateTable('sources')
        .set({ paymentsConsideredUntil: until === null ? null : day(until) })
        .execute(),
    )
  const withdraw = ({ id }: Subject) =>
    credit().post(`/promises/${id}/withdrawal`, { why: 'A mistake' })

  const reach = {
    open,
    async kept() {
      const one = await open()
      await pay(one, 900_00)
      today(JUDGED_ON)
      await settle()
      return { ...one, on: JUDGED_ON }
    },
    async partly_kept() {
      const one = await open()
      await pay(one, 100_00)
      today(AFTER)
      await settle()
      return { ...one, on: AFTER }
    },
    async broken() {
      const one = await open()
      today(AFTER)
      await settle()
      return { ...one, on: AFTER }
    },
    async withdrawn() {
      const one = await open()
      await withdraw(one)
      return one
    },
  }
  const stateOf = async ({ id }: Subject) =>
    inOrganisation(world.db, organisation, async (tx) => {
      const rows = tx.selectFrom('promises').select('state').where('id', '=', id)
      return (await rows.executeTakeFirstOrThrow()).state
    })
  const doing = { take, openOf, pay, withdraw, knowPayments }
  return { ...app, ...doing, credit, collector, settle, today, reach, stateOf }
}

type House = Awaited<ReturnType<typeof house>>

type Acts = Readonly<Record<string, Action<Subject>>>

/** What a person does, on the day on which the promise is looked at. */
function personal({ today, take, withdraw }: House): Acts {
  return {
    'it is taken back': {
      by: 'withdrawPromise',
      act(one) {
        today(one.on)
        return withdraw(one)
      },
    },
    'the same is promised once more': {
      by: 'takePromise',
      act(one) {
        today(one.on)
        return take(one, '2026-12-01')
      },
    },
  }
}

/** Money and days, and what the clock makes of them. */
function byTheClock(app: House): Acts {
  const { settle, today, pay, openOf, collector, given, knowPayments } = app
  const on = (date?: string) => (one: Subject) => {
    today(date ?? one.on)
    return settle()
  }
  const paying = (minor: number, date?: string) => ({
    prepare: (one: Subject) => pay(one, minor),
    act: on(date),
  })
  /** It is recorded on the day on which the promise is looked at, or on the day after its last one. */
  async function recordLate(one: Subject, minor: number, receivedOn: string): Promise<string> {
    today(one.on > AFTER ? one.on : AFTER)
    return pay({ ...one, on: receivedOn }, minor)
  }
  const recording = (minor: number, receivedOn: string) => ({
    prepare: (one: Subject) => recordLate(one, minor, receivedOn),
    act: on(AFTER),
  })
  const knowing = (until: string) => async (one: Subject) => {
    await knowPayments(until)
    await on(AFTER)(one)
    await knowPayments(null)
  }
  async function bounce({ customerId }: Subject, reversedOn: string): Promise<string> {
    const { rows } = (await collector().get(`/customers/${customerId}/payments`)).body
    const back = { reversedOn, why: 'The bank took it back' }
    expect((await collector().post(`/payments/${rows[0].id}/reversal`, back)).status).toBe(201)
    return ''
  }
  return {
    'a cent less than what is tolerated is paid': paying(895_49),
    'what is tolerated to be missing is missing': paying(895_50),
    'nothing of its debt is left, without a payment': {
      async prepare(one) {
        const { openItemId, on: allocatedOn } = one
        const cancelled = { openItemId, kind: 'cancellation', allocatedOn, why: 'Returned' }
        const amountMinor = await openOf(one)
        const off = await collector().post('/write-offs', { ...cancelled, amountMinor })
        expect(off.status).toBe(201)
        return ''
      },
      act: on(),
    },
    'its last day comes': { act: on(LAST_DAY) },
    'its last day is over': { act: on(AFTER) },
    'its last day is over, and a part was paid': paying(1_00, AFTER),
    'what came on its last day is recorded after it': recording(900_00, LAST_DAY),
    'a part that came on its last day is recorded after it': recording(100_00, LAST_DAY),
    'what came after its last day is recorded': recording(800_00, AFTER),
    'its last day is over, and payments are known until the day before it': {
      act: knowing('2026-11-22'),
    },
    'its last day is over, and payments are known until it': { act: knowing(LAST_DAY) },
    'its payment goes back': { prepare: (one) => bounce(one, one.on), act: on() },
    'its payment goes back after its last day': {
      prepare(one) {
        today(AFTER)
        return bounce(one, AFTER)
      },
      act: on(AFTER),
    },
    'its payment goes back, on a day before it was judged': {
      prepare: (one) => bounce(one, '2026-11-19'),
      act: on(),
    },
    'its payment turns out to be for another invoice': {
      async prepare({ customerId, on: onDay }) {
        const { openItemId } = await given.invoice(customerId, { totalMinor: 900_00 })
        const { rows } = (await collector().get(`/customers/${customerId}/payments`)).body
        const [{ id: paymentId, allocations }] = rows
        const [{ id, amountMinor }] = allocations
        const undoing = { reversedOn: onDay, why: 'Another invoice' }
        const undone = await collector().post(`/allocations/${id}/reversal`, undoing)
        const shares = [{ openItemId, amountMinor }]
        const setting = { kind: 'payment', paymentId, allocatedOn: onDay, shares }
        const set = await collector().post('/allocations', setting)
        expect([undone.status, set.body.code, set.status]).toEqual([201, undefined, 201])
        return ''
      },
      act: on(),
    },
  }
}

function walkOf(app: House): Walk<Subject> {
  const { world, organisation, reach, stateOf } = app
  const actions = { ...personal(app), ...byTheClock(app) }
  const walking = { world, organisation, reach, actions, stateOf }
  return { ...walking, title: 'Promise', table: 'promises', subjects: ['promise'] }
}

test('everything that can happen to a promise in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told, states } = await walk(doing)

  expect(wrong).toEqual([])
  expect(states).toEqual(contract.PROMISE_STATES)
  // That one was signed is told by its record.
  const names = EVENT_NAMES.filter(
    (name) => name.startsWith('promise.') && !name.endsWith('.signed'),
  )
  expect(told).toEqual(names.toSorted())
  expect(routesIn(doing.actions)).toEqual(changing(contract))
})

test('P03 of two who act at once on a promise, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const judged = { 'the clock judges it': { act: app.settle } }
  const racing = { ...doing, actions: { ...doing.actions, ...judged } }
  async function paid(): Promise<Subject> {
    const one = await app.reach.open()
    await app.pay(one, 900_00)
    return one
  }
  async function late(): Promise<Subject> {
    const one = await app.reach.open()
    app.today(AFTER)
    return { ...one, on: AFTER }
  }
  async function returned(): Promise<Subject> {
    const one = await app.reach.kept()
    const { 'its payment goes back': back } = byTheClock(app)
    await back?.prepare?.(one)
    return one
  }

  const all = ['the clock judges it', 'it is taken back', 'the same is promised once more']
  expect(await racePairs(racing, paid, all)).toEqual([])
  expect(await racePairs(racing, late, all)).toEqual([])
  expect(await racePairs(racing, returned, all)).toEqual([])
})
