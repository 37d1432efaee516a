import { assert, asyncProperty, constantFrom, array } from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { connect, type Database } from '../../database/database.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import type { World } from '../../world.ts'
import { approveRun, continueSending, orderRun, planRun, sendRun } from './index.ts'

/** The world of another process: connections and a name of its own. */
function processOf(world: World, name: string): { world: World; end: () => Promise<void> } {
  const db = connect(world.ownerUrl, { connections: 3 })
  return { world: { ...world, db, processId: name }, end: () => db.destroy() }
}

test('P01 five hundred ticks of the clock in one day make one run and one message', async () => {
  const { debtor, mail, rows, given, setNow, tick: tend } = await collectingApp()
  await debtor()
  await given.policy({ sendsAutomatically: true, undoSeconds: 0 })
  for (let tick = 0; tick < 500; tick += 1) {
    const minutes = tick * 2
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    setNow(`2026-03-04T${time}:00Z`)
    await tend()
  }
  const runs = await given.within((tx) =>
    tx.selectFrom('runs').select(['state', 'onDay']).execute(),
  )
  expect(runs).toEqual([{ state: 'sent', onDay: '2026-03-04' }])
  expect(await mail.received()).toHaveLength(1)
  expect(await rows.messages()).toHaveLength(1)
}, 120_000)

test('P03 twenty workers at once send each message once', async () => {
  const { debtor, plan, approve, world, organisationId, mail, rows, given } = await collectingApp()
  const debtors = await Promise.all(Array.from({ length: 30 }, () => debtor()))
  const runId = await plan()
  await approve(runId)
  const workers = Array.from({ length: 20 }, (_, index) => processOf(world, `worker ${index}`))

  // Every customer is held until all twenty have come as far as the claim: a race, not luck.
  let racing: Promise<void[]> = Promise.resolve([])
  const holder = connect(world.ownerUrl, { as: 'owner', connections: 2 })
  await holder.transaction().execute(async (tx) => {
    const ids = debtors.map(({ id }) => id)
    await sql`select from customers where id = any(${ids}::uuid[]) for update`.execute(tx)
    racing = Promise.all(workers.map(({ world: own }) => sendRun(own, { organisationId, runId })))
    while ((await waitingIn(holder)) < 2) await new Promise((done) => setTimeout(done, 5))
  })
  await racing
  await holder.destroy()

  const received = await mail.received()
  expect(received).toHaveLength(30)
  expect(new Set(received.flatMap(({ to }) => to)).size).toBe(30)
  const messages = await rows.messages()
  expect(messages.map(({ state }) => state)).toEqual(Array(30).fill('accepted'))
  const entries = await given.within((tx) => tx.selectFrom('runEntries').select('state').execute())
  expect(entries.map(({ state }) => state)).toEqual(Array(30).fill('sent'))
  const [run] = await given.within((tx) => tx.selectFrom('runs').select('state').execute())
  expect(run).toEqual({ state: 'sent' })
  await Promise.all(workers.map(({ end }) => end()))
}, 120_000)

test('P02 whatever the order of scheduler, button, API and command line, nobody gets two', async () => {
  const { debtor, collector, world, organisationId, mail, rows, given, tick } =
    await collectingApp()
  await given.policy({ undoSeconds: 0 })
  const legalEntityId = await given.theEntity()
  const by = { kind: 'operator' } as const
  const order = () => orderRun(world, { organisationId, legalEntityId, by })

  const ways = {
    scheduler: () => tick(),
    tender: () => continueSending(world, organisationId),
    button: async () => {
      await collector.post('/runs', { legalEntityId })
    },
    again: async () => {
      await collector.post('/runs', { legalEntityId, again: true })
    },
    planner: async () => planRun(world, { organisationId, runId: (await order()).id }),
    approver: async () => {
      const { id: runId } = await order()
      for (const expectedMessages of [0, 1, 2]) {
        const acting = { organisationId, by }
        await approveRun(world, acting, { runId, expectedMessages }).catch(() => {})
      }
    },
    sender: async () => sendRun(world, { organisationId, runId: (await order()).id }),
    canceller: async () => {
      const { id } = await order()
      await collector.post(`/runs/${id}/cancellation`)
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of this very object
  const names = Object.keys(ways) as (keyof typeof ways)[]
  const rounds = array(array(constantFrom(...names), { minLength: 1, maxLength: 4 }), {
    maxLength: 6,
  })
  await assert(
    asyncProperty(rounds, async (together) => {
      // A fresh story: two new debtors, and no run today yet.
      await given.within((tx) => tx.updateTable('runs').set({ state: 'cancelled' }).execute())
      const debtors = [await debtor(), await debtor()]
      for (const some of together) await Promise.allSettled(some.map((name) => ways[name]()))
      // In the end everything is let through.
      for (const last of [ways.planner, ways.approver, ways.sender, ways.tender]) await last()

      for (const { id } of debtors) {
        const messages = (await rows.messages()).filter(({ customerId }) => customerId === id)
        const standing = messages.filter(({ state }) => state !== 'withdrawn')
        expect(standing.map(({ state }) => state)).toEqual(['accepted'])
      }
      const received = (await mail.received()).flatMap(({ to }) => to)
      expect(new Set(received).size).toBe(received.length)
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 180_000)

test('P10 P28 four invoices at four steps make one contact', async () => {
  const { debtor, planAndSend, mail, given, rows, daysAgo } = await collectingApp()
  const { id } = await debtor({ daysLate: 30 })
  for (const days of [5, 16, 18]) {
    await given.invoice(id, { dueOn: daysAgo(days), issuedOn: daysAgo(days + 30) })
  }
  await planAndSend()
  expect(await mail.received()).toHaveLength(1)
  expect(await rows.messages()).toMatchObject([{ stepKey: 'final', totals: [{ minor: 400_00 }] }])
  expect((await rows.reached()).map(({ stepKey }) => stepKey).toSorted()).toEqual([
    'final',
    'firm',
    'firm',
    'friendly',
  ])
})

/** How many wait for a lock in this database. */
async function waitingIn(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.count ?? 0
}
