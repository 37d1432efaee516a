import { expect, test } from 'vitest'

import { instant } from '../../../kernel/day.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { logged, outcomeOf } from '../../../testing/conversation.ts'
import { sendOwn } from './send.ts'

const NOW = '2026-03-04T08:00:00Z'
const happenedAt = { happenedAt: '2026-03-04T08:00:00.000Z' }

/** A customer of the seller who owes one invoice of which there is a PDF. */
async function house() {
  const app = await collectingApp({ now: NOW })
  await app.given.testMode(false)
  const ownerId = await app.personOf('seller')
  const customerId = await app.given.customer({
    ownerId,
    language: 'fr',
    name: 'Brasserie du Port',
  })
  const contactId = await app.given.contact(customerId, {
    name: 'Ada Example',
    email: 'ada@customer.test',
  })
  const invoice = await app.given.invoice(customerId, { dueOn: '2026-02-20', number: 'F-1001' })
  const seller = app.as('seller')
  await attach(seller, customerId, { receivableId: invoice.id, name: 'F-1001.pdf' })
  /** What the worker does after the request. */
  const work = async () => {
    const messages = await app.rows.messages()
    for (const { id: messageId } of messages) {
      await sendOwn(app.world, { organisationId: app.organisationId, messageId })
    }
  }
  return { ...app, customerId, contactId, invoice, seller, work }
}

type Attaching = { readonly receivableId: string; readonly name: string }

async function attach(
  asker: { post: (url: string, body: Buffer, headers: Record<string, string>) => Promise<unknown> },
  customerId: string,
  { receivableId, name }: Attaching,
) {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
  const body = Buffer.from(`${head}%PDF-1.7 of ${name}\r\n--x--\r\n`)
  const url = `/customers/${customerId}/evidence?kind=invoice&receivable=${receivableId}`
  await asker.post(url, body, { 'content-type': 'multipart/form-data; boundary=x' })
}

const documents = (...receivableIds: readonly string[]) => ({
  kind: 'needs_documents',
  receivableIds,
})

test('documents that were asked for go at once, with a statement, under the seller’s name, once', async () => {
  const { seller, customerId, contactId, invoice, mail, work, rows, collector } = await house()
  const outcome = outcomeOf(documents(invoice.id), { ...happenedAt, contactId })
  const url = `/customers/${customerId}/outcomes`

  const answer = await seller.post(url, outcome)
  await seller.post(url, outcome)
  await work()
  await work()

  expect(answer.body).toMatchObject({
    opened: [{ kind: 'message' }],
    mail: { state: 'on_its_way', reasons: [] },
    withoutDocument: [],
  })
  const received = await mail.received()
  expect(received.map(({ to }) => to)).toEqual([['ada@customer.test']])
  const source = received[0]?.source ?? ''
  expect(source).toMatch(/Releve|Relev%C3%A9|Relev=C3=A9/)
  expect(source).toContain('F-1001.pdf')
  expect(source).toContain(Buffer.from('%PDF-1.7 of F-1001.pdf').toString('base64').slice(0, 20))
  expect(await rows.messages()).toMatchObject([
    { state: 'accepted', lane: 'seller', language: 'fr', playbookId: null, isTest: false },
  ])
  const { body } = await collector.get(`/messages?customerId=${customerId}`)
  expect(body.rows).toMatchObject([{ stepName: 'Documents that were asked for' }])
  const message = `/messages/${body.rows[0]?.id}`
  const { attachments } = (await collector.get(message)).body
  expect(attachments).toMatchObject([
    { mediaType: 'application/pdf', url: `${message}/statement.pdf` },
    { name: 'F-1001.pdf', mediaType: 'application/pdf' },
  ])
  expect(await collector.get(attachments[1].url)).toMatchObject({ status: 200 })
  const other = await collector.get(`${message}/attachments/${'0'.repeat(64)}`)
  expect(other).toMatchObject({ status: 404, body: { code: 'no_such_attachment' } })
})

test('two workers send it once, and a process that died before sending leaves it to the next', async () => {
  const { seller, customerId, invoice, mail, organisationId, world, rows, setNow, tend } =
    await house()
  await logged(seller, customerId, documents(invoice.id), happenedAt)
  const [message] = await rows.messages()
  const which = { organisationId, messageId: message?.id ?? '' }

  setNow('2026-03-04T08:01:59Z')
  await tend()
  expect(await mail.received()).toHaveLength(0)
  setNow('2026-03-04T08:02:00Z')
  await Promise.all([sendOwn(world, which), sendOwn(world, which), tend()])
  await tend()

  expect(await mail.received()).toHaveLength(1)
  expect(await rows.messages()).toMatchObject([{ state: 'accepted' }])
})

