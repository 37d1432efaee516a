import { describe, expect, test } from 'vitest'

import { remindDepartments } from '../collecting/desk/questions/remind.ts'
import { sendQuestion, sendReminder } from '../collecting/desk/questions/send.ts'
import { askedQuestion, formIn, linkIn } from '../testing/asked-question.ts'
import { raceFor } from '../testing/race.ts'

type Asked = Awaited<ReturnType<typeof askedQuestion>>

const which = ({ organisationId, questionId }: Asked) => ({ organisationId, questionId })

const PDF = Buffer.from('%PDF-1.7 a signed delivery note')

/** A question, and a quality department that can be asked by mail. */
async function passable() {
  const asked = await askedQuestion()
  const quality = { personId: null, name: 'Quinn', address: 'quinn@seller.test', language: 'de' }
  await asked.as('administrator').put('/departments', { department: 'quality', ...quality })
  return asked
}

/** Sends the form as a browser does that may add a file. */
function submitWith(
  { app }: Asked,
  path: string,
  fields: Record<string, string>,
  file?: { readonly name: string; readonly bytes: Buffer },
) {
  const boundary = 'a-boundary-of-tests'
  const head = (name: string, more = '') =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`)
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.concat([head(name), Buffer.from(`${value}\r\n`)]),
  )
  const { name = '', bytes = Buffer.alloc(0) } = file ?? {}
  const filed = Buffer.concat([head('file', `; filename="${name}"`), bytes, Buffer.from('\r\n')])
  return app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, filed, Buffer.from(`--${boundary}--\r\n`)]),
  })
}

const evidenceOf = async ({ collector, disputeId }: Asked) =>
  (await collector.get(`/disputes/${disputeId}`)).body.evidence

describe('a question that is not for the one who got it', () => {
  test('is passed on to a department of the settings, which gets a mail and a link of its own', async () => {
    const asked = await passable()
    const path = await asked.send()
    const page = await asked.read(path)
    expect(page.body).toContain('<option value="quality">Quality</option>')
    expect(page.body).not.toContain('quinn@seller.test')
    const passed = { form: formIn(page.body), answer: 'not_us', department: 'quality', note: '' }
    const done = await asked.submit(path, passed)
    expect(done.body).toContain('Quality gets a mail with the question.')

    const [next, first] = await asked.questions()
    expect(first).toMatchObject({ state: 'answered', answer: 'not_us' })
    expect(next).toMatchObject({
      department: 'quality',
      email: 'quinn@seller.test',
      state: 'asked',
      isPassedOn: true,
    })
    await sendQuestion(asked.world, { organisationId: asked.organisationId, questionId: next.id })
    const mail = (await asked.mail.received()).at(-1)
    expect(mail?.to).toEqual(['quinn@seller.test'])
    const answered = await asked.submit(await linkIn(mail), { answer: 'rejected' })
    expect(answered.statusCode).toBe(200)
    expect((await asked.questions())[0]).toMatchObject({ answer: 'rejected' })
  })

  test('goes nowhere but to an address of the settings', async () => {
    const asked = await passable()
    const path = await asked.send()
    for (const department of ['legal', 'logistics', 'mallory@elsewhere.test', '']) {
      const form = { answer: 'not_us', department }
      expect((await asked.submit(path, form)).statusCode).toBe(422)
    }
    expect(await asked.questions()).toHaveLength(1)
  })

  test('is passed on five times and not a sixth', async () => {
    const asked = await passable()
    const billing = { personId: null, name: 'Bo', address: 'bo@seller.test', language: 'en' }
    await asked.as('administrator').put('/departments', { department: 'billing', ...billing })
    let path = await asked.send()
    const statuses: number[] = []
    for (let pass = 0; pass < 6; pass += 1) {
      const department = pass % 2 === 0 ? 'quality' : 'billing'
      const done = await asked.submit(path, { answer: 'not_us', department })
      statuses.push(done.statusCode)
      const [newest] = await asked.questions()
      await sendQuestion(asked.world, { ...which(asked), questionId: newest.id })
      path = await linkIn((await asked.mail.received()).at(-1))
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 409])
  })

  test('of two who answer and pass on at once one does', async () => {
    const asked = await passable()
    const path = await asked.send()
    const outcomes = await raceFor(
      asked.world,
      { table: 'dispute_questions', id: asked.questionId },
      [
        () => asked.submit(path, { answer: 'rejected' }),
        () => asked.submit(path, { answer: 'not_us', department: 'quality' }),
      ],
    )
    const codes = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.statusCode : 0))
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409])
    const waiting = (await asked.questions()).filter(
      ({ state }: { state: string }) => state === 'asked',
    )
    expect(waiting.length).toBeLessThan(2)
  })
})

describe('a document that comes with an answer', () => {
  test('lies beside the dispute as evidence of the invoice, encrypted like every other', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const form = { answer: 'delivery_proved', note: 'Signed', form: '' }
    const file = { name: '../..\\Lieferschein <1>.pdf', bytes: PDF }
    expect((await submitWith(asked, path, form, file)).statusCode).toBe(200)
    const [evidence] = await evidenceOf(asked)
    expect(evidence).toMatchObject({
      name: 'Lieferschein 1.pdf',
      kind: 'delivery_note',
      isFromAnswer: true,
    })
    const got = await asked.collector.get(`/evidence/${evidence.id}/file`)
    expect(got.bytes.equals(PDF)).toBe(true)
    const stranger = asked.as('seller')
    expect((await stranger.get(`/evidence/${evidence.id}/file`)).status).toBe(404)
  })

  test.each([
    ['a page', 'note.html', Buffer.from('<script>alert(1)</script>'), 'cannot be taken'],
    ['a page that says it is a PDF', 'note.pdf', Buffer.from('<html>'), 'cannot be taken'],
    ['a program', 'note.pdf', Buffer.from([0x4d, 0x5a, 0, 0]), 'cannot be taken'],
    ['a table', 'note.csv', Buffer.from('a,b'), 'cannot be taken'],
    [
      'one byte too many',
      'note.pdf',
      Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024 + 1 - PDF.length)]),
      'too large',
    ],
  ])('%s is refused, and the answer waits', async (_what, name, bytes, words) => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const reply = await submitWith(asked, path, { answer: 'delivery_proved' }, { name, bytes })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(words)
    expect(await asked.questions()).toMatchObject([{ state: 'asked' }])
    expect(await evidenceOf(asked)).toEqual([])
  })

  test('of ten megabytes is taken, and without one the answer counts as before', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const bytes = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024 - PDF.length)])
    const time = { answer: 'need_time' }
    expect((await submitWith(asked, path, time, { name: 'a.pdf', bytes })).statusCode).toBe(200)
    expect((await submitWith(asked, path, { answer: 'rejected' })).statusCode).toBe(200)
    expect(await evidenceOf(asked)).toHaveLength(1)
  })

  test('is kept by nobody whose link has ended', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    await asked.collector.post(`/dispute-questions/${asked.questionId}/withdrawal`)
    const reply = await submitWith(
      asked,
      path,
      { answer: 'rejected' },
      { name: 'a.pdf', bytes: PDF },
    )
    expect(reply.statusCode).toBe(410)
    expect(await evidenceOf(asked)).toEqual([])
  })
})

describe('the reminder before an answer is due', () => {
  test('goes out on the business day before, once, with a link that works beside the first', async () => {
    const asked = await askedQuestion()
    const first = await asked.send()
    const remind = () => remindDepartments(asked.world, asked.organisationId)
    // The answer is due on Wednesday 11 March.
    asked.setNow('2026-03-09T23:59:59Z')
    expect(await remind()).toBe(0)
    asked.setNow('2026-03-10T00:00:00Z')
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    await sendReminder(asked.world, which(asked))
    await sendReminder(asked.world, which(asked))
    const mails = await asked.mail.received()
    expect(mails).toHaveLength(2)
    expect(mails[1]?.source).toMatch(/^Subject: Still needed: your answer/m)
    expect((await asked.questions())[0]).toMatchObject({ isReminded: true })
    expect((await asked.read(first)).statusCode).toBe(200)
    const second = await linkIn(mails[1])
    expect((await asked.submit(second, { answer: 'rejected' })).statusCode).toBe(200)
    expect((await asked.submit(first, { answer: 'credit_note' })).statusCode).toBe(409)
    expect((await asked.questions())[0]).toMatchObject({ answer: 'rejected' })
  })

  test('two workers send it once', async () => {
    const asked = await askedQuestion()
    await asked.send()
    asked.setNow('2026-03-10T08:00:00Z')
    await remindDepartments(asked.world, asked.organisationId)
    await raceFor(asked.world, { table: 'dispute_questions', id: asked.questionId }, [
      () => sendReminder(asked.world, which(asked)),
      () => sendReminder(asked.world, which(asked)),
    ])
    expect(await asked.mail.received()).toHaveLength(2)
  })

  test.each([
    ['it was answered', (asked: Asked, path: string) => asked.submit(path, { answer: 'rejected' })],
    [
      'it was taken back',
      (asked: Asked) => asked.collector.post(`/dispute-questions/${asked.questionId}/withdrawal`),
    ],
    [
      'the dispute is settled',
      (asked: Asked) =>
        asked.collector.post(`/disputes/${asked.disputeId}/resolution`, {
          resolution: 'withdrawn',
        }),
    ],
  ])('does not leave when %s', async (_what, end) => {
    const asked = await askedQuestion()
    const path = await asked.send()
    asked.setNow('2026-03-10T08:00:00Z')
    await end(asked, path)
    expect(await remindDepartments(asked.world, asked.organisationId)).toBe(0)
  })

  test('does not leave either when it was ordered already and an answer came first', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    asked.setNow('2026-03-10T08:00:00Z')
    expect(await remindDepartments(asked.world, asked.organisationId)).toBe(1)
    await asked.submit(path, { answer: 'rejected' })
    await sendReminder(asked.world, which(asked))
    expect(await asked.mail.received()).toHaveLength(1)
  })

  test('is due anew for the day that somebody asked for', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    asked.setNow('2026-03-10T08:00:00Z')
    await remindDepartments(asked.world, asked.organisationId)
    await asked.submit(path, { answer: 'need_time' })
    expect(await remindDepartments(asked.world, asked.organisationId)).toBe(0)
    asked.setNow('2026-03-17T08:00:00Z')
    expect(await remindDepartments(asked.world, asked.organisationId)).toBe(1)
  })
})
