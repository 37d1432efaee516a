import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { formIn } from '../testing/asked-question.ts'
import { askedSeller, SAM } from '../testing/asked-seller.ts'
import { raceFor } from '../testing/race.ts'

type App = Awaited<ReturnType<typeof askedSeller>>

/** A seller who holds a customer with two late invoices and a contact, and is asked what came of it. */
async function told(language?: Parameters<typeof askedSeller>[0]) {
  const app = await askedSeller(language)
  await app.given.testMode(false)
  const contactId = await app.given.contact(app.customerId, {
    name: 'Jeanne Roux',
    email: 'jeanne@customer.test',
  })
  const other = await app.given.invoice(app.customerId, {
    number: 'F-2044',
    totalMinor: 125_050,
    issuedOn: '2026-01-15',
    dueOn: '2026-02-14',
  })
  const path = await app.passed()
  const all = [app.invoice.openItemId, other.openItemId]
  const tell = (outcome: string, fields: Record<string, string | readonly string[]> = {}) =>
    app.submit(path, { outcome, ...(outcome === 'wants_plan' && { item: all }), ...fields })
  return { ...app, contactId, other, path, tell }
}

const plansOf = async (app: App) => (await app.seller.get('/plans')).body.rows
const disputesOf = async (app: App) =>
  (await app.seller.get(`/disputes?customer=${app.customerId}`)).body.rows
const searchesOf = async (app: App) =>
  (await app.as('collector').get('/tasks?kind=cash_search')).body.rows
const contactsOf = async (app: App) =>
  (await app.seller.get(`/customers/${app.customerId}/contacts`)).body.contacts

/** Everything that a look at a link could change. */
async function printOf({ world, organisationId }: App) {
  const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
    sql<{ print: string }>`select md5(
      (select string_agg(l::text, '' order by l.id) from signed_links l)
      || coalesce((select string_agg(u::text, '' order by u.id) from link_uses u), '')
      || coalesce((select string_agg(o::text, '' order by o.id) from outcomes o), '')
      || (select string_agg(b::text, '' order by b.id) from balls b)
      || (select string_agg(e::text, '' order by e.id) from events e)) as print`.execute(tx),
  )
  return rows[0]?.print
}

const plan = { parts: '2', 'first-on': '2026-03-11', rhythm: 'week' }

test('P69 whoever follows the link, by GET, HEAD or an empty form, changes nothing', async () => {
  const app = await told()
  const before = await printOf(app)
  const { body } = await app.read(app.path)
  await app.app.inject({ method: 'HEAD', url: app.path })
  await app.app.inject({ method: 'GET', url: `${app.path}?outcome=refuses` })
  expect((await app.submit(app.path, {})).statusCode).toBe(422)
  // Enter in a field presses the first button of a form, which answers nothing.
  expect(/<button[^>]*>/.exec(body)?.[0]).toContain('name="outcome" value=""')
  expect((await app.submit(app.path, { outcome: '' })).statusCode).toBe(422)
  expect(await printOf(app)).toBe(before)
})

test('all ten ways are on the page, with this customer’s invoices and nobody else’s', async () => {
  const app = await told()
  const theirs = await app.given.customer({ name: 'Other Ltd', ownerId: app.owner })
  await app.given.invoice(theirs, { number: 'X-9', dueOn: '2026-02-01', issuedOn: '2026-01-01' })
  const { body } = await app.read(app.path)
  const kinds = [...body.matchAll(/name="outcome" value="([a-z_]+)"/g)].map(([, kind]) => kind)
  expect(kinds).toEqual([
    'promised',
    'wants_plan',
    'dispute',
    'already_paid',
    'needs_documents',
    'wrong_person',
    'short_of_cash',
    'refuses',
    'not_reached',
    'other',
  ])
  expect(body).toContain('F-2044')
  expect(body).toContain('Jeanne Roux')
  expect(body).not.toMatch(/X-9|Other Ltd/)
})

