import { describe, expect, test } from 'vitest'

import { attachEvidence } from '../../../ledger/index.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { raceFor } from '../../../testing/race.ts'
import { UNMAILABLE } from '../../../testing/unmailable.ts'
import { sendOwn } from '../outcomes/send.ts'

const WEDNESDAY = '2026-03-04T10:00:00Z'
const PROOF = Buffer.from('%PDF-1.7 signed by the driver')

type Fields = { readonly now?: string; readonly contact?: object; readonly isTest?: boolean }

/** A French customer who says that an invoice of theirs was never delivered. */
async function disputed({ now = WEDNESDAY, contact = {}, isTest = false }: Fields = {}) {
  const app = await collectingApp({ now })
  const { given, world, organisationId, collector } = app
  await given.testMode(isTest)
  const customerId = await given.customer({
    name: 'Brasserie du Port',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const ada = { name: 'Ada Exemple', email: 'ada@customer.test', ...contact }
  const contactId = await given.contact(customerId, ada)
  const fields = { number: 'F-1001', dueOn: '2026-02-20', totalMinor: 1_000_00 }
  const invoice = await given.invoice(customerId, fields)
  const url = `/receivables/${invoice.id}/disputes`
  const claim = { reason: 'not_delivered', amountMinor: 300_00 }
  const id: string = (await collector.post(url, claim)).body.id

  const kept = await world.files.put(organisationId, PROOF)
  const file = { ...kept, mediaType: 'application/pdf', name: 'bon-de-livraison.pdf' }
  const doing = { organisationId, owners: null, at: world.clock(), by: { kind: 'system' } } as const
  const about = { customerId, receivableId: invoice.id, kind: 'delivery_note', isSigned: true }
  const evidence = await given.within((tx) =>
    attachEvidence(tx, doing, { ...about, kind: 'delivery_note', file }),
  )
  await collector.post(`/disputes/${id}/evidence`, { evidenceId: evidence.id })

  const proved = { resolution: 'delivery_proved', evidenceId: evidence.id }
  const preview = async (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...proved, ...more }).toString()
    return collector.get(`/disputes/${id}/telling?${query}`)
  }
  const settle = (body: object, who = collector) =>
    who.post(`/disputes/${id}/resolution`, { ...proved, ...body })
  /** What the worker does after the request. */
  async function work(): Promise<void> {
    for (const { id: messageId } of await app.rows.messages()) {
      await sendOwn(world, { organisationId, messageId })
    }
  }
  return { ...app, customerId, contactId, invoice, id, url, evidence, preview, settle, work }
}

const TEXT = 'Le bon de livraison est signé.\n\nMerci de régler le solde.'
const telling = { text: TEXT }

async function textOf(source: string) {
  const { default: PostalMime } = await import('postal-mime')
  return PostalMime.parse(Buffer.from(source, 'latin1'))
}

