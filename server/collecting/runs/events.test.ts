import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { addDays, day, dayIn } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { stepAt } from '../../testing/gate-facts.ts'
import { raceFor } from '../../testing/race.ts'
import { settleCommitments } from '../desk/commitments/commitments.ts'
import { messageBounced } from '../messages/index.ts'
import { sendRun } from './index.ts'

const note = stepAt('note', 0, { event: 'invoice_created', templateKey: 'invoice_note' })
const friendly = stepAt('friendly', 3, { fallbackChannels: ['call'] })
const missedMail = stepAt('missed', 0, {
  event: 'instalment_missed',
  templateKey: 'instalment_missed',
})
const missedCall = stepAt('missed_call', 7, {
  event: 'instalment_missed',
  channel: 'call',
  templateKey: null,
})
const back = stepAt('back', 0, {
  event: 'email_bounced',
  channel: 'call',
  fallbackChannels: ['letter'],
  templateKey: null,
})
const tell = stepAt('tell', 0, { event: 'reply_received', channel: 'notice', templateKey: null })

async function company(steps: ReturnType<typeof stepAt>[]) {
  const app = await collectingApp({ content: { steps } })
  /** A day's run at nine, as the clock has it. */
  async function morning(on: string): Promise<string> {
    app.setNow(`${on}T08:00:00Z`)
    await app.given.freshFacts()
    return app.planAndSend()
  }
  async function newcomer(fields: { dueOn?: string } = {}) {
    const id = await app.given.customer({ language: 'en' })
    await app.given.contact(id)
    const today = dayIn('Europe/Berlin', app.world.clock())
    const invoice = await app.given.invoice(id, {
      issuedOn: '2026-03-02',
      dueOn: addDays(today, 30),
      totalMinor: 100_00,
      ...fields,
    })
    return { ...invoice, receivableId: invoice.id, id }
  }
  const subjects = async () => {
    const mails = await app.mail.received()
    const read = mails.map(({ source }) => PostalMime.parse(Buffer.from(source, 'latin1')))
    return (await Promise.all(read)).map(({ subject }) => subject)
  }
  return { ...app, morning, newcomer, subjects }
}

test('P08 a note about a new invoice goes once, and no reminder follows the next morning', async () => {
  const app = await company([note, friendly])
  const onTime = await app.newcomer()
  const dueAtOnce = await app.newcomer({ dueOn: '2026-03-04' })
  const late = await app.debtor({ daysLate: 3 })
  const first = await app.morning('2026-03-04')
  expect(await app.told(first, onTime.id)).toBe('message note')
  expect(await app.told(first, dueAtOnce.id)).toBe('message note')
  expect(await app.told(first, late.id)).toBe('message friendly')
  expect(
    (await app.subjects()).filter((subject) => subject?.startsWith('A new invoice')),
  ).toHaveLength(2)
  for (const on of ['2026-03-05', '2026-03-06', '2026-03-09']) {
    const runId = await app.morning(on)
    expect(await app.told(runId, onTime.id)).toBe('nothing')
    expect(await app.told(runId, dueAtOnce.id)).not.toContain('message')
  }
  expect(await app.told(await app.morning('2026-03-11'), dueAtOnce.id)).toBe('message friendly')
  expect(await app.mail.received()).toHaveLength(4)
})

test('what was delivered later than issued is new on the day it came', async () => {
  const app = await company([note])
  const delivered = async (on: string) => {
    const { id, receivableId } = await app.newcomer()
    const dates = { issuedOn: day('2026-02-20'), deliveredOn: day(on) }
    await app.given.within(async (tx) => {
      await tx.updateTable('receivables').set(dates).where('id', '=', receivableId).execute()
      const { issuedOn } = dates
      await tx.updateTable('openItems').set({ issuedOn }).where('customerId', '=', id).execute()
    })
    return id
  }
  const [old, latest] = [await delivered('2026-02-26'), await delivered('2026-03-09')]
  const early = await app.morning('2026-03-04')
  expect(await app.told(early, old)).toBe('nothing')
  expect(await app.told(early, latest)).toBe('nothing')
  expect(await app.told(await app.morning('2026-03-09'), latest)).toBe('message note')
})

test('thanks are for what was reminded: a note about a new invoice is no reminder', async () => {
  const thanks = stepAt('thanks', 1, { event: 'payment_received', templateKey: 'thank_you' })
  const app = await company([note, thanks])
  const { id, openItemId } = await app.newcomer()
  await app.morning('2026-03-04')
  app.setNow('2026-03-05T08:00:00Z')
  await app.given.payment(id, { amountMinor: 100_00, openItemId })
  // Another new invoice has them looked at again.
  await app.given.invoice(id, { issuedOn: '2026-03-05', dueOn: '2026-04-05', totalMinor: 50_00 })
  expect(await app.told(await app.morning('2026-03-06'), id)).toBe('held minimum_gap')
})

test('P17 a note that came back is not sent: the next way is tried, the ladder is where it was', async () => {
  const app = await company([{ ...note, fallbackChannels: ['call'] }, friendly])
  const { id } = await app.newcomer()
  await app.morning('2026-03-04')
  const [message] = await app.rows.messages()
  const at = app.world.clock()
  const bounce = { organisationId: app.organisationId, at, isPermanent: true, diagnostic: 'none' }
  await app.given.within((tx) => messageBounced(tx, message?.id ?? '', bounce))
  expect(await app.rows.reached()).toMatchObject([{ level: -1, releasedAt: at }])
  await app.given.within((tx) =>
    tx.updateTable('contacts').set({ phone: 'sealed', phoneHash: 'a number' }).execute(),
  )
  expect(await app.told(await app.morning('2026-03-05'), id)).toBe('task note')
})

