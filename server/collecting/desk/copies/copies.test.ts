import { createHash } from 'node:crypto'

import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { newId } from '../../../kernel/ids.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { raceFor } from '../../../testing/race.ts'
import { sendOwn } from '../outcomes/send.ts'

/** Of the bytes: two array buffers are equal to a comparison whatever they hold. */
function hashOf({ content }: { readonly content: string | ArrayBuffer | Uint8Array }): string {
  const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : content
  return createHash('sha256').update(bytes).digest('hex')
}

/** A reminder that left yesterday, and a contact who asks for it again. */
async function reminded() {
  const app = await collectingApp()
  const { given, world, organisationId } = app
  const debtor = await app.debtor({ email: 'ada@customer.test' })
  await app.planAndSend()
  const [message] = await app.rows.messages()
  const id = message?.id ?? ''
  const contactId = message?.contactId ?? ''
  app.setNow('2026-03-05T08:00:00Z')
  await given.freshFacts()
  const collector = app.as('collector')
  const order = { key: newId(), contactId, why: 'They did not find it' }
  const copy = (fields: object = {}) =>
    collector.post(`/messages/${id}/copies`, { ...order, ...fields })
  const preview = (query = '') => collector.get(`/messages/${id}/copy${query}`)
  const leave = (messageId: string) => sendOwn(world, { organisationId, messageId })
  async function lastMail() {
    const mail = (await app.mail.received()).at(-1)
    const email = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    return { ...email, sentTo: mail?.to }
  }
  return { ...app, debtor, id, contactId, copy, preview, leave, lastMail, message }
}

test('P07 a copy goes to one person by a deliberate act, marked as a copy, as the message left', async () => {
  const { preview, copy, leave, lastMail, mail, given, debtor, collector, message, rows, id } =
    await reminded()
  await given.payment(debtor.id, { amountMinor: 40_00, openItemId: debtor.openItemId })
  const first = await lastMail()

  const seen = await preview()
  expect(seen.body).toMatchObject({
    contacts: [{ address: 'ada@customer.test' }],
    mail: { subject: `Copy: ${first.subject}`, isTest: false },
    reasons: [],
    warnings: [],
    stated: [{ minor: 100_00, currency: 'EUR' }],
    openNow: [{ minor: 60_00, currency: 'EUR' }],
  })
  expect(await mail.received()).toHaveLength(1)

  const asked = await copy()
  expect(asked).toMatchObject({ status: 201, body: { undoSeconds: 10 } })
  await leave(asked.body.id)
  await leave(asked.body.id)

  const second = await lastMail()
  expect(await mail.received()).toHaveLength(2)
  expect(second.sentTo).toEqual(['ada@customer.test'])
  expect(second.subject).toBe(`Copy: ${first.subject}`)
  expect(second.text).toContain('a copy of our message of 4 March 2026')
  expect(second.text).toContain(first.text?.trim())
  expect(second.html).toContain('a copy of our message of 4 March 2026')
  expect(second.from).toEqual(first.from)
  expect(second.replyTo).toEqual(first.replyTo)
  expect(second.inReplyTo).toBe(first.messageId)
  expect(second.messageId).not.toBe(first.messageId)
  const hashes = ({ attachments }: typeof second) => attachments.map(hashOf)
  expect(hashes(second)).toEqual(hashes(first))
  expect(second.attachments).toHaveLength(1)

  const [, made] = await rows.messages()
  expect(made).toMatchObject({ state: 'accepted', stepKey: 'message_copy', runEntryId: null })
  expect(made?.stepName).toBe(message?.stepName)
  const opened = await collector.get(`/messages/${made?.id}`)
  expect(opened.body.copy).toEqual({ of: id, why: 'They did not find it' })
  const again = await collector.post(`/messages/${made?.id}/copies`, {
    key: newId(),
    contactId: made?.contactId,
    why: 'x',
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'is_a_copy' } })
  const { body } = await collector.get(`/customers/${debtor.id}/timeline?kinds=message`)
  expect(body.rows.map(({ text }: { text: string }) => text)).toEqual([
    second.subject,
    first.subject,
  ])
})

