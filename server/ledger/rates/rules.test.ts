import { expect, test } from 'vitest'

import { weightsOf } from './rules.ts'

function weightOf(currency: string, rates: Parameters<typeof weightsOf>[2] = []) {
  return weightsOf('EUR', [currency], rates).factors[0]
}

test('the reporting currency weighs itself', () => {
  expect(weightOf('EUR')).toBe(1)
})

test('P51 a rate on file weighs, in whichever direction it is noted', () => {
  expect(weightOf('USD', [{ base: 'USD', quote: 'EUR', rate: 0.8 }])).toBe(0.8)
  expect(weightOf('USD', [{ base: 'EUR', quote: 'USD', rate: 1.25 }])).toBe(0.8)
})

test('P52 minor units of other places weigh by what they are worth, not by their digits', () => {
  const rates = [
    { base: 'EUR', quote: 'JPY', rate: 160 },
    { base: 'KWD', quote: 'EUR', rate: 3 },
  ]
  // 1,600 yen are ten euro: 1,000 cents. One dinar, 1,000 fils, is three euro: 300 cents.
  expect(1600 * (weightOf('JPY', rates) ?? 0)).toBeCloseTo(1000)
  expect(1000 * (weightOf('KWD', rates) ?? 0)).toBeCloseTo(300)
})

test('without a rate a currency weighs roughly right, and an unknown one as the reporting one', () => {
  expect(weightOf('JPY')).toBeGreaterThan(0.3)
  expect(weightOf('JPY')).toBeLessThan(1)
  expect(weightOf('XXX')).toBe(1)
})
