import { describe, expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'
import { stepAt } from '../../testing/gate-facts.ts'

describe('an approval', () => {
  test('can be taken back until its seconds are over, and not after', async () => {
    const { debtor, plan, approve, collector, setNow, mail, tend } = await collectingApp()
    await debtor()
    const runId = await plan()
    expect((await approve(runId)).body).toEqual({ undoUntil: '2026-03-04T08:00:10.000Z' })
    await tend()
    expect(await mail.received()).toEqual([])
    setNow('2026-03-04T08:00:09Z')
    expect(await collector.delete(`/runs/${runId}/approval`)).toMatchObject({
      status: 200,
      body: { state: 'planned' },
    })
    await tend()
    expect((await approve(runId)).status).toBe(202)
    setNow('2026-03-04T08:00:19Z')
    expect(await collector.delete(`/runs/${runId}/approval`)).toMatchObject({
      status: 409,
      body: { code: 'undo_too_late' },
    })
    await tend()
    expect(await mail.received()).toHaveLength(1)
    const { body } = await collector.delete(`/runs/${runId}/approval`)
    expect(body.code).toBe('run_not_sending')
  })

  test('is refused while nothing can be sent, or on another day', async () => {
    const { debtor, plan, approve, given, setNow } = await collectingApp()
    await debtor()
    const runId = await plan()
    await given.within((tx) => tx.deleteFrom('mailSettings').execute())
    expect((await approve(runId)).body.code).toBe('no_mail_settings')
    setNow('2026-03-05T08:00:00Z')
    expect((await approve(runId)).body.code).toBe('run_is_of_another_day')
  })

  test('leaves out a customer whom somebody dropped; their step stays open', async () => {
    const { debtor, plan, send, collector, entryOf, mail, rows, given, setNow, told } =
      await collectingApp()
    const dropped = await debtor()
    await debtor()
    const runId = await plan()
    const { id: entryId } = await entryOf(runId, dropped.id)
    const drop = () => collector.post(`/runs/${runId}/entries/${entryId}/drop`, { why: 'a friend' })
    expect(await drop()).toMatchObject({ status: 200, body: { state: 'dropped' } })
    expect(await drop()).toMatchObject({ status: 409, body: { code: 'entry_already_done' } })
    await send(runId)
    expect(await mail.received()).toHaveLength(1)
    expect(await rows.reached()).toHaveLength(1)
    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), dropped.id)).toBe('message friendly')
  })
})

describe('a run that is stopped', () => {
  test('sends nothing further, and today another may be planned', async () => {
    const { debtor, plan, approve, collector, tend, mail, told } = await collectingApp()
    const { id } = await debtor()
    const runId = await plan()
    await approve(runId)
    const stopped = await collector.post(`/runs/${runId}/cancellation`)
    expect(stopped).toMatchObject({ status: 200, body: { state: 'cancelled', stopped: 1 } })
    await tend()
    expect(await mail.received()).toEqual([])
    const again = await plan()
    expect(again).not.toBe(runId)
    expect(await told(again, id)).toBe('message friendly')
  })
})

