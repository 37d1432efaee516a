import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { raceFor } from '../../testing/race.ts'
import { testApp } from '../../testing/test-app.ts'
import { verifyLedger } from '../index.ts'

const today = '2026-03-20'

async function house() {
  const made = await testApp({ today })
  const customer = await made.given.customer()
  const { world, organisation } = made
  const differences = () =>
    inOrganisation(world.db, organisation, (tx) => verifyLedger(tx, organisation))
  const totals = async () => (await made.as('collector').get(`/customers/${customer}`)).body.totals
  return { ...made, customer, differences, totals, finance: made.as('collector') }
}

const paying = (amountMinor: number, allocations: object[] = [], currency = 'EUR') => ({
  amountMinor,
  currency,
  receivedOn: '2026-03-10',
  allocations,
})

describe('money that comes', () => {
  test('closes what it is set against; the rest stays on account', async () => {
    const { given, customer, finance, totals, differences } = await house()
    const { openItemId } = await given.invoice(customer, { totalMinor: 100_00 })

    const { status } = await finance.post(
      `/customers/${customer}/payments`,
      paying(130_00, [{ openItemId, amountMinor: 100_00 }]),
    )

    expect(status).toBe(201)
    expect(await totals()).toMatchObject([
      { owedMinor: 0, onAccountMinor: 30_00, balanceMinor: -30_00 },
    ])
    const closed = await finance.get(`/customers/${customer}/open-items?state=closed`)
    expect(closed.body.rows).toMatchObject([
      { openMinor: 0, allocatedMinor: 100_00, closedOn: '2026-03-10' },
    ])
    expect(await differences()).toEqual([])
  })

  test('P65 in part leaves the rest at its own due day', async () => {
    const { given, customer, finance } = await house()
    const { openItemId } = await given.invoice(customer, {
      totalMinor: 100_00,
      issuedOn: '2025-11-01',
      dueOn: '2025-12-01',
    })
    await finance.post(
      `/customers/${customer}/payments`,
      paying(60_00, [{ openItemId, amountMinor: 60_00 }]),
    )

    const { body } = await finance.get('/ageing')
    expect(body.totals).toMatchObject([{ notDueMinor: 0, bucketsMinor: [0, 0, 0, 40_00, 0] }])
  })

  test('P62 in two parts closes it on the day of the second, and a day before it is open', async () => {
    const { given, customer, finance, differences } = await house()
    const { openItemId } = await given.invoice(customer, {
      totalMinor: 100_00,
      issuedOn: '2026-02-01',
      dueOn: '2026-03-03',
    })
    for (const [receivedOn, minor] of [
      ['2026-03-12', 70_00],
      ['2026-03-05', 30_00],
    ] as const) {
      const part = paying(minor, [{ openItemId, amountMinor: minor }])
      await finance.post(`/customers/${customer}/payments`, { ...part, receivedOn })
    }
    const { body } = await finance.get(`/customers/${customer}/open-items?state=closed`)
    expect(body.rows).toMatchObject([{ openMinor: 0, closedOn: '2026-03-12' }])
    const openOn = async (asOf: string) => {
      const listed = await finance.get(`/customers/${customer}/open-items?asOf=${asOf}`)
      return listed.body.rows.map(({ openMinor }: { openMinor: number }) => openMinor)
    }
    expect(await openOn('2026-03-04')).toEqual([100_00])
    expect(await openOn('2026-03-11')).toEqual([70_00])
    expect(await openOn('2026-03-12')).toEqual([])
    expect(await differences()).toEqual([])
  })

  test('P53 closes an invoice in its own currency, whatever that is worth elsewhere', async () => {
    const { given, customer, finance, totals } = await house()
    const { openItemId } = await given.invoice(customer, { totalMinor: 5_000, currency: 'JPY' })
    await finance.post(
      `/customers/${customer}/payments`,
      paying(5_000, [{ openItemId, amountMinor: 5_000 }], 'JPY'),
    )

    expect(await totals()).toEqual([])
  })

  test.each([
    ['more_than_open', 409, paying(200_00, [{ amountMinor: 100_01 }])],
    ['more_than_left', 409, paying(50_00, [{ amountMinor: 50_01 }])],
    ['wrong_currency', 409, paying(50_00, [{ amountMinor: 50_00 }], 'USD')],
    ['dated_in_future', 409, { ...paying(50_00), receivedOn: '2026-03-21' }],
    ['malformed_request', 422, paying(0)],
    ['malformed_request', 422, { ...paying(5), receivedOn: '2026-02-30' }],
  ])('is refused as %s, and nothing is half done', async (code, status, body) => {
    const { given, customer, finance, differences } = await house()
    const { openItemId } = await given.invoice(customer, { totalMinor: 100_00 })
    const allocations = body.allocations.map((share) => ({ openItemId, ...share }))

    const reply = await finance.post(`/customers/${customer}/payments`, { ...body, allocations })

    expect([reply.status, reply.body.code]).toEqual([status, code])
    expect((await finance.get(`/customers/${customer}/payments`)).body.rows).toEqual([])
    expect(await differences()).toEqual([])
  })

  test("is not set against another customer's invoice, nor against one that is not there", async () => {
    const { given, customer, finance } = await house()
    const other = await given.invoice(await given.customer(), { totalMinor: 100_00 })
    const post = (openItemId: string) =>
      finance.post(`/customers/${customer}/payments`, paying(5, [{ openItemId, amountMinor: 5 }]))

    expect((await post(other.openItemId)).body.code).toBe('other_customer')
    expect((await post(customer)).body.code).toBe('no_such_item')
  })

  test('of two who set the last cent of it at once, one does', async () => {
    const { given, customer, finance, world, differences } = await house()
    const [first, second] = [
      await given.invoice(customer, { totalMinor: 100_00 }),
      await given.invoice(customer, { totalMinor: 100_00 }),
    ]
    const { body } = await finance.post(`/customers/${customer}/payments`, paying(100_00))
    const set = (openItemId: string) => () =>
      finance.post('/allocations', {
        kind: 'payment',
        paymentId: body.id,
        shares: [{ openItemId, amountMinor: 100_00 }],
      })

    const replies = await raceFor(world, { table: 'customers', id: customer }, [
      set(first.openItemId),
      set(second.openItemId),
    ])

    const statuses = replies.map((reply) => (reply.status === 'fulfilled' ? reply.value.status : 0))
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await differences()).toEqual([])
  })

  test('of two who close the last cent of an invoice at once, one does', async () => {
    const { given, customer, finance, world, differences } = await house()
    const { openItemId } = await given.invoice(customer, { totalMinor: 1 })
    const pay = () =>
      finance.post(`/customers/${customer}/payments`, paying(1, [{ openItemId, amountMinor: 1 }]))
    const off = { kind: 'write_off', openItemId, amountMinor: 1, allocatedOn: today, why: 'small' }

    const replies = await raceFor(world, { table: 'customers', id: customer }, [
      pay,
      () => finance.post('/write-offs', off),
    ])

    const statuses = replies.map((reply) => (reply.status === 'fulfilled' ? reply.value.status : 0))
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await differences()).toEqual([])
  })
})

