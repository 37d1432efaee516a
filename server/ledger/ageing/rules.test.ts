import { describe, expect, test } from 'vitest'

import { addDays, day, daysBetween } from '../../kernel/day.ts'
import {
  ageingOf,
  againstOldest,
  bucketOf,
  sumAgeing,
  thresholdsOf,
  type AgeingPart,
} from './rules.ts'

const bounds = [30, 60, 90, 120]

test.each([
  [-1, 0],
  [0, 0],
  [1, 1],
  [29, 1],
  [30, 1],
  [31, 2],
  [60, 2],
  [61, 3],
  [90, 3],
  [91, 4],
  [120, 4],
  [121, 5],
  [9999, 5],
])('P58 P60 %i days past due are in bucket %i, and in no other', (days, bucket) => {
  expect(bucketOf(days, bounds)).toBe(bucket)
})

test('other bounds make other buckets, the last one always without an end', () => {
  expect(thresholdsOf([7])).toEqual([1, 8])
  expect([0, 7, 8, 99_999].map((days) => bucketOf(days, [7]))).toEqual([0, 1, 2, 2])
})

test('a leap day counts: due on 28 February 2024, two days late on 1 March, one in 2026', () => {
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
  expect(daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1)
  expect(bucketOf(daysBetween(day('2024-02-29'), addDays(day('2024-02-29'), 31)), bounds)).toBe(2)
})

const part = (column: AgeingPart['column'], minor: number, currency = 'EUR') => ({
  currency,
  column,
  minor,
})

test('P51 two currencies make two rows and never meet', () => {
  const rows = ageingOf([part(0, 100), part(1, 50, 'JPY'), part(1, 20)], bounds)
  expect(rows.map(({ currency, balanceMinor }) => [currency, balanceMinor])).toEqual([
    ['EUR', 120],
    ['JPY', 50],
  ])
})

test('P59 the columns of a row sum to its balance, credits and money on account taken off', () => {
  const parts = [
    part(0, 100),
    part(1, 200),
    part(5, 300),
    part('credit', -40),
    part('on_account', 60),
  ]
  const [row] = ageingOf(parts, bounds)
  expect(row).toEqual({
    currency: 'EUR',
    notDueMinor: 100,
    bucketsMinor: [200, 0, 0, 0, 300],
    creditMinor: -40,
    onAccountMinor: 60,
    balanceMinor: 500,
  })
})

test('rows of customers sum to the row of all', () => {
  const rows = [...ageingOf([part(1, 10)], bounds), ...ageingOf([part(1, 5), part(0, 7)], bounds)]
  expect(sumAgeing(rows, bounds)).toEqual(ageingOf([part(1, 15), part(0, 7)], bounds))
})

const row = (credit: number, onAccount: number) => {
  const parts = [part(0, 100), part(1, 200), part(5, 300), part('credit', credit)]
  const [made] = ageingOf([...parts, part('on_account', onAccount)], bounds)
  if (!made) throw new Error('no row')
  return againstOldest(made)
}

describe('P49 credits set against the oldest debt first', () => {
  test.each([
    ['less than the oldest', -40, 0, [100, [200, 0, 0, 0, 260], 0, 0]],
    ['exactly the oldest', -200, 100, [100, [200, 0, 0, 0, 0], 0, 0]],
    ['into the next', -300, 1, [100, [199, 0, 0, 0, 0], 0, 0]],
    ['all there is', -100, 500, [0, [0, 0, 0, 0, 0], 0, 0]],
    ['more credit than debt', -700, 5, [0, [0, 0, 0, 0, 0], -100, 5]],
  ])('%s', (_what, credit, onAccount, [notDue, buckets, creditLeft, onAccountLeft]) => {
    const paid = row(credit, onAccount)
    expect([paid.notDueMinor, paid.bucketsMinor]).toEqual([notDue, buckets])
    expect([paid.creditMinor, paid.onAccountMinor]).toEqual([creditLeft, onAccountLeft])
    expect(paid.balanceMinor).toBe(600 + credit - onAccount)
  })
})