describe('ask first', () => {
  const steps = [
    stepAt('friendly', 3, { approval: { kind: 'ask_above', amounts: { EUR: 500_00 } } }),
  ]

  test('a message above the amount waits for somebody who may approve it', async () => {
    const { debtor, plan, send, as, collector, entryOf, mail, sendAgain } = await collectingApp({
      content: { steps },
    })
    const large = await debtor({ totalMinor: 500_01 })
    await debtor({ totalMinor: 500_00 })
    const runId = await plan()
    await send(runId)
    expect(await mail.received()).toHaveLength(1)
    const { body } = await collector.get(`/runs/${runId}`)
    expect(body).toMatchObject({ state: 'sent', progress: { waitingForApproval: 1 } })

    const { id: entryId } = await entryOf(runId, large.id)
    const url = `/runs/${runId}/entries/${entryId}/approval`
    expect((await collector.post(url)).status).toBe(403)
    expect((await as('finance_director').post(url)).body).toEqual({ state: 'approved' })
    await sendAgain(runId)
    expect(await mail.received()).toHaveLength(2)
    expect((await as('credit_manager').post(url)).body.code).toBe('entry_already_done')
  })

  test('is not for the one who asked for the run, where the policy wants another', async () => {
    const { debtor, plan, as, given, entryOf, personOf } = await collectingApp({
      content: { steps },
    })
    await given.policy({ approvalNeedsAnother: true })
    const { id } = await debtor({ totalMinor: 500_01 })
    const runId = await plan()
    const manager = await personOf('credit_manager')
    await given.within((tx) => tx.updateTable('runs').set({ plannedBy: manager }).execute())
    const { id: entryId } = await entryOf(runId, id)
    const url = `/runs/${runId}/entries/${entryId}/approval`
    expect((await as('credit_manager').post(url)).body.code).toBe('needs_another_approver')
    expect((await as('administrator').post(url)).status).toBe(200)
  })

  test('a debt that grew above the amount between plan and sending is held back', async () => {
    const { debtor, plan, send, given, mail, told } = await collectingApp({ content: { steps } })
    const { id } = await debtor({ totalMinor: 400_00 })
    const runId = await plan()
    await given.invoice(id, { totalMinor: 200_00, dueOn: '2026-02-27', issuedOn: '2026-01-20' })
    await send(runId)
    expect(await told(runId, id)).toBe('suppressed ask_first_amount')
    expect(await mail.received()).toEqual([])
  })
})

describe('test mode', () => {
  test('sends everything to whoever acts, and never happened once it is over', async () => {
    const {
      debtor,
      planAndSend,
      plan,
      send,
      told,
      given,
      mail,
      rows,
      setNow,
      personOf,
      world,
      collector,
    } = await collectingApp()
    await given.testMode(true)
    const { id } = await debtor({ email: 'ada@customer.test' })
    await planAndSend()
    const [received] = await mail.received()
    const person = await world.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', await personOf('collector'))
      .executeTakeFirstOrThrow()
    expect(received?.to).toEqual([world.secrets.installation.decrypt(person.email)])
    const { body } = await collector.get('/messages')
    expect(body.rows).toMatchObject([{ isTest: true, state: 'accepted' }])
    expect(body.rows[0].subject).toMatch(/^\[Test\] /)
    expect(received?.source.includes('ada@customer.test')).toBe(true)
    expect(await rows.messages()).toMatchObject([{ isTest: true, state: 'accepted' }])

    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), id)).toBe('nothing')
    await given.testMode(false)
    const runId = await plan(true)
    expect(await told(runId, id)).toBe('message friendly')
    await send(runId)
    expect((await mail.received()).map(({ to }) => to)).toEqual([
      received?.to,
      ['ada@customer.test'],
    ])
    expect(await rows.messages()).toMatchObject([{ attempt: 1 }, { attempt: 2, isTest: false }])
  })

  test('without a mailbox of their own it needs one in the settings', async () => {
    const { debtor, plan, given, mail, world, organisationId, told } = await collectingApp()
    const { approveRun, sendRun } = await import('./index.ts')
    await given.testMode(true)
    const { id } = await debtor()
    const runId = await plan()
    await approveRun(
      world,
      { organisationId, by: { kind: 'operator' } },
      { runId, expectedMessages: 1 },
    )
    await sendRun(world, { organisationId, runId })
    expect(await told(runId, id)).toBe('failed mail_not_ready')
    expect(await mail.received()).toEqual([])
  })
})

