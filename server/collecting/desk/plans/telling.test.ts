import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { collectingApp } from '../../../testing/collecting-app.ts'
import { raceFor } from '../../../testing/race.ts'
import { UNMAILABLE } from '../../../testing/unmailable.ts'
import { messageBounced } from '../../messages/index.ts'
import { sendOwn } from '../outcomes/send.ts'

const WEDNESDAY = '2026-03-04T10:00:00Z'
const WHY = 'Nothing came, nobody answers'

type Fields = {
  readonly contact?: object
  readonly language?: string
  readonly isTest?: boolean
  readonly now?: string
}

/** A plan of 400 € and 500 € over an invoice; of the first 100 € came, and its days are over. */
async function broken(fields: Fields = {}) {
  const { contact = {}, language = 'en', isTest = false, now = WEDNESDAY } = fields
  const app = await collectingApp({ now: '2026-02-11T10:00:00Z' })
  const { given, world, organisationId } = app
  await given.testMode(isTest)
  const whose = { name: 'Brasserie du Port', language, timeZone: 'Europe/Paris' }
  const customerId = await given.customer(whose)
  const ada = { name: 'Ada Exemple', email: 'ada@customer.test', ...contact }
  const contactId = await given.contact(customerId, ada)
  const owed = { number: 'F-1001', dueOn: '2026-01-20', totalMinor: 900_00 }
  const invoice = await given.invoice(customerId, owed)
  const planOf = (...parts: [string, number][]) => ({
    currency: 'EUR',
    items: [
      { openItemId: invoice.openItemId, minor: parts.reduce((sum, [, part]) => sum + part, 0) },
    ],
    instalments: parts.map(([dueOn, minor]) => ({ dueOn, minor })),
  })
  const offer = planOf(['2026-02-20', 400_00], ['2026-04-20', 500_00])
  // A session of its own each time: in these stories days pass.
  const credit = () => app.as('credit_manager')
  const at = `/customers/${customerId}`
  const id: string = (await credit().post(`${at}/plans`, offer)).body.id

  async function pay(amountMinor: number, receivedOn = now.slice(0, 10)) {
    const allocations = [{ openItemId: invoice.openItemId, amountMinor }]
    const paid = { amountMinor, currency: 'EUR', receivedOn, allocations }
    const reply = await app.as('collector').post(`${at}/payments`, paid)
    expect(reply.status).toBe(201)
  }
  await pay(100_00, '2026-02-11')
  app.setNow(now)
  await given.freshFacts()

  const url = `/plans/${id}/acceleration`
  const preview = (query = '', who = credit()) => who.get(`${url}${query}`)
  const pull = (body: object = { tell: 'mail' }, who = credit()) =>
    who.post(url, { why: WHY, ...body })
  const plans = async () => (await credit().get(`/plans?customer=${customerId}`)).body.rows
  /** What the worker does after the request. */
  async function work(): Promise<void> {
    for (const { id: messageId } of await app.rows.messages()) {
      await sendOwn(world, { organisationId, messageId })
    }
  }
  const letters = async () => (await app.rows.tasks()).filter(({ kind }) => kind === 'letter')
  const keys = await world.secrets.of(organisationId)
  const read = (sealed: string) => keys.decrypt(sealed)
  async function lastMail() {
    const mail = (await app.mail.received()).at(-1)
    const email = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    return { ...email, sentTo: mail?.to }
  }
  const doing = { preview, pull, pay, plans, work, letters, lastMail, credit, planOf, read }
  return { ...app, ...doing, customerId, contactId, invoice, id, at }
}

type App = Awaited<ReturnType<typeof broken>>

