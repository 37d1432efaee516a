import { describe, expect, test } from 'vitest'

import { day } from '../../../../kernel/day.ts'
import { openingOf, type OpeningItem } from './rules/opening.ts'
import { sayOpening } from './words/opening.ts'

const today = day('2026-11-20')
let made = 0

function item(fields: Partial<OpeningItem> & { issuedOn: OpeningItem['issuedOn'] }): OpeningItem {
  const minor = fields.totalMinor ?? 4310_00
  return {
    receivableId: String((made += 1)),
    kind: 'invoice',
    instalments: 1,
    dueOn: day('2026-11-10'),
    currency: 'EUR',
    totalMinor: minor,
    openMinor: minor,
    disputedMinor: 0,
    isPromised: false,
    ...fields,
  }
}

const on = (text: string, totalMinor = 4310_00, more: Partial<OpeningItem> = {}) =>
  item({ issuedOn: day(text), totalMinor, ...more })

function said(language: string, items: readonly OpeningItem[], booksOf: string | null = null) {
  const groups = openingOf(items, today)
  const text = sayOpening(groups, {
    language,
    today,
    booksOf: booksOf === null ? null : day(booksOf),
  })
  // The narrow and hard spaces that amounts are written with.
  return text.join(' ').replaceAll(/[\u00a0\u202f]/g, ' ')
}

const ONE = [on('2026-10-03')]
const TWO = [on('2026-10-17', 1150_00), on('2026-10-03')]
const THREE_MONTHS = [on('2026-10-01'), on('2026-10-17', 1150_00), on('2026-09-05', 20_00)]
const LAST_YEAR = [on('2025-12-30'), on('2026-01-05', 1150_00)]
const SAME_DAY = [on('2026-10-03', 1150_00), on('2026-10-03')]
const NINE = Array.from({ length: 9 }, (_, index) => on(`2026-0${index + 1}-15`, 100_00))
const TWO_CURRENCIES = [on('2026-10-03'), on('2026-10-05', 900_00, { currency: 'USD' })]
const PARTLY_PAID = [on('2026-10-03', 4310_00, { openMinor: 1150_00 })]
const PARTLY_TWO = [
  on('2026-10-03', 4310_00, { openMinor: 1150_00 }),
  on('2026-10-17', 4310_00, { disputedMinor: 4000_00 }),
]
const DEBIT_NOTES = [
  on('2026-10-03', 4310_00, { kind: 'debit_note' }),
  on('2026-10-17', 1150_00, { kind: 'debit_note' }),
]