describe('taking back', () => {
  test('a payment opens again what it had closed, from the day it bounced on', async () => {
    const { given, customer, finance, differences } = await house()
    const { openItemId } = await given.invoice(customer, {
      totalMinor: 100_00,
      issuedOn: '2026-02-01',
      dueOn: '2026-03-03',
    })
    const paid = await finance.post(
      `/customers/${customer}/payments`,
      paying(100_00, [{ openItemId, amountMinor: 100_00 }]),
    )

    const url = `/payments/${paid.body.id}/reversal`
    const reversed = await finance.post(url, {
      reversedOn: '2026-03-15',
      why: 'direct debit bounced',
    })

    expect(reversed.status).toBe(201)
    const openOn = async (asOf: string) => {
      const { body } = await finance.get(`/customers/${customer}/open-items?asOf=${asOf}`)
      return body.rows.map(({ openMinor }: { openMinor: number }) => openMinor)
    }
    expect(await openOn('2026-03-09')).toEqual([100_00])
    expect(await openOn('2026-03-10')).toEqual([])
    expect(await openOn('2026-03-14')).toEqual([])
    expect(await openOn('2026-03-15')).toEqual([100_00])
    const { body } = await finance.get(`/customers/${customer}/payments`)
    expect(body.rows).toMatchObject([
      { amountMinor: -100_00, leftMinor: 0, reversesId: paid.body.id },
      { amountMinor: 100_00, leftMinor: 0, isReversed: true, allocations: [{ isReversed: true }] },
    ])
    expect(await differences()).toEqual([])
  })

  test('is done once, not before the thing itself, and never to a reversal', async () => {
    const { customer, finance } = await house()
    const paid = await finance.post(`/customers/${customer}/payments`, paying(100_00))
    const reverse = (id: string, reversedOn: string) =>
      finance.post(`/payments/${id}/reversal`, { reversedOn, why: 'x' })

    expect((await reverse(paid.body.id, '2026-03-09')).body.code).toBe('reversed_too_early')
    expect((await reverse(paid.body.id, '2026-03-21')).body.code).toBe('dated_in_future')
    const done = await reverse(paid.body.id, '2026-03-10')
    expect(done.status).toBe(201)
    expect((await reverse(paid.body.id, '2026-03-10')).body.code).toBe('already_reversed')
    expect((await reverse(done.body.id, '2026-03-10')).body.code).toBe('is_a_reversal')
    expect((await reverse(customer, '2026-03-10')).body.code).toBe('no_such_payment')
  })

  test('is done once by two who do it at once', async () => {
    const { customer, finance, world, differences } = await house()
    const paid = await finance.post(`/customers/${customer}/payments`, paying(100_00))
    const reverse = () =>
      finance.post(`/payments/${paid.body.id}/reversal`, { reversedOn: today, why: 'x' })

    const replies = await raceFor(world, { table: 'customers', id: customer }, [reverse, reverse])

    const statuses = replies.map((reply) => (reply.status === 'fulfilled' ? reply.value.status : 0))
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await differences()).toEqual([])
  })

  test('money that was taken back cannot be set against anything', async () => {
    const { given, customer, finance } = await house()
    const { openItemId } = await given.invoice(customer)
    const paid = await finance.post(`/customers/${customer}/payments`, paying(100_00))
    await finance.post(`/payments/${paid.body.id}/reversal`, { reversedOn: today, why: 'x' })

    const shares = [{ openItemId, amountMinor: 1 }]
    const { body } = await finance.post('/allocations', {
      kind: 'payment',
      paymentId: paid.body.id,
      shares,
    })
    expect(body.code).toBe('already_reversed')
  })
})

