import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/day.ts'
import {
  meansOfCredit,
  refusalOfReversal,
  refusalOfShares,
  refusalOfWriteOff,
  roomFrom,
  sharesOn,
  type Item,
  type Means,
} from './rules.ts'

const today = day('2026-03-20')
const item: Item = {
  id: 'invoice',
  customerId: 'customer',
  currency: 'EUR',
  issuedOn: day('2026-03-01'),
  totalMinor: 100_00,
  movements: [],
}
const cash: Means = {
  customerId: 'customer',
  currency: 'EUR',
  since: day('2026-03-10'),
  totalMinor: 80_00,
  movements: [],
}
const moved = (on: string, minor: number) => ({ on: day(on), minor })

describe('what is left of 100.00, of which 60.00 were taken on 10 March and given back on the 15th', () => {
  const whole = {
    totalMinor: 100_00,
    movements: [moved('2026-03-10', 60_00), moved('2026-03-15', -60_00)],
  }

  test.each([
    ['2026-03-09', 'before it, because the days from the 10th on must stand too', 40_00],
    ['2026-03-10', 'on the day itself', 40_00],
    ['2026-03-14', 'the last day before it came back', 40_00],
    ['2026-03-15', 'the day it came back', 100_00],
    ['2026-03-20', 'later', 100_00],
  ])('on %s, %s, is %i', (on, _why, left) => {
    expect(roomFrom(whole, day(on))).toBe(left)
  })

  test('counts in the sign of a credit', () => {
    const credit = { totalMinor: -50_00, movements: [moved('2026-03-10', -20_00)] }
    expect(roomFrom(credit, day('2026-03-10'))).toBe(30_00)
  })

  test('is never less than nothing', () => {
    expect(roomFrom({ totalMinor: 10, movements: [moved('2026-03-10', 12)] }, today)).toBe(0)
  })
})

const share = (amountMinor: number, on = '2026-03-10') => [
  { openItemId: 'invoice', amountMinor, on: day(on) },
]

describe('80.00 that came on 10 March', () => {
  test.each([
    ['in part', share(1), cash, item],
    ['with all of it', share(80_00), cash, item],
    ['on the last day there is, today', share(80_00, '2026-03-20'), cash, item],
    ['to the last cent of the invoice', share(80_00), cash, { ...item, totalMinor: 80_00 }],
  ])('may be set against an invoice %s', (_how, shares, means, target) => {
    expect(refusalOfShares(means, [target], shares, today)).toBeNull()
  })

  test.each([
    ['no_such_item', share(1), cash, { ...item, id: 'another' }],
    ['other_customer', share(1), cash, { ...item, customerId: 'another' }],
    ['wrong_currency', share(1), cash, { ...item, currency: 'CHF' }],
    ['not_a_debt', share(1), cash, { ...item, totalMinor: -100_00 }],
    ['not_a_credit', share(1), { ...cash, totalMinor: -80_00 }, item],
    ['before_document', share(1, '2026-03-09'), cash, item],
    ['before_document', share(1, '2026-03-11'), cash, { ...item, issuedOn: day('2026-03-12') }],
    ['dated_in_future', share(1, '2026-03-21'), cash, item],
    ['more_than_open', share(80_00), cash, { ...item, totalMinor: 79_99 }],
    ['more_than_left', share(80_01), cash, item],
    ['more_than_left', share(80_00), { ...cash, movements: [moved('2026-03-10', 1)] }, item],
    ['same_item_twice', [...share(1), ...share(1)], cash, item],
  ])('may not: %s', (code, shares, means, target) => {
    expect(refusalOfShares(means, [target], shares, today)?.code).toBe(code)
  })

  test('may not be set against two invoices for more than it is, though each alone would fit', () => {
    const second = { ...item, id: 'second' }
    const both = [
      ...share(50_00),
      { openItemId: 'second', amountMinor: 30_01, on: day('2026-03-10') },
    ]
    expect(refusalOfShares(cash, [item, second], both, today)).toEqual({
      code: 'more_than_left',
      details: { leftMinor: 30_00, currency: 'EUR' },
    })
  })

  test('is set against a document on the earliest day on which both exist', () => {
    const late = { ...item, id: 'late', issuedOn: day('2026-03-12') }
    const wanted = [
      { openItemId: 'invoice', amountMinor: 1 },
      { openItemId: 'late', amountMinor: 1 },
    ]
    const days = sharesOn(cash, [item, late], wanted).map(({ on }) => on)
    expect(days).toEqual(['2026-03-10', '2026-03-12'])
  })
})

test('a credit note gives what it is worth, less what was already used', () => {
  const credit = { ...item, totalMinor: -30_00, movements: [moved('2026-03-05', -10_00)] }
  const means = meansOfCredit(credit)
  expect(roomFrom(means, today)).toBe(20_00)
  expect(means.since).toBe('2026-03-01')
})

describe('writing off an invoice of 3 days ago with 100.00 open', () => {
  test.each([
    [null, 100_00, '2026-03-20'],
    [null, 1, '2026-03-01'],
    ['more_than_open', 100_01, '2026-03-20'],
    ['before_document', 1, '2026-02-28'],
    ['dated_in_future', 1, '2026-03-21'],
  ])('answers %s to %i on %s', (code, amountMinor, on) => {
    const no = refusalOfWriteOff(item, { amountMinor, on: day(on) }, today)
    expect(no?.code ?? null).toBe(code)
  })
})

describe('undoing what was done on 10 March', () => {
  const what = {
    isReversal: false,
    isReversed: false,
    days: [day('2026-03-05'), day('2026-03-10')],
  }
  test.each([
    [null, what, '2026-03-10'],
    [null, what, '2026-03-20'],
    ['reversed_too_early', what, '2026-03-09'],
    ['dated_in_future', what, '2026-03-21'],
    ['already_reversed', { ...what, isReversed: true }, '2026-03-10'],
    ['is_a_reversal', { ...what, isReversal: true }, '2026-03-10'],
  ])('answers %s', (code, facts, on) => {
    expect(refusalOfReversal(facts, day(on), today)?.code ?? null).toBe(code)
  })
})
