import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { day } from '../../kernel/day.ts'
import { testApp } from '../../testing/test-app.ts'

const today = '2026-03-20'
type Row = { id: string; name: string; totals: { owedMinor: number }[] }

async function allPages(
  get: (url: string) => Promise<{ body: { rows: Row[]; next: string | null } }>,
  url: string,
) {
  const rows: Row[] = []
  let next: string | null = ''
  while (next !== null) {
    const { body }: { body: { rows: Row[]; next: string | null } } = await get(
      `${url}${next ? `&cursor=${next}` : ''}`,
    )
    rows.push(...body.rows)
    next = body.next
  }
  return rows
}

async function eleven() {
  const made = await testApp({ today })
  const names = [
    'Émile',
    'Edgar',
    'Zoë',
    'Ägir',
    'Bruno',
    'bruno',
    'Ötzi',
    'Łukasz',
    'Çelik',
    'anna',
    'Anna',
  ]
  for (const [at, name] of names.entries()) {
    const customer = await made.given.customer({ name })
    if (at % 3 !== 2) {
      await made.given.invoice(customer, {
        totalMinor: (at % 4) * 100 + 100,
        issuedOn: '2025-09-01',
        dueOn: at % 2 ? '2026-02-10' : '2026-04-01',
      })
    }
  }
  return { ...made, get: made.as('collector').get }
}

describe('the list of customers', () => {
  test.each(['name', 'number', 'owed', 'overdue', 'oldest'])(
    'by %s has everyone once, page by page',
    async (sort) => {
      const { get } = await eleven()
      const whole = await allPages(get, `/customers?sort=${sort}&limit=200`)
      const paged = await allPages(get, `/customers?sort=${sort}&limit=2`)
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
      expect(new Set(paged.map(({ id }) => id)).size).toBe(11)
    },
  )

  test('goes by name as people read it: accents and capitals do not matter', async () => {
    const { get } = await eleven()
    const names = (await allPages(get, '/customers?sort=name&limit=200')).map(({ name }) =>
      name.toLowerCase(),
    )
    expect(names).toEqual([
      'ägir',
      'anna',
      'anna',
      'bruno',
      'bruno',
      'çelik',
      'edgar',
      'émile',
      'łukasz',
      'ötzi',
      'zoë',
    ])
  })

  test('has what the footer says and what the ageing says', async () => {
    const { get } = await eleven()
    const rows = await allPages(get, '/customers?limit=200')
    const owed = rows
      .flatMap(({ totals }) => totals)
      .reduce((sum, { owedMinor }) => sum + owedMinor, 0)
    const footer = (await get('/customers/totals')).body
    const ageing = (await get('/ageing')).body
    expect(footer).toMatchObject({ customers: 11, totals: [{ owedMinor: owed }] })
    expect(ageing.totals[0].balanceMinor).toBe(owed)
  })

  test('refuses a cursor that nobody handed out', async () => {
    const { get } = await eleven()
    for (const cursor of [
      'x',
      Buffer.from('["a"]').toString('base64url'),
      Buffer.from('["x","y"]').toString('base64url'),
    ]) {
      expect((await get(`/customers?cursor=${cursor}`)).body.code).toBe('malformed_cursor')
    }
  })
})