describe('a credit note', () => {
  test.each(['EUR', 'JPY', 'KWD'])(
    'P50 of %s set against three invoices leaves no drift',
    async (currency) => {
      const { given, customer, finance, totals, differences } = await house()
      const credit = await given.invoice(customer, {
        kind: 'credit_note',
        totalMinor: -100,
        currency,
      })
      const invoices = []
      for (let at = 0; at < 3; at += 1)
        invoices.push(await given.invoice(customer, { totalMinor: 1_000, currency }))
      const shares = invoices.map(({ openItemId }, at) => ({
        openItemId,
        amountMinor: at === 0 ? 34 : 33,
      }))

      const { status, body } = await finance.post('/allocations', {
        kind: 'credit',
        creditItemId: credit.openItemId,
        shares,
      })

      expect([status, body.ids.length]).toEqual([201, 6])
      expect(await totals()).toMatchObject([
        { currency, owedMinor: 2_900, creditMinor: 0, balanceMinor: 2_900 },
      ])
      expect(await differences()).toEqual([])
    },
  )

  test('P49 that is not used yet is credit, and nets what is owed in its currency only', async () => {
    const { given, customer, totals } = await house()
    await given.invoice(customer, { totalMinor: 100_00 })
    await given.invoice(customer, { kind: 'credit_note', totalMinor: -150_00 })
    await given.invoice(customer, { totalMinor: 10_00, currency: 'USD' })

    expect(await totals()).toMatchObject([
      { currency: 'EUR', owedMinor: 100_00, creditMinor: -150_00, balanceMinor: -50_00 },
      { currency: 'USD', owedMinor: 10_00, creditMinor: 0, balanceMinor: 10_00 },
    ])
  })

  test('set against an invoice is undone on both sides at once', async () => {
    const { given, customer, finance, totals, differences } = await house()
    const credit = await given.invoice(customer, { kind: 'credit_note', totalMinor: -40_00 })
    const { openItemId } = await given.invoice(customer, { totalMinor: 100_00 })
    const shares = [{ openItemId, amountMinor: 40_00 }]
    const set = await finance.post('/allocations', {
      kind: 'credit',
      creditItemId: credit.openItemId,
      shares,
    })
    expect(await totals()).toMatchObject([{ owedMinor: 60_00, creditMinor: 0 }])

    const [id] = set.body.ids
    const { body } = await finance.post(`/allocations/${id}/reversal`, {
      reversedOn: today,
      why: 'wrong invoice',
    })

    expect(body.ids).toHaveLength(2)
    expect(await totals()).toMatchObject([{ owedMinor: 100_00, creditMinor: -40_00 }])
    const again = await finance.post(`/allocations/${set.body.ids[1]}/reversal`, {
      reversedOn: today,
      why: 'x',
    })
    expect(again.body.code).toBe('already_reversed')
    expect(await differences()).toEqual([])
  })

  test('is not an invoice, and an invoice is no credit note', async () => {
    const { given, customer, finance } = await house()
    const credit = await given.invoice(customer, { kind: 'credit_note', totalMinor: -40_00 })
    const invoice = await given.invoice(customer)
    const set = (creditItemId: string, openItemId: string) =>
      finance.post('/allocations', {
        kind: 'credit',
        creditItemId,
        shares: [{ openItemId, amountMinor: 1 }],
      })

    expect((await set(invoice.openItemId, invoice.openItemId)).body.code).toBe('not_a_credit')
    expect((await set(credit.openItemId, credit.openItemId)).body.code).toBe('not_a_debt')
  })
})

