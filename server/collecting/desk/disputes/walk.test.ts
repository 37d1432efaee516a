import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { newId } from '../../../kernel/ids.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { racePairs } from '../../../testing/race-pairs.ts'
import {
  answered,
  changing,
  routesIn,
  walk,
  type Action,
  type Walk,
} from '../../../testing/walk.ts'
import { EVENT_NAMES } from '../contract.ts'
import { answerByLink, passOnByLink } from '../questions/answers.ts'
import * as questions from '../questions/contract.ts'
import { remindDepartments } from '../questions/remind.ts'
import { sendReminder } from '../questions/send.ts'
import * as contract from './contract.ts'
import { watchDisputes } from './watch.ts'

const NOW = '2026-03-04T08:00:00.000Z'

type Subject = {
  readonly id: string
  readonly customerId: string
  readonly invoiceId: string
  readonly openItemId: string
  readonly number: string
  readonly questionId: string
  readonly evidenceId: string
}

/** A house with departments, in which disputes of 300 on invoices of 1,000 come into any state. */
async function house() {
  const app = await collectingApp({ now: NOW })
  const { given, world, organisationId, collector, as } = app
  const admin = as('administrator')
  for (const department of ['logistics', 'quality']) {
    const person = { name: 'Lena', address: `${department}@seller.test`, language: 'en' }
    await admin.put('/departments', { department, personId: null, ...person })
  }
  const watch = () => watchDisputes(world, organisationId)

  /** With nothing beside it: there is nothing to ask or to lay there. */
  async function plain(): Promise<Subject> {
    const customerId = await given.customer({ language: 'en' })
    const dates = { issuedOn: '2026-01-28', dueOn: '2026-02-27' }
    const invoice = await given.invoice(customerId, { totalMinor: 1_000_00, ...dates })
    const { id: invoiceId, openItemId, number } = invoice
    const claim = { reason: 'quality', amountMinor: 300_00, note: 'Broken', department: 'quality' }
    const { id } = (await collector.post(`/receivables/${invoiceId}/disputes`, claim)).body
    return { id, customerId, invoiceId, openItemId, number, questionId: '', evidenceId: '' }
  }
  async function open(): Promise<Subject> {
    const one = await plain()
    const { id, customerId } = one
    await given.contact(customerId)
    const asking = {
      department: 'logistics',
      name: 'Lena',
      email: 'lena@seller.test',
      question: 'Was it delivered?',
      language: 'en',
      answerBy: '2026-03-11',
    }
    const asked = await collector.post(`/disputes/${id}/questions`, asking)
    const evidenceId = await given.evidence(customerId, { kind: 'delivery_note' })
    return { ...one, questionId: asked.body.id, evidenceId }
  }
  const settle = ({ id }: Subject, body: object) =>
    collector.post(`/disputes/${id}/resolution`, body)
  const read = async ({ id }: Subject) => (await collector.get(`/disputes/${id}`)).body
  const pay = ({ customerId, openItemId }: Subject) =>
    given.payment(customerId, { amountMinor: 1_000_00, openItemId })
  async function reverse({ customerId }: Subject): Promise<string> {
    const [payment] = await given.within((tx) =>
      tx.selectFrom('payments').select('id').where('customerId', '=', customerId).execute(),
    )
    const back = { reversedOn: '2026-03-04', why: 'Returned by the bank' }
    const reply = await collector.post(`/payments/${payment?.id}/reversal`, back)
    expect(reply.status).toBe(201)
    return ''
  }
  async function change(one: Subject, changes: object) {
    const { reason, amount, department, owner, deadlineOn, revisitOn } = await read(one)
    const now = { reason, amountMinor: amount.minor, department, deadlineOn, revisitOn }
    const body = { ...now, ownerId: owner?.id ?? null, ...changes }
    return collector.put(`/disputes/${one.id}`, body)
  }
  const note = async ({ customerId }: Subject, totalMinor: number) =>
    (await given.invoice(customerId, { kind: 'credit_note', totalMinor: -totalMinor })).id
  async function credit({ customerId, openItemId }: Subject, amountMinor: number) {
    const kind = 'credit_note' as const
    const { openItemId: creditItemId } = await given.invoice(customerId, {
      kind,
      totalMinor: -amountMinor,
    })
    const shares = [{ openItemId, amountMinor }]
    const set = await collector.post('/allocations', { kind: 'credit', creditItemId, shares })
    expect(set.status).toBe(201)
    return ''
  }
  async function writeOff({ openItemId }: Subject): Promise<string> {
    const off = {
      openItemId,
      kind: 'write_off',
      amountMinor: 1_000_00,
      allocatedOn: '2026-03-04',
      why: 'Small',
    }
    expect((await collector.post('/write-offs', off)).status).toBe(201)
    return ''
  }

  async function expecting(resolution: string): Promise<Subject> {
    const one = await open()
    await settle(one, { resolution })
    return one
  }
  const reach = {
    open,
    'waits for a credit note': () => expecting('credit_note'),
    'waits for a corrected invoice': () => expecting('corrected_invoice'),
    settled: () => expecting('rejected'),
    'closed with its invoice': async () => {
      const one = await open()
      await pay(one)
      await watch()
      return one
    },
  }
  async function stateOf({ id }: Subject): Promise<keyof typeof reach> {
    const { state, expects, closedWithInvoice } = await given.within((tx) =>
      tx.selectFrom('disputes').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    if (state === 'resolved') return closedWithInvoice ? 'closed with its invoice' : 'settled'
    if (expects === null) return 'open'
    return expects === 'credit_note' ? 'waits for a credit note' : 'waits for a corrected invoice'
  }
  return {
    ...app,
    watch,
    settle,
    read,
    pay,
    reverse,
    change,
    note,
    credit,
    writeOff,
    plain,
    open,
    reach,
    stateOf,
  }
}

type House = Awaited<ReturnType<typeof house>>

type Answering = Parameters<typeof answerByLink>[3] | Parameters<typeof passOnByLink>[3]

/** What the portal does, once the link is taken. */
function byLink({ world, organisationId }: House, { questionId }: Subject, given: Answering) {
  const subject = { kind: 'dispute_question', id: questionId }
  const link = { id: newId(), organisationId, subject }
  return answered(() =>
    inOrganisation(world.db, organisationId, (tx) =>
      'answer' in given
        ? answerByLink(tx, world, link, given)
        : passOnByLink(tx, world, link, given),
    ),
  )
}

/** Does something on a later day, and is back then. */
async function on(app: House, date: string, act: () => Promise<unknown>): Promise<unknown> {
  app.setNow(`${date}T08:00:00.000Z`)
  const answer = await act()
  app.setNow(NOW)
  return answer
}

type Acts = Readonly<Record<string, Action<Subject>>>

function personal(app: House): Acts {
  const { change, collector, settle, note, given, pay } = app
  const disputing = ({ invoiceId }: Subject, amountMinor: number) =>
    collector.post(`/receivables/${invoiceId}/disputes`, { reason: 'price', amountMinor })
  const another = async ({ customerId }: Subject) => (await given.invoice(customerId)).id
  const asking = {
    department: 'logistics',
    name: 'Lena',
    email: 'lena@seller.test',
    question: 'Was it?',
    language: 'en',
    answerBy: '2026-03-11',
  }
  const settling = (body: object) => ({
    by: 'resolveDispute',
    act: (one: Subject) => settle(one, body),
  })
  return {
    'its amount is changed': {
      by: 'changeDispute',
      act: (one) => change(one, { amountMinor: 200_00 }),
    },
    'its amount becomes more than is open': {
      act: (one) => change(one, { amountMinor: 1_000_01 }),
    },
    'it is changed to what it is': { act: (one) => change(one, {}) },
    'its deadline becomes a day that has passed': {
      act: (one) => change(one, { deadlineOn: '2026-03-03' }),
    },
    'a document is laid beside it': {
      by: 'addDisputeEvidence',
      act: ({ id, evidenceId }) => collector.post(`/disputes/${id}/evidence`, { evidenceId }),
    },
    'the rest of its invoice is disputed, too': {
      by: 'openDispute',
      act: (one) => disputing(one, 700_00),
    },
    'all of its invoice is disputed once more': { act: (one) => disputing(one, 1_000_00) },
    'a credit note is asked for': settling({ resolution: 'credit_note' }),
    'a corrected invoice is asked for': settling({ resolution: 'corrected_invoice' }),
    'a credit note that is there settles it': {
      prepare: (one) => note(one, 299_00),
      act: (one, documentId) => settle(one, { resolution: 'credit_note', documentId }),
    },
    'a corrected invoice is there, the old one not credited': {
      prepare: another,
      act: (one, documentId) => settle(one, { resolution: 'corrected_invoice', documentId }),
    },
    'an invoice is named as the credit note': {
      prepare: another,
      act: (one, documentId) => settle(one, { resolution: 'credit_note', documentId }),
    },
    'the delivery is proved without a proof': settling({ resolution: 'delivery_proved' }),
    'the delivery is proved': {
      act: (one) => settle(one, { resolution: 'delivery_proved', evidenceId: one.evidenceId }),
    },
    'it is rejected': settling({ resolution: 'rejected' }),
    'it is rejected, and the customer is told': settling({
      resolution: 'rejected',
      telling: { text: 'The price is as ordered.' },
    }),
    'it is withdrawn': settling({ resolution: 'withdrawn' }),
    'it is called paid, and is not': settling({ resolution: 'paid' }),
    'it is called paid, and is': { prepare: pay, ...settling({ resolution: 'paid' }) },
    'a department is asked': {
      by: 'askDepartment',
      act: ({ id }) => collector.post(`/disputes/${id}/questions`, asking),
    },
    'a question is taken back': {
      by: 'withdrawQuestion',
      act: ({ questionId }) => collector.post(`/dispute-questions/${questionId}/withdrawal`),
    },
  }
}

function byDepartments(app: House): Acts {
  const bare = { note: '', file: null }
  return {
    'a department answers': {
      act: (one) => byLink(app, one, { answer: 'rejected', ...bare }),
    },
    'a department asks for time': {
      act: (one) => byLink(app, one, { answer: 'need_time', ...bare }),
    },
    'a department passes the question on': {
      act: (one) => byLink(app, one, { department: 'quality', note: '' }),
    },
    'the answer is due tomorrow': {
      prepare: async ({ questionId }) => {
        await app.given.within((tx) =>
          tx
            .updateTable('disputeQuestions')
            .set({ delivery: 'accepted' })
            .where('id', '=', questionId)
            .execute(),
        )
        return ''
      },
      act: ({ questionId }) =>
        on(app, '2026-03-10', async () => {
          await remindDepartments(app.world, app.organisationId)
          await sendReminder(app.world, { organisationId: app.organisationId, questionId })
        }),
    },
  }
}

function byTheClock(app: House): Acts {
  const { watch, pay, reverse, note, credit, writeOff, given } = app
  return {
    'its invoice is paid': { prepare: pay, act: watch },
    'its invoice is written off': { prepare: writeOff, act: watch },
    'the payment goes back': { prepare: reverse, act: watch },
    'its invoice is paid, and the payment goes back': {
      prepare: async (one) => {
        await pay(one)
        return reverse(one)
      },
      act: watch,
    },
    'a credit note of its amount comes': { prepare: (one) => note(one, 300_00), act: watch },
    'a credit note of another amount comes': { prepare: (one) => note(one, 299_00), act: watch },
    'a part is credited': { prepare: (one) => credit(one, 100_00), act: watch },
    'an invoice in its place comes': {
      prepare: async ({ customerId, number }) =>
        (await given.invoice(customerId, { number: `${number}-K` })).id,
      act: watch,
    },
    'an invoice in its place comes, and its amount is credited': {
      prepare: async (one) => {
        await given.invoice(one.customerId, { number: `${one.number}-K` })
        return credit(one, 300_00)
      },
      act: watch,
    },
    'the last day of its deadline comes': { act: () => on(app, '2026-03-18', watch) },
    'its deadline passes': { act: () => on(app, '2026-03-19', watch) },
  }
}

function walkOf(app: House): Walk<Subject> {
  const { world, organisationId: organisation, reach, stateOf } = app
  const actions = { ...personal(app), ...byDepartments(app), ...byTheClock(app) }
  const walking = { world, organisation, reach, actions, stateOf }
  return { ...walking, title: 'Dispute', table: 'disputes', subjects: ['dispute'] }
}

test('everything that can be done with a dispute in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told } = await walk(doing)

  expect(wrong).toEqual([])
  expect(told).toEqual(EVENT_NAMES.filter((name) => name.startsWith('dispute.')).toSorted())
  expect(routesIn(doing.actions)).toEqual(changing(contract, questions))
  const ended = await app.given.within((tx) =>
    tx.selectFrom('disputes').select('resolution').distinct().execute(),
  )
  const resolutions = ended.flatMap(({ resolution }) => resolution ?? [])
  expect(resolutions.toSorted()).toEqual([...contract.RESOLUTIONS].toSorted())
})