test('where nothing is open any more nothing is promised, paid in parts, disputed or sent', async () => {
  const app = await told()
  for (const { openItemId, amountMinor } of [
    { openItemId: app.invoice.openItemId, amountMinor: 431_000 },
    { openItemId: app.other.openItemId, amountMinor: 125_050 },
  ]) {
    await app.given.payment(app.customerId, { openItemId, amountMinor })
  }
  const { body } = await app.read(app.path)
  const kinds = [...body.matchAll(/name="outcome" value="([a-z_]+)"/g)].map(([, kind]) => kind)
  expect(kinds).toEqual([
    'already_paid',
    'wrong_person',
    'short_of_cash',
    'refuses',
    'not_reached',
    'other',
  ])
  const late = await app.tell('dispute', { invoice: app.other.id, reason: 'price' })
  expect([late.statusCode, late.body.includes('Nothing is open there')]).toEqual([409, true])
})

describe('a plan', () => {
  test('within the mandate is agreed at once, and the ball goes back', async () => {
    const app = await told()
    const done = await app.tell('wants_plan', { ...plan, note: 'Half now, half a week later' })
    expect([done.statusCode, done.body.includes('Approval')]).toEqual([200, false])
    expect(await plansOf(app)).toMatchObject([
      {
        state: 'agreed',
        total: { minor: 556_050, currency: 'EUR' },
        instalments: [
          { dueOn: '2026-03-11', minor: 278_025 },
          { dueOn: '2026-03-18', minor: 278_025 },
        ],
        note: 'Half now, half a week later',
        proposedBy: { id: app.owner },
      },
    ])
    expect(await app.outcomes()).toMatchObject([{ kind: 'wants_plan', loggedBy: app.owner }])
    expect(await app.history()).toMatchObject([{ returnedWhy: 'outcome' }])
    expect(await app.approvals()).toEqual([])
  })

  test.each([
    ['a day too far', { ...plan, 'first-on': '2026-03-12' }, ['extension']],
    ['four parts', { ...plan, parts: '4', 'first-on': '2026-03-04' }, ['extension', 'instalments']],
    ['a small first part', { ...plan, 'first-amount': '100' }, ['first_payment']],
  ])('%s beyond it is asked for, and waits for the manager’s link', async (_, fields, limits) => {
    const app = await told()
    const done = await app.tell('wants_plan', { ...fields, note: 'A big customer of theirs broke' })
    expect([done.statusCode, done.body.includes('Approval has been asked for')]).toEqual([
      200,
      true,
    ])
    expect(await plansOf(app)).toMatchObject([{ state: 'awaiting_approval' }])
    const [approval] = await app.approvals()
    expect(approval).toMatchObject({
      state: 'asked',
      kind: 'plan',
      askedBy: app.owner,
      note: 'A big customer of theirs broke',
    })
    const beyond = JSON.stringify(approval?.beyond)
    for (const limit of limits) expect(beyond).toContain(limit)

    await app.minute()
    const boss = await app.linkTo('ada@example.test')
    expect((await app.submit(boss, { decision: 'approved' })).statusCode).toBe(200)
    expect(await plansOf(app)).toMatchObject([{ state: 'agreed' }])
  })

  test('that cannot be is refused with the reason, and what was typed is kept', async () => {
    const app = await told()
    const refused = [
      [{ parts: '1.5' }, 422, 'Choose what it covers'],
      [{ 'first-on': '' }, 422, 'Choose what it covers'],
      [{ rhythm: 'never' }, 422, 'Choose what it covers'],
      [{ 'first-amount': 'all' }, 422, 'cannot be read'],
      [{ 'first-amount': '5560.50' }, 409, 'must leave something'],
      [{ 'first-on': '2026-03-03' }, 409, 'cannot be before today'],
    ] as const
    for (const [fields, status, sentence] of refused) {
      const typed = { ...plan, ...fields, note: 'Kept as it was typed' }
      const page = await app.tell('wants_plan', typed)
      expect([fields, page.statusCode, page.body.includes(sentence)]).toEqual([
        fields,
        status,
        true,
      ])
      expect(page.body).toContain('Kept as it was typed')
      expect(page.body).toMatch(
        /<details name="path" open>\s*<summary><b>They want to pay in parts/,
      )
    }
    expect(await plansOf(app)).toEqual([])
    expect(await app.history()).toMatchObject([{ returnedOn: null }])
  })

  test('by link and in the application at once is one plan, and the link says so', async () => {
    const app = await told()
    const offer = {
      currency: 'EUR',
      items: [{ openItemId: app.other.openItemId, minor: 125_050 }],
      instalments: [{ dueOn: '2026-03-11', minor: 125_050 }],
    }
    await app.seller.get('/plans')
    const held = { table: 'customers', id: app.customerId, inOrder: true }
    const [inApp, byLink] = await raceFor<{ status: number; body: unknown }>(app.world, held, [
      () => app.seller.post(`/customers/${app.customerId}/plans`, offer),
      async () => {
        const { statusCode: status, body } = await app.tell('wants_plan', plan)
        return { status, body }
      },
    ])
    expect(inApp).toMatchObject({ value: { status: 201 } })
    // What was ticked is read once the customer is theirs to change: one of it is in a plan by now.
    expect(byLink).toMatchObject({ value: { status: 409 } })
    expect(await plansOf(app)).toMatchObject([{ total: { minor: 125_050 } }])

    expect(
      (await app.tell('wants_plan', { ...plan, item: app.invoice.openItemId })).statusCode,
    ).toBe(200)
    const rows = await plansOf(app)
    expect(rows.map(({ total }: { total: { minor: number } }) => total.minor)).toEqual([
      431_000, 125_050,
    ])
  })
})

