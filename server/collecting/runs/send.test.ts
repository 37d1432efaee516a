import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/day.ts'
import { recordPayment, reversePayment } from '../../ledger/index.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { messageBounced } from '../messages/index.ts'

test('a run is planned, approved with its number, and sent as real email', async () => {
  const { debtor, plan, approve, collector, send, mail, told, rows } = await collectingApp()
  const { id } = await debtor({ email: 'ada@customer.test' })
  const runId = await plan()

  expect(await told(runId, id)).toBe('message friendly')
  const early = await collector.post(`/runs/${runId}/approval`, { expectedMessages: 2 })
  expect(early).toMatchObject({
    status: 409,
    body: { code: 'count_changed', details: { actual: 1 } },
  })
  expect((await approve(runId)).status).toBe(202)
  await send(runId)

  const [received, ...others] = await mail.received()
  expect(others).toEqual([])
  expect(received?.to).toEqual(['ada@customer.test'])
  expect(received?.source.includes('application/pdf')).toBe(true)
  expect(await rows.messages()).toMatchObject([
    { state: 'accepted', stepKey: 'friendly', attempt: 1 },
  ])
  expect(await rows.reached()).toMatchObject([{ stepKey: 'friendly', level: 1, releasedAt: null }])
  const { body } = await collector.get(`/runs/${runId}`)
  expect(body).toMatchObject({
    state: 'sent',
    plan: { counts: { message: 1, held: 0 }, totals: [{ minor: 100_00, currency: 'EUR' }] },
    progress: { messages: 1, sent: 1, accepted: 1, waiting: 0 },
  })
})

describe('P06 what is over is not sent again', () => {
  test('a second approval, and one of a run that was cancelled, are refused with the reason', async () => {
    const { debtor, plan, approve, send, mail, collector } = await collectingApp()
    await debtor()
    const runId = await plan()
    await send(runId)
    expect(await approve(runId)).toMatchObject({
      status: 409,
      body: { code: 'run_already_approved' },
    })
    await debtor()
    const again = await collector.post(`/runs/${runId}/cancellation`)
    expect(again).toMatchObject({ status: 409, body: { code: 'run_is_over' } })
    expect(await mail.received()).toHaveLength(1)
  })

  test('P04 the same job twice sends once', async () => {
    const { debtor, plan, send, sendAgain, mail, rows } = await collectingApp()
    await debtor()
    const runId = await plan()
    await send(runId)
    await Promise.all([sendAgain(runId), sendAgain(runId)])
    expect(await mail.received()).toHaveLength(1)
    expect(await rows.messages()).toMatchObject([{ attempt: 1 }])
  })
})

test('P07 P06 nothing that was sent goes again: not by a blank, another run, another job, nor by name', async () => {
  const { debtor, planAndSend, approve, sendAgain, tend, tick, collector, mail, rows, given } =
    await collectingApp()
  await given.policy({ sendsAutomatically: true, undoSeconds: 0 })
  for (let index = 0; index < 3; index += 1) await debtor()
  const runId = await planAndSend()
  const legalEntityId = await given.theEntity()
  const [message] = await rows.messages()
  const refused = [
    await collector.post('/runs', { legalEntityId, again: true }),
    await approve(runId),
    await collector.post(`/runs/${runId}/approval`, { expectedMessages: 0 }),
    await collector.post('/messages/decision', { decision: 'send_again', note: 'all' }),
    await collector.post('/messages//decision', { decision: 'send_again', note: 'all' }),
    await collector.post(`/messages/${message?.id}/decision`, {
      decision: 'send_again',
      note: 'x',
    }),
    await collector.post(`/messages/${message?.id}/withdrawal`, {}),
  ]
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'run_already_approved'],
    [409, 'run_already_approved'],
    [409, 'run_already_approved'],
    [404, 'no_such_page'],
    [422, 'malformed_request'],
    [409, 'message_not_unknown'],
    [409, 'message_already_left'],
  ])
  await sendAgain(runId)
  await tend()
  await tick()
  expect(await mail.received()).toHaveLength(3)
  expect((await rows.messages()).map(({ attempt }) => attempt)).toEqual([1, 1, 1])
})