describe('the customer is told how their dispute ended', () => {
  test('by one mail in their language, as a person wrote it, with the proof', async () => {
    const app = await disputed()
    const seen = (await app.preview()).body
    expect(seen).toMatchObject({
      language: 'fr',
      reasons: [],
      contacts: [{ id: app.contactId, name: 'Ada Exemple', address: 'ada@customer.test' }],
      mail: {
        to: 'Ada Exemple <ada@customer.test>',
        senderName: 'A collector',
        attachments: ['bon-de-livraison.pdf'],
        isTest: false,
        waits: false,
      },
    })
    expect(seen.text).toContain('bon de livraison')
    expect(seen.mail.subject).toContain('F-1001')
    expect(seen.mail.before).toContain('Ada Exemple')
    expect(seen.mail.after).toContain('A collector')
    // As it will be once the dispute has ended: all of the invoice is asked for, nothing of it disputed.
    expect(seen.mail.after.replaceAll(/\s/g, ' ')).toContain('À régler: 1 000,00 €')
    expect(seen.mail.after).not.toContain('en litige')
    const { state, history: before } = (await app.collector.get(`/disputes/${app.id}`)).body
    expect([state, before.length]).toEqual(['open', 2])
    expect(await app.rows.messages()).toEqual([])

    const { body } = await app.settle({ telling })
    expect(body).toMatchObject({ state: 'resolved', taskId: null, reasons: [] })
    await app.work()
    await app.work()
    await app.tend()

    const [received, ...more] = await app.mail.received()
    expect([received?.to, more]).toEqual([['ada@customer.test'], []])
    expect(received?.source).toMatch(/^From: A collector </m)
    const mail = await textOf(received?.source ?? '')
    expect(mail.text).toContain('Le bon de livraison est signé.\n\nMerci de régler le solde.')
    expect(mail.text).not.toContain(seen.text)
    expect(mail.text).toContain(seen.mail.after)
    const [attached] = mail.attachments
    expect(attached?.filename).toBe('bon-de-livraison.pdf')
    expect(received?.source).toContain(PROOF.toString('base64').slice(0, 20))
    expect(await app.rows.messages()).toMatchObject([
      { id: body.messageId, state: 'accepted', lane: 'finance', language: 'fr', cycle: app.id },
    ])
    const { history } = (await app.collector.get(`/disputes/${app.id}`)).body
    expect(history.at(-1)).toMatchObject({
      name: 'dispute.told',
      values: { messageId: body.messageId },
    })
  })

  test('P03 of two who settle and tell at once one does, and one mail leaves', async () => {
    const app = await disputed()
    await raceFor(app.world, { table: 'customers', id: app.customerId }, [
      () => app.settle({ telling }),
      () => app.settle({ telling: { text: 'Another text' } }, app.as('credit_manager')),
    ])
    const [message] = await app.rows.messages()
    const which = { organisationId: app.organisationId, messageId: message?.id ?? '' }
    await Promise.all([sendOwn(app.world, which), sendOwn(app.world, which)])
    expect(await app.rows.messages()).toHaveLength(1)
    expect(await app.mail.received()).toHaveLength(1)
  })

  test('P03 a payment at the first minute of a day does not wait in a circle with it', async () => {
    const app = await disputed()
    app.setNow('2026-03-05T10:00:00Z')
    await app.given.freshFacts()
    const [settling, paying] = [app.as('credit_manager'), app.as('collector')]
    const paid = { amountMinor: 1_00, currency: 'EUR', receivedOn: '2026-03-05', allocations: [] }
    const held = { table: 'customers', id: app.customerId, inOrder: true }
    const settled = await raceFor(app.world, held, [
      () => app.settle({ telling }, settling),
      () => paying.post(`/customers/${app.customerId}/payments`, paid),
    ])
    const told = settled.map((one) => (one.status === 'fulfilled' ? one.value.status : 0))
    expect(told).toEqual([201, 201])
  })

  test('the mail goes on from the last one about that invoice', async () => {
    const app = await disputed()
    await app.planAndSend()
    const [reminder] = await app.rows.messages()
    expect(reminder?.state).toBe('accepted')
    await app.settle({ telling })
    await app.work()
    const mail = await textOf((await app.mail.received()).at(-1)?.source ?? '')
    expect(mail.inReplyTo).toBe(reminder?.messageIdHeader)
    expect(mail.references).toBe(reminder?.messageIdHeader)
  })

  test('in test mode it goes to whoever settled it, and the preview says so', async () => {
    const app = await disputed({ isTest: true })
    expect((await app.preview()).body.mail).toMatchObject({ isTest: true })
    await app.settle({ telling })
    await app.work()
    const [received] = await app.mail.received()
    expect(received?.to).not.toContain('ada@customer.test')
    expect(received?.source).toContain('[Test]')
  })

  test('of several people the chosen one is written to; somebody else’s contact is nobody', async () => {
    const app = await disputed()
    const ben = { name: 'Ben', email: 'ben@customer.test', language: 'de' }
    const contactId = await app.given.contact(app.customerId, ben)
    const seen = (await app.preview({ contactId })).body
    expect(seen).toMatchObject({ language: 'de', mail: { to: 'Ben <ben@customer.test>' } })
    const other = await app.given.contact(await app.given.customer())
    expect((await app.preview({ contactId: other })).body.code).toBe('no_such_contact')
    const foreign = await app.settle({ telling: { text: TEXT, contactId: other } })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'no_such_contact'])
    await app.settle({ telling: { text: TEXT, contactId } })
    await app.work()
    expect((await app.mail.received()).map(({ to }) => to)).toEqual([['ben@customer.test']])
  })

  test.each([
    ['begin', '2026-03-04T06:50:00Z', '2026-03-04T07:00:00Z'],
    ['end, until the next', '2026-03-04T17:00:00Z', '2026-03-05T07:00:00Z'],
    ['end before a weekend, until Monday', '2026-03-06T17:00:00Z', '2026-03-09T07:00:00Z'],
    // Summer time begins in the night to 29 March: eight o’clock in Paris is an hour earlier.
    ['end before summer time begins', '2026-03-27T17:00:00Z', '2026-03-30T06:00:00Z'],
  ])('it waits where their hours %s', async (_when, now, opens) => {
    const app = await disputed({ now })
    expect((await app.preview()).body.mail).toMatchObject({ waits: true })
    await app.settle({ telling })
    await app.work()
    const before = new Date(Date.parse(opens) - 1000).toISOString()
    app.setNow(before)
    await app.given.freshFacts()
    await app.tend()
    expect(await app.mail.received()).toEqual([])
    app.setNow(opens)
    await app.given.freshFacts()
    await app.tend()
    expect(await app.mail.received()).toHaveLength(1)
  })

  test('a mail that was taken back in time never leaves', async () => {
    const app = await disputed()
    const { body } = await app.settle({ telling })
    const back = await app.collector.post(`/messages/${body.messageId}/withdrawal`, {})
    expect(back.status).toBe(200)
    await app.work()
    expect(await app.mail.received()).toEqual([])
  })
})