describe('a dispute', () => {
  test('goes to whom it concerns, with what the customer said, as from the application', async () => {
    const app = await told('de')
    const fields = { invoice: app.other.id, reason: 'not_delivered', disputed: '1.000,00' }
    const done = await app.tell('dispute', { ...fields, note: 'Zwei Paletten fehlen' })
    expect([done.statusCode, done.body.includes('mahnt niemand')]).toEqual([200, true])
    expect(await disputesOf(app)).toMatchObject([
      {
        reason: 'not_delivered',
        amount: { minor: 100_000, currency: 'EUR' },
        department: 'logistics',
        state: 'open',
      },
    ])
    expect(await app.outcomes()).toMatchObject([{ kind: 'dispute' }])
  })

  test.each([
    ['', 125_050],
    ['1250.50', 125_050],
    ['1250.49', 125_049],
  ])('over "%s" is about %i, and never about more than is open', async (disputed, minor) => {
    const app = await told()
    const fields = { invoice: app.other.id, reason: 'price' }
    expect((await app.tell('dispute', { ...fields, disputed: '1250.51' })).statusCode).toBe(409)
    expect((await app.tell('dispute', { ...fields, disputed: 'much' })).statusCode).toBe(422)
    expect((await app.tell('dispute', { ...fields, disputed })).statusCode).toBe(200)
    expect(await disputesOf(app)).toMatchObject([{ amount: { minor } }])
  })

  test('names a reason that there is, and an invoice of this customer', async () => {
    const app = await told()
    const theirs = await app.given.customer({ name: 'Other Ltd', ownerId: app.owner })
    const foreign = await app.given.invoice(theirs, { number: 'X-9', totalMinor: 100_00 })
    const missing = { invoice: app.other.id }
    expect((await app.tell('dispute', missing)).body).toContain('Choose the invoice, and say')
    const unknown = await app.tell('dispute', { ...missing, reason: 'because' })
    expect([unknown.statusCode, unknown.body.includes('cannot be read')]).toEqual([422, true])
    const other = await app.tell('dispute', { invoice: foreign.id, reason: 'price' })
    expect([other.statusCode, other.body.includes('X-9')]).toEqual([409, false])
    expect(await disputesOf(app)).toEqual([])
    expect((await app.seller.get(`/disputes?customer=${theirs}`)).body.rows).toEqual([])
  })

  test('by link and at the desk at once is disputed once', async () => {
    const app = await told()
    const claim = { reason: 'price', amountMinor: 125_050 }
    const collector = app.as('collector')
    await collector.get(app.ball)
    const held = { table: 'customers', id: app.customerId }
    const answers = await raceFor(app.world, held, [
      async () => (await collector.post(`/receivables/${app.other.id}/disputes`, claim)).status,
      async () =>
        (await app.tell('dispute', { invoice: app.other.id, reason: 'price' })).statusCode,
    ])
    const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value : 0))
    expect([
      [201, 409],
      [409, 200],
    ]).toContainEqual(statuses)
    expect(await disputesOf(app)).toHaveLength(1)
  })
})