test('whether it may go is asked again in the moment of sending', async () => {
  const { seller, customerId, contactId, invoice, mail, work, rows, setNow } = await house()
  await logged(seller, customerId, documents(invoice.id), { ...happenedAt, contactId })
  await seller.patch(`/contacts/${contactId}`, { doNotContact: true })

  // In Berlin it is the fifth already.
  setNow('2026-03-04T23:30:00Z')
  await work()

  expect(await mail.received()).toHaveLength(0)
  expect(await rows.messages()).toMatchObject([{ state: 'withdrawn', answer: 'do_not_contact' }])
  const [task, ...more] = await rows.tasks()
  expect([task, more]).toMatchObject([{ kind: 'documents', state: 'open', lane: 'seller' }, []])
  expect(task?.dueOn).toBe('2026-03-05')
  expect(task?.note).toContain(invoice.number)
})

test('in test mode it goes to whoever logged it', async () => {
  const { seller, customerId, invoice, mail, work, given } = await house()
  await given.testMode(true)

  await logged(seller, customerId, documents(invoice.id), happenedAt)
  await work()

  const [received] = await mail.received()
  expect(received?.to).not.toContain('ada@customer.test')
  expect(received?.source).toContain('[Test]')
})

test('what has no document is named, and somebody looks for it', async () => {
  const { seller, customerId, invoice, given, rows } = await house()
  const bare = await given.invoice(customerId, { dueOn: '2026-02-20', number: 'F-1002' })

  const { body } = await logged(seller, customerId, documents(invoice.id, bare.id), happenedAt)

  expect(body).toMatchObject({
    opened: [{ kind: 'message' }, { kind: 'task' }],
    withoutDocument: ['F-1002'],
  })
  expect(await rows.tasks()).toMatchObject([{ kind: 'documents', lane: 'finance', note: 'F-1002' }])
})

test.each([
  ['an address that bounced', { emailBouncedAt: instant('2026-03-01T00:00:00Z') }, 'email_bounced'],
  ['no address', { email: '' }, 'no_email_address'],
  ['nobody who may be written to', { doNotContact: true }, 'do_not_contact'],
])('%s: a colleague has the ready text', async (_, contact, reason) => {
  const { seller, given, personOf, rows } = await house()
  const customerId = await given.customer({ ownerId: await personOf('seller') })
  const contactId = await given.contact(customerId, { email: 'x@customer.test', ...contact })
  const invoice = await given.invoice(customerId, { number: 'F-2001', dueOn: '2026-02-20' })

  const fields = { ...happenedAt, contactId }
  const { body } = await logged(seller, customerId, documents(invoice.id), fields)

  expect(body.mail).toEqual({ state: 'by_hand', reasons: [reason] })
  const [task] = await rows.tasks()
  expect(task).toMatchObject({ kind: 'documents', lane: 'seller' })
  expect(task?.note).toContain('F-2001')
  expect(await rows.messages()).toEqual([])
})

const paid = (receivableId: string, rest: object = {}) => ({
  kind: 'already_paid',
  receivableIds: [receivableId],
  amount: { minor: 100_00, currency: 'EUR' },
  paidOn: '2026-03-02',
  reference: 'F-1001',
  ...rest,
})

test('they say it is paid: finance looks, reminders wait while they do, the details are asked for once', async () => {
  const { seller, collector, customerId, invoice, mail, work, rows, plan, told } = await house()
  const before = await plan()
  expect(await told(before, customerId)).toMatch(/^message/)

  const { body } = await logged(seller, customerId, paid(invoice.id), happenedAt)
  const again = await logged(collector, customerId, paid(invoice.id), happenedAt)
  await work()

  const [search] = await rows.tasks()
  expect(search).toMatchObject({ kind: 'cash_search', lane: 'finance', dueOn: '2026-03-06' })
  expect(search?.note).toBe('100.00 EUR · 2026-03-02 · F-1001 · F-1001')
  expect(again.body.opened[0]).toEqual(body.opened[0])
  expect(await mail.received()).toHaveLength(1)
  const { body: why } = await collector.get(`/customers/${customerId}/why`)
  expect(JSON.stringify(why.reasons)).toContain('cash_search_open')

  await collector.post(`/tasks/${search?.id}/completion`, { outcome: 'other' })
  const { body: after } = await collector.get(`/customers/${customerId}/why`)
  expect(JSON.stringify(after.reasons)).not.toContain('cash_search_open')
})

test.each(['cash', 'cheque'])('%s is reported and never booked', async (by) => {
  const { seller, customerId, invoice, rows, given } = await house()

  const result = paid(invoice.id, { by, asksForDetails: false })
  await logged(seller, customerId, result, happenedAt)

  expect((await rows.tasks())[0]?.note).toContain(by)
  expect(await rows.messages()).toEqual([])
  const booked = await given.within((tx) => tx.selectFrom('payments').select('id').execute())
  expect(booked).toEqual([])
  const { body } = await seller.get(`/customers/${customerId}/outcome-form`)
  expect(body.standings).toMatchObject([{ owedMinor: 100_00 }])
})