describe('filters', () => {
  test.each([
    ['lateFrom=10&lateTo=20', ['late']],
    ['lateFrom=31', ['older']],
    ['lateFrom=10', ['late', 'older']],
    ['owing=overdue', ['late', 'older']],
    ['owing=owed', ['late', 'notdue', 'older']],
    ['country=FR', ['older']],
    ['tag=key', ['late']],
    ['currency=USD', ['older']],
    ['currency=USD&sort=owed', ['older']],
    ['segment=consumer', ['nothing']],
    ['owner=none', ['late', 'notdue', 'nothing', 'older']],
    ['ball=seller', ['notdue']],
    ['ball=finance&owing=owed', ['late', 'older']],
    ['vanished=yes', []],
  ])('%s finds %s', async (query, found) => {
    const { as, given, world, organisation } = await testApp({ today })
    const late = await given.customer({ name: 'late', tags: ['key'] })
    await given.invoice(late, { issuedOn: '2026-02-01', dueOn: '2026-03-05' })
    const older = await given.customer({ name: 'older', country: 'FR' })
    await given.invoice(older, { issuedOn: '2026-01-01', dueOn: '2026-01-31', currency: 'USD' })
    const notDue = await given.customer({ name: 'notdue' })
    await given.invoice(notDue, { issuedOn: today, dueOn: '2026-04-19' })
    await given.customer({ name: 'nothing', segment: 'consumer' })
    await inOrganisation(world.db, organisation, (tx) =>
      tx
        .insertInto('balls')
        .values({
          id: crypto.randomUUID(),
          organisationId: organisation,
          customerId: notDue,
          lane: 'seller',
          takenOn: day(today),
          returnsOn: day('2026-04-01'),
          recordedAt: world.clock(),
        })
        .execute(),
    )

    const { body } = await as('collector').get(`/customers?limit=50&${query}`)
    expect(body.rows.map(({ name }: Row) => name).toSorted()).toEqual(found)
    const totals = await as('collector').get(`/customers/totals?${query.replace(/&sort=\w+/, '')}`)
    expect(totals.body.customers).toBe(found.length)
  })
})

describe('search', () => {
  test.each([
    ['brass', ['Brasserie du Port']],
    ['PORT bras', ['Brasserie du Port']],
    ['asserie', []],
    ['muller', ['Müller & Söhne GmbH']],
    ['mueller', ['Müller & Söhne GmbH']],
    ['Müller', ['Müller & Söhne GmbH']],
    ['soehne', ['Müller & Söhne GmbH']],
    ['D-100', ['Brasserie du Port']],
    ['2026-10', ['Brasserie du Port']],
    ['re-77', ['Müller & Söhne GmbH']],
    ["o'neil %_\\", ["O'Neil % Partners"]],
    ['ελληνικά', ['Ελληνικά Τρόφιμα']],
    ['  ', ['Brasserie du Port', 'Müller & Söhne GmbH', "O'Neil % Partners", 'Ελληνικά Τρόφιμα']],
    ['\u0000', []],
  ])('for %j finds %j', async (text, names) => {
    const { as, given } = await testApp({ today })
    const port = await given.customer({ name: 'Brasserie du Port', number: 'D-100234' })
    await given.invoice(port, { number: '2026-1043' })
    const sons = await given.customer({ name: 'Müller & Söhne GmbH' })
    await given.invoice(sons, { number: 'RE-778' })
    await given.customer({ name: "O'Neil % Partners" })
    await given.customer({ name: 'Ελληνικά Τρόφιμα' })

    const { body, status } = await as('collector').get(
      `/customers?search=${encodeURIComponent(text)}`,
    )
    expect(status).toBe(200)
    expect(body.rows.map(({ name }: Row) => name).toSorted()).toEqual(names)
  })

  test('in the palette finds customers and documents, of the own customers only', async () => {
    const { as, given } = await testApp({ today })
    const seller = await given.person('seller')
    const mine = await given.customer({ name: 'Nordlicht', ownerId: seller })
    await given.invoice(mine, { number: 'N-1' })
    const other = await given.customer({ name: 'Nordwind' })
    await given.invoice(other, { number: 'N-12' })

    const found = async (who: string, text: string) => {
      const { body } = await as(who).get(`/search?text=${text}`)
      return [body.customers.length, body.receivables.length]
    }
    expect(await found('collector', 'nord')).toEqual([2, 0])
    expect(await found('collector', 'N-1')).toEqual([0, 2])
    expect(await found(seller, 'nord')).toEqual([1, 0])
    expect(await found(seller, 'N-1')).toEqual([0, 1])
  })
})

