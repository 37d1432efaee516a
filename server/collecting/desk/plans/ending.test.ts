import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { addDays, day } from '../../../kernel/day.ts'
import { askedApproval } from '../../../testing/asked-approval.ts'
import { debt } from '../../../testing/debt.ts'
import { LAST_DAYS } from '../../../testing/last-days.ts'
import { raceFor } from '../../../testing/race.ts'
import { selectPromises } from '../../gate/store/pauses.ts'

type App = Awaited<ReturnType<typeof debt>>

/** 400 € on 20 November, which counts until the 23rd, and 500 € a month later. */
async function planned() {
  const app = await debt()
  const id = await app.plan(['2026-11-20', 400_00], ['2026-12-20', 500_00])
  const accelerate = (why = 'Nothing came, nobody answers') =>
    app.credit().post(`/plans/${id}/acceleration`, { why })
  const replace = (...parts: Parameters<App['planOf']>) =>
    app.credit().post(`/plans/${id}/replacement`, app.planOf(...parts))
  const withdraw = () => app.credit().post(`/plans/${id}/withdrawal`, { why: 'A mistake' })
  const rows = async () => (await app.credit().get('/plans')).body.rows
  return { ...app, id, accelerate, replace, withdraw, rows }
}

/** Which plans keep finance silent, by the days that they wait for. */
function pauses({ world, organisation, customerId }: App) {
  return inOrganisation(world.db, organisation, async (tx) => {
    const scope = { organisationId: organisation, customerIds: [customerId] }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a scope it reads the customers
    const facts = await selectPromises(tx, scope as never, day('2026-11-01'))
    return facts.map(({ promisedFor }) => promisedFor)
  })
}

function tasks({ world, organisation }: App) {
  return inOrganisation(world.db, organisation, (tx) =>
    tx.selectFrom('tasks').select(['kind', 'state', 'note', 'lane']).orderBy('id').execute(),
  )
}

