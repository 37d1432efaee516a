import { expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const HEADINGS =
  'Customer no;Name;Street;Postal code;City;Country;Language;Parent;VAT ID;Payment terms;Credit limit;Account manager;Contact;Email;Phone'

const file = (...rows: string[]) => [HEADINGS, ...rows].join('\n')

async function read(all: Awaited<ReturnType<typeof office>>) {
  const keys = await all.world.secrets.of(all.organisation)
  const customers = await all.query<Record<string, string>>(`
    select c.number, c.name, c.country, c.language, c.time_zone, c.address, c.vat_id, c.terms_days,
      c.credit_limit_minor, p.number as parent, o.name as owner
    from customers c left join customers p on p.id = c.parent_id left join people o on o.id = c.owner_id
    order by c.number`)
  const contacts = await all.query<Record<string, string>>(`
    select c.number as customer, k.name, k.email, k.phone, k.role, k.is_primary
    from contacts k join customers c on c.id = k.customer_id order by c.number, k.id`)
  return {
    customers: customers.map((row) => ({ ...row, address: keys.decrypt(row['address'] ?? '') })),
    contacts: contacts.map((row) => ({
      ...row,
      name: keys.decrypt(row['name'] ?? ''),
      email: keys.decrypt(row['email'] ?? ''),
      phone: keys.decrypt(row['phone'] ?? ''),
    })),
  }
}

test('customers come with address, people, owner, terms and group', async () => {
  const all = await office()
  await all.given.personWith({ roles: ['seller'], name: 'Hans Müller', email: 'hans@example.test' })
  const seen = await all.imports.applied(
    all.entity,
    file(
      'K1;Alpha GmbH;Weg 1;80331;München;Deutschland;;;DE123;14 Tage netto;5.000,00;hans muller;Ada;ada@alpha.test;089 1234567',
      'K2;Beta SA;;;Lyon;FR;;K1;;30 jours;;hans@example.test;;b@beta.test, c@beta.test;',
      'K3;Gamma;;;;Atlantis;xx;K99;;NAA8;-5;Nobody;;not-an-email;',
    ),
  )
  expect(seen.difference).toMatchObject({ customers: { new: 3 }, contacts: { new: 3 } })
  const { customers, contacts } = await read(all)
  expect(customers).toMatchObject([
    {
      number: 'K1',
      country: 'DE',
      language: 'de',
      timeZone: 'Europe/Berlin',
      address: 'Weg 1\n80331 München',
      vatId: 'DE123',
      termsDays: 14,
      creditLimitMinor: 5_000_00,
      owner: 'Hans Müller',
      parent: null,
    },
    {
      number: 'K2',
      country: 'FR',
      language: 'fr',
      timeZone: 'Europe/Paris',
      termsDays: 30,
      parent: 'K1',
      owner: 'Hans Müller',
    },
    { number: 'K3', country: '', termsDays: null, creditLimitMinor: null, owner: null },
  ])
  expect(contacts).toEqual([
    {
      customer: 'K1',
      name: 'Ada',
      email: 'ada@alpha.test',
      phone: '+49891234567',
      role: 'accounts_payable',
      isPrimary: true,
    },
    {
      customer: 'K2',
      name: '',
      email: 'b@beta.test',
      phone: '',
      role: 'accounts_payable',
      isPrimary: true,
    },
    {
      customer: 'K2',
      name: '',
      email: 'c@beta.test',
      phone: '',
      role: 'accounts_payable',
      isPrimary: false,
    },
  ])
  const { body } = await all.asker.get(`/imports/${seen.id}/findings`)
  const codes = body.rows.map(({ code }: { code: string }) => code)
  expect(codes).toEqual(
    expect.arrayContaining([
      'country_unknown',
      'language_unknown',
      'credit_limit_invalid',
      'owner_unknown',
      'email_invalid',
      'parent_unknown',
    ]),
  )
})

test('the same file twice changes nothing; a changed row changes what it says and no more', async () => {
  const all = await office()
  const row = 'K1;Alpha GmbH;Weg 1;80331;München;DE;;;DE123;14 Tage;;;Ada;ada@alpha.test;'
  await all.imports.applied(all.entity, file(row))
  const before = await read(all)
  const again = await all.imports.compared(all.entity, file(row))
  expect(again.difference).toMatchObject({
    customers: { new: 0, changed: 0, same: 1 },
    contacts: { new: 0, changed: 0, same: 1 },
  })
  await all.imports.apply(again.id)
  expect(await read(all)).toEqual(before)

  const moved = await all.imports.compared(
    all.entity,
    file('K1;Alpha GmbH;Weg 2;80331;München;DE;;;;;;;Ada B.;ada@alpha.test;'),
  )
  expect(moved.difference).toMatchObject({ customers: { changed: 1 }, contacts: { changed: 1 } })
  const changes = await all.asker.get(`/imports/${moved.id}/changes`)
  expect(changes.body.rows).toMatchObject([
    {
      subject: 'customer',
      kind: 'changed',
      fields: [{ field: 'address', before: 'Weg 1\n80331 München', after: 'Weg 2\n80331 München' }],
    },
  ])
  await all.imports.apply(moved.id)
  expect(await read(all)).toMatchObject({
    customers: [{ address: 'Weg 2\n80331 München', vatId: 'DE123', termsDays: 14 }],
    contacts: [{ name: 'Ada B.', email: 'ada@alpha.test' }],
  })
})

test('people and owners are of the database in a form that nobody reads', async () => {
  const all = await office()
  await all.imports.applied(
    all.entity,
    file('K1;Alpha;Geheimweg 1;;;DE;;;;;;;Ada Geheim;ada.geheim@alpha.test;'),
  )
  const rows = await all.query(
    'select to_json(c)::text || (select string_agg(to_json(k)::text, $$ $$) from contacts k) as text from customers c',
  )
  const kept = await all.query(
    'select inspection, (select string_agg(detail, $$ $$) from import_changes) as text from imports',
  )
  expect(JSON.stringify([rows, kept])).not.toMatch(/geheim/i)
})

test('one customer written in several ways is one, and does not change with each file', async () => {
  const all = await office()
  const ledger = [
    'Customer no;Customer name;Invoice no;Invoice date;Due date;Open amount',
    'K1;WAL-MAR corp;R1;05.01.2026;04.02.2026;10,00',
    'K1;WAL-MAR llc;R2;05.01.2026;04.02.2026;10,00',
  ].join('\n')
  await all.imports.applied(all.entity, ledger)
  expect((await read(all)).customers).toMatchObject([{ name: 'WAL-MAR corp' }])
  const again = await all.imports.compared(
    all.entity,
    ledger.split('\n').toSpliced(1, 1).join('\n'),
  )
  expect(again.difference.customers).toMatchObject({ same: 1, changed: 0 })
})

const owned = (owner: string) => `Customer no;Name;City;Account manager\nK1;Alpha;Ulm;${owner}`

test('the owner is dated: since ever at first, from today when it changes', async () => {
  const all = await office()
  await all.given.personWith({ roles: ['seller'], name: 'Hans', email: 'hans@example.test' })
  await all.given.personWith({ roles: ['seller'], name: 'Grete', email: 'grete@example.test' })
  await all.imports.applied(all.entity, owned('Hans'))
  await all.imports.applied(all.entity, owned('Grete'))
  expect(
    await all.query(
      'select o.from_on, p.name from customer_owners o join people p on p.id = o.owner_id order by 1',
    ),
  ).toEqual([
    { fromOn: '1900-01-01', name: 'Hans' },
    { fromOn: '2026-03-02', name: 'Grete' },
  ])
})

test('new customers are found by search and are in the lists', async () => {
  const all = await office()
  await all.imports.applied(all.entity, file('K77;Überwald Möbel;;;;DE;;;;;;;;;'))
  const { body } = await all.asker.get('/customers?search=moebel')
  expect(body.rows).toMatchObject([{ number: 'K77' }])
})
