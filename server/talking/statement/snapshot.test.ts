import { expect, test } from 'vitest'

import { addDays, day } from '../../kernel/day.ts'
import { type OpenItemFact, statementCurrency } from './snapshot.ts'

const TODAY = day('2026-03-16')

function item(known: Partial<OpenItemFact> = {}): OpenItemFact {
  return {
    openItemId: 'item',
    number: '1',
    kind: 'invoice',
    issuedOn: addDays(TODAY, -40),
    dueOn: addDays(TODAY, -10),
    totalMinor: 100_00,
    openMinor: 100_00,
    disputedMinor: 0,
    purchaseOrder: '',
    isConcerned: true,
    ...known,
  }
}

test.each([
  [-1, 0],
  [0, 0],
  [1, 1],
  [30, 30],
])('an invoice due %i days ago is %i days late', (ago, late) => {
  const section = statementCurrency('EUR', [item({ dueOn: addDays(TODAY, -ago) })], 0, TODAY)
  expect(section.items[0]?.daysLate).toBe(late)
})

test('P46 P47 three balances: each row has what was invoiced, paid and remains, and the total is their sum', () => {
  const section = statementCurrency(
    'EUR',
    [
      item({ totalMinor: 100_00, openMinor: 40_00 }),
      item({ totalMinor: 70_00, openMinor: 70_00 }),
      item({ totalMinor: 30_00, openMinor: 5_00 }),
    ],
    0,
    TODAY,
  )

  expect(section.items.map(({ paidMinor }) => paidMinor)).toEqual([60_00, 0, 25_00])
  expect(section).toMatchObject({ overdueMinor: 115_00, payableMinor: 115_00 })
})

test('P49 what is asked for is less by disputed parts, credit notes and money on account', () => {
  const section = statementCurrency(
    'EUR',
    [
      item({ openMinor: 100_00, disputedMinor: 20_00 }),
      item({ dueOn: addDays(TODAY, 5), isConcerned: false, openMinor: 50_00 }),
      item({ kind: 'credit_note', totalMinor: -15_00, openMinor: -15_00, isConcerned: false }),
    ],
    10_00,
    TODAY,
  )

  expect(section).toMatchObject({
    overdueMinor: 100_00,
    notDueMinor: 50_00,
    disputedMinor: 20_00,
    creditMinor: -15_00,
    unappliedMinor: 10_00,
    payableMinor: 55_00,
  })
})

test('P49 credits beyond the debt ask for nothing', () => {
  const credit = item({ kind: 'credit_note', totalMinor: -200_00, openMinor: -200_00 })
  const section = statementCurrency('EUR', [item(), credit], 0, TODAY)

  expect(section.payableMinor).toBe(0)
  expect(section.items.find(({ kind }) => kind === 'credit_note')?.daysLate).toBe(0)
})

test('items are listed by due day, then number', () => {
  const later = item({ number: '3', dueOn: addDays(TODAY, -1) })
  const section = statementCurrency(
    'EUR',
    [later, item({ number: '2' }), item({ number: '1' })],
    0,
    TODAY,
  )

  expect(section.items.map(({ number }) => number)).toEqual(['1', '2', '3'])
})
