import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'
import { givenImports } from '../../testing/given/imports.ts'
import { raceFor } from '../../testing/race.ts'
import { sendRun } from './index.ts'

/** A company whose days go on, each with fresh facts and a run that is looked at. */
async function company() {
  const app = await collectingApp()
  async function onDay(on: string): Promise<string> {
    app.setNow(`${on}T08:00:00Z`)
    await app.given.freshFacts()
    return app.plan(true)
  }
  const pay = (id: string, openItemId: string, amountMinor: number, receivedOn: string) =>
    app.as('collector').post(`/customers/${id}/payments`, {
      amountMinor,
      currency: 'EUR',
      receivedOn,
      allocations: [{ openItemId, amountMinor }],
    })
  async function lastMail() {
    const mail = (await app.mail.received()).at(-1)
    return PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
  }
  return { ...app, onDay, pay, lastMail }
}

test('P19 one of five was reminded: the other four are proposed once the gap is over', async () => {
  const { debtor, planAndSend, given, onDay, told, send, rows, lastMail, daysAgo } = await company()
  const { id, number } = await debtor()
  await planAndSend()
  const [dueOn, issuedOn] = [daysAgo(4), daysAgo(34)]
  const others = []
  for (let index = 0; index < 4; index += 1) {
    others.push(await given.invoice(id, { dueOn, issuedOn, totalMinor: 10_00 }))
  }
  expect(await told(await onDay('2026-03-10'), id)).toBe('held minimum_gap')
  const runId = await onDay('2026-03-11')
  expect(await told(runId, id)).toBe('message friendly')
  await send(runId)
  const { text } = await lastMail()
  for (const each of [number, ...others.map((other) => other.number)]) expect(text).toContain(each)
  const reached = (await rows.reached()).map(({ openItemId, stepKey }) => [openItemId, stepKey])
  expect(new Set(reached.map(String)).size).toBe(5)
})

test('P20 of 100 paid in part the ladder goes on for 60, and everything is in the history', async () => {
  const { debtor, planAndSend, onDay, told, send, pay, entryOf, as, lastMail } = await company()
  const { id, openItemId } = await debtor()
  await planAndSend()
  expect((await pay(id, openItemId, 40_00, '2026-03-04')).status).toBe(201)
  const runId = await onDay('2026-03-13')
  expect(await told(runId, id)).toBe('message firm')
  expect((await entryOf(runId, id)).totals).toEqual([{ currency: 'EUR', minor: 60_00 }])
  await send(runId)
  expect((await lastMail()).text).toContain('Invoiced: €100.00 · Paid: €40.00 · Remaining: €60.00')
  const { body } = await as('collector').get(`/customers/${id}/timeline`)
  const kinds = body.rows.map(({ kind }: { kind: string }) => kind)
  expect(kinds.filter((kind: string) => kind === 'message').length).toBeGreaterThanOrEqual(2)
  expect(kinds).toContain('payment')
})

test('P27 the oldest is paid: the next step is the one of what remains, on its own day', async () => {
  const { debtor, planAndSend, given, onDay, told, pay, daysAgo } = await company()
  const { id, openItemId } = await debtor({ daysLate: 20 })
  await given.invoice(id, { dueOn: daysAgo(-6), issuedOn: daysAgo(24), totalMinor: 50_00 })
  await planAndSend()
  expect(await told(await onDay('2026-03-12'), id)).toBe('message final')
  expect((await pay(id, openItemId, 100_00, '2026-03-12')).status).toBe(201)
  // Due on 10 March: its friendly reminder is of the 13th, whatever the other one had come to.
  expect(await told(await onDay('2026-03-12'), id)).toBe('nothing')
  expect(await told(await onDay('2026-03-13'), id)).toBe('message friendly')
})

const file = (dueOn: string) =>
  `Customer no;Customer name;Invoice no;Invoice date;Due date;Total\nK1;Alpha;R1;20.01.2026;${dueOn};100,00`

test('P30 a due day that a later file puts off cancels the step, says so, and begins anew', async () => {
  const { world, organisationId, as, personOf, given, plan, send, told, onDay, mail } =
    await company()
  const personId = await personOf('collector')
  const imports = givenImports(world, { asker: as('collector'), organisationId, personId })
  const entity = await given.theEntity()
  await imports.applied(entity, file('27.02.2026'))
  const [customer] = await given.within((tx) => tx.selectFrom('customers').select('id').execute())
  const id = customer?.id ?? ''
  await given.contact(id, {})
  const runId = await plan()
  expect(await told(runId, id)).toBe('message friendly')
  await imports.applied(entity, file('13.03.2026'))
  await send(runId)
  expect(await told(runId, id)).toBe('suppressed nothing_due')
  expect(await mail.received()).toEqual([])
  expect(await told(await onDay('2026-03-13'), id)).toBe('nothing')
  expect(await told(await onDay('2026-03-16'), id)).toBe('message friendly')
})