describe("P71 the contact's working hours", () => {
  test.each([
    [
      'New York sleeps at ten in Berlin',
      'America/New_York',
      '2026-03-04T09:00:00Z',
      '2026-03-04T13:30:00.000Z',
    ],
    [
      'Auckland is home again',
      'Pacific/Auckland',
      '2026-03-04T09:00:00Z',
      '2026-03-04T19:30:00.000Z',
    ],
    [
      'before the hour of the playbook in Berlin',
      'Europe/Berlin',
      '2026-03-04T07:00:00Z',
      '2026-03-04T07:30:00.000Z',
    ],
  ])('%s: it waits', async (_what, timeZone, now, sendAt) => {
    const { debtor, planAndSend, given, mail, entryOf, tend, setNow, collector, rows } =
      await collectingApp({ now })
    const { id } = await debtor({ email: '' })
    await given.contact(id, { timeZone })
    const runId = await planAndSend()
    expect(await mail.received()).toEqual([])
    expect(await entryOf(runId, id)).toMatchObject({ state: 'approved', sendAt })
    const { body } = await collector.get(`/runs/${runId}`)
    expect(body).toMatchObject({ state: 'sending', progress: { waitingForHours: 1 } })
    setNow(sendAt)
    await tend()
    expect(await mail.received()).toHaveLength(1)
    expect(await rows.messages()).toMatchObject([{ state: 'accepted' }])
  })
})

describe('a preview', () => {
  test('P48 shows the message as it would leave, then as it left, figures and all', async () => {
    const { debtor, plan, send, collector, entryOf, mail, given } = await collectingApp()
    const { id, openItemId, number } = await debtor({ email: 'ada@customer.test' })
    const runId = await plan()
    const { id: entryId } = await entryOf(runId, id)
    const url = `/runs/${runId}/entries/${entryId}`
    const before = (await collector.get(`${url}/preview`)).body
    expect(before).toMatchObject({
      to: [{ address: 'ada@customer.test' }],
      from: { address: 'reminders@seller.test' },
      testRecipient: null,
      findings: [],
    })
    expect(before.text).toContain(number)
    expect(before.text).toContain('€100.00')
    expect((await collector.get(`${url}/statement.pdf`)).bytes.subarray(0, 5).toString()).toBe(
      '%PDF-',
    )
    const page = await collector.get(`${url}/page`)
    expect(String(page.headers['content-security-policy'])).toContain('sandbox')
    expect(page.body).toBe(before.html)

    await send(runId)
    await given.payment(id, { amountMinor: 100_00, openItemId })
    const after = (await collector.get(`${url}/preview`)).body
    expect(after.text).toBe(before.text)
    const { body } = await collector.get(`/messages?runId=${runId}`)
    const [message] = body.rows
    const opened = (await collector.get(`/messages/${message.id}`)).body
    expect(opened).toMatchObject({ subject: before.subject, text: before.text, html: before.html })
    expect(opened.items).toMatchObject([{ number, openMinor: 100_00 }])
    // P48: the statement is made from the same frozen figures as the mail.
    const [received] = await mail.received()
    const pdf = (await collector.get(`/messages/${message.id}/statement.pdf`)).bytes
    const sent = received?.source.replaceAll(/\s/g, '') ?? ''
    expect(sent.includes(pdf.toString('base64').slice(0, 2000))).toBe(true)
  })

  test('of what may not go says why instead', async () => {
    const { debtor, plan, collector, entryOf, given } = await collectingApp()
    const { id } = await debtor()
    const runId = await plan()
    await given.hold(id)
    const { id: entryId } = await entryOf(runId, id)
    const { body } = await collector.get(`/runs/${runId}/entries/${entryId}/preview`)
    expect(body).toMatchObject({ subject: '', findings: [{ code: 'customer_on_hold' }] })
  })
})

test('a seller sees the messages of their own customers only', async () => {
  const { debtor, planAndSend, given, as, personOf, collector } = await collectingApp()
  const mine = await debtor()
  await debtor()
  const sellerId = await personOf('seller')
  await given.within((tx) =>
    tx.updateTable('customers').set({ ownerId: sellerId }).where('id', '=', mine.id).execute(),
  )
  await planAndSend()
  const all = (await collector.get('/messages')).body.rows
  const seen = (await as('seller').get('/messages')).body.rows
  expect(all).toHaveLength(2)
  expect(seen.map(({ customerId }: { customerId: string }) => customerId)).toEqual([mine.id])
  const other = all.find(({ customerId }: { customerId: string }) => customerId !== mine.id)
  for (const part of ['', '/page', '/statement.pdf']) {
    expect((await as('seller').get(`/messages/${other.id}${part}`)).status).toBe(404)
  }
})
