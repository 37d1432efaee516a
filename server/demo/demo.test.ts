import { expect, test } from 'vitest'

import { orderRun, planRun } from '../collecting/runs/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { day } from '../kernel/day.ts'
import { verifyLedger } from '../ledger/index.ts'
import { testApp } from '../testing/test-app.ts'
import { accountOf } from './account.ts'
import { makeCustomers } from './customers.ts'
import { freshenDemos, loadDemo, removeDemo } from './index.ts'
import { makeTrade } from './trade.ts'

const BY = { kind: 'system' } as const

test(
  'the demo company can be worked in at once, and taken away again',
  { timeout: 300_000 },
  async () => {
    const { world, as, setNow, organisation } = await testApp({ now: '2026-11-20T09:30:00Z' })

    const id = await loadDemo(world)

    const found = await inOrganisation(world.db, id, async (tx) => ({
      differences: await verifyLedger(tx, id),
      customers: await tx.selectFrom('customers').select(['id', 'name']).execute(),
      entities: await tx.selectFrom('legalEntities').select('id').execute(),
      people: await tx.selectFrom('members').select(['personId', 'roles', 'title']).execute(),
    }))
    expect(found.differences).toEqual([])
    expect(found.customers).toHaveLength(410)
    expect(new Set(found.customers.map(({ name }) => name)).size).toBeGreaterThan(405)
    const personOf = (role: string) =>
      found.people.find(({ roles }) => roles.includes(role))?.personId ?? ''

    const worklist = await as(personOf('collector'), id).get('/worklist')
    expect(worklist.body.rows.length).toBeGreaterThan(20)
    const customerId: string = worklist.body.rows[0].customer.id
    const timeline = await as(personOf('collector'), id).get(`/customers/${customerId}/timeline`)
    expect(timeline.body.rows.length).toBeGreaterThan(5)
    expect((await as(personOf('seller'), id).get('/seller-home')).status).toBe(200)
    const statement = await as(personOf('collector'), id).get(
      `/customers/${customerId}/statement.pdf`,
    )
    expect(statement.bytes.subarray(0, 5).toString()).toBe('%PDF-')

    const seller = as(
      found.people.find(({ title }) => title === 'Account Manager')?.personId ?? '',
      id,
    )
    const director = as(personOf('finance_director'), id)
    const written = await inOrganisation(world.db, id, async (tx) => ({
      records: await tx
        .selectFrom('records')
        .select('id')
        .orderBy('madeAt')
        .orderBy('id')
        .execute(),
      asked: await tx
        .selectFrom('events')
        .select('subjectId')
        .where('name', '=', 'approval.asked')
        .execute(),
      approvals: await tx.selectFrom('approvals').select('id').execute(),
    }))
    const records = await Promise.all(
      written.records.map(async (row) => (await director.get(`/records/${row.id}`)).body),
    )
    expect(records).toMatchObject([
      { state: 'signed', signature: { how: 'device', method: 'drawn', isTest: false } },
      { state: 'waiting', mails: [{ kind: 'request', delivery: 'waiting' }] },
    ])
    const asked = written.asked.map(({ subjectId }) => subjectId ?? '')
    expect(asked.toSorted()).toEqual(written.approvals.map((row) => row.id).toSorted())
    const feed = (await seller.get('/meeting-feed')).body
    expect(feed.feed).toMatchObject({ failure: null, isStale: false, events: 3 })
    expect(feed.meetings.every(({ startsAt }: { startsAt: unknown }) => startsAt !== null)).toBe(
      true,
    )
    const team = (await director.get('/team')).body.sellers
    for (const matter of ['conversations_unwritten', 'tasks_untouched', 'promises_broken']) {
      const counts = team.map((row: { counts: Record<string, number> }) => row.counts[matter])
      expect(counts.filter((count: number) => count > 0).length).toBeGreaterThan(1)
    }

    for (const { id: legalEntityId } of found.entities) {
      const run = await orderRun(world, { organisationId: id, legalEntityId, by: BY })
      await planRun(world, { organisationId: id, runId: run.id })
      const { body } = await as(personOf('collector'), id).get(`/runs/${run.id}`)
      expect(body.plan.counts).toMatchObject({ errors: 0 })
      expect(body.plan.counts.message).toBeGreaterThan(0)
      expect(body.isTest).toBe(true)
    }

    setNow('2026-12-20T09:30:00Z')
    await freshenDemos(world)
    const sources = await inOrganisation(world.db, id, (tx) =>
      tx.selectFrom('sources').select('paymentsConsideredUntil').execute(),
    )
    expect(new Set(sources.map((source) => source.paymentsConsideredUntil))).toEqual(
      new Set(['2026-12-20']),
    )

    await removeDemo(world)
    const left = await world.db.selectFrom('organisations').select('id').execute()
    expect(left).toEqual([{ id: organisation }])
  },
)

function figures() {
  return makeCustomers()
    .slice(0, 40)
    .map((customer) => {
      const trade = makeTrade(customer, day('2026-11-20'))
      const account = accountOf(customer, trade, new Map())
      return [
        customer.name,
        customer.contacts.map(({ email }) => email),
        account.items.map(({ dueOn, totalMinor, openOn }) => [
          dueOn,
          totalMinor,
          openOn(day('2026-11-20')),
        ]),
        account.payments.map(({ on, amountMinor }) => [on, amountMinor]),
      ]
    })
}

test('the same day gives the same customers, invoices and payments, all of them at .example', () => {
  expect(figures()).toEqual(figures())
  const emails = makeCustomers().flatMap(({ contacts }) => contacts.map(({ email }) => email))
  expect(emails.filter((email) => email !== '' && !email.endsWith('.example'))).toEqual([])
})