test('P07 a copy is no reminder: it reaches no step, and puts none off', async () => {
  const { copy, leave, rows, setNow, given, told, plan, debtor } = await reminded()
  const before = await rows.reached()
  setNow('2026-03-12T08:00:00Z')
  const { body } = await copy()
  await leave(body.id)
  expect(await rows.reached()).toEqual(before)
  setNow('2026-03-13T08:00:00Z')
  await given.freshFacts()
  expect(await told(await plan(), debtor.id)).toBe('message firm')
})

test('P07 P13 the same key sends it once, asked again or by two at once; another key is another copy', async () => {
  const { preview, copy, leave, mail, world, debtor, rows } = await reminded()
  // Whoever reads first turns the page of the day, which would put the two one after the other.
  await preview()
  const settled = await raceFor(world, { table: 'customers', id: debtor.id }, [copy, copy])
  const ids = settled.map((one) => (one.status === 'fulfilled' ? one.value.body.id : null))
  expect(new Set(ids).size).toBe(1)
  expect((await copy()).body.id).toBe(ids[0])
  await Promise.all([leave(ids[0]), leave(ids[0])])
  expect(await mail.received()).toHaveLength(2)
  const other = await copy({ key: newId() })
  await leave(other.body.id)
  expect(await mail.received()).toHaveLength(3)
  expect(await rows.messages()).toHaveLength(3)
})

describe('P07 no copy goes', () => {
  type App = Awaited<ReturnType<typeof reminded>>
  const cases: [string, string, (app: App) => Promise<unknown>][] = [
    [
      'of what is paid',
      'paid',
      ({ given, debtor: { id, openItemId } }) =>
        given.payment(id, { amountMinor: 100_00, openItemId }),
    ],
    [
      'of what is in dispute',
      'disputed',
      ({ given, debtor: { id, invoiceId } }) => given.dispute(id, invoiceId, 30_00),
    ],
    ['while they are on hold', 'customer_on_hold', ({ given, debtor }) => given.hold(debtor.id)],
    [
      'while the seller speaks with them',
      'ball_with_seller',
      async ({ given, debtor, personOf }) => given.ball(debtor.id, await personOf('seller')),
    ],
    [
      'while money may be theirs',
      'unmatched_cash',
      ({ given, debtor }) => given.unmatchedCash(debtor.id, 1),
    ],
    [
      'to whom must not be written to',
      'do_not_contact',
      ({ as, contactId }) =>
        as('collector').patch(`/contacts/${contactId}`, { doNotContact: true }),
    ],
    [
      'to an address that bounced',
      'email_bounced',
      ({ given, world }) =>
        given.within((tx) =>
          tx.updateTable('contacts').set({ emailBouncedAt: world.clock() }).execute(),
        ),
    ],
  ]

  test.each(cases)(
    '%s: not asked for, and not when it comes to be so before it leaves',
    async (_what, code, happen) => {
      const app = await reminded()
      const claimed = await app.copy()
      expect(claimed.status).toBe(201)
      await happen(app)
      const no = { status: 409, body: { code: 'gate_says_no', details: { reason: code } } }
      expect(await app.copy({ key: newId() })).toMatchObject(no)
      expect((await app.preview()).body).toMatchObject({ mail: null, reasons: [code] })
      await app.leave(claimed.body.id)
      expect(await app.mail.received()).toHaveLength(1)
      expect((await app.rows.messages()).at(-1)).toMatchObject({ state: 'withdrawn' })
      expect(await app.rows.tasks()).toEqual([])
    },
  )

  test('to nobody of this customer, or without a word why', async () => {
    const { copy, given } = await reminded()
    const other = await given.contact(await given.customer(), { email: 'eve@other.test' })
    const no = { status: 409, body: { details: { reason: 'no_contact' } } }
    expect(await copy({ contactId: other })).toMatchObject(no)
    expect((await copy({ why: '  ' })).status).toBe(422)
  })

  test('of what has not left or did not arrive', async () => {
    const { copy, given, world } = await reminded()
    for (const state of ['claimed', 'unknown', 'refused', 'bounced', 'withdrawn'] as const) {
      const answeredAt = state === 'claimed' ? null : world.clock()
      await given.within((tx) => tx.updateTable('messages').set({ state, answeredAt }).execute())
      expect(await copy()).toMatchObject({ status: 409, body: { code: 'message_not_sent' } })
    }
  })
})