describe('making the whole rest due', () => {
  test('is refused on the last day of grace, and done on the day after, before any clock', async () => {
    const app = await planned()
    app.setNow('2026-11-23T12:00:00Z')
    expect((await app.accelerate()).body.code).toBe('plan_not_broken')
    expect(await pauses(app)).toEqual(['2026-11-20'])
    app.setNow('2026-11-24T12:00:00Z')
    expect((await app.accelerate()).status).toBe(201)
    expect(await app.rows()).toMatchObject([
      {
        state: 'accelerated',
        endedOn: '2026-11-24',
        endedWhy: 'Nothing came, nobody answers',
        note: '',
        openMinor: 900_00,
        instalments: [{ state: 'broken' }, { state: 'open' }],
      },
    ])
    expect(await pauses(app)).toEqual([])
    expect(await app.events('plan')).toEqual(['agreed', 'broken', 'accelerated'])
    expect(await tasks(app)).toMatchObject([
      {
        kind: 'letter',
        state: 'open',
        lane: 'finance',
        note: expect.stringContaining('900.00 EUR'),
      },
    ])
    const { body } = await app.credit().get(`${app.at}/timeline`)
    expect(body.rows).toContainEqual(
      expect.objectContaining({ name: 'plan.accelerated', text: 'Nothing came, nobody answers' }),
    )
    expect((await app.accelerate()).body.code).toBe('plan_not_broken')
    expect((await app.withdraw()).body.code).toBe('plan_not_open')
  })

  test('ends its instalments: what comes later is set against the invoice, and judged no more', async () => {
    const app = await planned()
    await app.pay(100_00, '2026-11-18')
    app.setNow('2026-11-24T12:00:00Z')
    await app.accelerate()
    await app.pay(300_00, '2026-11-24')
    expect(await app.on('2026-12-28')).toBe(0)
    expect(await app.rows()).toMatchObject([
      { state: 'accelerated', receivedMinor: 100_00, openMinor: 500_00 },
    ])
    // The debt is put off by a promise of its own again, which the plan's money does not keep.
    const offer = { openItemId: app.openItemId, amount: { minor: 500_00, currency: 'EUR' } }
    await app.credit().post(`${app.at}/promises`, { ...offer, promisedFor: '2026-12-30' })
    app.setNow('2026-12-29T12:00:00Z')
    await app.pay(500_00, '2026-12-29')
    await app.on('2026-12-29')
    expect(await app.promises()).toEqual([['kept', 500_00]])
    expect(await app.rows()).toMatchObject([{ state: 'accelerated', openMinor: 0 }])
    expect(await app.events('plan')).toEqual(['agreed', 'broken', 'accelerated'])
  })

  test.each([
    [398_00, 'instalment_came_meanwhile', 'broken'],
    [397_99, undefined, 'accelerated'],
  ])('after %i came late answers %s', async (minor, code, state) => {
    const app = await planned()
    app.setNow('2026-11-24T12:00:00Z')
    await app.pay(minor, '2026-11-24')
    expect((await app.accelerate()).body.code).toBe(code)
    await app.settle()
    expect((await app.plans())[0][0]).toBe(state)
  })

  test('needs the clause, and something that is not due yet', async () => {
    const app = await debt()
    const offer = app.planOf(['2026-11-20', 400_00], ['2026-12-20', 500_00])
    const plain = await app.credit().post(`${app.at}/plans`, { ...offer, accelerates: false })
    const dates = { dueOn: '2026-02-01', issuedOn: '2026-01-02' }
    const other = await app.given.invoice(app.customerId, { totalMinor: 500_00, ...dates })
    const single = await app.credit().post(`${app.at}/plans`, {
      currency: 'EUR',
      items: [{ openItemId: other.openItemId, minor: 500_00 }],
      instalments: [{ dueOn: '2026-11-20', minor: 500_00 }],
    })
    app.setNow('2026-11-24T12:00:00Z')
    const codes = []
    for (const { id } of [plain.body, single.body]) {
      const reply = await app.credit().post(`/plans/${id}/acceleration`, { why: 'Late' })
      codes.push(reply.body.code)
    }
    expect(codes).toEqual(['plan_without_acceleration', 'whole_due_already'])
  })

  test('calls off what the plan asked people to do', async () => {
    const app = await debt()
    await inOrganisation(app.world.db, app.organisation, (tx) =>
      tx
        .updateTable('customers')
        .set({ insurer: 'Atlas' })
        .where('id', '=', app.customerId)
        .execute(),
    )
    const id = await app.plan(['2026-11-20', 400_00], ['2026-12-20', 500_00])
    expect(await tasks(app)).toMatchObject([{ kind: 'insurer', state: 'open' }])
    app.setNow('2026-11-24T12:00:00Z')
    await app.credit().post(`/plans/${id}/acceleration`, { why: 'Late' })
    expect(await tasks(app)).toMatchObject([
      { kind: 'insurer', state: 'dropped' },
      { kind: 'letter', state: 'open' },
    ])
  })

  test('is for finance: a seller may agree on other instalments, and not pull the clause', async () => {
    const app = await askedApproval()
    const offer = {
      currency: 'EUR',
      items: [{ openItemId: app.invoice.openItemId, minor: 431_000 }],
      instalments: [{ dueOn: '2026-03-11', minor: 431_000 }],
    }
    const { body } = await app.seller.post(`/customers/${app.customerId}/plans`, offer)
    const reply = await app.seller.post(`/plans/${body.id}/acceleration`, { why: 'Late' })
    expect(reply.status).toBe(403)
    const other = app.as(await app.given.personWith({ roles: ['seller'], name: 'Olga' }))
    expect((await other.post(`/plans/${body.id}/replacement`, offer)).status).toBe(404)
  })

  test.each(LAST_DAYS)(
    'P71 in %s it may begin at midnight after %s',
    async (timeZone, last, ...at) => {
      const [before, after] = at
      const now = `${addDays(day(last), -10)}T12:00:00Z`
      const app = await debt({ timeZone, now })
      const first = addDays(day(last), -3)
      const id = await app.plan([first, 400_00], [addDays(first, 30), 500_00])
      const accelerate = () => app.credit().post(`/plans/${id}/acceleration`, { why: 'Late' })
      app.setNow(`${before}:59.000Z`)
      expect((await accelerate()).body.code).toBe('plan_not_broken')
      app.setNow(`${after}:00.000Z`)
      expect((await accelerate()).status).toBe(201)
    },
  )
})

