import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { add, decimalOfScaled, newSum, roundedTo, valueOf } from './sums.ts'

describe('an amount is rounded half away from zero', () => {
  test.each([
    ['1.004', 2, '1.00'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['-1.004', 2, '-1.00'],
    ['0.995', 2, '1.00'],
    ['999.999', 2, '1000.00'],
    ['1.5', 0, '2'],
    ['1.4', 0, '1'],
    ['1.25', 2, '1.25'],
    ['79656.603', 2, '79656.60'],
    ['7', 2, '7'],
  ])('%s to %i places is %s', (decimal, places, rounded) => {
    expect(roundedTo(decimal, places)).toBe(rounded)
  })
})

test('a sum of cents is exact however many and large they are', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 50 }), (cents) => {
      const sum = newSum()
      for (const cent of cents) {
        const digits = String(Math.abs(cent)).padStart(3, '0')
        add(sum, `${cent < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
      }
      const whole = cents.reduce((all, cent) => all + BigInt(cent), 0n)
      expect(valueOf(sum)).toBe(whole * 10_000n)
    }),
  )
})

test('a sum shows at least the places of its currency and no needless ones', () => {
  expect(decimalOfScaled(149_060_526_918_000n)).toBe('149060526.918')
  expect(decimalOfScaled(-5_000_000n)).toBe('-5.00')
  expect(decimalOfScaled(5_000_000n, 0)).toBe('5')
  expect(decimalOfScaled(0n)).toBe('0.00')
})
