import PostalMime from 'postal-mime'
import { extractText } from 'unpdf'
import { afterAll, expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { instant } from '../kernel/day.ts'
import { mailServer } from '../testing/mail/mail-server.ts'
import { testApp } from '../testing/test-app.ts'
import { selectSettings, takeAllowance } from './email/store.ts'
import { closeTalking, deliver, loadTemplates, messageIdOf, type Mail } from './index.ts'

afterAll(() => closeTalking())

const SETTINGS = {
  host: '127.0.0.1',
  port: 2525,
  security: 'none',
  fromAddress: 'billing@seller.example',
  connections: 2,
  messagesPerMinute: 6000,
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  return text.replaceAll(/[\s\u00A0\u202F]+/g, ' ')
}

function mailTo(address: string, more: Partial<Mail> = {}): Mail {
  return {
    messageId: messageIdOf([address], 'seller.example'),
    at: instant('2026-03-02T12:00:00Z'),
    language: 'en',
    senderName: 'Anna Berg',
    replyTo: { name: 'Anna Berg', address: 'anna@seller.example' },
    to: [{ name: 'Bob', address }],
    subject: 'Invoice 1',
    text: 'Hello',
    html: '<p>Hello</p>',
    attachments: [],
    ...more,
  }
}

test('a text is saved as a new revision, used from then on, and only over the one that was read', async () => {
  const { as, world, organisation } = await testApp()
  const url = '/templates/reminder_friendly/texts/de'
  const body = { subject: 'Hallo {{ customer.name }}', body: 'Bitte zahlen Sie {{ payable }}.' }

  expect((await as('credit_manager').put(url, { ...body, revision: 0 })).body).toEqual({
    kind: 'saved',
    revision: 1,
  })
  expect((await as('credit_manager').put(url, { ...body, revision: 0 })).body).toMatchObject({
    code: 'edited_meanwhile',
  })

  const { body: template } = await as('collector').get('/templates/reminder_friendly')
  expect(
    template.texts.map((text: { language: string; revision: number }) => [
      text.language,
      text.revision,
    ]),
  ).toEqual([
    ['de', 1],
    ['en', 0],
    ['es', 0],
    ['fr', 0],
  ])
  const templates = await inOrganisation(world.db, organisation, (tx) =>
    loadTemplates(tx, organisation),
  )
  expect(templates.get('reminder_friendly')?.texts[0]).toMatchObject(body)
})

test('a faulty text is not saved, and everything wrong with it is said', async () => {
  const { as } = await testApp()
  const text = { subject: 'Hi', body: '{{ custmer.name }} {{ payable | big }}', revision: 0 }

  const answer = await as('administrator').put('/templates/thank_you/texts/en', text)

  expect(answer.body).toMatchObject({
    kind: 'faulty',
    findings: [{ code: 'unknown_filter', value: 'big' }],
  })
  const { body } = await as('administrator').get('/templates/thank_you')
  expect(body.changedAt).toBeNull()
})

test('an organisation writes templates of its own, of which another sees nothing', async () => {
  const { as, given } = await testApp()
  const other = await given.organisation()
  const stranger = await given.in(other).person('credit_manager')

  expect(
    (
      await as('credit_manager').post('/templates', {
        key: 'christmas',
        name: 'Before Christmas',
        tone: 'friendly',
      })
    ).status,
  ).toBe(201)
  await as('credit_manager').put('/templates/christmas/texts/en', {
    subject: 'Soon',
    body: 'Merry {{ payable }}',
    revision: 0,
  })

  expect((await as('collector').get('/templates/christmas')).body).toMatchObject({
    name: 'Before Christmas',
    languages: ['en'],
    needs: [],
  })
  expect((await as(stranger, other).get('/templates/christmas')).body).toMatchObject({
    code: 'no_such_template',
  })
  expect(
    (
      await as('credit_manager').post('/templates', {
        key: 'christmas',
        name: 'Again',
        tone: 'firm',
      })
    ).body,
  ).toMatchObject({ code: 'template_exists' })
  expect(
    (await as('credit_manager').patch('/templates/christmas', { tone: 'final' })).body,
  ).toMatchObject({ code: 'final_without_next_step' })
  expect(
    (await as('credit_manager').patch('/templates/christmas', { isArchived: true })).body,
  ).toMatchObject({ isArchived: true })
  expect(
    (await as('credit_manager').patch('/templates/reminder_final', { tone: 'friendly' })).body,
  ).toMatchObject({ code: 'tone_is_shipped' })
})

test('everything that a text may name is listed with an example', async () => {
  const { as } = await testApp()
  const { body } = await as('collector').get('/template-variables?language=de')

  expect(body.variables).toContainEqual({
    name: 'payable',
    kind: 'text',
    need: null,
    example: '12.690,00\u00A0€ und 3.600,00\u00A0$',
  })
  expect(body.variables).toContainEqual({
    name: 'due_on',
    kind: 'day',
    need: null,
    example: '3. Februar 2026',
  })
  expect(body.filters).toContainEqual({
    name: 'day',
    use: "{{ due_on | day: 'short' }}",
    example: '03.02.2026',
  })
})

test('P48 a preview on a customer and the statement show the figures of the same account', async () => {
  const { as, given } = await testApp({ today: '2026-03-02' })
  const customerId = await given.customer({ name: 'Brasserie <b>du Port', language: 'fr' })
  await given.contact(customerId, { name: 'Camille Laurent' })
  await given.invoice(customerId, {
    totalMinor: 4_310_00,
    issuedOn: '2026-01-10',
    dueOn: '2026-02-09',
  })
  await given.invoice(customerId, {
    totalMinor: 1_150_00,
    issuedOn: '2026-02-20',
    dueOn: '2026-03-22',
  })
  const text = {
    subject: '{{ customer.name }}',
    body: '{{ greeting }} {{ overdue }}\n\n{{ items_table }}',
  }

  const { body } = await as('collector').post('/template-previews', {
    ...text,
    language: 'fr',
    customerId,
  })
  const page = await as('collector').get(`/template-previews/${body.htmlId}/page`)
  const statement = await as('collector').get(`/customers/${customerId}/statement.pdf`)

  expect(body).toMatchObject({ of: 'customer', subject: 'Brasserie <b>du Port', findings: [] })
  expect(body.text).toContain('Bonjour Camille Laurent, 4\u202F310,00\u00A0€')
  expect(page.bytes.toString()).toContain('4\u202F310,00\u00A0€')
  expect(page.headers['content-security-policy']).toContain('sandbox')
  expect(statement.headers).toMatchObject({ 'content-type': 'application/pdf' })
  const printed = await textOfPdf(statement.bytes)
  for (const amount of ['4 310,00 €', '1 150,00 €']) expect(printed).toContain(amount)
  expect((await as('administrator').get(`/template-previews/${body.htmlId}/page`)).status).toBe(404)
})

test('P67 a statement is of the account alone, and says whose: nothing of a parent or a child', async () => {
  const { as, given } = await testApp({ today: '2026-03-02' })
  const parentId = await given.customer({ number: 'K-TOP', language: 'en' })
  const childId = await given.customer({ number: 'K-SUB', language: 'en', parentId })
  const dates = { issuedOn: '2026-01-10', dueOn: '2026-02-09' }
  await given.invoice(parentId, { ...dates, number: 'R-TOP', totalMinor: 111_00 })
  await given.invoice(childId, { ...dates, number: 'R-SUB', totalMinor: 222_00 })
  for (const [id, own, other] of [
    [parentId, 'TOP', 'SUB'],
    [childId, 'SUB', 'TOP'],
  ]) {
    const { bytes } = await as('collector').get(`/customers/${id}/statement.pdf`)
    const printed = await textOfPdf(bytes)
    expect(printed).toContain(`K-${own}`)
    expect(printed).toContain(`R-${own}`)
    expect(printed).not.toContain(`R-${other}`)
    expect(printed).not.toContain(own === 'TOP' ? '222.00' : '111.00')
    expect(printed).not.toContain('333.00')
  }
})

test('P77 a seller sees the statement of an own customer and learns nothing of another', async () => {
  const { as, given, personOf } = await testApp()
  const mine = await given.customer({ ownerId: await personOf('seller') })
  const theirs = await given.customer()

  expect((await as('seller').get(`/customers/${mine}/statement.pdf`)).status).toBe(200)
  expect((await as('seller').get(`/customers/${theirs}/statement.pdf`)).body).toMatchObject({
    code: 'no_such_customer',
  })
})

test('a preview that cannot be written says why and keeps no page', async () => {
  const { as } = await testApp()
  const { body } = await as('collector').post('/template-previews', {
    subject: 'x',
    body: '{{ nobody }}',
    language: 'en',
  })

  expect(body).toMatchObject({
    of: 'example',
    htmlId: null,
    findings: [{ code: 'unknown_variable' }],
  })
})

test('mail settings keep their password to themselves, encrypted, until another is given', async () => {
  const { as, world, organisation } = await testApp()
  const settings = { ...SETTINGS, username: 'billing', password: 'secret' }

  await as('administrator').put('/mail-settings', settings)
  const changed = await as('administrator').put('/mail-settings', {
    ...SETTINGS,
    username: 'billing',
    port: 2526,
  })

  expect(changed.body.settings).toMatchObject({
    hasPassword: true,
    port: 2526,
    messageDomain: 'seller.example',
  })
  expect(JSON.stringify(changed.body)).not.toContain('secret')
  const row = await inOrganisation(world.db, organisation, (tx) => selectSettings(tx, organisation))
  expect(row?.password).not.toContain('secret')
  expect((await world.secrets.of(organisation)).decrypt(row?.password ?? '')).toBe('secret')
  expect((await as('collector').get('/mail-settings')).status).toBe(403)
  expect((await as('administrator').delete('/mail-settings')).body).toEqual({ settings: null })
})

test('a password is not sent unencrypted over a network', async () => {
  const { as } = await testApp()
  const settings = {
    ...SETTINGS,
    host: 'mail.seller.example',
    username: 'billing',
    password: 'secret',
  }

  expect((await as('administrator').put('/mail-settings', settings)).body).toMatchObject({
    code: 'password_without_encryption',
  })
  expect(
    (await as('administrator').put('/mail-settings', { ...settings, security: 'starttls' })).status,
  ).toBe(200)
})

test('settings can be tried without sending, and say what is wrong in plain terms', async () => {
  const server = await mailServer({ users: { billing: 'right' } })
  const { as } = await testApp()
  const check = async (more: object) =>
    (
      await as('administrator').post('/mail-settings/checks', {
        ...SETTINGS,
        port: server.port,
        username: 'billing',
        ...more,
      })
    ).body

  expect(await check({ password: 'right' })).toMatchObject({
    isGood: true,
    stage: 'done',
    problem: null,
  })
  expect(await check({ password: 'wrong' })).toMatchObject({
    isGood: false,
    stage: 'sign_in',
    problem: 'sign_in_refused',
    answer: '535 who are you?',
  })
  expect(await check({ password: 'right', security: 'starttls' })).toMatchObject({
    stage: 'encrypt',
    problem: 'no_starttls',
  })
  expect(await check({ port: 1 })).toMatchObject({ stage: 'connect', problem: 'no_connection' })
  expect(await check({ host: 'nowhere.invalid' })).toMatchObject({
    stage: 'connect',
    problem: 'host_not_found',
  })
  expect(await server.received()).toEqual([])
})

test('a test message goes to the one who asks, with a statement attached', async () => {
  const server = await mailServer()
  const { as, given } = await testApp()
  const admin = await given.personWith({
    roles: ['administrator'],
    name: 'Zoë Admin',
    email: 'zoe@seller.example',
  })
  await as(admin).put('/mail-settings', { ...SETTINGS, port: server.port })

  const { body } = await as(admin).post('/mail-settings/test-messages', { language: 'de' })

  expect(body).toMatchObject({ isGood: true, to: 'zoe@seller.example' })
  const [mail] = await server.received()
  const email = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
  expect(email).toMatchObject({
    from: { name: 'Zoë Admin', address: 'billing@seller.example' },
    to: [{ name: 'Zoë Admin', address: 'zoe@seller.example' }],
    subject: 'Kontoauszug zum 16. März 2026',
  })
  expect(email.attachments[0]).toMatchObject({ filename: 'Kontoauszug-K-10427-2026-03-16.pdf' })
})

test('without settings nothing is sent and the test message says so', async () => {
  const { as, world, organisation } = await testApp()

  expect((await as('administrator').post('/mail-settings/test-messages', {})).body).toMatchObject({
    code: 'no_mail_settings',
  })
  expect(await deliver(world, organisation, mailTo('a@buyer.example'))).toMatchObject({
    kind: 'not_sent',
    reason: 'not_configured',
  })
})

test('a changed password is used for the very next message, and each organisation uses its own', async () => {
  const server = await mailServer({ users: { one: 'a', two: 'b' } })
  const { as, world, organisation, given } = await testApp()
  const other = await given.organisation()
  const stranger = await given.in(other).person('administrator')
  const settings = { ...SETTINGS, port: server.port }
  await as('administrator').put('/mail-settings', { ...settings, username: 'one', password: 'a' })
  await as(stranger, other).put('/mail-settings', {
    ...settings,
    username: 'two',
    password: 'b',
    fromAddress: 'pay@other.example',
  })

  await deliver(world, organisation, mailTo('first@buyer.example'))
  await deliver(world, other, mailTo('second@buyer.example'))
  await as('administrator').put('/mail-settings', {
    ...settings,
    username: 'one',
    password: 'changed',
  })
  const refused = await deliver(world, organisation, mailTo('third@buyer.example'))

  expect(refused).toMatchObject({ kind: 'not_sent', reason: 'sign_in' })
  expect(await server.received()).toMatchObject([
    { user: 'one', from: 'billing@seller.example', to: ['first@buyer.example'] },
    { user: 'two', from: 'pay@other.example', to: ['second@buyer.example'] },
  ])
})

test('P09 one recipient in three spellings gets one copy; none is not sent', async () => {
  const server = await mailServer()
  const { as, world, organisation } = await testApp()
  await as('administrator').put('/mail-settings', { ...SETTINGS, port: server.port })
  const [bob, shouting, nonsense] = ['bob@buyer.example', 'BOB@BUYER.example', 'bob at buyer'].map(
    (address) => ({ name: '', address }),
  )
  const everyone = [bob, shouting, nonsense].flatMap((mailbox) => mailbox ?? [])

  await deliver(world, organisation, mailTo('bob@buyer.example', { to: everyone, cc: everyone }))
  const nobody = await deliver(world, organisation, mailTo('bob at buyer'))

  expect(await server.received()).toMatchObject([{ to: ['bob@buyer.example'] }])
  expect(nobody).toMatchObject({ kind: 'not_sent', reason: 'no_recipient' })
})

test('the allowance of a minute is one for all processes', async () => {
  const { world } = await testApp()
  const take = () => takeAllowance(world.db, { key: 'mail:x', limit: 7, wanted: 3 })

  const taken = [await take(), await take(), await take(), await take()].map((each) => each.taken)

  // A minute may begin in between; then the count begins again.
  expect([
    [3, 3, 1, 0],
    [3, 3, 1, 3],
    [3, 3, 3, 3],
    [3, 3, 3, 1],
  ]).toContainEqual(taken)
})

test('mail of a demo organisation stays here, whatever its settings say, and can be read here', async () => {
  const server = await mailServer()
  const { as, world, organisation } = await testApp()
  await world.db
    .updateTable('organisations')
    .set({ isDemo: true })
    .where('id', '=', organisation)
    .execute()
  await as('administrator').put('/mail-settings', { ...SETTINGS, port: server.port })
  const attachment = {
    name: 'Relevé.pdf',
    mediaType: 'application/pdf',
    content: Buffer.from('%PDF-x'),
  }

  const delivery = await deliver(
    world,
    organisation,
    mailTo('bob@buyer.example', { attachments: [attachment] }),
  )
  const { body } = await as('collector').get('/demo-mailbox')
  const [mail] = body.mails

  expect(delivery).toMatchObject({ kind: 'accepted' })
  expect(await server.received()).toEqual([])
  expect(mail).toMatchObject({
    from: 'Anna Berg <billing@seller.example>',
    to: ['Bob <bob@buyer.example>'],
    subject: 'Invoice 1',
    attachments: [{ name: 'Relevé.pdf', bytes: 6 }],
  })
  expect((await as('collector').get(`/demo-mailbox/${mail.id}`)).body.text).toContain('Hello')
  expect((await as('collector').get(`/demo-mailbox/${mail.id}/page`)).bytes.toString()).toContain(
    '<p>Hello</p>',
  )
  const file = await as('collector').get(`/demo-mailbox/${mail.id}/attachments/0`)
  expect(file.bytes.toString()).toBe('%PDF-x')
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''Relev%C3%A9.pdf")
})

test('a real organisation has no demo mailbox', async () => {
  const { as } = await testApp()

  expect((await as('collector').get('/demo-mailbox')).body).toMatchObject({ code: 'not_a_demo' })
})

test('health of a fresh organisation is quiet', async () => {
  const { as } = await testApp()

  expect((await as('collector').get('/mail-health')).body).toMatchObject({
    isConfigured: false,
    waiting: 0,
    unknown: 0,
    lastRefusal: null,
  })
})