test('P36 approved, then paid by a file of payments, then sent: suppressed, and the run says why', async () => {
  const {
    world,
    organisationId,
    as,
    personOf,
    given,
    debtor,
    plan,
    approve,
    told,
    mail,
    collector,
    tend,
    setNow,
  } = await company()
  const paid = await debtor()
  const unpaid = await debtor()
  const runId = await plan()
  expect((await approve(runId)).status).toBe(202)
  const personId = await personOf('collector')
  const imports = givenImports(world, { asker: as('collector'), organisationId, personId })
  const [{ number } = { number: '' }] = await given.within((tx) =>
    tx.selectFrom('customers').select('number').where('id', '=', paid.id).execute(),
  )
  await imports.applied(
    await given.theEntity(),
    `Payment date;Customer no;Invoice no;Amount\n04.03.2026;${number};${paid.number};100,00`,
  )
  setNow('2026-03-04T08:00:10Z')
  await tend()
  expect(await told(runId, paid.id)).toBe('suppressed paid')
  expect(await told(runId, unpaid.id)).toBe('message friendly')
  expect(await mail.received()).toHaveLength(1)
  const { body } = await collector.get(`/runs/${runId}`)
  expect(body.progress).toMatchObject({ sent: 1, suppressed: 1, accepted: 1 })
})

test.each([
  ['the money', ['pay', 'send'], 'suppressed paid', 0],
  ['the mail', ['send', 'pay'], 'message friendly', 1],
] as const)('P37 both at once and %s first: %j', async (_who, order, expected, mails) => {
  const { debtor, plan, approve, told, mail, pay, world, organisationId } = await company()
  const { id, openItemId } = await debtor()
  const runId = await plan()
  await approve(runId)
  const acts = {
    pay: async () => (await pay(id, openItemId, 100_00, '2026-03-04')).status,
    send: async () => sendRun(world, { organisationId, runId }).then(() => 201),
  }
  const settled = await raceFor(
    world,
    { table: 'customers', id, inOrder: true },
    order.map((act) => acts[act]),
  )
  expect(settled.map((one) => one.status === 'fulfilled' && one.value)).toEqual([201, 201])
  expect(await told(runId, id)).toBe(expected)
  expect(await mail.received()).toHaveLength(mails)
})

test('P43 money on account that covers a part is shown, and asked for less', async () => {
  const { debtor, given, planAndSend, entryOf, lastMail } = await company()
  const { id } = await debtor()
  await given.payment(id, { amountMinor: 40_00 })
  const runId = await planAndSend()
  expect((await entryOf(runId, id)).decision).toBe('message')
  const { text } = await lastMail()
  expect(text).toContain('Less payments not yet allocated: −€40.00')
  expect(text).toContain('Please pay: €60.00')
})

test('P06 of two clicks at once one approves, and each message goes once', async () => {
  const { debtor, plan, approve, sendAgain, mail, world } = await company()
  for (let index = 0; index < 3; index += 1) await debtor()
  const runId = await plan()
  const settled = await raceFor(world, { table: 'runs', id: runId }, [
    () => approve(runId),
    () => approve(runId),
  ])
  const replies = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []))
  expect(replies.toSorted((a, b) => a - b)).toEqual([202, 409])
  await Promise.all([sendAgain(runId), sendAgain(runId)])
  expect(await mail.received()).toHaveLength(3)
})

test('P06 what is held can be let through by nobody, and says why it cannot', async () => {
  const { debtor, given, plan, entryOf, as, send, mail, told } = await company()
  const { id } = await debtor()
  await given.hold(id)
  const runId = await plan()
  const { id: entryId } = await entryOf(runId, id)
  const answer = await as('credit_manager').post(`/runs/${runId}/entries/${entryId}/approval`)
  expect(answer).toMatchObject({ status: 409, body: { code: 'entry_needs_no_approval' } })
  await send(runId)
  expect(await told(runId, id)).toBe('held customer_on_hold')
  expect(await mail.received()).toEqual([])
})

test('P12 what failed for now and went later is one message under one Message-ID', async () => {
  const { debtor, planAndSend, rows, given, world, organisationId, setNow, tend, lastMail } =
    await company()
  const { id } = await debtor({ email: 'defer-rcpt@customer.test' })
  await planAndSend()
  const [failed] = await rows.messages()
  const email = (await world.secrets.of(organisationId)).encrypt('ada@customer.test')
  await given.within((tx) =>
    tx.updateTable('contacts').set({ email }).where('customerId', '=', id).execute(),
  )
  setNow('2026-03-04T08:02:00Z')
  await tend()
  const messages = await rows.messages()
  expect(messages).toMatchObject([
    { id: failed?.id, messageIdHeader: failed?.messageIdHeader, attempt: 1, state: 'accepted' },
  ])
  expect((await lastMail()).messageId).toBe(failed?.messageIdHeader)
})

test('P02 the database itself refuses a second message of one identity', async () => {
  const { debtor, planAndSend, rows, given } = await company()
  await debtor()
  await planAndSend()
  const [message] = await rows.messages()
  const again = given.within((tx) =>
    sql`insert into messages select (jsonb_populate_record(m, jsonb_build_object(
        'id', gen_random_uuid(), 'message_id_header', 'another'))).* from messages m
      where m.id = ${message?.id}`.execute(tx),
  )
  await expect(again).rejects.toThrow('messages_one_identity')
})

test('P16 sent a few at a time, all of thirty are reached', async () => {
  const { debtor, plan, send, given, mail } = await company()
  for (let index = 0; index < 30; index += 1) await debtor()
  const runId = await plan()
  await given.within((tx) =>
    tx.updateTable('mailSettings').set({ messagesPerMinute: 140 }).execute(),
  )
  await send(runId)
  expect(await mail.received()).toHaveLength(30)
})