describe('a plan over some of it', () => {
  test('covers what stays ticked, and its parts add up to that', async () => {
    const app = await told()
    const { body } = await app.read(app.path)
    expect(body.match(/name="item"[^>]*checked/g)).toHaveLength(2)
    const done = await app.tell('wants_plan', { ...plan, item: app.other.openItemId })
    expect(done.statusCode).toBe(200)
    expect(await plansOf(app)).toMatchObject([
      {
        state: 'agreed',
        total: { minor: 125_050, currency: 'EUR' },
        instalments: [{ minor: 62_525 }, { minor: 62_525 }],
      },
    ])
  })

  test('covers something, and nothing that is another customer’s or paid by now', async () => {
    const app = await told()
    const theirs = await app.given.customer({ name: 'Other Ltd', ownerId: app.owner })
    const dates = { dueOn: '2026-02-01', issuedOn: '2026-01-01' }
    const foreign = await app.given.invoice(theirs, { number: 'X-9', ...dates })
    const { openItemId } = app.other
    const nothing = await app.tell('wants_plan', { ...plan, item: [] })
    expect([nothing.statusCode, nothing.body.includes('Choose what it covers')]).toEqual([
      422,
      true,
    ])
    for (const item of [foreign.openItemId, [openItemId, foreign.openItemId], 'none']) {
      expect((await app.tell('wants_plan', { ...plan, item })).statusCode).toBe(409)
    }
    await app.given.payment(app.customerId, { openItemId, amountMinor: 125_050 })
    expect((await app.tell('wants_plan', { ...plan, item: openItemId })).statusCode).toBe(409)
    expect(await plansOf(app)).toEqual([])
    expect(await app.outcomes()).toEqual([])
  })

  test('asks approval for what is beyond the mandate of that part only', async () => {
    const app = await told()
    const { openItemId } = app.other
    const fields = { ...plan, 'first-amount': '625.25' }
    expect((await app.tell('wants_plan', { ...fields, item: openItemId })).statusCode).toBe(200)
    expect(await app.approvals()).toEqual([])
  })
})