describe('the customer is told that the whole rest is due', () => {
  test('by one mail of finance, as it was shown, with the statement', async () => {
    const app = await broken()
    const { body: seen } = await app.preview()
    expect(seen).toMatchObject({
      reasons: [],
      contacts: [{ id: app.contactId, name: 'Ada Exemple', address: 'ada@customer.test' }],
      mail: {
        to: 'Ada Exemple <ada@customer.test>',
        senderName: 'A credit_manager',
        subject: 'Your payment plan: €800.00 is due now',
        attachments: [expect.stringContaining('.pdf')],
        after: '',
        isTest: false,
        waits: false,
      },
    })
    for (const part of [
      'On 11 February 2026 we agreed on a payment plan.',
      'Instalment 1 of 2, due on 20 February 2026: €300.00 missing',
      'the whole remaining sum of €800.00 is due at once, as of 4 March 2026',
      'F-1001: €800.00',
    ]) {
      expect(seen.mail.before).toContain(part)
    }
    expect(seen.mail.before).not.toContain('Instalment 2')
    expect(seen.mail.before).not.toContain(WHY)
    // Looking changes nothing.
    expect(await app.plans()).toMatchObject([{ state: 'agreed', endedOn: null }])
    expect([await app.rows.messages(), await app.rows.tasks()]).toEqual([[], []])

    const { status, body } = await app.pull()
    expect(status).toBe(201)
    expect(body).toMatchObject({ id: app.id, taskId: null, reasons: [], undoSeconds: 10 })
    await app.work()
    await app.work()
    await app.tend()

    expect(await app.mail.received()).toHaveLength(1)
    const mail = await app.lastMail()
    expect(mail.sentTo).toEqual(['ada@customer.test'])
    expect([mail.from?.name, mail.subject]).toEqual(['A credit_manager', seen.mail.subject])
    expect(mail.text?.trim()).toBe(seen.mail.before)
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(seen.mail.attachments)
    expect(await app.rows.messages()).toMatchObject([
      { id: body.messageId, state: 'accepted', lane: 'finance', cycle: app.id, playbookId: null },
    ])
    expect(await app.rows.tasks()).toEqual([])
    const { body: line } = await app.credit().get(`${app.at}/timeline`)
    const names = line.rows.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['plan.accelerated', 'plan.told']))
    expect(line.rows).toContainEqual(expect.objectContaining({ text: seen.mail.subject }))
  })

  test.each([
    ['de', 'Rate 1 von 2, fällig am 20. Februar 2026: es fehlen 300,00 €', 'auf einmal fällig'],
    ['fr', 'Échéance 1 sur 2, au 20 février 2026 : il manque 300,00 €', 'à régler en une fois'],
    ['es', 'Plazo 1 de 2, con vencimiento el 20 de febrero de 2026: faltan', 'de una vez'],
  ])('in %s to whoever reads that', async (language, missed, due) => {
    const app = await broken({ language })
    const { mail } = (await app.preview()).body
    const text = mail.before.replaceAll(/\s/g, ' ')
    expect([mail.language, text.includes(missed), text.includes(due)]).toEqual([
      language,
      true,
      true,
    ])
  })

  test('or somebody writes, as a person chose', async () => {
    const app = await broken()
    const { body } = await app.pull({ tell: 'letter' })
    expect(body).toMatchObject({ messageId: null, reasons: [], undoSeconds: 0 })
    const letter = { id: body.taskId, state: 'open', note: `800.00 EUR · ${WHY}`, reason: '' }
    expect(await app.letters()).toMatchObject([letter])
    expect(await app.rows.messages()).toEqual([])
  })

  test('in test mode it goes to whoever tests', async () => {
    const app = await broken({ isTest: true })
    expect((await app.preview()).body.mail).toMatchObject({ isTest: true })
    await app.pull()
    await app.work()
    const mail = await app.lastMail()
    expect(mail.sentTo).not.toContain('ada@customer.test')
    expect(mail.subject).toMatch(/^\[Test\] /)
  })

  test('the company signs it where whoever pulls the clause is the customer’s seller', async () => {
    const app = await broken()
    const ownerId = await app.given.personWith({ roles: ['seller', 'collector'], name: 'Sam' })
    await app.given.within((tx) => tx.updateTable('customers').set({ ownerId }).execute())
    await app.pull({ tell: 'mail' }, app.as(ownerId))
    await app.work()
    const mail = await app.lastMail()
    expect(mail.from?.name).not.toContain('Sam')
    expect(mail.text).not.toContain('Sam')
  })

  test('somebody else of theirs can be chosen, a stranger cannot', async () => {
    const app = await broken()
    const ben = { name: 'Ben', email: 'ben@customer.test' }
    const contactId = await app.given.contact(app.customerId, ben)
    const other = await app.given.contact(await app.given.customer(), { email: 'eve@x.test' })
    expect((await app.preview(`?contactId=${other}`)).body.code).toBe('no_such_contact')
    expect((await app.pull({ tell: 'mail', contactId: other })).body.code).toBe('no_such_contact')
    expect(await app.plans()).toMatchObject([{ state: 'agreed' }])
    await app.pull({ tell: 'mail', contactId })
    await app.work()
    expect((await app.lastMail()).sentTo).toEqual(['ben@customer.test'])
  })

  test('outside their working hours it waits until those begin', async () => {
    const app = await broken({ now: '2026-03-04T17:30:00Z' })
    expect((await app.preview()).body.mail).toMatchObject({ waits: true })
    await app.pull()
    await app.work()
    expect(await app.mail.received()).toEqual([])
    app.setNow('2026-03-05T07:00:00Z')
    await app.given.freshFacts()
    await app.tend()
    expect((await app.lastMail()).text).toContain('as of 4 March 2026')
  })
})

