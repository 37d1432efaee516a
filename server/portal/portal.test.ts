import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { askedQuestion, formIn, linkIn } from '../testing/asked-question.ts'

type Asked = Awaited<ReturnType<typeof askedQuestion>>

async function eventsOf({ world, organisationId, disputeId }: Asked): Promise<string[]> {
  const rows = await inOrganisation(world.db, organisationId, (tx) =>
    tx
      .selectFrom('events')
      .select(['name'])
      .where('subjectId', '=', disputeId)
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ name }) => name)
}

/** Everything that a link or its matter could change. */
async function printOf({ world, organisationId }: Asked): Promise<string> {
  const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
    sql<{ print: string }>`select md5(
      (select string_agg(l::text, '' order by l.id) from signed_links l)
      || coalesce((select string_agg(u::text, '' order by u.id) from link_uses u), '')
      || (select string_agg(q::text, '' order by q.id) from dispute_questions q)
      || (select string_agg(e::text, '' order by e.id) from events e)) as print`.execute(tx),
  )
  return rows[0]?.print ?? ''
}

describe('answering a question about a dispute', () => {
  test('a colleague without a login answers with one click, and it lands on the dispute', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const page = await asked.read(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Brasserie du Port, invoice 2026-1043')
    expect(page.body).toContain('Do we have the signed delivery note?')
    expect(page.body).toContain('€1,000.00')

    const form = { form: formIn(page.body), answer: 'delivery_proved', note: 'Signed by M. Roux' }
    const done = await asked.submit(path, form)
    expect(done.statusCode).toBe(200)
    expect(done.body).toContain('Thank you. Your answer is noted.')
    expect(await asked.questions()).toMatchObject([
      {
        state: 'answered',
        answer: 'delivery_proved',
        note: 'Signed by M. Roux',
        delivery: 'accepted',
        name: 'Lena Lager',
      },
    ])
    expect(await eventsOf(asked)).toEqual([
      'dispute.opened',
      'dispute.questioned',
      'dispute.answered',
    ])
    const timeline = await asked.collector.get(`/customers/${asked.customerId}/timeline`)
    expect(timeline.body.rows.map(({ name }: { name: string }) => name)).toContain(
      'dispute.answered',
    )
  })

  test('the answer decides nothing: the dispute stays open for finance to settle', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    await asked.submit(path, { answer: 'credit_note' })
    const { body } = await asked.collector.get('/disputes?state=open')
    expect(body.rows).toHaveLength(1)
  })

  test('the mail says who asks, in the language of who is asked, from the asker’s name', async () => {
    const asked = await askedQuestion({ language: 'de' })
    await asked.send()
    const [mail] = await asked.mail.received()
    expect(mail?.to).toEqual(['lena.lager@example.test'])
    expect(mail?.source).toMatch(/^From: A collector <reminders@seller\.test>/m)
    expect(mail?.source).toMatch(/^Reply-To: A collector\s+<collector\./m)
    expect(mail?.source).toContain('Content-Language: de')
    const page = await asked.read(await linkIn(mail), { 'accept-language': 'fr' })
    expect(page.body).toContain('<html lang="de">')
    expect(page.body).toContain('Der Kunde hat recht')
  })

  test('whoever needs more time gets a week, and answers later by the same link', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const later = await asked.submit(path, { answer: 'need_time', note: 'Driver is away' })
    expect(later.body).toContain('Noted: you need more time.')
    expect(later.body).toContain('Wednesday 18 March')
    expect(await asked.questions()).toMatchObject([
      { state: 'asked', answer: null, answerBy: '2026-03-18', note: 'Driver is away' },
    ])
    const final = await asked.submit(path, { answer: 'rejected' })
    expect(final.body).toContain('Thank you. Your answer is noted.')
    expect((await asked.read(path)).body).toContain('You answered')
    expect(await eventsOf(asked)).toEqual([
      'dispute.opened',
      'dispute.questioned',
      'dispute.time_asked',
      'dispute.answered',
    ])
  })

  test('after a dispute is settled there is nothing left to answer', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const shown = await asked.read(path)
    await asked.collector.post(`/disputes/${asked.disputeId}/resolution`, {
      resolution: 'withdrawn',
    })
    expect((await asked.read(path)).body).toContain('This dispute is settled meanwhile')
    const late = await asked.submit(path, { form: formIn(shown.body), answer: 'rejected' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('This is no longer possible')
    expect(await asked.questions()).toMatchObject([{ state: 'asked', answer: null }])
  })

  test('a question taken back ends its link', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const shown = await asked.read(path)
    await asked.collector.post(`/dispute-questions/${asked.questionId}/withdrawal`)
    const late = await asked.submit(path, { form: formIn(shown.body), answer: 'rejected' })
    expect(late.statusCode).toBe(410)
    expect(late.body).toContain('This link was taken back')
    const again = await asked.collector.post(`/dispute-questions/${asked.questionId}/withdrawal`)
    expect(again.body.code).toBe('question_not_open')
  })

  test.each([
    ['the day before', '2026-03-03', 409, 'answer_by_in_the_past'],
    ['today', '2026-03-04', 201, undefined],
    ['sixty days on', '2026-05-03', 201, undefined],
    ['sixty-one days on', '2026-05-04', 409, 'answer_by_too_late'],
  ])('an answer asked for by %s', async (_, answerBy, status, code) => {
    const asked = await askedQuestion()
    const reply = await asked.ask({ answerBy })
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })

  test('five questions about a dispute may wait at once, not six', async () => {
    const asked = await askedQuestion()
    const codes = []
    for (let count = 2; count <= 6; count += 1) codes.push((await asked.ask()).body.code)
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'too_many_questions'])
  })
})