describe('"it is paid"', () => {
  test('has finance look for it, and the customer asked for the details, once', async () => {
    const app = await told()
    const { body } = await app.read(app.path)
    expect(body.match(/name="paid"[^>]*checked/g)).toHaveLength(2)
    expect(body).toMatch(/name="asks"[^>]*checked/)
    const form = {
      form: formIn(body),
      contact: app.contactId,
      paid: app.other.id,
      'paid-on': '2026-03-02',
      reference: 'F-2044',
      asks: 'yes',
    }
    const done = await app.tell('already_paid', form)
    expect([done.statusCode, done.body.includes('asked by email for the details')]).toEqual([
      200,
      true,
    ])
    await app.tell('already_paid', form)
    expect(await app.rows.messages()).toMatchObject([
      { templateKey: 'remittance_request', lane: 'seller' },
    ])
    expect(await searchesOf(app)).toMatchObject([{ note: '2026-03-02 · F-2044 · F-2044' }])
  })

  test('asks nobody where that is not ticked, nor where mail reaches nobody', async () => {
    const app = await told()
    const { body } = await app.read(app.path)
    const form = { form: formIn(body), paid: app.other.id, 'paid-on': 'yesterday' }
    expect((await app.tell('already_paid', form)).statusCode).toBe(422)
    expect((await app.tell('already_paid', { ...form, 'paid-on': '' })).statusCode).toBe(200)
    expect(await searchesOf(app)).toMatchObject([{ note: 'F-2044' }])
    expect(await app.rows.messages()).toEqual([])

    const other = await told()
    await other.given.within((tx) =>
      tx.updateTable('contacts').set({ doNotContact: true }).execute(),
    )
    expect((await other.read(other.path)).body).not.toContain('name="asks"')
    expect((await other.tell('already_paid', { asks: 'yes' })).statusCode).toBe(200)
    expect(await other.rows.messages()).toEqual([])
  })

  test('is said of this customer’s invoices only', async () => {
    const app = await told()
    const theirs = await app.given.customer({ name: 'Other Ltd', ownerId: app.owner })
    const foreign = await app.given.invoice(theirs, { number: 'X-9', totalMinor: 100_00 })
    expect((await app.tell('already_paid', { paid: foreign.id })).statusCode).toBe(409)
    expect(await searchesOf(app)).toEqual([])
  })
})

describe('documents', () => {
  test('go to the customer at once, of the invoices that were ticked', async () => {
    const app = await told()
    await app.given.evidence(app.customerId, { receivableId: app.other.id, name: 'F-2044.pdf' })
    const { body } = await app.read(app.path)
    expect(body.match(/name="document"[^>]*checked/g)).toHaveLength(2)
    const form = { form: formIn(body), document: app.other.id, contact: app.contactId }
    const done = await app.tell('needs_documents', form)
    expect([done.statusCode, done.body.includes('gets the documents by email now')]).toEqual([
      200,
      true,
    ])
    await app.tell('needs_documents', form)
    const messages = await app.rows.messages()
    expect(messages).toMatchObject([{ templateKey: 'documents_asked', lane: 'seller' }])
  })

  test('that there are none of are asked of a colleague, and the seller is told', async () => {
    const app = await told()
    const done = await app.tell('needs_documents', { document: app.other.id })
    expect(done.body).toContain('There is no PDF of F-2044')
  })

  test('of nothing, or of somebody else’s invoice, are none', async () => {
    const app = await told()
    const theirs = await app.given.customer({ name: 'Other Ltd', ownerId: app.owner })
    const foreign = await app.given.invoice(theirs, { number: 'X-9', totalMinor: 100_00 })
    const nothing = await app.tell('needs_documents')
    expect([nothing.statusCode, nothing.body.includes('at least one')]).toEqual([422, true])
    expect((await app.tell('needs_documents', { document: foreign.id })).statusCode).toBe(409)
    expect((await app.tell('needs_documents', { document: "' or 1=1" })).statusCode).toBe(422)
    expect(await app.outcomes()).toEqual([])
    expect(await app.rows.messages()).toEqual([])
  })
})

describe('the wrong person', () => {
  test('is not written to any more, and the right one takes their place', async () => {
    const app = await told()
    const right = { name: 'Marc Petit', email: 'marc@customer.test', phone: '' }
    const done = await app.tell('wrong_person', { contact: app.contactId, ...right })
    expect(done.statusCode).toBe(200)
    const contacts = await contactsOf(app)
    expect(contacts).toContainEqual(
      expect.objectContaining({ id: app.contactId, doNotContact: true }),
    )
    expect(contacts).toContainEqual(expect.objectContaining({ ...right, doNotContact: false }))
  })

  test('of whom nobody knows the right one gives somebody the task to find them', async () => {
    const app = await told()
    expect((await app.tell('wrong_person')).statusCode).toBe(200)
    expect(await app.outcomes()).toMatchObject([{ kind: 'wrong_person', contactId: null }])
  })

  test('is not taken as somebody who cannot be written to, and the page says why', async () => {
    const app = await told()
    const refused = [
      [{ email: 'marc@customer.test' }, 422, 'Enter the name'],
      [{ name: 'Marc', email: 'marc at customer' }, 409, 'no email address'],
      [{ name: 'Marc', phone: 'ring me' }, 409, 'no telephone number'],
      [{ name: 'x'.repeat(201) }, 422, 'cannot be read'],
    ] as const
    for (const [fields, status, sentence] of refused) {
      const page = await app.tell('wrong_person', fields)
      expect([fields, page.statusCode, page.body.includes(sentence)]).toEqual([
        fields,
        status,
        true,
      ])
    }
    expect(await contactsOf(app)).toHaveLength(1)
  })
})

