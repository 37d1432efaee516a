import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, day } from '../../kernel/day.ts'
import { testApp } from '../../testing/test-app.ts'
import { bucketOf } from './rules.ts'

const today = day('2026-03-20')

test('P58 PostgreSQL puts every number of days into the bucket that the rule puts it in', async () => {
  const { as, given } = await testApp({ today })
  const bounds = [30, 60, 90, 120]
  for (const days of [-1, 0, 1, 29, 30, 31, 60, 61, 90, 91, 120, 121, 9999]) {
    const customer = await given.customer()
    const dueOn = addDays(today, -days)
    await given.invoice(customer, { totalMinor: 1, issuedOn: addDays(dueOn, -30), dueOn })
    const { body } = await as('collector').get(`/ageing?customer=${customer}`)
    const [row] = body.totals
    const columns = [row.notDueMinor, ...row.bucketsMinor]
    expect(columns.indexOf(1), `${days} days`).toBe(bucketOf(days, bounds))
    expect(columns.reduce((sum, minor) => sum + minor, 0)).toBe(1)
    const behind = await as('collector').get(
      `/open-items?customer=${customer}&bucket=${bucketOf(days, bounds)}`,
    )
    expect(behind.body.rows, `${days} days, the rows behind`).toHaveLength(1)
    const beside = await as('collector').get(
      `/open-items?customer=${customer}&bucket=${bucketOf(days, bounds) === 5 ? 4 : bucketOf(days, bounds) + 1}`,
    )
    expect(beside.body.rows).toHaveLength(0)
  }
})

test('P63 P70 age is counted to the day asked about, a leap day included', async () => {
  const { as, given } = await testApp({ today })
  const customer = await given.customer()
  await given.invoice(customer, { totalMinor: 7, issuedOn: '2024-01-30', dueOn: '2024-01-30' })
  const bucketOn = async (asOf: string) => {
    const { body } = await as('collector').get(`/ageing?asOf=${asOf}`)
    return [body.totals[0].notDueMinor, ...body.totals[0].bucketsMinor].indexOf(7)
  }
  expect(await bucketOn('2024-01-30')).toBe(0)
  expect(await bucketOn('2024-02-29')).toBe(1)
  expect(await bucketOn('2024-03-01')).toBe(2)
  expect(await bucketOn('2024-03-30')).toBe(2)
  expect(await bucketOn('2024-03-31')).toBe(3)
})

test('P66 an invoice in three instalments ages as three', async () => {
  const { as, given, world, organisation } = await testApp({ today })
  const customer = await given.customer()
  const { id, openItemId } = await given.invoice(customer, {
    totalMinor: 300,
    issuedOn: '2025-12-20',
    dueOn: '2026-01-19',
  })
  await inOrganisation(world.db, organisation, async (tx) => {
    const row = await tx
      .selectFrom('openItems')
      .selectAll()
      .where('id', '=', openItemId)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('openItems')
      .set({ totalMinor: 100, openMinor: 100 })
      .where('id', '=', openItemId)
      .execute()
    for (const [at, dueOn] of [day('2026-02-18'), day('2026-04-19')].entries()) {
      const part = {
        id: crypto.randomUUID(),
        sequence: at + 2,
        dueOn,
        totalMinor: 100,
        openMinor: 100,
      }
      await tx
        .insertInto('openItems')
        .values({ ...row, ...part })
        .execute()
    }
  })
  const { body } = await as('collector').get('/ageing')
  expect(body.totals).toMatchObject([{ notDueMinor: 100, bucketsMinor: [100, 100, 0, 0, 0] }])
  const items = await as('collector').get(`/customers/${customer}/open-items`)
  expect(
    items.body.rows.map(({ sequence, instalments }: Record<string, number>) => [
      sequence,
      instalments,
    ]),
  ).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  expect((await as('collector').get(`/receivables/${id}`)).body.items).toHaveLength(3)
})