describe('a link’s page', () => {
  test('looking has no effect, whoever looks and however often', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const before = await printOf(asked)
    for (let times = 0; times < 5; times += 1) {
      expect((await asked.read(path)).statusCode).toBe(200)
      const head = await asked.app.inject({ method: 'HEAD', url: path })
      expect([head.statusCode, head.body]).toEqual([200, ''])
    }
    expect(await printOf(asked)).toBe(before)
  })

  // Mail scanners follow every link, and some send the forms that they find. What protects: the act
  // needs a POST in which a choice was made, each choice is a button of its own and none is preset.
  test('a scanner that follows every link and sends every form as it stands changes nothing', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const before = await printOf(asked)
    const page = await asked.read(path)
    const links = [...page.body.matchAll(/(?:href|src|action)="([^"]+)"/g)]
    expect(links).toEqual([])
    const fields = [...page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const form = Object.fromEntries(fields.map(([, name, value]) => [name, value ?? '']))
    const sent = await asked.submit(path, { ...form, note: '' })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('Choose an answer first.')
    expect((await asked.submit(path, {})).statusCode).toBe(422)
    expect((await asked.submit(path, { answer: 'anything' })).statusCode).toBe(422)
    expect(await printOf(asked)).toBe(before)
  })

  test('a form that was sent but whose answer got lost is sent again without a second effect', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const form = { form: formIn((await asked.read(path)).body), answer: 'rejected', note: 'x' }
    const first = await asked.submit(path, form)
    const before = await printOf(asked)
    const second = await asked.submit(path, form)
    expect([first.statusCode, second.statusCode]).toEqual([200, 200])
    expect(second.body).toContain('Thank you. Your answer is noted.')
    expect(await printOf(asked)).toBe(before)
    const together = await Promise.all([asked.submit(path, form), asked.submit(path, form)])
    expect(together.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await printOf(asked)).toBe(before)
  })

  test('a second answer after the first is told that it is answered', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    await asked.submit(path, { answer: 'rejected' })
    const second = await asked.submit(path, { answer: 'credit_note' })
    expect(second.statusCode).toBe(409)
    expect(await asked.questions()).toMatchObject([{ answer: 'rejected' }])
  })

  test('what was typed comes back with what is missing', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const page = await asked.submit(path, { note: 'half a thought' })
    expect(page.body).toMatch(/>\n?half a thought<\/textarea>/)
    const long = await asked.submit(path, { answer: 'rejected', note: 'x'.repeat(2001) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('at most 2,000 characters')
    const exact = await asked.submit(path, { answer: 'rejected', note: 'x'.repeat(2000) })
    expect(exact.statusCode).toBe(200)
  })

  test('P77 what anybody wrote is text, never markup', async () => {
    const asked = await askedQuestion({
      customerName: 'Müller <b>& "Söhne"</b>',
      question: '</blockquote><script>alert(1)</script>',
      note: "<img src=x onerror='alert(1)'>",
    })
    const path = await asked.send()
    const page = await asked.submit(path, { note: '</textarea><script>alert(2)</script>' })
    expect(page.body).not.toMatch(/<script|<img|<b>& /)
    expect(page.body).toContain('Müller &lt;b&gt;&amp; &quot;Söhne&quot;&lt;/b&gt;')
  })

  test.each([
    ['ended', '2026-03-26T00:00:00Z', 410, 'This link has ended'],
    ['is in its last second', '2026-03-25T22:59:59Z', 200, 'Do we have the signed delivery note?'],
  ])('a link that %s says so', async (_, now, status, text) => {
    const asked = await askedQuestion()
    // The organisation's day is UTC's here: the link ends with the fourteenth day after.
    const path = await asked.send()
    asked.setNow(now)
    const page = await asked.read(path)
    expect(page.statusCode).toBe(status)
    expect(page.body).toContain(text)
  })

  test('an ended link speaks the language of whom it was for', async () => {
    const asked = await askedQuestion({ language: 'es' })
    const path = await asked.send()
    asked.setNow('2026-08-01T00:00:00Z')
    const page = await asked.read(path, { 'accept-language': 'de' })
    expect(page.body).toContain('Este enlace ha caducado')
  })

  test.each([
    ['de-AT,de;q=0.9', 'Dieser Link ist unvollständig'],
    ['fr', 'Ce lien n’est pas complet'],
    ['es-MX', 'Este enlace no está completo'],
    ['ja,en;q=0.5', 'This link is not complete'],
    ['', 'This link is not complete'],
  ])('a link that is none speaks the language of the browser (%s)', async (language, text) => {
    const asked = await askedQuestion()
    const page = await asked.read('/l/nothing', { 'accept-language': language })
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain(text)
  })

  test('a page may load, run, frame and tell nothing, and is kept nowhere', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    for (const page of [await asked.read(path), await asked.read('/l/nothing')]) {
      expect(page.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      )
      expect(page.headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      })
      expect(page.headers['set-cookie']).toBeUndefined()
      expect(page.body).not.toMatch(/<script| style="| on\w+="/)
    }
  })

  test('a form in another shape than a form’s is a page, not a fault', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const odd = await asked.submit(path, { answer: 'rejected' }, 'text/csv')
    expect(odd.statusCode).toBe(415)
    expect(odd.headers['content-type']).toContain('text/html')
    const json = await asked.app.inject({
      method: 'POST',
      url: path,
      payload: { answer: 'rejected' },
    })
    expect(json.statusCode).toBe(422)
    expect(await asked.questions()).toMatchObject([{ state: 'asked' }])
  })
})
