import { expect, test } from 'vitest'

import { flattened, said } from './saying.ts'

const texts = flattened({
  due: { late_zero: 'late today', late_one: '{count} day late', late_other: '{count} days late' },
  owes: '{name} owes {amount}',
})

test.each([
  [0, 'late today'],
  [1, '1 day late'],
  [2, '2 days late'],
  [1234, '1,234 days late'],
])('%d is said in its own form', (count, sentence) => {
  expect(said(texts, 'en', 'due.late', { count })).toBe(sentence)
})

test('French counts nought and one alike, and whole millions like any other', () => {
  const french = flattened({ late_one: '{count} jour', late_other: '{count} jours' })
  expect(said(french, 'fr', 'late', { count: 0 })).toBe('0 jour')
  expect(said(french, 'fr', 'late', { count: 2 })).toBe('2 jours')
  expect(said(french, 'fr', 'late', { count: 1_000_000 })).toContain('jours')
})

test('values stand in their places, whatever they contain', () => {
  expect(said(texts, 'en', 'owes', { name: 'A {amount} & Co', amount: '5 EUR' })).toBe(
    'A {amount} & Co owes 5 EUR',
  )
})

test('an unknown text shows its address instead of nothing', () => {
  expect(said(texts, 'en', 'no.such', undefined)).toBe('no.such')
})