async function withCredits() {
  const made = await testApp({ today })
  const { given } = made
  const customer = await given.customer()
  await given.invoice(customer, { totalMinor: 100, issuedOn: '2025-10-01', dueOn: '2025-10-31' })
  await given.invoice(customer, { totalMinor: 50, issuedOn: '2026-03-01', dueOn: '2026-03-31' })
  await given.invoice(customer, { kind: 'credit_note', totalMinor: -70, issuedOn: '2026-03-01' })
  await given.payment(customer, { amountMinor: 40 })
  await given.invoice(await given.customer(), {
    totalMinor: 9,
    issuedOn: '2025-10-01',
    dueOn: '2025-10-31',
  })
  return made
}

describe('P49 credits', () => {
  test('have columns of their own', async () => {
    const { as } = await withCredits()
    const { body } = await as('collector').get('/ageing')
    expect(body.totals).toMatchObject([
      {
        notDueMinor: 50,
        bucketsMinor: [0, 0, 0, 0, 109],
        creditMinor: -70,
        onAccountMinor: 40,
        balanceMinor: 49,
      },
    ])
  })

  test("are set against the customer's own oldest debt when policy says so", async () => {
    const { as } = await withCredits()
    await as('administrator').patch('/organisation/policy', { ageingCredits: 'oldest_first' })
    const { body } = await as('collector').get('/ageing?by=customer')
    expect(body.totals).toMatchObject([
      {
        notDueMinor: 40,
        bucketsMinor: [0, 0, 0, 0, 9],
        creditMinor: 0,
        onAccountMinor: 0,
        balanceMinor: 49,
      },
    ])
    expect(body.rows).toHaveLength(2)
  })
})

test('P67 the scope is said: the account alone, or with everything beneath it', async () => {
  const { as, given } = await testApp({ today })
  const top = await given.customer({ number: 'TOP' })
  const middle = await given.customer({ parentId: top })
  const bottom = await given.customer({ parentId: middle })
  const stranger = await given.customer()
  for (const [at, customer] of [top, middle, bottom, stranger].entries()) {
    await given.invoice(customer, { totalMinor: 10 ** at })
  }
  const balance = async (customer: string, scope: string) =>
    (await as('collector').get(`/ageing?customer=${customer}&scope=${scope}`)).body.totals[0]
      .balanceMinor

  expect(await balance(top, 'account')).toBe(1)
  expect(await balance(top, 'group')).toBe(111)
  expect(await balance(middle, 'group')).toBe(110)
  const { body } = await as('collector').get(`/customers/${bottom}/group`)
  expect(
    body.members
      .map(({ depth }: { depth: number }) => depth)
      .toSorted((a: number, b: number) => a - b),
  ).toEqual([0, 1, 2])
  expect(body.totals).toMatchObject([{ owedMinor: 111 }])
})

test('P56 the same number at two entities is two customers and two debts', async () => {
  const { as, given } = await testApp({ today })
  const other = await given.legalEntity()
  const [here, there] = [
    await given.customer({ number: '10001' }),
    await given.customer({ number: '10001', legalEntityId: other }),
  ]
  await given.invoice(here, { totalMinor: 100, number: 'R-1' })
  await given.invoice(there, { totalMinor: 5, number: 'R-1' })

  const { body } = await as('collector').get('/ageing?by=entity')
  expect(body.rows.map(({ balanceMinor }: { balanceMinor: number }) => balanceMinor)).toEqual([
    100, 5,
  ])
  expect((await as('collector').get('/customers?search=10001')).body.rows).toHaveLength(2)
  expect((await as('collector').get('/search?text=R-1')).body.receivables).toHaveLength(2)
})

test('a seller sees the ageing of their own customers, and no other customer by name', async () => {
  const { as, given } = await testApp({ today })
  const [mine, colleague] = [await given.person('seller'), await given.person('seller')]
  const [own, foreign] = [
    await given.customer({ ownerId: mine }),
    await given.customer({ ownerId: colleague }),
  ]
  await given.invoice(own, { totalMinor: 100 })
  await given.invoice(foreign, { totalMinor: 7 })

  expect((await as(mine).get('/ageing')).body.totals).toMatchObject([{ balanceMinor: 100 }])
  expect((await as(mine).get(`/ageing?customer=${foreign}`)).body.code).toBe('no_such_customer')
  expect((await as(mine).get('/ageing?by=customer')).body.rows).toHaveLength(1)
})
