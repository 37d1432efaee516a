import { describe, expect, test } from 'vitest'

import { raceFor } from '../../../testing/race.ts'
import { recordApp } from '../../../testing/record-app.ts'
import { settleCommitments } from '../commitments/commitments.ts'

/** 90 € are promised for Friday 6 March or planned from it on, which counts until the 9th; it is the 4th. */
async function agreed() {
  const app = await recordApp()
  const { customerId, second, collector, world, organisationId } = app
  const at = `/customers/${customerId}`
  // A session of its own each time: in these stories days pass.
  const credit = () => app.as('credit_manager')
  const amount = { minor: 90_00, currency: 'EUR' }
  const talk = { on: '2026-03-04', channel: 'call', where: '', said: 'By Friday.', agreed: '' }
  const kinds = {
    conversation: { kind: 'conversation', talk, openItemIds: [] },
    acknowledgement: { kind: 'acknowledgement' },
  } as const
  const planOf = (...dueOn: string[]) => ({
    currency: 'EUR',
    items: [{ openItemId: second.openItemId, minor: 90_00 }],
    instalments: dueOn.map((on) => ({ dueOn: on, minor: 90_00 / dueOn.length })),
  })

  async function promised(): Promise<{ promiseId: string }> {
    const offer = { openItemId: second.openItemId, amount, promisedFor: '2026-03-06' }
    const { body } = await credit().post(`${at}/promises`, offer)
    return { promiseId: body.id }
  }
  async function planned(): Promise<{ planId: string }> {
    const { body } = await credit().post(`${at}/plans`, planOf('2026-03-06', '2026-04-07'))
    return { planId: body.id }
  }
  async function pay(minor: number): Promise<string> {
    const allocations = [{ openItemId: second.openItemId, amountMinor: minor }]
    const today = world.clock().slice(0, 10)
    const paid = { amountMinor: minor, currency: 'EUR', receivedOn: today, allocations }
    const { body } = await app.as('collector').post(`${at}/payments`, paid)
    return body.id
  }
  const bounce = (paymentId: string) =>
    app.as('collector').post(`/payments/${paymentId}/reversal`, {
      reversedOn: world.clock().slice(0, 10),
      why: 'The bank took it back',
    })
  const settle = () => settleCommitments(world, organisationId)
  async function passGrace() {
    app.setNow('2026-03-10T12:00:00Z')
    await settle()
  }
  const withdraw = (what: 'promises' | 'plans', id: string) =>
    credit().post(`/${what}/${id}/withdrawal`, { why: 'A mistake' })
  const replace = (id: string) => credit().post(`/plans/${id}/replacement`, planOf('2026-04-20'))
  const accelerate = (id: string) =>
    credit().post(`/plans/${id}/acceleration`, { why: 'Nobody answers' })
  const acts = { pay, bounce, settle, passGrace, withdraw, replace, accelerate }
  return { ...app, ...acts, kinds, promised, planned, at, collector }
}

type App = Awaited<ReturnType<typeof agreed>>

const CHANGED = 'What was agreed has changed since.'
const PAID = 'What it is about has been paid.'

/** How its page looks to the customer, and what is answered to whoever signs or asks all the same. */
async function seen(app: App, { id, path }: { readonly id: string; readonly path: string }) {
  const page = await app.open(path)
  const hasForm = page.body.includes('<form')
  const sent = await app.submit(path, { do: 'refuse', why: 'Too late for this' })
  const signed = await app.signOnDevice(id, {}, app.as('collector'))
  const asked = await app
    .as('collector')
    .post(`/records/${id}/requests`, { name: 'C', address: 'claire.roux@example.test' })
  const codes = [signed, asked].map(({ body }) => body.code)
  return { page: page.body, hasForm, sent, codes }
}

