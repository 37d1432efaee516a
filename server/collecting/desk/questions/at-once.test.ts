import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { raceFor } from '../../../testing/race.ts'
import { testApp } from '../../../testing/test-app.ts'
import { sendQuestion } from './send.ts'

const LENA = { name: 'Lena Lager', address: 'lena@seller.test', language: 'de' }

/** An organisation whose logistics are asked as soon as a dispute comes to them. */
async function house(changes: object = {}) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const debtor = await app.debtor({ totalMinor: 1_000_00 })
  const department = { department: 'logistics', personId: null, ...LENA, asksAtOnce: true }
  const set = await app.as('administrator').put('/departments', { ...department, ...changes })
  expect(set.status).toBe(200)
  const url = `/receivables/${debtor.invoiceId}/disputes`
  const open = (claim: object = {}, who = app.collector) =>
    who.post(url, { reason: 'not_delivered', amountMinor: 300_00, ...claim })
  const questions = async (disputeId: string) =>
    (await app.collector.get(`/disputes/${disputeId}/questions`)).body.questions
  const asked = () =>
    inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx.selectFrom('disputeQuestions').selectAll().execute(),
    )
  return { ...app, debtor, open, questions, asked }
}

describe('a department that is asked at once', () => {
  test('gets the usual question for the reason, in its language, under the opener’s name, once', async () => {
    const app = await house()
    const { id } = (await app.open()).body
    const [question, ...more] = await app.questions(id)
    expect(more).toEqual([])
    expect(question).toMatchObject({
      department: 'logistics',
      email: LENA.address,
      state: 'asked',
      answerBy: '2026-03-11',
      askedBy: { name: 'A collector' },
    })
    expect(question.question).toContain('unterschriebenen Lieferschein')
    const which = { organisationId: app.organisationId, questionId: question.id }
    await sendQuestion(app.world, which)
    await sendQuestion(app.world, which)
    const received = await app.mail.received()
    expect(received.map(({ to }) => to)).toEqual([[LENA.address]])
    expect(received[0]?.source).toContain('Content-Language: de')
    const { history } = (await app.collector.get(`/disputes/${id}`)).body
    expect(history.map(({ name }: { name: string }) => name)).toEqual([
      'dispute.opened',
      'dispute.questioned',
    ])
  })

  test('P03 of two who open the same dispute at once one does, and one question is asked', async () => {
    const app = await house()
    await raceFor(app.world, { table: 'customers', id: app.debtor.id }, [
      () => app.open({ amountMinor: 1_000_00 }),
      () => app.open({ amountMinor: 1_000_00 }, app.as('credit_manager')),
    ])
    expect(await app.asked()).toHaveLength(1)
  })

  test.each([
    ['on its last day that may be asked for', '2026-05-03', '2026-05-03'],
    ['a day later', '2026-05-04', '2026-05-03'],
    ['today', '2026-03-04', '2026-03-04'],
  ])('is given until the dispute’s deadline: %s', async (_when, deadlineOn, answerBy) => {
    const app = await house()
    const { id } = (await app.open({ deadlineOn })).body
    expect(await app.questions(id)).toMatchObject([{ answerBy }])
  })

  test.each([
    ['it is not set up so', { asksAtOnce: false }, {}],
    ['it has no address', { address: '' }, {}],
    ['the dispute goes to another one', {}, { department: 'sales' }],
    ['its reason belongs to another one', {}, { reason: 'price' }],
  ])('is not asked when %s', async (_why, changes, claim) => {
    const app = await house(changes)
    expect((await app.open(claim)).status).toBe(201)
    expect(await app.asked()).toEqual([])
  })

  test('keeps no dispute from being noted while there is no mail', async () => {
    const { as, given } = await testApp()
    const department = { department: 'logistics', personId: null, ...LENA, asksAtOnce: true }
    await as('administrator').put('/departments', department)
    const { id } = await given.invoice(await given.customer())
    const url = `/receivables/${id}/disputes`
    const opened = await as('collector').post(url, { reason: 'not_delivered' })
    expect(opened.status).toBe(201)
    const { questions } = (await as('collector').get(`/disputes/${opened.body.id}/questions`)).body
    expect(questions).toEqual([])
  })

  test('a question that was refused takes its dispute with it', async () => {
    const app = await house()
    expect((await app.open({ amountMinor: 1_000_01 })).status).toBe(409)
    expect(await app.asked()).toEqual([])
  })
})

describe('the usual question', () => {
  test('is the organisation’s own once it has written one, for that reason only, until it goes back', async () => {
    const app = await house()
    const admin = app.as('administrator')
    const ask = (question: string | null) =>
      admin.put('/department-questions', { reason: 'not_delivered', question })
    const settings = async () => (await admin.get('/departments')).body
    const before = await settings()
    expect(before.questions).toHaveLength(11)
    expect(before.questions).toEqual(
      before.questions.map((one: { usual: string }) => ({
        ...one,
        question: null,
        usual: expect.stringMatching(/\?$|\.$/),
      })),
    )

    expect((await ask('  Did the lorry of line 7 arrive?  ')).status).toBe(200)
    const { id } = (await app.open()).body
    const [asked] = await app.questions(id)
    expect(asked.question).toBe('Did the lorry of line 7 arrive?')
    const after = await settings()
    expect(after.routes).toEqual(before.routes)
    const written = await app.given.within((tx) =>
      tx.selectFrom('disputeRoutes').select(['department', 'businessDays']).execute(),
    )
    expect(written).toEqual([{ department: null, businessDays: null }])
    expect(
      after.questions.filter(({ question }: { question: string | null }) => question !== null),
    ).toMatchObject([{ reason: 'not_delivered', question: 'Did the lorry of line 7 arrive?' }])

    const route = after.routes.find(({ reason }: { reason: string }) => reason === 'not_delivered')
    await admin.put('/dispute-routes', { routes: [{ ...route, businessDays: 9 }] })
    expect((await settings()).questions).toEqual(after.questions)
    expect((await ask(null)).status).toBe(200)
    expect(await settings()).toMatchObject({
      questions: before.questions,
      routes: expect.arrayContaining([{ ...route, businessDays: 9 }]),
    })
  })

  test.each([
    ['no words', 422, { reason: 'price', question: '   ' }],
    ['too many words', 422, { reason: 'price', question: 'x'.repeat(2001) }],
    ['a reason that there is not', 422, { reason: 'mood', question: 'Well?' }],
    ['the most words', 200, { reason: 'price', question: 'x'.repeat(2000) }],
  ])('of %s is answered with %i', async (_, status, body) => {
    const app = await testApp()
    expect((await app.as('credit_manager').put('/department-questions', body)).status).toBe(status)
  })

  test('is set by who sets departments, and P77 stays within the organisation', async () => {
    const app = await house()
    const body = { reason: 'price', question: 'Ours?' }
    expect((await app.as('seller').put('/department-questions', body)).status).toBe(403)
    await app.as('administrator').put('/department-questions', body)
    const other = await app.given.organisation()
    const stranger = await app.given.in(other).person('administrator')
    const { questions } = (await app.as(stranger, other).get('/departments')).body
    expect(questions.every(({ question }: { question: unknown }) => question === null)).toBe(true)
  })
})