describe('P36 P37 between the plan and the sending', () => {
  test('money that came suppresses the message, and the run says why', async () => {
    const { debtor, plan, send, told, given, mail, rows } = await collectingApp()
    const paid = await debtor()
    const unpaid = await debtor()
    const runId = await plan()
    await given.payment(paid.id, { amountMinor: 100_00, openItemId: paid.openItemId })
    await send(runId)
    expect(await told(runId, paid.id)).toBe('suppressed paid')
    expect(await told(runId, unpaid.id)).toBe('message friendly')
    expect(await mail.received()).toHaveLength(1)
    expect(await rows.messages()).toHaveLength(1)
  })

  test('part of the money leaves the rest to be asked for', async () => {
    const { debtor, plan, send, given, rows } = await collectingApp()
    const { id, openItemId } = await debtor()
    const runId = await plan()
    await given.payment(id, { amountMinor: 40_00, openItemId })
    await send(runId)
    expect(await rows.messages()).toMatchObject([{ totals: [{ minor: 60_00, currency: 'EUR' }] }])
  })

  test.each([
    ['disputed', 'a dispute'],
    ['promised', 'a promise'],
    ['customer_on_hold', 'a hold'],
    ['reply_waiting', 'a reply'],
    ['ball_with_seller', 'the seller taking the ball'],
    ['unmatched_cash', 'money that could be theirs'],
  ])('suppressed as %s by %s', async (code) => {
    const { debtor, plan, send, told, given, mail, personOf } = await collectingApp()
    const { id, invoiceId, openItemId } = await debtor()
    const runId = await plan()
    if (code === 'disputed') await given.dispute(id, invoiceId, 100_00)
    if (code === 'promised') await given.promise(id, openItemId, '2026-03-05')
    if (code === 'customer_on_hold') await given.hold(id)
    if (code === 'reply_waiting') await given.reply(id)
    if (code === 'ball_with_seller') await given.ball(id, await personOf('seller'))
    if (code === 'unmatched_cash') await given.unmatchedCash(id, 1)
    await send(runId)
    expect(await told(runId, id)).toBe(`suppressed ${code}`)
    expect(await mail.received()).toEqual([])
  })

  test('P30 a due day put off cancels what was planned', async () => {
    const { debtor, plan, send, told, given } = await collectingApp()
    const { id, openItemId } = await debtor()
    const runId = await plan()
    await given.within((tx) =>
      sql`update open_items set due_on = '2026-05-01' where id = ${openItemId}`.execute(tx),
    )
    await send(runId)
    expect(await told(runId, id)).toBe('suppressed nothing_due')
  })
})

test('P39 a payment taken back brings the debt back at its level, not at the first', async () => {
  const { debtor, planAndSend, plan, told, given, setNow, world, organisationId } =
    await collectingApp()
  const { id: customerId, openItemId } = await debtor()
  await planAndSend()
  const by = { kind: 'system' } as const
  const doing = () => ({ organisationId, by, at: world.clock(), owners: null })
  const { id: paymentId } = await given.within((tx) =>
    recordPayment(tx, doing(), {
      customerId,
      amountMinor: 100_00,
      currency: 'EUR',
      receivedOn: day('2026-03-04'),
      reference: '',
      allocations: [{ openItemId, amountMinor: 100_00 }],
    }),
  )
  setNow('2026-03-16T08:00:00Z')
  await given.freshFacts()
  expect(await told(await plan(), customerId)).toBe('nothing')
  const reversal = { paymentId, reversedOn: day('2026-03-16'), why: 'charged back' }
  await given.within((tx) => reversePayment(tx, doing(), reversal))
  expect(await told(await plan(true), customerId)).toBe('message firm')
})