describe('other instalments in place of a plan', () => {
  test('keep what came with the plan that was, and count only what comes for them', async () => {
    const app = await planned()
    await app.pay(400_00, '2026-11-18')
    const agreed = await app.replace(['2026-11-30', 200_00], ['2027-01-31', 300_00])
    expect(agreed.body.state).toBe('agreed')
    expect(await app.rows()).toMatchObject([
      { id: agreed.body.id, state: 'agreed', replacesId: app.id, receivedMinor: 0 },
      { id: app.id, state: 'replaced', replacedById: agreed.body.id, receivedMinor: 400_00 },
    ])
    expect(await pauses(app)).toEqual(['2026-11-30'])
    await app.on('2026-11-18')
    expect(await app.plans()).toEqual([
      ['agreed', 'open', 'open'],
      ['replaced', 'kept', 'open'],
    ])
    await app.pay(200_00, '2026-11-18')
    await app.on('2026-12-28')
    expect(await app.plans()).toEqual([
      ['agreed', 'kept', 'open'],
      ['replaced', 'kept', 'open'],
    ])
    expect(await app.events('plan')).toEqual(['agreed', 'agreed', 'replaced'])
  })

  test('can follow a plan in default or whose rest was made due, and not one that has ended', async () => {
    const app = await planned()
    app.setNow('2026-11-24T12:00:00Z')
    await app.accelerate()
    const second = await app.replace(['2026-11-30', 900_00])
    expect(second.status).toBe(201)
    expect((await app.replace(['2026-11-30', 900_00])).body.code).toBe('plan_not_open')
    app.setNow('2026-11-25T12:00:00Z')
    await app.pay(900_00, '2026-11-25')
    await app.on('2026-11-25')
    const late = await app
      .credit()
      .post(`/plans/${second.body.id}/replacement`, app.planOf(['2026-12-30', 100_00]))
    expect(late.body.code).toBe('plan_not_open')
    expect((await app.plans()).map(([state]: string[]) => state)).toEqual(['kept', 'replaced'])
  })

  test.each([
    ['approved', 'replaced', 'agreed'],
    ['refused', 'agreed', 'refused'],
  ])('beyond the mandate wait, and once %s the plan that was is %s', async (decision, was, now) => {
    const app = await askedApproval()
    const offer = (dueOn: string) => ({
      currency: 'EUR',
      items: [{ openItemId: app.invoice.openItemId, minor: 431_000 }],
      instalments: [{ dueOn, minor: 431_000 }],
    })
    const first = await app.seller.post(`/customers/${app.customerId}/plans`, offer('2026-03-11'))
    const replacement = `/plans/${first.body.id}/replacement`
    const asked = await app.seller.post(replacement, offer('2026-05-04'))
    expect(asked.body).toMatchObject({
      state: 'awaiting_approval',
      beyond: [{ limit: 'extension' }],
    })
    const states = async () =>
      (await app.seller.get('/plans')).body.rows.map(({ state }: { state: string }) => state)
    expect(await states()).toEqual(['awaiting_approval', 'agreed'])
    expect((await app.seller.post(replacement, offer('2026-03-12'))).body.code).toBe(
      'replacement_waits',
    )
    await app.manager.post(`/approvals/${asked.body.approvalId}/decision`, { decision, note: '' })
    expect(await states()).toEqual([now, was])
  })

  test('that took their place once cannot take it again after they were withdrawn', async () => {
    const app = await planned()
    const second = await app.replace(['2026-11-30', 900_00])
    await app.credit().post(`/plans/${second.body.id}/withdrawal`, { why: 'A mistake' })
    expect((await app.replace(['2026-12-30', 900_00])).body.code).toBe('plan_not_open')
    expect(
      (await app.credit().post(`${app.at}/plans`, app.planOf(['2026-12-30', 900_00]))).status,
    ).toBe(201)
  })
})

