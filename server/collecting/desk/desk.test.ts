import { expect, test } from 'vitest'

import { appendEvent } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { day } from '../../kernel/day.ts'
import { logged } from '../../testing/conversation.ts'
import { testApp } from '../../testing/test-app.ts'
import { settleCommitments } from './commitments/commitments.ts'
import { followEvents } from './follow.ts'
import { rebuildWorklist } from './index.ts'

async function deskWithDebt() {
  const shop = await testApp({ today: '2026-11-18' })
  const customerId = await shop.given.customer({ name: 'Brasserie du Port' })
  await shop.given.contact(customerId)
  const { id: receivableId, openItemId } = await shop.given.invoice(customerId, {
    totalMinor: 1_000_00,
    issuedOn: '2026-09-29',
    dueOn: '2026-10-29',
  })
  await rebuildWorklist(shop.world, shop.organisation)
  return { ...shop, customerId, receivableId, openItemId, collector: shop.as('collector') }
}

test('the worklist shows the customer, what is overdue and why', async () => {
  const { collector, customerId } = await deskWithDebt()

  const { status, body } = await collector.get('/worklist')

  expect(status).toBe(200)
  expect(body).toMatchObject({ doneToday: 0, total: 1, next: null })
  expect(body.rows[0]).toMatchObject({
    customer: { id: customerId, name: 'Brasserie du Port' },
    daysLate: 20,
    standings: [{ currency: 'EUR', owedMinor: 1_000_00, overdueMinor: 1_000_00 }],
    score: { atRisk: { minor: 20_00, currency: 'EUR' }, chance: 0.6, urgency: 1 },
  })
})

test('P49 a credit note has its own figure: what is owed is what the invoices add up to', async () => {
  const { collector, customerId, given } = await deskWithDebt()
  await given.invoice(customerId, { kind: 'credit_note', totalMinor: -300_00 })
  const figures = { currency: 'EUR', owedMinor: 1_000_00, creditMinor: -300_00, onAccountMinor: 0 }
  const { body: brief } = await collector.get(`/customers/${customerId}/brief`)
  expect(brief.standings).toMatchObject([figures])
  const { body: visit } = await collector.get(`/customers/${customerId}/visit-brief`)
  expect(visit.standings).toMatchObject([figures])
  const { body: customer } = await collector.get(`/customers/${customerId}`)
  expect(customer.totals).toMatchObject([figures])
})