describe('the opening line', () => {
  test.each([
    [
      'one',
      ONE,
      'I would like to talk about the invoice dated 3 October, €4,310.00, which is not yet paid.',
    ],
    [
      'two',
      TWO,
      'I would like to talk about the two invoices dated 3 and 17 October, €4,310.00 and €1,150.00, which are not yet paid.',
    ],
    [
      'three in two months',
      THREE_MONTHS,
      'I would like to talk about the three invoices dated 5 September and 1 and 17 October, €20.00, €4,310.00 and €1,150.00, which are not yet paid.',
    ],
    [
      'over the year',
      LAST_YEAR,
      'I would like to talk about the two invoices dated 30 December 2025 and 5 January, €4,310.00 and €1,150.00, which are not yet paid.',
    ],
    [
      'two of one day',
      SAME_DAY,
      'I would like to talk about the two invoices dated 3 October, €4,310.00 and €1,150.00, which are not yet paid.',
    ],
    [
      'nine',
      NINE,
      'I would like to talk about the nine invoices dated from 15 January to 15 September, €900.00 in all, which are not yet paid.',
    ],
    [
      'two currencies',
      TWO_CURRENCIES,
      'I would like to talk about the invoice dated 3 October, €4,310.00, which is not yet paid. There is also the invoice dated 5 October, US$900.00, which is not yet paid.',
    ],
    [
      'one in part',
      PARTLY_PAID,
      'I would like to talk about the invoice dated 3 October, of which €1,150.00 is not yet paid.',
    ],
    [
      'two in part',
      PARTLY_TWO,
      'I would like to talk about the two invoices dated 3 and 17 October, of which €1,150.00 and €310.00 are not yet paid.',
    ],
    [
      'debit notes',
      DEBIT_NOTES,
      'I would like to talk about the two debit notes dated 3 and 17 October, €4,310.00 and €1,150.00, which are not yet paid.',
    ],
  ])('in English about %s', (_, items, text) => {
    expect(said('en', items)).toBe(text)
  })

  test.each([
    [
      'one',
      ONE,
      'Es geht mir um die Rechnung vom 3. Oktober über 4.310,00 €, die noch nicht bezahlt ist.',
    ],
    [
      'two',
      TWO,
      'Es geht mir um die beiden Rechnungen vom 3. und 17. Oktober über 4.310,00 € und 1.150,00 €, die noch nicht bezahlt sind.',
    ],
    [
      'three in two months',
      THREE_MONTHS,
      'Es geht mir um die drei Rechnungen vom 5. September und 1. und 17. Oktober über 20,00 €, 4.310,00 € und 1.150,00 €, die noch nicht bezahlt sind.',
    ],
    [
      'over the year',
      LAST_YEAR,
      'Es geht mir um die beiden Rechnungen vom 30. Dezember 2025 und 5. Januar über 4.310,00 € und 1.150,00 €, die noch nicht bezahlt sind.',
    ],
    [
      'nine',
      NINE,
      'Es geht mir um die neun Rechnungen vom 15. Januar bis zum 15. September über zusammen 900,00 €, die noch nicht bezahlt sind.',
    ],
    [
      'two currencies',
      TWO_CURRENCIES,
      'Es geht mir um die Rechnung vom 3. Oktober über 4.310,00 €, die noch nicht bezahlt ist. Außerdem geht es um die Rechnung vom 5. Oktober über 900,00 $, die noch nicht bezahlt ist.',
    ],
    [
      'one in part',
      PARTLY_PAID,
      'Es geht mir um die Rechnung vom 3. Oktober, von der noch 1.150,00 € offen sind.',
    ],
    [
      'two in part',
      PARTLY_TWO,
      'Es geht mir um die beiden Rechnungen vom 3. und 17. Oktober, von denen noch 1.150,00 € und 310,00 € offen sind.',
    ],
    [
      'debit notes',
      DEBIT_NOTES,
      'Es geht mir um die beiden Belastungsanzeigen vom 3. und 17. Oktober über 4.310,00 € und 1.150,00 €, die noch nicht bezahlt sind.',
    ],
  ])('in German about %s', (_, items, text) => {
    expect(said('de', items)).toBe(text)
  })

  test.each([
    [
      'one',
      ONE,
      'Je souhaite vous parler de la facture du 3 octobre, 4 310,00 €, qui n’est pas encore réglée.',
    ],
    [
      'two',
      TWO,
      'Je souhaite vous parler des deux factures des 3 et 17 octobre, 4 310,00 € et 1 150,00 €, qui ne sont pas encore réglées.',
    ],
    [
      'three in two months',
      THREE_MONTHS,
      'Je souhaite vous parler des trois factures des 5 septembre et 1er et 17 octobre, 20,00 €, 4 310,00 € et 1 150,00 €, qui ne sont pas encore réglées.',
    ],
    [
      'two of one day',
      SAME_DAY,
      'Je souhaite vous parler des deux factures du 3 octobre, 4 310,00 € et 1 150,00 €, qui ne sont pas encore réglées.',
    ],
    [
      'nine',
      NINE,
      'Je souhaite vous parler des neuf factures du 15 janvier au 15 septembre, 900,00 € au total, qui ne sont pas encore réglées.',
    ],
    [
      'two currencies',
      TWO_CURRENCIES,
      'Je souhaite vous parler de la facture du 3 octobre, 4 310,00 €, qui n’est pas encore réglée. Il y a aussi la facture du 5 octobre, 900,00 $US, qui n’est pas encore réglée.',
    ],
    [
      'one in part',
      PARTLY_PAID,
      'Je souhaite vous parler de la facture du 3 octobre, dont 1 150,00 € restent à régler.',
    ],
    [
      'debit notes',
      DEBIT_NOTES,
      'Je souhaite vous parler des deux notes de débit des 3 et 17 octobre, 4 310,00 € et 1 150,00 €, qui ne sont pas encore réglées.',
    ],
  ])('in French about %s', (_, items, text) => {
    expect(said('fr', items).replaceAll('$US', '$US')).toBe(text)
  })

  test.each([
    [
      'one',
      ONE,
      'Quisiera hablar con usted de la factura con fecha 3 de octubre, 4.310,00 €, que aún no está pagada.',
    ],
    [
      'two',
      TWO,
      'Quisiera hablar con usted de las dos facturas con fechas 3 y 17 de octubre, 4.310,00 € y 1.150,00 €, que aún no están pagadas.',
    ],
    [
      'over the year',
      LAST_YEAR,
      'Quisiera hablar con usted de las dos facturas con fechas 30 de diciembre de 2025 y 5 de enero, 4.310,00 € y 1.150,00 €, que aún no están pagadas.',
    ],
    [
      'two of one day',
      SAME_DAY,
      'Quisiera hablar con usted de las dos facturas con fecha 3 de octubre, 4.310,00 € y 1.150,00 €, que aún no están pagadas.',
    ],
    [
      'nine',
      NINE,
      'Quisiera hablar con usted de las nueve facturas con fechas del 15 de enero al 15 de septiembre, 900,00 € en total, que aún no están pagadas.',
    ],
    [
      'two currencies',
      TWO_CURRENCIES,
      'Quisiera hablar con usted de la factura con fecha 3 de octubre, 4.310,00 €, que aún no está pagada. También está la factura con fecha 5 de octubre, 900,00 US$, que aún no está pagada.',
    ],
    [
      'two in part',
      PARTLY_TWO,
      'Quisiera hablar con usted de las dos facturas con fechas 3 y 17 de octubre, de las que quedan por pagar 1.150,00 € y 310,00 €.',
    ],
    [
      'debit notes',
      DEBIT_NOTES,
      'Quisiera hablar con usted de las dos notas de cargo con fechas 3 y 17 de octubre, 4.310,00 € y 1.150,00 €, que aún no están pagadas.',
    ],
  ])('in Spanish about %s', (_, items, text) => {
    expect(said('es', items)).toBe(text)
  })

  test('is English for a customer whose language we do not write', () => {
    expect(said('it', ONE)).toBe(said('en', ONE))
  })

  test.each([
    [
      'en',
      'I would like to talk about the two invoices dated 3 and 17 October, which were not yet paid in our books of 12 November 2026.',
    ],
    [
      'de',
      'Es geht mir um die beiden Rechnungen vom 3. und 17. Oktober, die nach unserem Stand vom 12. November 2026 noch nicht bezahlt waren.',
    ],
    [
      'fr',
      'Je souhaite vous parler des deux factures des 3 et 17 octobre, qui n’étaient pas encore réglées dans nos comptes au 12 novembre 2026.',
    ],
    [
      'es',
      'Quisiera hablar con usted de las dos facturas con fechas 3 y 17 de octubre, que aún no estaban pagadas según nuestros libros al 12 de noviembre de 2026.',
    ],
  ])('names no amount where the books are old: %s', (language, text) => {
    expect(said(language, TWO, '2026-11-12')).toBe(text)
  })
})

