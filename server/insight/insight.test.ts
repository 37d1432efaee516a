import { expect, test } from 'vitest'

import { testApp } from '../testing/test-app.ts'

type House = Awaited<ReturnType<typeof testApp>>
type Figure = {
  name: string
  value: number | null
  inputs: { name: string; value: number; rows: string | null }[]
  steps: unknown[]
}

/** §13: receivables of 15,000 of which 4,000 not due; sales 10,000 in November and 8,000 in October. */
async function vectors({ given }: House, ownerId?: string) {
  const customer = await given.customer(ownerId ? { ownerId } : {})
  const { invoice, payment } = given
  // 12,000 open at the end of October: 4,000 of old and 8,000 of October.
  const old = await invoice(customer, {
    totalMinor: 4_000_00,
    issuedOn: '2026-08-01',
    dueOn: '2026-08-31',
  })
  await invoice(customer, { totalMinor: 8_000_00, issuedOn: '2026-10-05', dueOn: '2026-11-04' })
  await invoice(customer, { totalMinor: 6_000_00, issuedOn: '2026-11-01', dueOn: '2026-11-29' })
  await invoice(customer, { totalMinor: 4_000_00, issuedOn: '2026-11-20', dueOn: '2026-12-20' })
  await payment(customer, {
    amountMinor: 4_000_00,
    receivedOn: '2026-11-10',
    openItemId: old.openItemId,
  })
  await payment(customer, { amountMinor: 3_000_00, receivedOn: '2026-11-12' })
  return customer
}

async function figuresOf({ as }: House, search = 'asOf=2026-11-30&days=30') {
  const { status, body } = await as('finance_director').get(`/figures?${search}`)
  expect(status).toBe(200)
  const figures: Figure[] = body.currencies[0].figures
  return new Map(figures.map((figure) => [figure.name, figure]))
}

test('the figures of §13 come out of a ledger, with the terms they are made of', async () => {
  const house = await testApp({ today: '2026-11-30' })
  await vectors(house)

  const figures = await figuresOf(house)
  const values = Object.fromEntries([...figures].map(([name, { value }]) => [name, value]))

  expect(values).toMatchObject({
    owed: 18_000_00,
    overdue: 14_000_00,
    dso: 45,
    bpdso: 12,
    add: 33,
    dso_count_back: 49.375,
    cei: 38.889,
    // Due 31 August, paid 10 November.
    weighted_delay: 71,
  })
  expect(figures.get('dso')?.inputs.map(({ name, value }) => [name, value])).toEqual([
    ['receivables', 15_000_00],
    ['sales', 10_000_00],
    ['days', 30],
  ])
  expect(figures.get('dso_count_back')?.steps).toHaveLength(2)
})

test('every term with rows leads to rows that sum to it', async () => {
  const house = await testApp({ today: '2026-11-30' })
  await vectors(house)
  const figures = await figuresOf(house)

  const terms = [...figures.values()].flatMap(({ inputs }) => inputs)
  const summed = new Set(['overdue', 'not_due', 'sales', 'collected', 'opening_receivables'])
  for (const { name, value, rows } of terms.filter((term) => summed.has(term.name))) {
    const { body } = await house.as('finance_director').get(`${rows}&limit=200`)
    const amounts: number[] = body.rows.map(
      (row: Row) => row.total?.minor ?? row.amount?.minor ?? row.openMinor,
    )
    expect(
      amounts.reduce((sum, minor) => sum + minor, 0),
      `${name} from ${rows}`,
    ).toBe(value)
  }
})

type Row = { total?: { minor: number }; amount?: { minor: number }; openMinor: number }

test('the last point of the trend is the figures of that day, an earlier one those of its day', async () => {
  const house = await testApp({ today: '2026-11-30' })
  await vectors(house)
  const trend = await house.as('finance_director').get('/figures/trend?points=3&days=30')
  const [eur] = trend.body.currencies

  for (const point of eur.points) {
    const figures = await figuresOf(house, `asOf=${point.on}&days=30`)
    expect(point).toEqual({
      on: point.on,
      owedMinor: figures.get('owed')?.value,
      overdueMinor: figures.get('overdue')?.value,
      dso: figures.get('dso')?.value ?? null,
      bpdso: figures.get('bpdso')?.value ?? null,
    })
  }
  expect(eur.points.map(({ on }: { on: string }) => on)).toEqual([
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
  ])
})

