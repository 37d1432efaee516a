import { expect, test } from 'vitest'

import { collectingApp } from '../../../testing/collecting-app.ts'
import { logged } from '../../../testing/conversation.ts'
import { sendOwn } from '../../desk/outcomes/send.ts'

const happenedAt = { happenedAt: '2026-03-04T08:00:00.000Z' }

/** Documents were sent, and the mail server hung up without an answer. */
async function unanswered() {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  await app.given.testMode(false)
  const customerId = await app.given.customer({ ownerId: await app.personOf('seller') })
  const contactId = await app.given.contact(customerId, { email: 'drop-data@customer.test' })
  const invoice = await app.given.invoice(customerId, { dueOn: '2026-02-20', number: 'F-1001' })
  const paid = {
    kind: 'already_paid',
    receivableIds: [invoice.id],
    paidOn: '2026-03-02',
  }
  await logged(app.as('seller'), customerId, paid, { ...happenedAt, contactId })
  const [message] = await app.rows.messages()
  const id = message?.id ?? ''
  await sendOwn(app.world, { organisationId: app.organisationId, messageId: id })
  expect(await app.rows.messages()).toMatchObject([{ state: 'unknown' }])
  const decide = (decision: string, note = '') =>
    app.collector.post(`/messages/${id}/decision`, { decision, note })
  return { ...app, customerId, contactId, id, decide }
}

test('P07 a message of a person’s own whose fate is unknown goes again only with what was seen', async () => {
  const { decide, rows, mail, world, organisationId, id, tend } = await unanswered()
  await sendOwn(world, { organisationId, messageId: id })
  await tend()
  expect(await mail.received()).toHaveLength(1)

  const blind = await decide('send_again', '  ')
  expect(blind).toMatchObject({ status: 422, body: { code: 'say_what_you_saw' } })
  expect(await mail.received()).toHaveLength(1)

  const looked = await decide('send_again', 'The log of the mail server shows no such mail')
  expect(looked).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  expect(await rows.messages()).toMatchObject([
    { state: 'withdrawn', attempt: 1 },
    { state: 'unknown', attempt: 2 },
  ])
  const [one, two] = await rows.messages()
  expect(one?.messageIdHeader).not.toBe(two?.messageIdHeader)
  expect(await mail.received()).toHaveLength(2)
})

test('two who decide at once send it once', async () => {
  const { decide, mail } = await unanswered()

  const answers = await Promise.all([decide('send_again', 'a'), decide('send_again', 'b')])

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await mail.received()).toHaveLength(2)
})

test('who said that it arrived has it sent no more', async () => {
  const { decide, mail, rows } = await unanswered()

  expect(await decide('it_arrived')).toMatchObject({ status: 200, body: { state: 'accepted' } })
  expect(await decide('send_again', 'x')).toMatchObject({ status: 409 })

  expect(await mail.received()).toHaveLength(1)
  const tasks = await rows.tasks()
  expect(tasks.filter(({ kind }) => kind === 'unknown_message')).toMatchObject([{ state: 'done' }])
})

test('who must not be written to is not written to again', async () => {
  const { decide, as, contactId, mail, rows } = await unanswered()
  await as('seller').patch(`/contacts/${contactId}`, { doNotContact: true })

  const answer = await decide('send_again', 'not in the log')

  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'gate_says_no', details: { reason: 'do_not_contact' } },
  })
  expect(await rows.messages()).toMatchObject([{ state: 'unknown' }])
  expect(await mail.received()).toHaveLength(1)
})