test('each state of a dispute says what may be asked for, until when, and what finance does', async () => {
  const app = await house()
  const all = await app.open()
  await app.change(all, { amountMinor: 1_000_00 })
  const wanted: [Subject, unknown[]][] = [
    [all, [0, '2026-03-18', null, 'held disputed']],
    [await app.reach.open(), [700_00, '2026-03-18', null, 'message friendly']],
    [
      await app.reach['waits for a credit note'](),
      [700_00, '2026-03-18', 'credit_note', 'message friendly'],
    ],
    [
      await app.reach['waits for a corrected invoice'](),
      [700_00, '2026-03-18', 'corrected_invoice', 'message friendly'],
    ],
    [await app.reach.settled(), [1_000_00, '2026-03-18', null, 'message friendly']],
    [await app.reach['closed with its invoice'](), [0, '2026-03-18', null, 'nothing']],
  ]
  const runId = await app.plan()
  for (const [one, what] of wanted) {
    const { invoice, deadlineOn, expects } = await app.read(one)
    const told = await app.told(runId, one.customerId)
    expect([invoice.collectable.minor, deadlineOn, expects, told]).toEqual(what)
  }
  await app.send(runId)
  const asked = [700_00, 700_00, 700_00, 1_000_00]
  const totals = asked.map((minor) => ({ totals: [{ currency: 'EUR', minor }] }))
  expect(await app.rows.messages()).toMatchObject(totals)
})

test('P03 of two who act at once on a dispute, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const clock = { 'the clock looks': { act: app.watch } }
  const racing = { ...doing, actions: { ...doing.actions, ...clock } }
  async function paid(): Promise<Subject> {
    const one = await app.plain()
    await app.pay(one)
    return one
  }
  async function returned(): Promise<Subject> {
    const one = await paid()
    await app.watch()
    await app.reverse(one)
    return one
  }

  const people = [
    'its amount is changed',
    'it is rejected',
    'a credit note is asked for',
    'the rest of its invoice is disputed, too',
  ]
  expect(await racePairs(racing, app.plain, people)).toEqual([])

  const closing = ['the clock looks', 'its amount is changed', 'it is called paid, and is not']
  expect(await racePairs(racing, paid, closing)).toEqual([])

  const opening = ['the clock looks', 'all of its invoice is disputed once more', 'it is rejected']
  expect(await racePairs(racing, returned, opening)).toEqual([])
})