test('P69 figures by seller go by who owned the customer on the invoice day, and sum to the whole', async () => {
  const house = await testApp({ today: '2026-11-30' })
  const { given, as, personOf } = house
  const [first, second] = [await given.person('seller'), await given.person('seller')]
  const customer = await vectors(house, first)
  const unowned = await given.customer()
  await given.invoice(unowned, { totalMinor: 500_00, issuedOn: '2026-11-05' })
  await as('credit_manager').post(`/customers/${customer}/owners`, {
    ownerId: second,
    fromOn: '2026-11-10',
  })

  const { body } = await as('finance_director').get('/figures/sellers?days=30')
  const [eur] = body.currencies
  const whole = await figuresOf(house, 'days=30')
  const bySeller = new Map(
    eur.rows.map((row: { seller: { id: string } | null; salesMinor: number }) => [
      row.seller?.id ?? null,
      row.salesMinor,
    ]),
  )

  expect(bySeller).toEqual(
    new Map([
      [first, 6_000_00],
      [second, 4_000_00],
      [null, 500_00],
    ]),
  )
  expect(eur.total).toMatchObject({
    owedMinor: whole.get('owed')?.value,
    overdueMinor: whole.get('overdue')?.value,
    salesMinor: 10_500_00,
  })
  expect(await personOf('seller')).not.toBe(first)
})

test('top debtors are those with most overdue, each with its share', async () => {
  const { as, given } = await testApp({ today: '2026-11-30' })
  const [large, small] = [
    await given.customer({ name: 'Large' }),
    await given.customer({ name: 'Small' }),
  ]
  await given.invoice(large, { totalMinor: 750_00, issuedOn: '2026-10-01', dueOn: '2026-10-31' })
  await given.invoice(small, { totalMinor: 250_00, issuedOn: '2026-10-01', dueOn: '2026-11-29' })
  await given.invoice(small, { totalMinor: 900_00, issuedOn: '2026-11-20', dueOn: '2026-11-30' })

  const { body } = await as('collector').get('/figures/top-debtors')

  expect(body.currencies).toMatchObject([
    {
      currency: 'EUR',
      overdueMinor: 1_000_00,
      rows: [
        { customer: { name: 'Large' }, overdueMinor: 750_00, daysLate: 30, share: 75 },
        { customer: { name: 'Small' }, overdueMinor: 250_00, daysLate: 1, share: 25 },
      ],
    },
  ])
})

test('cash is expected on the due day, later by how late somebody usually is', async () => {
  // A Monday.
  const { as, given } = await testApp({ today: '2026-11-30' })
  const [late, unknown] = [await given.customer({ name: 'Late' }), await given.customer()]
  for (const month of ['06', '07', '08']) {
    const { openItemId } = await given.invoice(late, {
      totalMinor: 100_00,
      issuedOn: `2026-${month}-01`,
      dueOn: `2026-${month}-10`,
    })
    await given.payment(late, { amountMinor: 100_00, receivedOn: `2026-${month}-17`, openItemId })
  }
  await given.invoice(late, { totalMinor: 300_00, issuedOn: '2026-11-01', dueOn: '2026-12-01' })
  await given.invoice(late, { totalMinor: 5_00, issuedOn: '2026-10-01', dueOn: '2026-11-01' })
  await given.invoice(unknown, { totalMinor: 200_00, issuedOn: '2026-11-01', dueOn: '2026-12-01' })

  const { body } = await as('collector').get('/figures/expected?weeks=2')
  const [eur] = body.currencies

  expect(
    eur.weeks.map(({ from, to, minor }: Record<string, unknown>) => [from, to, minor]),
  ).toEqual([
    ['2026-11-30', '2026-12-06', 200_00],
    ['2026-12-07', '2026-12-13', 300_00],
  ])
  expect(eur.weeks[1].bases).toContainEqual({ basis: 'habit', minor: 300_00 })
  expect(eur.overdueByHabitMinor).toBe(5_00)
  expect(eur.thisWeek).toMatchObject([{ on: '2026-12-01', minor: 200_00, basis: 'due_day' }])
})

test('a sales manager sees the figures of the team only, a seller none', async () => {
  const house = await testApp({ today: '2026-11-30' })
  const { as, given } = house
  await vectors(house)
  const manager = await given.person('sales_manager')

  expect((await as(manager).get('/figures')).body.currencies).toEqual([])
  expect((await as('seller').get('/figures')).status).toBe(403)
})

test('figures of the future are refused', async () => {
  const { as, given } = await testApp({ today: '2026-11-30' })
  await given.theEntity()
  const { status, body } = await as('collector').get('/figures?asOf=2026-12-01')
  expect([status, body.code]).toEqual([422, 'as_of_in_future'])
})