describe('P18 a message that bounced', () => {
  test('is not a step reached: the address is invalid, somebody looks for another', async () => {
    const { debtor, planAndSend, plan, told, given, rows, organisationId, world, setNow } =
      await collectingApp()
    const { id } = await debtor()
    await planAndSend()
    const [message] = await rows.messages()
    // In Berlin it is the fifth already.
    setNow('2026-03-04T23:30:00Z')
    const bounce = {
      organisationId,
      at: world.clock(),
      isPermanent: true,
      diagnostic: '550 5.1.1 no such user',
    }
    const bounced = () => given.within((tx) => messageBounced(tx, message?.id ?? '', bounce))
    expect(await bounced()).toBe(true)
    expect(await bounced()).toBe(false)
    expect(await rows.messages()).toMatchObject([{ state: 'bounced' }])
    expect(await rows.reached()).toMatchObject([{ releasedAt: world.clock() }])
    expect(await rows.tasks()).toMatchObject([
      { kind: 'contact', state: 'open', customerId: id, dueOn: '2026-03-05' },
    ])
    setNow('2026-03-05T08:00:00Z')
    expect(await told(await plan(), id)).toBe('held task_open')
  })
})

describe('P05 P18 what the mail server says', () => {
  test.each([
    ['accepted', 'ada@customer.test', 'accepted', 1],
    ['a recipient that it does not know', 'reject-rcpt@customer.test', 'refused', 0],
    ['content that it will not take', 'reject-data@customer.test', 'refused', 0],
    ['nothing after the content', 'drop-data@customer.test', 'unknown', 1],
    ['that it is busy', 'defer-rcpt@customer.test', 'claimed', 0],
  ])('%s', async (_what, email, state, arrived) => {
    const { debtor, planAndSend, rows, mail } = await collectingApp()
    await debtor({ email })
    await planAndSend()
    expect(await rows.messages()).toMatchObject([{ state }])
    expect(await mail.received()).toHaveLength(arrived)
    const isOpen = state === 'refused'
    expect((await rows.reached()).every(({ releasedAt }) => (releasedAt !== null) === isOpen)).toBe(
      true,
    )
    const kinds = { refused: ['contact'], unknown: ['unknown_message'] } as Record<string, string[]>
    expect((await rows.tasks()).map(({ kind }) => kind)).toEqual(kinds[state] ?? [])
  })

  test.each([
    ['reject-rcpt@customer.test', false],
    ['defer-rcpt@customer.test', false],
    ['drop-rcpt@customer.test', false],
    ['ada@customer.test', true],
    ['reject-data@customer.test', true],
    ['drop-data@customer.test', true],
  ])('P05 a message to %s is on record as handed over: %s', async (email, isHandedOver) => {
    const { debtor, planAndSend, rows } = await collectingApp()
    await debtor({ email })
    await planAndSend()
    const [message] = await rows.messages()
    expect(message?.handedOverAt !== null).toBe(isHandedOver)
  })

  test('P05 a connection lost before the content left is no unknown: it goes later, once', async () => {
    const { debtor, planAndSend, rows, tend, setNow, given, world, mail, organisationId } =
      await collectingApp()
    const { id } = await debtor({ email: 'drop-rcpt@customer.test' })
    await planAndSend()
    expect(await rows.messages()).toMatchObject([{ state: 'claimed', claimedBy: '' }])
    expect(await rows.tasks()).toEqual([])
    const keys = await world.secrets.of(organisationId)
    const email = keys.encrypt('ada@customer.test')
    await given.within((tx) =>
      tx.updateTable('contacts').set({ email }).where('customerId', '=', id).execute(),
    )
    setNow('2026-03-04T08:02:00Z')
    await tend()
    expect(await rows.messages()).toMatchObject([{ state: 'accepted', attempt: 1 }])
    expect(await mail.received()).toHaveLength(1)
  })

  test('P05 an unknown message holds the customer and is never sent again by itself', async () => {
    const { debtor, planAndSend, plan, send, told, mail, setNow, tend } = await collectingApp()
    const { id } = await debtor({ email: 'drop-data@customer.test' })
    await planAndSend()
    for (const now of ['2026-03-05T08:00:00Z', '2026-03-06T08:00:00Z']) {
      setNow(now)
      await tend()
      const runId = await plan()
      expect(await told(runId, id)).toMatch(/^(nothing|held message_unknown)$/)
      await send(runId)
    }
    expect(await mail.received()).toHaveLength(1)
  })

  test('P07 a person says that it arrived, or has it sent again as a further attempt', async () => {
    const { debtor, planAndSend, collector, rows, mail, given } = await collectingApp()
    const { id } = await debtor({ email: 'drop-data@customer.test' })
    await planAndSend()
    const [first] = await rows.messages()
    const url = `/messages/${first?.id}/decision`
    await given.within((tx) =>
      sql`update contacts set email = (select email from contacts limit 1) where customer_id = ${id}`.execute(
        tx,
      ),
    )
    const again = await collector.post(url, { decision: 'send_again', note: 'not there' })
    expect(again).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    const twice = await collector.post(url, { decision: 'send_again', note: 'twice' })
    expect(twice).toMatchObject({ status: 409, body: { code: 'message_not_unknown' } })
    expect(await rows.messages()).toMatchObject([{ attempt: 1 }, { attempt: 2, state: 'unknown' }])
    const [one, two] = await rows.messages()
    expect(one?.messageIdHeader).not.toBe(two?.messageIdHeader)
    const arrived = await collector.post(`/messages/${two?.id}/decision`, {
      decision: 'it_arrived',
    })
    expect(arrived).toMatchObject({ status: 200, body: { state: 'accepted' } })
    expect((await rows.tasks()).every(({ state }) => state === 'done')).toBe(true)
    expect(await mail.received()).toHaveLength(2)
  })

  test('a mail server that was busy gets it later, once, if it is still due', async () => {
    const { debtor, planAndSend, rows, tend, setNow, given, world, mail, organisationId } =
      await collectingApp()
    const { id } = await debtor({ email: 'defer-rcpt@customer.test' })
    await planAndSend()
    const keys = await world.secrets.of(organisationId)
    await given.within((tx) =>
      tx
        .updateTable('contacts')
        .set({ email: keys.encrypt('ada@customer.test') })
        .where('customerId', '=', id)
        .execute(),
    )
    await tend()
    expect(await rows.messages()).toMatchObject([{ state: 'claimed' }])
    setNow('2026-03-04T08:02:00Z')
    await tend()
    expect(await rows.messages()).toMatchObject([{ state: 'accepted', attempt: 1 }])
    expect(await mail.received()).toHaveLength(1)
  })

  test('a mail server that was busy does not get it when the money has come meanwhile', async () => {
    const { debtor, planAndSend, rows, tend, setNow, given, told, mail } = await collectingApp()
    const { id, openItemId } = await debtor({ email: 'defer-rcpt@customer.test' })
    const runId = await planAndSend()
    await given.payment(id, { amountMinor: 100_00, openItemId })
    setNow('2026-03-04T08:02:00Z')
    await tend()
    expect(await rows.messages()).toMatchObject([{ state: 'withdrawn' }])
    expect(await told(runId, id)).toBe('suppressed paid')
    expect(await mail.received()).toEqual([])
  })
})

