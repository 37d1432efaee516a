import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { testApp } from '../../testing/test-app.ts'
import { markBounced } from '../index.ts'
import { readPhone } from './phones.ts'
import { refusalOfContact } from './rules.ts'

describe('somebody can be talked to', () => {
  const ada = { name: 'Ada', email: 'ada@example.test', phone: '', hasSmsConsent: false }
  test.each([
    [null, ada],
    [null, { ...ada, email: '', name: 'Ada' }],
    [null, { ...ada, email: '', name: '', phone: '+491701234567' }],
    [null, { ...ada, email: 'buchhaltung+mahnung@müller-söhne.example' }],
    [null, { ...ada, phone: '+491701234567', hasSmsConsent: true }],
    ['contact_without_a_way', { ...ada, email: '', name: '' }],
    ['malformed_phone', { ...ada, phone: null }],
    ['consent_without_phone', { ...ada, hasSmsConsent: true }],
    ['malformed_email', { ...ada, email: 'ada' }],
    ['malformed_email', { ...ada, email: 'ada@localhost' }],
    ['malformed_email', { ...ada, email: 'ada@example.test, bob@example.test' }],
    ['malformed_email', { ...ada, email: 'Ada <ada@example.test>' }],
    ['malformed_email', { ...ada, email: 'ada@-bad.example' }],
  ])('%s', (code, draft) => {
    expect(refusalOfContact(draft)).toBe(code)
  })

  test.each([
    ['0170 1234567', 'DE', '+491701234567'],
    ['+33 6 12 34 56 78', 'DE', '+33612345678'],
    ['', 'DE', ''],
    ['12', 'DE', null],
    ['0170 1234567', '', null],
  ])('at %j dialled in %j: %j', (text, country, number) => {
    expect(readPhone(text, country)).toBe(number)
  })
})

async function house() {
  const made = await testApp({ today: '2026-03-20' })
  const customer = await made.given.customer()
  const url = `/customers/${customer}/contacts`
  const list = async () => (await made.as('collector').get(url)).body.contacts
  return { ...made, customer, url, list, people: made.as('collector') }
}

test('the first contact is the primary one, until another is', async () => {
  const { people, url, list } = await house()
  const ada = await people.post(url, { name: 'Ada', email: 'ada@example.test' })
  await people.post(url, { name: 'Bob', role: 'buyer', phone: '0170 1234567' })
  expect(await list()).toMatchObject([
    { name: 'Ada', isPrimary: true, role: 'accounts_payable' },
    { name: 'Bob', isPrimary: false, role: 'buyer', phone: '+491701234567' },
  ])
  const [, bob] = await list()
  expect((await people.patch(`/contacts/${bob.id}`, { isPrimary: true })).status).toBe(200)
  expect(await list()).toMatchObject([
    { name: 'Bob', isPrimary: true },
    { id: ada.body.id, isPrimary: false },
  ])
})

test('a contact lies encrypted in the database and is found by its address', async () => {
  const { people, url, world, organisation } = await house()
  await people.post(url, {
    name: 'Ada Secret',
    email: 'Ada.Secret@example.test',
    phone: '0170 1234567',
  })
  const [row] = await inOrganisation(world.db, organisation, (tx) =>
    tx.selectFrom('contacts').selectAll().execute(),
  )
  expect(JSON.stringify(row)).not.toMatch(/Secret|1234567/i)
  const keys = await world.secrets.of(organisation)
  expect(row?.emailHash).toBe(keys.hash('ada.secret@example.test'))
})

test('an address that bounced is fresh again when it is changed, and only then', async () => {
  const { people, url, list, world, organisation } = await house()
  const { body } = await people.post(url, { name: 'Ada', email: 'ada@example.test' })
  const keys = await world.secrets.of(organisation)
  const doing = {
    organisationId: organisation,
    by: { kind: 'system' as const },
    at: world.clock(),
    owners: null,
  }
  await inOrganisation(world.db, organisation, (tx) =>
    markBounced(tx, doing, { email: 'ADA@example.test', keys }),
  )
  expect(await list()).toMatchObject([{ emailBouncedAt: '2026-03-20T12:00:00.000Z' }])

  await people.patch(`/contacts/${body.id}`, { name: 'Ada L.' })
  expect(await list()).toMatchObject([
    { name: 'Ada L.', emailBouncedAt: '2026-03-20T12:00:00.000Z' },
  ])
  await people.patch(`/contacts/${body.id}`, { email: 'ada@other.test' })
  expect(await list()).toMatchObject([{ email: 'ada@other.test', emailBouncedAt: null }])
})

test('a removed contact is gone; a change that makes no sense changes nothing', async () => {
  const { people, url, list } = await house()
  const { body } = await people.post(url, { name: 'Ada', email: 'ada@example.test' })
  expect((await people.patch(`/contacts/${body.id}`, { email: 'nonsense' })).body.code).toBe(
    'malformed_email',
  )
  expect((await people.patch(`/contacts/${body.id}`, { timeZone: 'Mars/Olympus' })).body.code).toBe(
    'no_such_time_zone',
  )
  expect(await list()).toMatchObject([{ email: 'ada@example.test' }])
  expect((await people.delete(`/contacts/${body.id}`)).status).toBe(200)
  expect(await list()).toEqual([])
  expect((await people.delete(`/contacts/${body.id}`)).body.code).toBe('no_such_contact')
})

test("a seller edits the contacts of their own customers, nobody else's", async () => {
  const { people, url, as, given } = await house()
  const seller = await given.person('seller')
  const mine = await given.customer({ ownerId: seller })
  const foreign = await people.post(url, { name: 'Ada' })
  expect((await as(seller).post(`/customers/${mine}/contacts`, { name: 'Eve' })).status).toBe(201)
  expect((await as(seller).post(url, { name: 'Eve' })).body.code).toBe('no_such_customer')
  expect((await as(seller).patch(`/contacts/${foreign.body.id}`, { name: 'Eve' })).body.code).toBe(
    'no_such_customer',
  )
  expect((await as(seller).delete(`/contacts/${foreign.body.id}`)).status).toBe(404)
})