const bounce = (app: App, messageId: string) =>
  app.given.within((tx) =>
    messageBounced(tx, messageId, {
      organisationId: app.organisationId,
      at: app.world.clock(),
      isPermanent: true,
      diagnostic: '550 5.1.1 no such user',
    }),
  )

describe('where no mail may go somebody writes, and knows why', () => {
  test.each<[string, string, Fields['contact'], (app: App) => unknown]>([
    ...UNMAILABLE,
    ['the customer is on hold', 'customer_on_hold', {}, (app) => app.given.hold(app.customerId)],
    [
      'the invoice is on hold',
      'item_on_hold',
      {},
      ({ given, customerId, invoice }) => given.hold(customerId, { receivableId: invoice.id }),
    ],
    [
      'the invoice is in dispute',
      'disputed',
      {},
      ({ given, customerId, invoice }) => given.dispute(customerId, invoice.id, 30_00),
    ],
    [
      'money may be theirs',
      'unmatched_cash',
      {},
      ({ given, customerId }) => given.unmatchedCash(customerId, 1),
    ],
    [
      'what is on account covers it',
      'unapplied_cash_covers',
      {},
      ({ given, customerId }) => given.payment(customerId, { amountMinor: 800_00 }),
    ],
    [
      'their answer was not read',
      'reply_waiting',
      {},
      ({ given, customerId }) => given.reply(customerId),
    ],
    [
      'the seller speaks with them',
      'ball_with_seller',
      {},
      async ({ given, customerId, personOf }) => given.ball(customerId, await personOf('seller')),
    ],
  ])('%s', async (_why, reason, contact = {}, happen) => {
    const app = await broken({ contact })
    await happen(app)
    expect((await app.preview()).body).toMatchObject({ mail: null, reasons: [reason] })

    const { body } = await app.pull()
    expect(body).toMatchObject({ messageId: null, reasons: [reason] })
    expect(await app.rows.messages()).toEqual([])
    expect(await app.letters()).toMatchObject([{ id: body.taskId, state: 'open', reason }])
    const { rows } = (await app.credit().get('/tasks?kind=letter')).body
    expect(rows).toMatchObject([{ id: body.taskId, reason }])
  })

  test('and when it turns out in the moment of sending', async () => {
    const app = await broken()
    const { body } = await app.pull()
    await app.given.hold(app.customerId)
    await app.work()
    await app.work()
    expect(await app.mail.received()).toEqual([])
    const { messageId } = body
    const letter = { state: 'open', reason: 'customer_on_hold', messageId, cycle: app.id }
    expect(await app.letters()).toMatchObject([letter])
  })

  test.each<[string, (app: App) => Promise<unknown>]>([
    ['all of it has come by then', (app) => app.pay(800_00)],
    [
      'other instalments took its place by then',
      ({ credit, id, planOf }) =>
        credit().post(`/plans/${id}/replacement`, planOf(['2026-03-20', 800_00])),
    ],
  ])('nobody writes when %s', async (_what, happen) => {
    const app = await broken()
    await app.pull()
    expect(await happen(app)).not.toMatchObject({ status: 409 })
    await app.work()
    expect(await app.mail.received()).toEqual([])
    expect(await app.rows.messages()).toMatchObject([{ state: 'withdrawn' }])
    expect(await app.letters()).toEqual([])
  })

  test('a letter is called off when other instalments take the place of the plan', async () => {
    const app = await broken()
    await app.pull({ tell: 'letter' })
    const other = app.planOf(['2026-03-20', 800_00])
    expect((await app.credit().post(`/plans/${app.id}/replacement`, other)).status).toBe(201)
    expect(await app.letters()).toMatchObject([{ state: 'dropped' }])
  })

  test.each([
    ['reject-rcpt', 'email_bounced', 'refused'],
    ['reject-data', 'mail_refused', 'refused'],
    ['drop-data', 'message_unknown', 'unknown'],
  ])('after %s@ answered', async (mailbox, reason, state) => {
    const app = await broken({ contact: { email: `${mailbox}@customer.test` } })
    const { body } = await app.pull()
    await app.work()
    await app.work()
    const { messageId } = body
    expect(await app.rows.messages()).toMatchObject([{ state }])
    expect(await app.letters()).toMatchObject([{ state: 'open', reason, messageId }])
  })

  test('when it comes back days later, once; not when somebody has written already', async () => {
    const app = await broken()
    const { messageId } = (await app.pull()).body
    await app.work()
    expect(await app.letters()).toEqual([])
    await bounce(app, messageId)
    await bounce(app, messageId)
    expect(await app.letters()).toMatchObject([{ reason: 'email_bounced', messageId }])

    const other = await broken({ contact: { email: 'drop-data@customer.test' } })
    const { messageId: unknown } = (await other.pull()).body
    await other.work()
    const [letter] = await other.letters()
    await other.credit().post(`/tasks/${letter?.id}/completion`, { outcome: 'done' })
    await bounce(other, unknown)
    expect(await other.letters()).toMatchObject([{ state: 'done', outcome: 'done' }])
  })

  test('P07 until somebody knows that it arrived, or sends it again', async () => {
    const app = await broken({ contact: { email: 'drop-data@customer.test' } })
    const { messageId } = (await app.pull()).body
    await app.work()
    const decide = (id: string, decision: string) =>
      app.credit().post(`/messages/${id}/decision`, { decision, note: 'Not in their log' })
    expect((await decide(messageId, 'send_again')).status).toBe(200)
    const [first, second] = await app.rows.messages()
    expect([first?.state, second?.state]).toEqual(['withdrawn', 'unknown'])
    expect(await app.mail.received()).toHaveLength(2)
    expect(await app.letters()).toMatchObject([
      { state: 'done', outcome: 'send_again', messageId },
      { state: 'open', messageId: second?.id },
    ])
    expect((await decide(second?.id ?? '', 'it_arrived')).status).toBe(200)
    expect((await app.letters()).at(-1)).toMatchObject({ state: 'done', outcome: 'it_arrived' })
  })

  test('when somebody takes the mail back in time', async () => {
    const app = await broken()
    const { messageId } = (await app.pull()).body
    const back = await app.credit().post(`/messages/${messageId}/withdrawal`, {})
    expect(back.status).toBe(200)
    await app.work()
    expect(await app.mail.received()).toEqual([])
    expect(await app.letters()).toMatchObject([{ state: 'open', reason: 'dropped_by_person' }])
  })
})