describe('a customer', () => {
  test('that is not theirs does not exist for a seller, whatever they ask of it', async () => {
    const { as, given } = await testApp({ today })
    const seller = as(await given.person('seller'))
    const customer = await given.customer()
    const { id } = await given.invoice(customer)
    for (const path of [
      '',
      '/group',
      '/owners',
      '/open-items',
      '/payments',
      '/contacts',
      '/holds',
      '/evidence',
    ]) {
      const { body } = await seller.get(`/customers/${customer}${path}`)
      expect([path, body.code]).toEqual([path, 'no_such_customer'])
    }
    expect((await seller.get(`/receivables/${id}`)).body.code).toBe('no_such_receivable')
    expect((await seller.get('/open-items')).body.rows).toEqual([])
    expect((await seller.get('/receivables')).body.rows).toEqual([])
    expect((await seller.get('/allocations')).body.rows).toEqual([])
  })

  test('of another organisation does not exist', async () => {
    const { as, given } = await testApp({ today })
    const elsewhere = given.in(await given.organisation())
    const customer = await elsewhere.customer()
    expect((await as('collector').get(`/customers/${customer}`)).body.code).toBe('no_such_customer')
  })

  test('shows habits: how late money comes, and on which days', async () => {
    const { as, given } = await testApp({ today })
    const customer = await given.customer()
    // Fridays, 11 days late each.
    for (const [dueOn, receivedOn] of [
      ['2026-01-12', '2026-01-23'],
      ['2026-02-02', '2026-02-13'],
      ['2026-02-23', '2026-03-06'],
      ['2025-10-06', '2025-10-17'],
      ['2025-10-20', '2025-10-31'],
      ['2025-11-03', '2025-11-14'],
    ]) {
      const { openItemId } = await given.invoice(customer, {
        totalMinor: 100,
        issuedOn: '2026-01-01',
        dueOn: dueOn ?? '',
      })
      await given.payment(customer, { amountMinor: 100, receivedOn: receivedOn ?? '', openItemId })
    }
    const { body } = await as('collector').get(`/customers/${customer}`)
    const calendar = { weekdays: [5], monthDays: [], kept: 6, payments: 6 }
    expect(body.habits).toEqual({ averageDaysLate: 11, calendar })
  })

  test('is changed in what is named and nothing else, and the history does not tell addresses', async () => {
    const { as, given, world, organisation } = await testApp({ today })
    const customer = await given.customer({ name: 'Before' })
    const change = {
      address: 'Secret street 1',
      language: 'fr',
      tags: ['a', 'b'],
      creditLimit: { minor: 500_00, currency: 'EUR' },
      name: 'After',
    }
    expect((await as('collector').patch(`/customers/${customer}`, change)).status).toBe(200)

    const { body } = await as('collector').get(`/customers/${customer}`)
    expect(body).toMatchObject({ ...change, segment: 'commercial', country: 'DE' })
    expect((await as('collector').get('/customers?search=after')).body.rows).toHaveLength(1)
    const history = await inOrganisation(world.db, organisation, (tx) =>
      tx.selectFrom('events').select('data').where('name', '=', 'customer.changed').execute(),
    )
    expect(JSON.stringify(history)).toContain('"language":"fr"')
    expect(JSON.stringify(history)).not.toMatch(/Secret|After/)
  })

  test.each([
    ['no_such_member', { collectorId: crypto.randomUUID() }],
    ['no_such_playbook', { playbookId: crypto.randomUUID() }],
    ['no_such_time_zone', { timeZone: 'Mars/Olympus' }],
    ['no_such_customer', { parentId: crypto.randomUUID() }],
    ['malformed_request', { termsDays: 366 }],
  ])('is not changed: %s', async (code, change) => {
    const { as, given } = await testApp({ today })
    const customer = await given.customer()
    expect((await as('collector').patch(`/customers/${customer}`, change)).body.code).toBe(code)
  })

  test('is not put beneath itself or its own branch', async () => {
    const { as, given } = await testApp({ today })
    const top = await given.customer()
    const branch = await given.customer({ parentId: top })
    const put = (customer: string, parentId: string) =>
      as('collector').patch(`/customers/${customer}`, { parentId })
    expect((await put(top, top)).body.code).toBe('parent_is_itself')
    expect((await put(top, branch)).body.code).toBe('parent_makes_circle')
    expect((await put(branch, top)).status).toBe(200)
  })
})

test('an auditor reads and changes nothing; a stranger does neither', async () => {
  const { as, stranger, given } = await testApp({ today })
  const customer = await given.customer()
  expect((await as('auditor').get(`/customers/${customer}`)).status).toBe(200)
  expect((await as('auditor').patch(`/customers/${customer}`, { tags: [] })).status).toBe(403)
  expect((await stranger.get('/customers')).status).toBe(401)
  expect(
    (await as('seller').post(`/customers/${customer}/owners`, { ownerId: null, fromOn: today }))
      .status,
  ).toBe(403)
})