async function withPlan() {
  const app = await company([missedMail, missedCall, stepAt('friendly', 25)])
  const debtor = await app.debtor({ daysLate: 20, totalMinor: 1_000_00 })
  await app.given.within((tx) =>
    tx.updateTable('contacts').set({ phone: 'sealed', phoneHash: 'a number' }).execute(),
  )
  const planId = newId()
  const { organisationId } = app
  await app.given.within(async (tx) => {
    const of = { organisationId, planId }
    await tx
      .insertInto('plans')
      .values({
        id: planId,
        organisationId,
        customerId: debtor.id,
        currency: 'EUR',
        totalMinor: 1_000_00,
        state: 'agreed',
        proposedAt: app.world.clock(),
        agreedOn: day('2026-03-01'),
      })
      .execute()
    await tx
      .insertInto('planItems')
      .values({ ...of, openItemId: debtor.openItemId, amountMinor: 1_000_00 })
      .execute()
    const instalments = [day('2026-03-06'), day('2026-04-06')].map((dueOn, index) => ({
      ...of,
      id: newId(),
      number: index + 1,
      dueOn,
      amountMinor: 500_00,
    }))
    await tx.insertInto('planInstalments').values(instalments).execute()
  })
  const judged = async (on: string) => {
    app.setNow(`${on}T06:00:00Z`)
    await settleCommitments(app.world, organisationId)
    return app.morning(on)
  }
  return { ...app, debtor, judged }
}

test('a missed instalment is written about once and called about a week later', async () => {
  const app = await withPlan()
  const { id } = app.debtor
  expect(await app.told(await app.judged('2026-03-09'), id)).toBe('held promised')
  expect(await app.told(await app.judged('2026-03-10'), id)).toBe('message missed')
  const [mail] = await app.mail.received()
  const { subject, text } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
  expect(subject).toBe('The instalment of €500.00 due on 6 March 2026')
  expect(text).toContain('instalment 1 of 2, €500.00, was due on 6 March 2026')
  expect(await app.told(await app.judged('2026-03-11'), id)).not.toContain('message')
  expect(await app.told(await app.judged('2026-03-16'), id)).not.toContain('task')
  expect(await app.told(await app.judged('2026-03-17'), id)).toBe('task missed_call')
  // An open call is a contact: the ladder leaves it the time between two of them.
  expect(await app.told(await app.judged('2026-03-18'), id)).toBe('held minimum_gap')
  expect(await app.told(await app.judged('2026-03-24'), id)).toBe('message friendly')
  expect(await app.rows.tasks()).toMatchObject([{ kind: 'call', stepKey: 'missed_call' }])
  expect(await app.mail.received()).toHaveLength(2)
})

test('P03 two workers and a third that died answer one missed instalment once', async () => {
  const app = await withPlan()
  app.setNow('2026-03-10T06:00:00Z')
  await settleCommitments(app.world, app.organisationId)
  app.setNow('2026-03-10T08:00:00Z')
  await app.given.freshFacts()
  const runId = await app.plan()
  await app.approve(runId)
  const work = () => sendRun(app.world, { organisationId: app.organisationId, runId })
  const settled = await raceFor(app.world, { table: 'customers', id: app.debtor.id }, [work, work])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(await app.mail.received()).toHaveLength(1)
  // The process dies after the claim: what was claimed is found again, and not claimed twice.
  await app.given.within((tx) =>
    tx.updateTable('runEntries').set({ state: 'approved', outcome: '[]' }).execute(),
  )
  await app.given.within((tx) => tx.updateTable('runs').set({ state: 'sending' }).execute())
  await work()
  expect(await app.mail.received()).toHaveLength(1)
  expect(await app.rows.messages()).toHaveLength(1)
})

test('P18 a mail that came back asks for the address and makes a call, once', async () => {
  const app = await company([stepAt('friendly', 3), back])
  const debtor = await app.debtor()
  await app.given.within((tx) =>
    tx.updateTable('contacts').set({ phone: 'sealed', phoneHash: 'a number' }).execute(),
  )
  await app.morning('2026-03-04')
  const [message] = await app.rows.messages()
  app.setNow('2026-03-04T10:00:00Z')
  const at = app.world.clock()
  const bounce = { organisationId: app.organisationId, at, isPermanent: true, diagnostic: 'none' }
  await app.given.within((tx) => messageBounced(tx, message?.id ?? '', bounce))
  expect(await app.told(await app.morning('2026-03-05'), debtor.id)).toBe('task back')
  expect(await app.told(await app.morning('2026-03-06'), debtor.id)).not.toBe('task back')
  const kinds = (await app.rows.tasks()).map(({ kind, stepKey }) => `${kind} ${stepKey}`)
  expect(kinds.toSorted()).toEqual(['call back', 'contact null'])
})

test('a reply that waits makes one notice to the collector, and none once it was read', async () => {
  const app = await company([friendly, tell])
  const { id } = await app.debtor()
  await app.given.reply(id)
  const runId = await app.plan()
  expect(await app.told(runId, id)).toBe('task tell')
  await app.given.within((tx) =>
    tx.updateTable('replies').set({ triagedAt: app.world.clock() }).execute(),
  )
  await app.send(runId)
  expect(await app.told(runId, id)).toBe('suppressed step_changed')
  const quiet = await app.given.customer({ language: 'en' })
  await app.given.reply(quiet)
  const next = await app.morning('2026-03-05')
  expect(await app.told(next, quiet)).toBe('task tell')
  expect(await app.told(await app.morning('2026-03-06'), quiet)).toBe('nothing')
  expect(await app.rows.tasks()).toMatchObject([{ kind: 'notice', stepKey: 'tell' }])
})