test('pages follow each other without loss or repetition in every order', async () => {
  const { world, organisation, given, collector } = await deskWithDebt()
  for (let index = 0; index < 9; index += 1) {
    const customerId = await given.customer({ name: `Customer ${index % 3}` })
    await given.invoice(customerId, { totalMinor: 500_00 + (index % 4), dueOn: '2026-11-01' })
  }
  await rebuildWorklist(world, organisation)

  for (const sort of ['matters', 'amount', 'oldest', 'name']) {
    const seen: string[] = []
    let cursor: string | null = ''
    do {
      const { body }: { body: { rows: { customer: { id: string } }[]; next: string | null } } =
        await collector.get(`/worklist?limit=3&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...body.rows.map(({ customer }) => customer.id))
      cursor = body.next
    } while (cursor)
    expect({ sort, different: new Set(seen).size, seen: seen.length }).toEqual({
      sort,
      different: 10,
      seen: 10,
    })
  }
})

test('a word that is no cursor is refused', async () => {
  const { collector } = await deskWithDebt()
  for (const cursor of ['x', 'bnVsbA', 'WzFd']) {
    expect(await collector.get(`/worklist?cursor=${cursor}`)).toMatchObject({
      status: 422,
      body: { code: 'bad_cursor' },
    })
  }
})

test('done for today leaves the list, counts, and is back tomorrow or when woken', async () => {
  const { collector, customerId, setNow, world, organisation } = await deskWithDebt()

  await collector.post(`/customers/${customerId}/done`, {})
  expect((await collector.get('/worklist')).body).toMatchObject({
    rows: [],
    doneToday: 1,
    total: 1,
  })
  expect((await collector.get('/worklist?show=done')).body.rows).toHaveLength(1)

  await collector.post(`/customers/${customerId}/waking`)
  expect((await collector.get('/worklist')).body.rows).toHaveLength(1)

  await collector.post(`/customers/${customerId}/done`, {})
  setNow('2026-11-19T12:00:00Z')
  await rebuildWorklist(world, organisation)
  expect((await collector.get('/worklist')).body).toMatchObject({ doneToday: 0, total: 1 })
})

test('a snooze ends by itself on its day', async () => {
  const { collector, customerId, setNow } = await deskWithDebt()

  expect(
    await collector.post(`/customers/${customerId}/snoozes`, { until: '2026-11-18' }),
  ).toMatchObject({ status: 422, body: { code: 'snooze_into_the_past' } })
  await collector.post(`/customers/${customerId}/snoozes`, { until: '2026-11-20' })

  setNow('2026-11-19T22:00:00Z')
  expect((await collector.get('/worklist')).body.rows).toHaveLength(0)
  expect((await collector.get('/worklist?show=snoozed')).body.rows).toHaveLength(1)
  setNow('2026-11-20T09:00:00Z')
  expect((await collector.get('/worklist')).body.rows).toHaveLength(1)
})

test('a promise is taken, kept by a payment, and judged once', async () => {
  const { collector, customerId, openItemId, world, organisation, setNow, given } =
    await deskWithDebt()
  const offer = {
    openItemId,
    amount: { minor: 400_00, currency: 'EUR' },
    promisedFor: '2026-11-20',
  }

  const taken = await collector.post(`/customers/${customerId}/promises`, {
    ...offer,
    saidBy: 'Mme Leroy',
  })
  expect(taken.status).toBe(201)
  await given.payment(customerId, { amountMinor: 400_00, receivedOn: '2026-11-19', openItemId })
  setNow('2026-11-19T12:00:00Z')

  expect(await settleCommitments(world, organisation)).toBe(1)
  expect(await settleCommitments(world, organisation)).toBe(0)
  expect((await collector.get('/promises')).body.rows[0]).toMatchObject({
    state: 'kept',
    judgedOn: '2026-11-19',
    receivedMinor: 400_00,
    saidBy: 'Mme Leroy',
  })
})

test('a broken promise raises the customer on the worklist', async () => {
  const { collector, customerId, world, organisation, setNow } = await deskWithDebt()
  const offer = { amount: { minor: 1_000_00, currency: 'EUR' }, promisedFor: '2026-11-20' }
  await collector.post(`/customers/${customerId}/promises`, offer)

  setNow('2026-11-23T12:00:00Z')
  expect(await settleCommitments(world, organisation)).toBe(0)
  setNow('2026-11-24T12:00:00Z')
  expect(await settleCommitments(world, organisation)).toBe(1)

  const { body } = await collector.get('/worklist?reason=promise_broken')
  expect(body.rows).toHaveLength(1)
})

test('P45 a dispute of 300 leaves 700 to collect, and a second claim gets no more', async () => {
  const { collector, customerId, receivableId } = await deskWithDebt()
  const claim = { reason: 'quality', amountMinor: 300_00 }

  const opened = await collector.post(`/receivables/${receivableId}/disputes`, claim)
  expect(opened.status).toBe(201)
  expect((await collector.get(`/customers/${customerId}/brief`)).body.standings[0]).toMatchObject({
    overdueMinor: 1_000_00,
    disputedMinor: 300_00,
  })
  expect(
    await collector.post(`/receivables/${receivableId}/disputes`, {
      ...claim,
      amountMinor: 700_01,
    }),
  ).toMatchObject({ status: 409, body: { code: 'disputes_more_than_open' } })

  const settled = { resolution: 'rejected', note: 'Delivery note is signed' }
  const resolution = `/disputes/${opened.body.id}/resolution`
  expect((await collector.post(resolution, settled)).status).toBe(201)
  expect((await collector.post(resolution, settled)).body.code).toBe('dispute_not_open')
})

test('a call closes the call that was due and is on the time line', async () => {
  const { collector, customerId } = await deskWithDebt()
  const task = { kind: 'call', dueOn: '2026-11-18' }
  const { body: added } = await collector.post(`/customers/${customerId}/tasks`, task)

  const result = { kind: 'not_reached', retryOn: '2026-11-20' }
  const said = { happenedAt: '2026-11-17T09:00:00.000Z', said: 'Try again on Friday' }
  await logged(collector, customerId, result, said)

  const { body } = await collector.get(`/customers/${customerId}/timeline?kinds=outcome`)
  expect(body.rows[0]).toMatchObject({ name: 'outcome.logged' })
  // Another try without a word does not hide what was said before it.
  await logged(collector, customerId, result, { happenedAt: '2026-11-17T10:00:00.000Z' })
  const { body: brief } = await collector.get(`/customers/${customerId}/brief`)
  expect(brief.lastWords).toMatchObject({ text: 'Try again on Friday', on: '2026-11-17' })
  expect((await collector.post(`/tasks/${added.id}/reopening`)).status).toBe(201)
  expect((await collector.get('/tasks')).body.rows[0]).toMatchObject({
    id: added.id,
    state: 'open',
  })
})

test('the time line pages through everything once, newest first', async () => {
  const { collector, customerId, given } = await deskWithDebt()
  await given.payment(customerId, { amountMinor: 10_00, receivedOn: '2026-11-02' })
  for (const body of ['One', 'Two', 'Three']) {
    await collector.post(`/customers/${customerId}/comments`, { body })
  }

  const seen: { id: string; on: string; text: string }[] = []
  let cursor: string | null = ''
  do {
    const { body }: { body: { rows: typeof seen; next: string | null } } = await collector.get(
      `/customers/${customerId}/timeline?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    )
    seen.push(...body.rows)
    cursor = body.next
  } while (cursor)

  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  expect(seen.map(({ on }) => on)).toEqual(
    seen
      .map(({ on }) => on)
      .toSorted()
      .toReversed(),
  )
  expect(seen.map(({ text }) => text)).toEqual(expect.arrayContaining(['One', 'Two', 'Three']))
})

test('handed to the seller, the customer is with them until the fifth working day', async () => {
  const { collector, customerId, personOf, as, world, organisation } = await deskWithDebt()
  expect((await collector.post(`/customers/${customerId}/ball`, {})).body.code).toBe('no_seller')
  const seller = await personOf('seller')
  await inOrganisation(world.db, organisation, (tx) =>
    tx.updateTable('customers').set({ ownerId: seller }).where('id', '=', customerId).execute(),
  )

  const handed = await collector.post(`/customers/${customerId}/ball`, { note: 'They like you' })

  expect(handed.body).toMatchObject({ returnsOn: '2026-11-25' })
  expect((await collector.post(`/customers/${customerId}/ball`, {})).body.code).toBe(
    'already_with_seller',
  )
  const { body: home } = await as('seller').get('/seller-home')
  expect(home.needsYou).toHaveLength(1)
  expect((await as('seller').post(`/customers/${customerId}/ball/return`, {})).status).toBe(201)
  expect((await as('seller').get('/seller-home')).body.needsYou).toHaveLength(0)
})

test('P77 a seller sees and touches nothing of a customer that is not theirs', async () => {
  const { as, customerId, receivableId, collector } = await deskWithDebt()
  const seller = as('seller')
  const { body: task } = await collector.post(`/customers/${customerId}/tasks`, {
    kind: 'call',
    dueOn: '2026-11-18',
  })

  expect((await seller.get('/worklist')).body.rows).toHaveLength(0)
  expect((await seller.get('/tasks')).body.rows).toHaveLength(0)
  expect((await seller.get(`/customers/${customerId}/brief`)).status).toBe(404)
  expect((await seller.get(`/customers/${customerId}/timeline`)).status).toBe(404)
  expect((await seller.post(`/tasks/${task.id}/completion`, { outcome: 'x' })).status).toBe(404)
  expect(
    (await seller.post(`/receivables/${receivableId}/disputes`, { reason: 'other' })).status,
  ).toBe(404)
  expect((await seller.post(`/customers/${customerId}/comments`, { body: 'x' })).status).toBe(404)
})

test('what happened elsewhere reaches the worklist by the events', async () => {
  const { world, organisation, collector, customerId } = await deskWithDebt()
  await inOrganisation(world.db, organisation, async (tx) => {
    await tx
      .updateTable('openItems')
      .set({ openMinor: 0, closedOn: day('2026-11-18') })
      .where('customerId', '=', customerId)
      .execute()
    await appendEvent(tx, {
      organisationId: organisation,
      at: world.clock(),
      name: 'payment.recorded',
      by: { kind: 'system' },
      customerId,
      subject: { kind: 'payment' },
    })
  })

  await followEvents(world, organisation)

  expect((await collector.get('/worklist')).body.rows).toHaveLength(0)
})