test('something else needs its words', async () => {
  const app = await told()
  expect((await app.tell('other', { note: '  ' })).statusCode).toBe(422)
  expect((await app.tell('other', { note: 'They are moving house' })).statusCode).toBe(200)
  expect(await app.outcomes()).toHaveLength(1)
})

describe('a link that ended', () => {
  test.each([
    ['UTC', '2026-03-11T23:59:59Z', '2026-03-12T00:00:00Z'],
    ['America/New_York', '2026-03-12T03:59:59Z', '2026-03-12T04:00:00Z'],
  ])('with the turn in %s tells nothing more', async (timeZone, open, over) => {
    const app = await askedSeller()
    await app.world.db
      .updateTable('organisations')
      .set({ timeZone })
      .where('id', '=', app.organisationId)
      .execute()
    const path = await app.passed()
    const answer = { outcome: 'dispute', invoice: app.invoice.id, reason: 'price' }
    app.setNow(over)
    const late = await app.submit(path, answer)
    expect([late.statusCode, await app.outcomes()]).toEqual([410, []])
    app.setNow(open)
    expect((await app.submit(path, answer)).statusCode).toBe(200)
  })

  test('P77 with the customer, who went to another seller, shows and tells nothing', async () => {
    const app = await told()
    const other = await app.given.person('seller')
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('customers')
        .set({ ownerId: other })
        .where('id', '=', app.customerId)
        .execute(),
    )
    const answer = await app.tell('dispute', { invoice: app.other.id, reason: 'price' })
    for (const page of [await app.read(app.path), answer]) {
      expect([page.statusCode, page.body.includes('Brasserie')]).toEqual([410, false])
    }
    expect(await app.outcomes()).toEqual([])
  })

  test('with the right to work tells nothing, whatever else they may still read', async () => {
    const app = await told()
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('members')
        .set({ roles: ['auditor'] })
        .where('personId', '=', app.owner)
        .execute(),
    )
    expect((await app.tell('refuses')).statusCode).toBe(410)
    expect((await app.read(app.path)).statusCode).toBe(410)
    expect(await app.outcomes()).toEqual([])
  })

  test('by its use says what came of it, and the same form twice at once is one outcome', async () => {
    const app = await told()
    const form = { form: formIn((await app.read(app.path)).body), invoice: app.other.id }
    const held = { table: 'customers', id: app.customerId }
    const send = () => app.tell('dispute', { ...form, reason: 'price' })
    const answers = await raceFor(app.world, held, [send, send])
    for (const answer of answers) expect(answer).toMatchObject({ value: { statusCode: 200 } })
    expect(await app.outcomes()).toHaveLength(1)
    const later = await app.tell('refuses')
    expect([later.statusCode, later.body.includes('it is written down')]).toEqual([409, true])
    expect((await app.read(app.path)).body).toContain('Nobody asks the customer for this part')
  })
})

test('the mail that brings it names the customer, in the seller’s language', async () => {
  const app = await told('fr')
  const [mail] = await app.mailsTo(SAM)
  expect(mail?.subject).toContain('Brasserie du Port')
  expect((await app.read(app.path)).body).toContain('Veut payer en plusieurs fois')
})
