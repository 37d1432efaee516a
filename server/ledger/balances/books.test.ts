import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { testApp } from '../../testing/test-app.ts'
import { keepOpenAmounts, ledgerJobs, refreshBalances, verifyLedger } from '../index.ts'

async function houseAt(now: string, timeZone = 'Europe/Berlin') {
  const made = await testApp({ now })
  const { given, as, world, organisation } = made
  const legalEntityId = await given.legalEntity({ timeZone })
  const customer = await given.customer({ legalEntityId })
  const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganisation(world.db, organisation, work)
  return {
    ...made,
    customer,
    legalEntityId,
    within,
    differences: () => within((tx) => verifyLedger(tx, organisation)),
    listed: async (): Promise<{ daysLate: number; overdue: number[] }> => {
      const { body } = await as('collector').get('/customers')
      const [row] = body.rows
      const overdue = row.totals.map(({ overdueMinor }: { overdueMinor: number }) => overdueMinor)
      return { daysLate: row.daysLate, overdue }
    },
  }
}

describe('P73 due 20 November is overdue on the 21st of the legal entity, not of anybody else', () => {
  test.each([
    ['Europe/Berlin', '2026-11-20T22:59:59Z', 0],
    ['Europe/Berlin', '2026-11-20T23:00:00Z', 1],
    ['Pacific/Auckland', '2026-11-20T10:59:59Z', 0],
    ['Pacific/Auckland', '2026-11-20T11:00:00Z', 1],
    ['America/Los_Angeles', '2026-11-21T07:59:59Z', 0],
    ['America/Los_Angeles', '2026-11-21T08:00:00Z', 1],
    ['Asia/Kolkata', '2026-11-20T18:29:59Z', 0],
    ['Asia/Kolkata', '2026-11-20T18:30:00Z', 1],
  ])('%s at %s: %i day late', async (timeZone, now, daysLate) => {
    const { given, customer, as, listed } = await houseAt(now, timeZone)
    await given.invoice(customer, {
      totalMinor: 100_00,
      issuedOn: '2026-10-21',
      dueOn: '2026-11-20',
    })

    expect(await listed()).toEqual({ daysLate, overdue: [daysLate * 100_00] })
    const { body } = await as('collector').get('/ageing')
    const [row] = body.totals
    expect([row.notDueMinor, row.bucketsMinor[0]]).toEqual(
      daysLate === 0 ? [100_00, 0] : [0, 100_00],
    )
  })
})

test('P72 a process that lives through three midnights counts each of them', async () => {
  const { given, customer, listed, setNow, differences } = await houseAt('2026-11-20T12:00:00Z')
  for (const [at, dueOn] of ['2026-11-20', '2026-11-21', '2026-11-22'].entries()) {
    await given.invoice(customer, { totalMinor: 10 ** at, issuedOn: '2026-10-21', dueOn })
  }
  const seen = [await listed()]
  for (const date of ['2026-11-21', '2026-11-22', '2026-11-23']) {
    setNow(`${date}T12:00:00Z`)
    seen.push(await listed())
    expect(await differences()).toEqual([])
  }
  expect(seen.map(({ overdue }) => overdue[0])).toEqual([0, 1, 11, 111])
})

test('the job turns the page, and a clock that goes back turns it back', async () => {
  const { given, customer, world, within, setNow, listed, differences } =
    await houseAt('2026-11-20T12:00:00Z')
  await given.invoice(customer, { totalMinor: 100_00, issuedOn: '2026-10-21', dueOn: '2026-11-20' })
  const kept = () =>
    within((tx) => tx.selectFrom('customerBalances').select('overdueMinor').executeTakeFirst())

  setNow('2026-11-21T00:10:00Z')
  for (const job of ledgerJobs(world)) await job.work({})
  expect(await kept()).toEqual({ overdueMinor: 100_00 })

  setNow('2026-11-19T12:00:00Z')
  expect(await listed()).toEqual({ daysLate: 0, overdue: [0] })
  expect(await differences()).toEqual([])
})

test('P62 what is dated later counts from its day on: documents, money and allocations', async () => {
  const { given, customer, within, organisation, as, setNow, world, differences } =
    await houseAt('2026-11-20T12:00:00Z')
  await given.invoice(customer, { totalMinor: 500, issuedOn: '2026-11-22', dueOn: '2026-12-22' })
  const { openItemId } = await given.invoice(customer, {
    totalMinor: 100,
    issuedOn: '2026-11-01',
    dueOn: '2026-12-01',
  })
  await within(async (tx) => {
    const row = { id: newId(), organisationId: organisation, customerId: customer, openItemId }
    const what = { kind: 'set_off' as const, amountMinor: 40, allocatedOn: day('2026-11-21') }
    await tx
      .insertInto('allocations')
      .values({ ...row, ...what, recordedAt: world.clock() })
      .execute()
    await keepOpenAmounts(tx, [openItemId])
    await refreshBalances(tx, organisation, [customer])
  })
  const owed = async () =>
    (await as('collector').get(`/customers/${customer}`)).body.totals[0].owedMinor
  const aged = async () => (await as('collector').get('/ageing')).body.totals[0].balanceMinor

  expect([await owed(), await aged()]).toEqual([100, 100])
  expect(await differences()).toEqual([])
  setNow('2026-11-21T12:00:00Z')
  expect([await owed(), await aged()]).toEqual([60, 60])
  expect(await differences()).toEqual([])
  setNow('2026-11-22T12:00:00Z')
  expect([await owed(), await aged()]).toEqual([560, 560])
  expect(await differences()).toEqual([])
})

test('P69 an owner from a later day takes over on that day', async () => {
  const { given, customer, as, setNow, differences } = await houseAt('2026-11-20T12:00:00Z')
  const [first, second, third] = [
    await given.person('seller'),
    await given.person('seller'),
    await given.person('seller'),
  ]
  const manager = as('credit_manager')
  const assign = (ownerId: string | null, fromOn: string) =>
    manager.post(`/customers/${customer}/owners`, { ownerId, fromOn })
  const owner = async () => (await manager.get(`/customers/${customer}`)).body.owner?.id ?? null

  await assign(first, '2026-01-01')
  await assign(second, '2026-11-22')
  await assign(third, '2026-11-22')
  expect(await owner()).toBe(first)
  setNow('2026-11-22T12:00:00Z')
  expect(await owner()).toBe(third)
  const { body } = await manager.get(`/customers/${customer}/owners`)
  expect(body.owners.map(({ fromOn }: { fromOn: string }) => fromOn)).toEqual([
    '2026-11-22',
    '2026-01-01',
  ])
  expect(await differences()).toEqual([])
  // The second owner owned it on no day: whoever is put right the same day never was.
  expect((await as(second).get(`/customers/${customer}`)).status).toBe(404)
})

test('a ledger whose kept figures were tampered with is found out', async () => {
  const { given, customer, within, differences } = await houseAt('2026-11-20T12:00:00Z')
  await given.invoice(customer, { totalMinor: 100 })
  expect(await differences()).toEqual([])

  await within(async (tx) => {
    await sql`update open_items set open_minor = 99`.execute(tx)
    await sql`update customer_balances set owed_minor = owed_minor + 1`.execute(tx)
    await sql`delete from customer_words`.execute(tx)
    await sql`update customer_standings set owed_weight = 0, overdue_weight = 0`.execute(tx)
  })

  const found = (await differences()).map(({ what }) => what)
  expect(new Set(found)).toEqual(new Set(['open_amount', 'balance', 'standing', 'search_words']))
})