describe('a record whose matter is over cannot be signed, and its page says why', () => {
  test.each([
    [
      'a promise that was taken back',
      'conversation',
      async (app: App) => {
        const { promiseId } = await app.promised()
        return { about: { promiseId }, end: () => app.withdraw('promises', promiseId) }
      },
      CHANGED,
    ],
    [
      'a promise that was kept',
      'conversation',
      async (app: App) => {
        const about = await app.promised()
        return { about, end: () => app.pay(90_00).then(app.settle) }
      },
      PAID,
    ],
    [
      'a plan that was taken back',
      'acknowledgement',
      async (app: App) => {
        const { planId } = await app.planned()
        return { about: { planId }, end: () => app.withdraw('plans', planId) }
      },
      CHANGED,
    ],
    [
      'a plan in whose place others are',
      'conversation',
      async (app: App) => {
        const { planId } = await app.planned()
        return { about: { planId }, end: () => app.replace(planId) }
      },
      CHANGED,
    ],
    [
      'a plan whose rest was made due',
      'acknowledgement',
      async (app: App) => {
        const { planId } = await app.planned()
        const end = () => app.passGrace().then(() => app.accelerate(planId))
        return { about: { planId }, end }
      },
      CHANGED,
    ],
    [
      'a plan that was kept',
      'conversation',
      async (app: App) => {
        const about = await app.planned()
        return { about, end: () => app.pay(90_00).then(app.settle) }
      },
      PAID,
    ],
    [
      'invoices of which nothing is left',
      'acknowledgement',
      async (app: App) => ({
        about: { openItemIds: [app.second.openItemId] },
        end: () => app.pay(90_00),
      }),
      PAID,
    ],
  ] as const)('%s', async (_what, kind, story, why) => {
    const app = await agreed()
    const { about, end } = await story(app)
    const id = await app.make({ ...app.kinds[kind], ...about })
    const path = await app.link(id)
    expect((await app.open(path)).body).toContain('<form')
    await end()
    const { page, hasForm, sent, codes } = await seen(app, { id, path })
    expect(page).toContain('not waiting for a signature any more')
    expect(page).toContain(why)
    expect(hasForm).toBe(false)
    expect([sent.statusCode, sent.body.includes(why)]).toEqual([409, true])
    expect(codes).toEqual(['record_overtaken', 'record_overtaken'])
    const overtakenBy = why === PAID ? 'paid' : 'changed'
    const read = (await app.as('collector').get(`/records/${id}`)).body
    expect(read).toMatchObject({ state: 'overtaken', overtakenBy, signature: null, ending: null })
  })

  test('one that we withdrew or replaced says so, and whom to ask', async () => {
    const app = await agreed()
    const first = await app.make()
    const path = await app.link(first)
    const second = await app.make({ supersedesId: first })
    const replaced = await app.open(path)
    expect(replaced.body).toMatch(/has written a newer one in its place.*Ask \S+/)
    const next = await app.link(second)
    await app.collector.post(`/records/${second}/withdrawal`, { why: 'Our secret reason' })
    const withdrawn = await app.open(next)
    expect(withdrawn.body).toMatch(/has withdrawn it\. If you did not expect that, ask \S+/)
    expect(withdrawn.body).not.toContain('Our secret reason')
  })
})

describe('a record can still be signed', () => {
  test.each([
    ['after the day that was promised has gone by', 'conversation', 0],
    ['after a part of what was promised came', 'conversation', 40_00],
  ] as const)('%s', async (_what, kind, minor) => {
    const app = await agreed()
    const id = await app.make({ ...app.kinds[kind], ...(await app.promised()) })
    if (minor > 0) await app.pay(minor)
    await app.passGrace()
    expect((await app.signOnDevice(id, {}, app.as('collector'))).status).toBe(201)
  })

  test('when the debt is more than the promise that was kept', async () => {
    const app = await agreed()
    const id = await app.make(await app.promised())
    const path = await app.link(id)
    await app.pay(90_00)
    await app.settle()
    expect((await app.signByLink(path)).body).toContain('Thank you. It is signed.')
  })

  test('P39 again once the money that paid for it goes back', async () => {
    const app = await agreed()
    const id = await app.make({ openItemIds: [app.second.openItemId] })
    const path = await app.link(id)
    const paymentId = await app.pay(90_00)
    expect((await app.open(path)).body).toContain(PAID)
    await app.bounce(paymentId)
    expect((await app.open(path)).body).toContain('<form')
    expect((await app.signOnDevice(id)).status).toBe(201)
    // What is signed stays so, whatever comes afterwards.
    await app.pay(90_00)
    expect((await app.read(id)).state).toBe('signed')
  })
})

describe('P03 who ends a promise or plan and who signs it by link at once take turns', () => {
  const ends = {
    promise: async (app: App) => {
      const { promiseId } = await app.promised()
      return { about: { promiseId }, end: () => app.withdraw('promises', promiseId) }
    },
    plan: async (app: App) => {
      const { planId } = await app.planned()
      return { about: { planId }, end: () => app.replace(planId) }
    },
    payment: async (app: App) => ({
      about: { openItemIds: [app.second.openItemId] },
      end: () => app.pay(90_00),
    }),
  }
  test.each([
    ['promise', 'end', 'overtaken', CHANGED],
    ['promise', 'sign', 'signed', 'It is signed'],
    ['plan', 'end', 'overtaken', CHANGED],
    ['plan', 'sign', 'signed', 'It is signed'],
    ['payment', 'end', 'overtaken', PAID],
    ['payment', 'sign', 'signed', 'It is signed'],
  ] as const)('%s: %s comes first', async (what, first, state, told) => {
    const app = await agreed()
    const { about, end } = await ends[what](app)
    const id = await app.make(about)
    const path = await app.link(id)
    const form = { do: 'sign', name: 'C', typed: 'C', consent: 'yes', code: await app.code(path) }
    let page = ''
    const sign = async () => {
      page = (await app.submit(path, form)).body
    }
    const held = { table: 'customers', id: app.customerId, inOrder: true }
    await raceFor<unknown>(app.world, held, first === 'end' ? [end, sign] : [sign, end])
    expect(page).toContain(told)
    expect((await app.read(id)).state).toBe(state)
  })
})
