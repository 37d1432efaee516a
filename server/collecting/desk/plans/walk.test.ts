import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { racePairs } from '../../../testing/race-pairs.ts'
import { testApp } from '../../../testing/test-app.ts'
import { changing, routesIn, walk, type Action, type Walk } from '../../../testing/walk.ts'
import { expireApprovals } from '../approvals/approvals.ts'
import { settleCommitments } from '../commitments/commitments.ts'
import { EVENT_NAMES } from '../contract.ts'
import * as contract from './contract.ts'

const AGREED_ON = '2026-11-18'
const LAST_DAY = '2026-11-23'
const AFTER = '2026-11-24'

type Subject = {
  readonly id: string
  readonly customerId: string
  readonly openItemId: string
  /** The day on which it is looked at. */
  readonly on: string
  readonly approvalId: string | null
}

const offerOf = (openItemId: string, [first, last]: readonly [string, string]) => ({
  currency: 'EUR',
  items: [{ openItemId, minor: 900_00 }],
  instalments: [
    { dueOn: first, minor: 400_00 },
    { dueOn: last, minor: 500_00 },
  ],
})

/** A house in which plans over 900 come into any state. */
async function house() {
  const app = await testApp({ today: AGREED_ON })
  const { given, world, organisation, as, setNow } = app
  const lead = await given.personWith({ roles: ['sales_manager'] })
  const owner = await given.personWith({
    roles: ['seller'],
    teamId: await given.team({ managerId: lead }),
  })
  // A session of its own each time: in these stories days pass.
  const credit = () => as('credit_manager')
  const seller = () => as(owner)
  const today = (date: string) => setNow(`${date}T12:00:00.000Z`)
  const settle = () => settleCommitments(world, organisation)

  async function begun(isFar: boolean): Promise<Subject> {
    today(AGREED_ON)
    const customerId = await given.customer({ ownerId: owner })
    const dates = { dueOn: '2026-10-29', issuedOn: '2026-09-29' }
    const { openItemId } = await given.invoice(customerId, { totalMinor: 900_00, ...dates })
    const offer = offerOf(openItemId, ['2026-11-20', isFar ? '2027-06-20' : '2026-12-20'])
    const by = isFar ? seller() : credit()
    const { body } = await by.post(`/customers/${customerId}/plans`, offer)
    const { id, approvalId } = body
    return { id, customerId, openItemId, on: AGREED_ON, approvalId }
  }
  const withdraw = ({ id }: Subject) => credit().post(`/plans/${id}/withdrawal`, { why: 'Wrong' })
  const accelerate = ({ id }: Subject) =>
    credit().post(`/plans/${id}/acceleration`, { why: 'Nothing came' })
  const replace = ({ id, openItemId }: Subject, last = '2027-01-10', who = credit()) =>
    who.post(`/plans/${id}/replacement`, offerOf(openItemId, ['2026-12-10', last]))
  const decide = (approvalId: string | null, decision: string) =>
    credit().post(`/approvals/${approvalId}/decision`, { decision, note: 'So be it' })
  async function pay({ customerId, openItemId, on: receivedOn }: Subject, amountMinor: number) {
    const allocations = [{ openItemId, amountMinor }]
    const paid = { amountMinor, currency: 'EUR', receivedOn, allocations }
    const reply = await as('collector').post(`/customers/${customerId}/payments`, paid)
    expect(reply.status).toBe(201)
    return ''
  }

  const agreed = () => begun(false)
  async function broken(): Promise<Subject> {
    const one = await agreed()
    today(AFTER)
    await settle()
    return { ...one, on: AFTER }
  }
  const reach = {
    awaiting_approval: () => begun(true),
    agreed,
    async kept() {
      const one = await agreed()
      await pay(one, 900_00)
      await settle()
      return one
    },
    broken,
    async accelerated() {
      const one = await broken()
      await accelerate(one)
      return one
    },
    async replaced() {
      const one = await agreed()
      await replace(one)
      return one
    },
    async withdrawn() {
      const one = await begun(true)
      await withdraw(one)
      return one
    },
    async refused() {
      const one = await begun(true)
      await decide(one.approvalId, 'refused')
      return one
    },
  }
  const stateOf = ({ id }: Subject) =>
    inOrganisation(world.db, organisation, async (tx) => {
      const rows = tx.selectFrom('plans').select('state').where('id', '=', id)
      return (await rows.executeTakeFirstOrThrow()).state
    })
  const acting = { credit, seller, today, settle, withdraw, accelerate, replace, decide }
  return { ...app, ...acting, pay, reach, stateOf }
}

type House = Awaited<ReturnType<typeof house>>
type Acts = Readonly<Record<string, Action<Subject>>>