test('P46 P47 a document shows every line that changed it, and what was left after each', async () => {
  const { given, customer, finance, personOf } = await house()
  const invoice = await given.invoice(customer, { totalMinor: 100_00, number: '2026-7' })
  const credit = await given.invoice(customer, {
    kind: 'credit_note',
    totalMinor: -10_00,
    number: 'C-1',
  })
  const { openItemId } = invoice
  await finance.post(`/customers/${customer}/payments`, {
    ...paying(60_00, [{ openItemId, amountMinor: 60_00 }]),
    reference: 'EREF 7',
  })
  await finance.post('/allocations', {
    kind: 'credit',
    creditItemId: credit.openItemId,
    allocatedOn: '2026-03-12',
    shares: [{ openItemId, amountMinor: 10_00 }],
  })
  await finance.post('/write-offs', {
    kind: 'write_off',
    openItemId,
    amountMinor: 30_00,
    allocatedOn: today,
    why: 'goodwill',
  })

  const { body } = await finance.get(`/receivables/${invoice.id}`)

  expect(body).toMatchObject({
    number: '2026-7',
    totalMinor: 100_00,
    openMinor: 0,
    items: [{ openMinor: 0, allocatedMinor: 100_00 }],
  })
  expect(body.allocations).toMatchObject([
    {
      kind: 'payment',
      amountMinor: 60_00,
      leftMinor: 40_00,
      paymentReference: 'EREF 7',
      recordedBy: { id: await personOf('collector') },
    },
    { kind: 'credit', amountMinor: 10_00, leftMinor: 30_00, against: { number: 'C-1' } },
    { kind: 'write_off', amountMinor: 30_00, leftMinor: 0, against: null },
  ])
})

test('every act is one line of history, with who and why', async () => {
  const { given, customer, finance, world, organisation, personOf } = await house()
  const { openItemId } = await given.invoice(customer, { totalMinor: 100_00 })
  const paid = await finance.post(
    `/customers/${customer}/payments`,
    paying(50_00, [{ openItemId, amountMinor: 50_00 }]),
  )
  await finance.post(`/payments/${paid.body.id}/reversal`, { reversedOn: today, why: 'bounced' })
  await finance.post('/write-offs', {
    kind: 'cancellation',
    openItemId,
    amountMinor: 100_00,
    allocatedOn: today,
    why: 'never delivered',
  })

  const events = await inOrganisation(world.db, organisation, (tx) =>
    tx
      .selectFrom('events')
      .select(['name', 'why', 'actorId', 'customerId'])
      .orderBy('id')
      .execute(),
  )
  const by = { actorId: await personOf('collector'), customerId: customer }
  expect(events.filter(({ name }) => !name.includes('revealed'))).toEqual([
    { name: 'payment.recorded', why: '', ...by },
    { name: 'payment.reversed', why: 'bounced', ...by },
    { name: 'receivable.written_off', why: 'never delivered', ...by },
  ])
})

test('recording money needs the right to; a stranger and a seller do not have it', async () => {
  const { as, stranger, customer } = await house()
  const url = `/customers/${customer}/payments`
  expect((await stranger.post(url, paying(1))).status).toBe(401)
  expect((await as('seller').post(url, paying(1))).status).toBe(403)
  expect((await as('auditor').post(url, paying(1))).status).toBe(403)
})