describe('P03 two at once', () => {
  test('of two who pull the clause and tell, one does, and one mail leaves', async () => {
    const app = await broken()
    const [credit, collector] = [app.credit(), app.as('collector')]
    // Whoever looks first judges what has come, which would put the two one after the other.
    const settled = await raceFor(app.world, { table: 'customers', id: app.customerId }, [
      () => app.pull({ tell: 'mail' }, credit),
      () => app.pull({ tell: 'mail' }, collector),
    ])
    const told = settled.map((one) => (one.status === 'fulfilled' ? one.value.status : 0))
    expect(told.toSorted((a, b) => a - b)).toEqual([201, 409])
    const [message] = await app.rows.messages()
    const which = { organisationId: app.organisationId, messageId: message?.id ?? '' }
    await Promise.all([sendOwn(app.world, which), sendOwn(app.world, which)])
    expect(await app.rows.messages()).toHaveLength(1)
    expect(await app.mail.received()).toHaveLength(1)
    expect(await app.rows.tasks()).toEqual([])
  })

  test.each([
    ['the money', 'instalment_came_meanwhile', []],
    ['the clause', 201, ['Your payment plan: €500.00 is due now']],
  ] as const)(
    '%s first: a payment of what was missed, and the clause',
    async (first, told, mails) => {
      const app = await broken()
      const credit = app.credit()
      const pay = async () => {
        await app.pay(300_00)
        return 'paid'
      }
      const pull = async () => {
        const { status, body } = await app.pull({ tell: 'mail' }, credit)
        return body.code ?? status
      }
      const held = { table: 'customers', id: app.customerId, inOrder: true }
      const acts = first === 'the money' ? [pay, pull] : [pull, pay]
      const settled = await raceFor<unknown>(app.world, held, acts)
      const values = settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))
      expect(values).toEqual(first === 'the money' ? ['paid', told] : [told, 'paid'])
      await app.work()
      expect(await app.mail.received()).toHaveLength(mails.length)
      expect(await app.rows.tasks()).toEqual([])
      // What left says what is due once that money is there.
      const subjects = (await app.rows.messages()).map(({ subject }) => app.read(subject))
      expect(subjects).toEqual(mails)
    },
  )
})

test('P77 who may not pull the clause may not look at what would be said', async () => {
  const app = await broken()
  for (const role of ['seller', 'sales_manager', 'auditor'] as const) {
    expect((await app.preview('', app.as(role))).status).toBe(403)
    expect((await app.pull({ tell: 'mail' }, app.as(role))).status).toBe(403)
  }
  const elsewhere = await app.given.organisation()
  const stranger = app.as(await app.given.in(elsewhere).person('collector'), elsewhere)
  expect((await app.preview('', stranger)).status).toBe(404)
  expect((await app.pull({ tell: 'mail' }, stranger)).status).toBe(404)
  expect(await app.plans()).toMatchObject([{ state: 'agreed' }])
})

test('what cannot be made due is not shown as though it could', async () => {
  const app = await broken({ now: '2026-02-20T10:00:00Z' })
  expect((await app.preview()).body.code).toBe('plan_not_broken')
})
