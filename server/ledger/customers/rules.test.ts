import { describe, expect, test } from 'vitest'

import { uninsuredOf } from './rules.ts'

const LIMIT = { minor: 50_000_00, currency: 'EUR' }
const owed = (owedMinor: number, currency = 'EUR') => ({ owedMinor, currency })

describe('what is owed beyond the insured limit', () => {
  test.each([
    ['less than it', [owed(49_999_99)], null],
    ['exactly it', [owed(50_000_00)], null],
    ['a cent more', [owed(50_000_01)], { minor: 1, currency: 'EUR' }],
    ['nothing', [], null],
    ['more in another currency only', [owed(90_000_00, 'USD')], null],
    [
      'more in both: its own counts alone',
      [owed(50_000_10), owed(9, 'USD')],
      { minor: 10, currency: 'EUR' },
    ],
  ])('when they owe %s', (_, totals, beyond) => {
    expect(uninsuredOf({ limit: LIMIT, isInForce: true }, totals)).toEqual(beyond)
  })

  test('is nothing without a limit, and after the cover has ended', () => {
    expect(uninsuredOf({ limit: null, isInForce: true }, [owed(1)])).toBe(null)
    expect(uninsuredOf({ limit: LIMIT, isInForce: false }, [owed(90_000_00)])).toBe(null)
    expect(uninsuredOf({ limit: { ...LIMIT, minor: 0 }, isInForce: true }, [owed(1)])).toEqual({
      minor: 1,
      currency: 'EUR',
    })
  })
})