describe('P03 two at once, whoever comes first', () => {
  type Told = { readonly status: number; readonly body: { readonly code?: string } }

  /** Both in this order, queueing for the customer; each with a session that is there already. */
  async function inTurn(app: App, acts: readonly (() => Promise<Told>)[]) {
    const held = { table: 'customers', id: app.customerId, inOrder: true }
    const settled = await raceFor(app.world, held, acts)
    return settled.map((one) => {
      if (one.status === 'rejected') throw new Error(String(one.reason))
      return one.value.body.code ?? one.value.status
    })
  }

  test.each([
    ['the money', 400_00, [201, 'instalment_came_meanwhile'], 'broken', 500_00],
    ['the clause', 400_00, [201, 201], 'accelerated', 500_00],
  ] as const)(
    '%s: a payment of what was missed and the clause',
    async (first, minor, told, state, open) => {
      const app = await planned()
      app.setNow('2026-11-24T12:00:00Z')
      const collector = app.as('collector')
      const credit = app.credit()
      const pay = () =>
        collector.post(`${app.at}/payments`, {
          amountMinor: minor,
          currency: 'EUR',
          receivedOn: '2026-11-24',
          allocations: [{ openItemId: app.openItemId, amountMinor: minor }],
        })
      const pull = () => credit.post(`/plans/${app.id}/acceleration`, { why: 'Late' })
      expect(await inTurn(app, first === 'the money' ? [pay, pull] : [pull, pay])).toEqual(told)
      await app.settle()
      expect(await app.rows()).toMatchObject([{ state, openMinor: open }])
    },
  )

  test.each([
    ['replaces', [201, 'plan_not_open'], ['agreed', 'replaced']],
    ['cancels', [201, 'plan_not_open'], ['withdrawn']],
  ] as const)('one %s it first, the other hears that it is over', async (first, told, states) => {
    const app = await planned()
    const replace = () => app.replace(['2026-11-30', 900_00])
    const acts = first === 'replaces' ? [replace, app.withdraw] : [app.withdraw, replace]
    expect(await inTurn(app, acts)).toEqual(told)
    expect((await app.plans()).map(([state]: string[]) => state)).toEqual(states)
  })

  test('of two who agree on other instalments one does', async () => {
    const app = await planned()
    const replace = (on: string) => () => app.replace([on, 900_00])
    expect(await inTurn(app, [replace('2026-11-30'), replace('2026-12-01')])).toEqual([
      201,
      'plan_not_open',
    ])
    expect((await app.plans()).map(([state]: string[]) => state)).toEqual(['agreed', 'replaced'])
  })

  test('of two who pull the clause one does, and one letter is to be written', async () => {
    const app = await planned()
    app.setNow('2026-11-24T12:00:00Z')
    const pull = () => app.accelerate()
    expect(await inTurn(app, [pull, pull])).toEqual([201, 'plan_not_broken'])
    expect(await tasks(app)).toHaveLength(1)
    expect(await app.events('plan')).toEqual(['agreed', 'broken', 'accelerated'])
  })

  test('other instalments and the clause: agreed on first, nothing is made due', async () => {
    const app = await planned()
    app.setNow('2026-11-24T12:00:00Z')
    const replace = () => app.replace(['2026-11-30', 900_00])
    expect(await inTurn(app, [replace, () => app.accelerate()])).toEqual([201, 'plan_not_broken'])
    const other = await planned()
    other.setNow('2026-11-24T12:00:00Z')
    const acts = [() => other.accelerate(), () => other.replace(['2026-11-30', 900_00])]
    expect(await inTurn(other, acts)).toEqual([201, 201])
    expect((await other.plans()).map(([state]: string[]) => state)).toEqual(['agreed', 'replaced'])
  })

  test('the clause and the clock that judges: it is broken once', async () => {
    const app = await planned()
    app.setNow('2026-11-24T12:00:00Z')
    const credit = app.credit()
    const settled = await raceFor<unknown>(app.world, { table: 'plans', id: app.id }, [
      () => credit.post(`/plans/${app.id}/acceleration`, { why: 'Late' }),
      app.settle,
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await app.events('plan')).toEqual(['agreed', 'broken', 'accelerated'])
  })
})