test('P09 one recipient gets one copy, whatever the spelling', async () => {
  const { debtor, planAndSend, given, mail } = await collectingApp()
  const { id } = await debtor({ email: 'Ada@Customer.TEST' })
  await given.contact(id, { email: 'ada@customer.test' })
  await planAndSend()
  expect((await mail.received()).flatMap(({ to }) => to)).toHaveLength(1)
})

test('one person who pays for several customers is not written to without end', async () => {
  const { debtor, plan, send, collector, mail } = await collectingApp()
  for (let index = 0; index < 6; index += 1) await debtor({ email: 'shared@customer.test' })
  const runId = await plan()
  const { body } = await collector.get(`/runs/${runId}`)
  expect(body.plan.counts).toMatchObject({ message: 4, held: 2 })
  expect(body.plan.groups).toContainEqual(
    expect.objectContaining({ decision: 'held', key: 'frequency_cap', customers: 2 }),
  )
  await send(runId)
  expect(await mail.received()).toHaveLength(4)
})

test('a run takes its messages out of the allowance of the minute', async () => {
  const { debtor, planAndSend, world, organisationId } = await collectingApp()
  for (let index = 0; index < 3; index += 1) await debtor()
  await planAndSend()
  const { rows } = await sql<{ hits: number }>`
    select sum(hits)::integer as hits from rate_windows where key = ${`mail:${organisationId}`}`.execute(
    world.db,
  )
  expect(rows[0]?.hits).toBeGreaterThanOrEqual(3)
})

