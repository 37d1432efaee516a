import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'
import { playbook, stepAt } from '../../testing/gate-facts.ts'

type App = Awaited<ReturnType<typeof collectingApp>>
type Debtor = Awaited<ReturnType<App['debtor']>>

const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

function paid({ as }: App, { id, openItemId }: Debtor, minor: number) {
  return as('collector').post(`/customers/${id}/payments`, {
    ...money(minor),
    receivedOn: '2026-03-05',
    allocations: [{ openItemId, amountMinor: minor }],
  })
}

async function credited({ as, given }: App, { id, openItemId }: Debtor, minor: number) {
  const note = await given.invoice(id, {
    kind: 'credit_note',
    totalMinor: -minor,
    issuedOn: '2026-03-05',
    dueOn: '2026-03-05',
  })
  return as('collector').post('/allocations', {
    kind: 'credit',
    creditItemId: note.openItemId,
    shares: [{ openItemId, amountMinor: minor }],
  })
}

function closedAs(kind: 'write_off' | 'set_off' | 'cancellation') {
  return ({ as }: App, { openItemId }: Debtor, amountMinor: number) =>
    as('collector').post('/write-offs', {
      kind,
      openItemId,
      amountMinor,
      allocatedOn: '2026-03-05',
      why: 'agreed',
    })
}

describe('P38 an episode ends', () => {
  test.each([
    ['a payment', paid],
    ['a credit note', credited],
    ['a write-off', closedAs('write_off')],
    ['a set-off', closedAs('set_off')],
    ['a cancellation', closedAs('cancellation')],
  ])('with %s of all of it, and goes on for what one of part leaves', async (_what, close) => {
    const app = await collectingApp()
    const [whole, partly] = [await app.debtor(), await app.debtor()]
    await app.planAndSend()
    app.setNow('2026-03-05T08:00:00Z')
    expect((await close(app, whole, 100_00)).status).toBe(201)
    expect((await close(app, partly, 80_00)).status).toBe(201)
    app.setNow('2026-03-16T08:00:00Z')
    await app.given.freshFacts()
    const runId = await app.plan()
    expect(await app.told(runId, whole.id)).toBe('nothing')
    expect(await app.told(runId, partly.id)).toBe('message firm')
    expect(await app.entryOf(runId, partly.id)).toMatchObject({ totals: [{ minor: 20_00 }] })
  })
})

test('P40 what was settled another way stays settled when the first payment fails late', async () => {
  const app = await collectingApp()
  const { given, plan, told, setNow } = app
  const debtor = await app.debtor()
  await app.planAndSend()
  setNow('2026-03-05T08:00:00Z')
  const first = await paid(app, debtor, 100_00)
  const listed = await app.as('collector').get(`/customers/${debtor.id}/payments`)
  const [allocation] = listed.body.rows[0].allocations
  const undo = { reversedOn: '2026-03-05', why: 'paid twice' }
  await app.as('collector').post(`/allocations/${allocation.id}/reversal`, undo)
  expect((await paid(app, debtor, 100_00)).status).toBe(201)

  // The bank takes the first payment back days after the second has settled the invoice.
  setNow('2026-03-16T08:00:00Z')
  await given.freshFacts()
  const late = { reversedOn: '2026-03-16', why: 'charged back' }
  const reverse = () => app.as('collector').post(`/payments/${first.body.id}/reversal`, late)
  expect((await reverse()).status).toBe(201)
  expect((await reverse()).status).toBe(409)
  expect(await told(await plan(), debtor.id)).toBe('nothing')
  const item = await given.within((tx) =>
    tx
      .selectFrom('openItems')
      .select(['openMinor', 'closedOn'])
      .where('id', '=', debtor.openItemId)
      .executeTakeFirstOrThrow(),
  )
  expect(item).toEqual({ openMinor: 0, closedOn: '2026-03-05' })
})

describe('P21 a schedule that was edited', () => {
  test.each(['en', 'de', 'fr', 'es'])('goes on firing in %s', async (language) => {
    const { debtor, given, as, playbookId, setNow, tick, rows, mail } = await collectingApp()
    await given.policy({ sendsAutomatically: true, undoSeconds: 0 })
    const { id } = await debtor({ daysLate: 0 })
    await given.within((tx) =>
      sql`update customers set language = ${language} where id = ${id}`.execute(tx),
    )
    const steps = [
      stepAt('friendly', 5, { templateKey: 'reminder_friendly' }),
      stepAt('firm', 14, { templateKey: 'reminder_firm' }),
      stepAt('later', 28, { templateKey: 'reminder_firm' }),
    ]
    const { content } = playbook({ steps })
    await as('credit_manager').put(`/playbooks/${playbookId}/draft`, { content })
    await as('credit_manager').post(`/playbooks/${playbookId}/switch-on`, { version: 2 })
    await given.policy({ runPlannedAt: '09:45' })
    for (const onDay of ['2026-03-09', '2026-03-18', '2026-04-01']) {
      const before = (await rows.messages()).length
      // A quarter to ten in Berlin: winter time until 28 March, summer time after it.
      const [early, due] = onDay < '2026-03-29' ? ['08:44', '08:45'] : ['07:44', '07:45']
      setNow(`${onDay}T${early}:00Z`)
      await given.freshFacts()
      await tick()
      expect(await rows.messages()).toHaveLength(before)
      setNow(`${onDay}T${due}:00Z`)
      await tick()
      expect((await rows.messages()).at(-1)).toMatchObject({ onDay, state: 'accepted', language })
    }
    expect((await rows.messages()).map(({ stepKey }) => stepKey)).toEqual([
      'friendly',
      'firm',
      'later',
    ])
    expect(await mail.received()).toHaveLength(3)
  })
})