test('old books hold no copy, which says of which day it is, but whoever sends it is told', async () => {
  const { preview, copy, setNow } = await reminded()
  setNow('2026-03-16T08:00:00Z')
  expect((await preview()).body).toMatchObject({
    warnings: ['ledger_stale', 'bank_stale'],
    reasons: [],
  })
  expect((await copy()).status).toBe(201)
})

test('it can be taken back while it waits, and somebody else of theirs can have it', async () => {
  const { copy, leave, given, debtor, collector, lastMail, mail } = await reminded()
  const first = await copy()
  await collector.post(`/messages/${first.body.id}/withdrawal`, { why: 'not needed' })
  await leave(first.body.id)
  expect(await mail.received()).toHaveLength(1)
  const contactId = await given.contact(debtor.id, { email: 'bob@customer.test' })
  const { body } = await copy({ key: newId(), contactId })
  await leave(body.id)
  const second = await lastMail()
  expect(second.sentTo).toEqual(['bob@customer.test'])
  expect(second.inReplyTo).toBeUndefined()
})

test('in test mode a copy of a test goes to the tester, and never a copy of what was real', async () => {
  const { copy, given, id, leave, preview, lastMail } = await reminded()
  await given.testMode(true)
  expect(await copy()).toMatchObject({ status: 409, body: { code: 'message_of_other_mode' } })
  await given.within((tx) =>
    tx.updateTable('messages').set({ isTest: true }).where('id', '=', id).execute(),
  )
  expect((await preview()).body.mail).toMatchObject({ isTest: true })
  const { body } = await copy()
  await leave(body.id)
  const mail = await lastMail()
  expect(mail.sentTo).not.toContain('ada@customer.test')
  expect(mail.subject).toMatch(/^\[Test\] Copy: /)
})

test.each([
  ['de', 'Kopie: ', 'eine Kopie unserer Nachricht vom 4. März 2026'],
  ['fr', 'Copie : ', 'une copie de notre message du 4 mars 2026'],
  ['es', 'Copia: ', 'una copia de nuestro mensaje del 4 de marzo de 2026'],
])('a message in %s is copied in its language', async (language, subject, above) => {
  const app = await collectingApp()
  const { id } = await app.debtor()
  await app.given.within((tx) =>
    tx.updateTable('customers').set({ language }).where('id', '=', id).execute(),
  )
  await app.planAndSend()
  const [message] = await app.rows.messages()
  const seen = await app.collector.get(`/messages/${message?.id}/copy`)
  expect(seen.body.mail.subject).toMatch(new RegExp(`^${subject}`))
  expect(seen.body.mail.text).toContain(above)
})

test('P77 a copy is for whoever may decide about messages, of customers they may see', async () => {
  const { as, id, contactId, given } = await reminded()
  const order = { key: newId(), contactId, why: 'x' }
  for (const role of ['seller', 'auditor', 'legal'] as const) {
    expect((await as(role).post(`/messages/${id}/copies`, order)).status).toBe(403)
    expect((await as(role).get(`/messages/${id}/copy`)).status).toBe(403)
  }
  const elsewhere = await given.organisation()
  const stranger = await given.in(elsewhere).person('collector')
  const reply = await as(stranger, elsewhere).post(`/messages/${id}/copies`, order)
  expect(reply).toMatchObject({ status: 404, body: { code: 'no_such_message' } })
})