/** What a person does, on the day on which the plan is looked at. */
function personal(app: House): Acts {
  const { credit, seller, today, withdraw, accelerate, replace, decide } = app
  const far = (one: Subject) => replace(one, '2027-06-20', seller())
  const on =
    (act: (one: Subject, prepared: string) => Promise<unknown>) =>
    (one: Subject, prepared: string) => {
      today(one.on)
      return act(one, prepared)
    }
  async function asked(one: Subject): Promise<string> {
    today(one.on)
    const { body } = await far(one)
    return body.approvalId
  }
  return {
    'the same is agreed on once more': {
      by: 'proposePlan',
      act: on(({ customerId, openItemId }) =>
        credit().post(
          `/customers/${customerId}/plans`,
          offerOf(openItemId, ['2026-12-10', '2027-01-10']),
        ),
      ),
    },
    'it is taken back': { by: 'withdrawPlan', act: on(withdraw) },
    'its approver approves': { act: on(({ approvalId }) => decide(approvalId, 'approved')) },
    'its approver refuses': { act: on(({ approvalId }) => decide(approvalId, 'refused')) },
    'whoever asked takes the request back': {
      act: on(({ approvalId }) => seller().post(`/approvals/${approvalId}/withdrawal`, {})),
    },
    'the request runs out': {
      act() {
        today('2026-11-26')
        return expireApprovals(app.world, app.organisation)
      },
    },
    'its rest is made due': { by: 'acceleratePlan', act: on(accelerate) },
    'other instalments take its place': { by: 'replacePlan', act: on((one) => replace(one)) },
    'other instalments in its place need approval': { act: on(far) },
    'those are approved': { prepare: asked, act: on((_one, id) => decide(id, 'approved')) },
    'those are refused': { prepare: asked, act: on((_one, id) => decide(id, 'refused')) },
  }
}

/** Money and days, and what the clock makes of them. */
function byTheClock({ settle, today, pay, as, given, credit }: House): Acts {
  const on = (date?: string) => (one: Subject) => {
    today(date ?? one.on)
    return settle()
  }
  const paying = (minor: number, date?: string) => ({
    prepare: (one: Subject) => pay(one, minor),
    act: on(date),
  })
  /** It came in time, and is recorded when that time is over. */
  async function recordLate(one: Subject): Promise<string> {
    today(AFTER)
    return pay({ ...one, on: LAST_DAY }, 400_00)
  }
  const paid = async ({ customerId }: Subject) =>
    (await as('collector').get(`/customers/${customerId}/payments`)).body.rows[0]
  const bouncing = (date: string) => ({
    async prepare(one: Subject) {
      today(date)
      const back = { reversedOn: date, why: 'The bank took it back' }
      const { id } = await paid(one)
      const reply = await as('collector').post(`/payments/${id}/reversal`, back)
      expect(reply.status).toBe(201)
      return ''
    },
    act: on(date),
  })
  return {
    'its first instalment comes in time': paying(400_00),
    'all of it comes in time': paying(900_00),
    'the last day of its first instalment comes': { act: on(LAST_DAY) },
    'that day is over': { act: on(AFTER) },
    'that day is over, and a part came': paying(1_00, AFTER),
    'what came on that day is recorded after it': { prepare: recordLate, act: on(AFTER) },
    'the same, and another plan was agreed on meanwhile': {
      async prepare(one) {
        today(AFTER)
        const other = offerOf(one.openItemId, ['2026-12-10', '2027-01-10'])
        const { status } = await credit().post(`/customers/${one.customerId}/plans`, other)
        expect(status).toBe(201)
        return recordLate(one)
      },
      act: on(AFTER),
    },
    'its payment goes back in time': bouncing(AGREED_ON),
    'its payment goes back when its first day is over': bouncing(AFTER),
    'its payment turns out to be for another invoice': {
      async prepare(one) {
        const { openItemId } = await given.invoice(one.customerId, { totalMinor: 900_00 })
        const { id: paymentId, allocations } = await paid(one)
        const [{ id, amountMinor }] = allocations
        const undoing = { reversedOn: one.on, why: 'Another invoice' }
        await as('collector').post(`/allocations/${id}/reversal`, undoing)
        const shares = [{ openItemId, amountMinor }]
        const setting = { kind: 'payment', paymentId, allocatedOn: one.on, shares }
        expect((await as('collector').post('/allocations', setting)).status).toBe(201)
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
  const subjects = ['plan', 'instalment', 'approval']
  return { ...walking, title: 'Plan', table: 'plans', subjects }
}

test('everything that can happen to a plan in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told, states } = await walk(doing)

  expect(wrong).toEqual([])
  // Nothing leads to a plan that is only proposed: it waits for approval, or is agreed at once.
  expect(states).toEqual(contract.PLAN_STATES.filter((state) => state !== 'proposed'))
  // An announcement, a mail and a signature are told by what makes them.
  const names = EVENT_NAMES.filter((name) =>
    /^(plan|instalment)\.(?!signed|announced|told)/.test(name),
  )
  expect(told.filter((name) => !name.startsWith('approval.'))).toEqual(names.toSorted())
  expect(routesIn(doing.actions)).toEqual(changing(contract))
})

test('P03 of two who act at once on a plan, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const judged = { 'the clock judges it': { act: app.settle } }
  const racing = { ...doing, actions: { ...doing.actions, ...judged } }

  const approving = ['its approver approves', 'its approver refuses', 'it is taken back']
  expect(await racePairs(racing, app.reach.awaiting_approval, approving)).toEqual([])

  async function late(): Promise<Subject> {
    const one = await app.reach.agreed()
    app.today(AFTER)
    return { ...one, on: AFTER }
  }
  const ending = ['the clock judges it', 'it is taken back', 'other instalments take its place']
  expect(await racePairs(racing, late, ending)).toEqual([])

  const broken = ['its rest is made due', 'other instalments take its place']
  expect(await racePairs(racing, app.reach.broken, broken)).toEqual([])
})