type App = Awaited<ReturnType<typeof disputed>>

describe('where no mail may go the words are a task', () => {
  test.each<[string, string, Fields['contact'], (app: App) => unknown]>([
    ...UNMAILABLE,
    ['the customer is on hold', 'customer_on_hold', {}, (app) => app.given.hold(app.customerId)],
    [
      'the invoice is on hold',
      'item_on_hold',
      {},
      (app) => app.given.hold(app.customerId, { receivableId: app.invoice.id }),
    ],
    [
      'something else of the invoice is in dispute',
      'disputed',
      {},
      (app) => app.collector.post(app.url, { reason: 'price', amountMinor: 1_00 }),
    ],
    [
      'finance looks for their payment',
      'cash_search_open',
      {},
      async (app) => {
        const { id } = await app.given.invoice(app.customerId, { number: 'F-1002' })
        return app.collector.post(`/receivables/${id}/disputes`, { reason: 'already_paid' })
      },
    ],
    [
      'the seller speaks with them',
      'ball_with_seller',
      {},
      async (app) => app.given.ball(app.customerId, await app.personOf('seller')),
    ],
    [
      'the invoice is paid',
      'paid',
      {},
      (app) =>
        app.given.payment(app.customerId, {
          amountMinor: 1_000_00,
          openItemId: app.invoice.openItemId,
        }),
    ],
  ])('%s', async (_why, reason, contact = {}, given) => {
    const app = await disputed({ contact })
    await given(app)
    const seen = (await app.preview()).body
    expect([seen.mail, seen.reasons]).toEqual([null, [reason]])

    const { body } = await app.settle({ telling })
    expect(body).toMatchObject({ state: 'resolved', messageId: null, reasons: [reason] })
    const tasks = await app.rows.tasks()
    expect(tasks.find(({ id }) => id === body.taskId)).toMatchObject({
      kind: 'other',
      note: TEXT,
      state: 'open',
    })
    expect(await app.rows.messages()).toEqual([])
  })

  test('whether it may go is asked again in the moment of sending, and nothing typed is lost', async () => {
    const app = await disputed()
    const { body } = await app.settle({ telling })
    await app.given.hold(app.customerId)
    await app.work()
    await app.work()
    await app.tend()
    expect(await app.mail.received()).toEqual([])
    expect(await app.rows.messages()).toMatchObject([
      { state: 'withdrawn', answer: 'customer_on_hold' },
    ])
    const { messageId } = body
    const assigneeId = await app.personOf('collector')
    expect(await app.rows.tasks()).toMatchObject([
      { kind: 'other', state: 'open', lane: 'finance', note: TEXT, messageId, assigneeId },
    ])
  })

  test('a text of the organisation without a place for the words is not sent', async () => {
    const app = await disputed()
    const text = {
      revision: 0,
      subject: 'About {{ documents }}',
      body: '{{ greeting }}\n\n{{ signature }}',
    }
    const template = '/templates/dispute_settled/texts/fr'
    expect((await app.as('administrator').put(template, text)).status).toBe(200)
    expect((await app.preview()).body.reasons).toEqual(['template_broken'])
  })
})

test('P77 who may not settle may not look at what would be said', async () => {
  const app = await disputed()
  const url = `/disputes/${app.id}/telling?resolution=rejected`
  expect((await app.as('seller').get(url)).status).toBe(403)
  expect((await app.as('auditor').get(url)).status).toBe(403)
})
