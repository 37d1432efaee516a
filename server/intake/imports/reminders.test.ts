import { describe, expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const HEADINGS = {
  en: 'Customer no;Name;Invoice no;Invoice date;Due date;Amount;Dunning level;Last dunned on',
  de: 'Kundennummer;Name;Rechnungsnummer;Rechnungsdatum;Fällig am;Betrag;Mahnstufe;Letzte Mahnung',
  fr: 'N° client;Nom;N° facture;Date facture;Échéance;Montant;Niveau de relance;Dernière relance',
  es: 'Nº cliente;Nombre;Nº factura;Fecha factura;Vencimiento;Importe;Nivel de aviso;Fecha último aviso',
} as const

type Office = Awaited<ReturnType<typeof office>>

type Known = { readonly number: string; readonly onDay: string; readonly level: number }

const known = ({ query }: Office) =>
  query<Known>(`select r.number, o.on_day, o.level from outside_contacts o
    join receivables r on r.id = o.receivable_id order by r.number, o.on_day, o.level`)

const row = (number: string, level: string, on: string) =>
  `K1;Alpha GmbH;${number};05.01.2026;04.02.2026;100,00;${level};${on}`
const fileOf = (...rows: string[]) => [HEADINGS.de, ...rows].join('\n')

test.each(Object.entries(HEADINGS))(
  'P35 how far another system went, and when, comes by the headings of a list in %s',
  async (_, headings) => {
    const all = await office()
    await all.imports.applied(all.entity, `${headings}\n${row('R1', '2', '20.02.2026')}\n`)
    expect(await known(all)).toEqual([{ number: 'R1', onDay: '2026-02-20', level: 2 }])
  },
)

describe('P35 what a file says of reminders elsewhere', () => {
  test.each([
    ['a day without a level is a first reminder', '', '20.02.2026', [['2026-02-20', 1]]],
    ['a level of nought with a day was no reminder', '0', '20.02.2026', [['2026-02-20', 0]]],
    ['a level without a day counts from today', '3', '', [['2026-03-02', 3]]],
    ['today is a day', '1', '02.03.2026', [['2026-03-02', 1]]],
    ['nothing is nothing', '', '', []],
    ['level nought is nothing', '0', '', []],
  ])('%s', async (_what, level, on, expected) => {
    const all = await office()
    await all.imports.applied(all.entity, fileOf(row('R1', level, on), row('R2', '', '')))
    const rows = await known(all)
    expect(rows.map((one) => [one.onDay, one.level])).toEqual(expected)
  })

  test('is kept once however often it comes, goes on, and never goes back', async () => {
    const all = await office()
    const told = async (level: string, on: string) => {
      await all.imports.applied(all.entity, fileOf(row('R1', level, on), row('R2', '', '')))
      return (await known(all)).map((one) => [one.onDay, one.level])
    }
    const first = [['2026-02-10', 1]]
    expect(await told('1', '10.02.2026')).toEqual(first)
    all.setNow('2026-03-03T12:00:00Z')
    expect(await told('1', '10.02.2026')).toEqual(first)
    expect(await told('1', '')).toEqual(first)
    expect(await told('1', '09.02.2026')).toEqual(first)
    const second = [...first, ['2026-02-24', 2]]
    expect(await told('2', '24.02.2026')).toEqual(second)
    expect(await told('1', '10.02.2026')).toEqual(second)
    const third = [...second, ['2026-03-03', 3]]
    expect(await told('3', '')).toEqual(third)
    all.setNow('2026-03-04T12:00:00Z')
    expect(await told('3', '')).toEqual(third)
  })

  test('is told, and a day to come is named by its line and counts as none', async () => {
    const all = await office()
    const file = fileOf(row('R1', '2', '03.03.2026'), row('R2', '', '03.03.2026'))
    const seen = await all.imports.applied(all.entity, file)
    expect(await known(all)).toEqual([{ number: 'R1', onDay: '2026-03-02', level: 2 }])
    const { rows } = (await all.asker.get(`/imports/${seen.id}/findings`)).body
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'reminded_in_future', line: 2, value: '2026-03-03' }),
        expect.objectContaining({ code: 'reminded_in_future', line: 3 }),
        expect.objectContaining({ code: 'documents_reminded' }),
      ]),
    )
  })

  test('stands in the time line of the customer, a line for each day and level', async () => {
    const all = await office()
    const many = [2, 3, 4, 5, 6, 7].map((at) => row(`R${at}`, '2', '20.02.2026'))
    const rows = [row('R1', '0', '10.02.2026'), row('R8', '1', '20.02.2026'), ...many]
    await all.imports.applied(all.entity, fileOf(...rows))
    const [customer] = await all.query<{ id: string }>('select id from customers')
    const asked = `/customers/${customer?.id}/timeline`
    const { body } = await all.as('collector').get(`${asked}?kinds=elsewhere`)
    const told = { kind: 'elsewhere', side: 'note', by: null, money: null }
    const reminded = { ...told, on: '2026-02-20', name: 'reminder.elsewhere' }
    expect(body.rows).toHaveLength(3)
    expect(body.rows).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          ...reminded,
          values: { level: '2', number: 'R2, R3, R4, R5, R6 …' },
        }),
        expect.objectContaining({ ...reminded, values: { level: '1', number: 'R8' } }),
      ]),
    )
    expect(body.rows.at(-1)).toMatchObject({
      ...told,
      on: '2026-02-10',
      name: 'contact.elsewhere',
      values: { number: 'R1' },
    })
    const whole = (await all.as('collector').get(`${asked}?limit=2`)).body
    expect(whole.next).not.toBeNull()
  })

  test('of an invoice in several lines is kept once, as far as any of them says', async () => {
    const all = await office()
    const lines = ['1;04.02.2026', '2;04.03.2026'].map(
      (rest, at) =>
        `K1;Alpha GmbH;R1;05.01.2026;${rest.split(';')[1]};50,00;${at + 1};2${at}.02.2026`,
    )
    await all.imports.applied(all.entity, fileOf(...lines))
    expect(await known(all)).toEqual([{ number: 'R1', onDay: '2026-02-21', level: 2 }])
  })
})