describe('what the opening is about', () => {
  test.each([
    ['P31 what is due today is not late', { dueOn: today }, 0],
    ['what was due yesterday is', { dueOn: day('2026-11-19') }, 1],
    ['P45 what is disputed as a whole is left out', { disputedMinor: 4310_00 }, 0],
    ['P45 of what is disputed in part the rest is named', { disputedMinor: 4309_99 }, 1],
    ['what is promised is not asked for again', { isPromised: true }, 0],
    ['a credit note is no debt', { kind: 'credit_note' as const }, 0],
  ])('%s', (_, fields, groups) => {
    expect(openingOf([on('2026-10-03', 4310_00, fields)], today)).toHaveLength(groups)
  })

  test('instalments of one invoice are one invoice, and a part of it while others are not due', () => {
    const both = [1, 2].map(() =>
      on('2026-10-03', 100_00, { receivableId: 'same', instalments: 2 }),
    )
    expect(openingOf(both, today)).toMatchObject([
      { count: 1, amounts: [200_00], isPartial: false },
    ])
    expect(openingOf(both.slice(1), today)).toMatchObject([{ count: 1, isPartial: true }])
  })

  test.each([
    [4, false],
    [5, true],
  ])('of %i invoices the sum is said instead of each: %s', (count, isSummed) => {
    const items = NINE.slice(0, count)
    expect(said('en', items).includes(' in all')).toBe(isSummed)
  })
})