test('P32 a person may get three a month: exactly three go, counted from none', async () => {
  const { debtor, plan, send, given, collector, mail, rows } = await collectingApp()
  await given.policy({ messagesPerPersonIn30Days: 3 })
  for (let index = 0; index < 5; index += 1) await debtor({ email: 'shared@customer.test' })
  const runId = await plan()
  const { body } = await collector.get(`/runs/${runId}`)
  expect(body.plan.counts).toMatchObject({ message: 3, held: 2 })
  await send(runId)
  expect(await mail.received()).toHaveLength(3)
  expect((await rows.messages()).map(({ attempt }) => attempt)).toEqual([1, 1, 1])
})

test('P32 a person in several batches, one looked at while the other is written, is counted in all', async () => {
  const { debtor, plan, send, given, mail, rows } = await collectingApp()
  await given.policy({ messagesPerPersonIn30Days: 6 })
  for (let index = 0; index < 6; index += 1) await debtor({ email: 'shared@customer.test' })
  const runId = await plan()
  await given.policy({ messagesPerPersonIn30Days: 1 })
  // So few a minute that each is a batch of its own.
  await given.within((tx) =>
    tx.updateTable('mailSettings').set({ messagesPerMinute: 20 }).execute(),
  )
  await send(runId)
  expect(await mail.received()).toHaveLength(1)
  expect((await rows.messages()).map(({ state }) => state)).toEqual(['accepted'])
})

const STEP_BY_STEP = {
  progression: 'one_at_a_time',
  catchUp: { kind: 'from_first' },
} as const

describe('P29 a step that was not sent', () => {
  test.each([
    ['planned and left alone', async () => {}],
    [
      'left out by a person',
      async ({ collector, entryOf }: App, runId: string, customerId: string) => {
        const entry = await entryOf(runId, customerId)
        await collector.post(`/runs/${runId}/entries/${entry.id}/drop`, { why: 'not now' })
      },
    ],
    [
      'cancelled with its run',
      async ({ collector }: App, runId: string) => {
        await collector.post(`/runs/${runId}/cancellation`)
      },
    ],
    [
      'refused by the mail server',
      async ({ send }: App, runId: string) => {
        await send(runId)
      },
    ],
  ])('%s is not reached: the next run begins with it', async (what, leave) => {
    const app = await collectingApp({ content: STEP_BY_STEP })
    const { debtor, plan, told, rows, setNow, given } = app
    const isRefused = what.startsWith('refused')
    const email = isRefused ? 'reject-data@customer.test' : 'ada@customer.test'
    const { id } = await debtor({ email })
    await leave(app, await plan(), id)
    expect((await rows.reached()).filter(({ releasedAt }) => releasedAt === null)).toEqual([])

    await given.within((tx) => sql`update tasks set state = 'done'`.execute(tx))
    setNow('2026-03-18T08:00:00Z')
    await given.freshFacts()

    expect(await told(await plan(), id)).toBe('message friendly')
  })
})

type App = Awaited<ReturnType<typeof collectingApp>>
