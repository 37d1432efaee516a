import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import {
  beyondOf,
  isGrantInForce,
  limitsFor,
  mayDecide,
  USUAL_LIMITS,
  type Beyond,
  type PolicyLimits,
  type Terms,
} from './rules.ts'

const today = day('2026-11-18')
const terms: Terms = {
  until: day('2026-12-02'),
  putOffSince: null,
  instalments: 3,
  firstPaymentPercent: 25,
  discountBasisPoints: 0,
  waivesCharges: false,
}

describe('terms within the mandate', () => {
  test('go up to each limit', () => {
    expect(beyondOf(terms, USUAL_LIMITS, today)).toEqual([])
  })

  test.each<[string, Partial<Terms>, Beyond]>([
    [
      'a day too long',
      { until: day('2026-12-03') },
      { limit: 'extension', asked: 15, allowed: 14 },
    ],
    [
      'too long together with what was put off before',
      { putOffSince: day('2026-11-17') },
      { limit: 'extension', asked: 15, allowed: 14 },
    ],
    ['an instalment too many', { instalments: 4 }, { limit: 'instalments', asked: 4, allowed: 3 }],
    [
      'too little at first',
      { firstPaymentPercent: 24 },
      { limit: 'first_payment', asked: 24, allowed: 25 },
    ],
    ['any discount', { discountBasisPoints: 1 }, { limit: 'discount', asked: 1, allowed: 0 }],
    ['charges waived', { waivesCharges: true }, { limit: 'waiver', asked: 1, allowed: 0 }],
  ])('%s is beyond them', (_what, change, expected) => {
    expect(beyondOf({ ...terms, ...change }, USUAL_LIMITS, today)).toEqual([expected])
  })

  test('one payment has no first one to measure', () => {
    const whole = { ...terms, instalments: 1, firstPaymentPercent: 0 }
    expect(beyondOf(whole, { ...USUAL_LIMITS, mostInstalments: 0 }, today)).toEqual([])
  })
})

const row = (id: string, more: Partial<PolicyLimits>): PolicyLimits => ({
  ...USUAL_LIMITS,
  id,
  segment: null,
  upToMinor: null,
  ...more,
})

describe('the row of the policy', () => {
  const rows = [
    row('all', {}),
    row('all to 1000', { upToMinor: 1_000_00 }),
    row('consumers to 500', { segment: 'consumer', upToMinor: 500_00 }),
    row('consumers to 2000', { segment: 'consumer', upToMinor: 2_000_00 }),
  ]

  test.each([
    ['all to 1000', 'commercial', 1_000_00],
    ['all', 'commercial', 1_000_01],
    ['consumers to 500', 'consumer', 500_00],
    ['consumers to 2000', 'consumer', 500_01],
    ['all', 'consumer', 2_000_01],
  ] as const)('is "%s" for %s and %s overdue', (expected, segment, overdueMinor) => {
    expect(limitsFor(rows, { segment, overdueMinor })?.id).toBe(expected)
  })

  test('is none where the policy says nothing', () => {
    expect(limitsFor([], { segment: 'consumer', overdueMinor: 1 })).toBeNull()
    const small = [row('small', { upToMinor: 100_00 })]
    expect(limitsFor(small, { segment: 'consumer', overdueMinor: 100_01 })).toBeNull()
  })
})

test.each([
  [true, '2026-11-18', false],
  [false, '2026-11-17', false],
  [false, '2026-11-18', true],
])('a grant is in force: %s until %s, revoked: %s', (expected, expiresOn, isRevoked) => {
  expect(isGrantInForce({ expiresOn: day(expiresOn), isRevoked }, today)).toBe(expected)
})

test.each([
  [true, ['sales_manager'], 'sales_manager'],
  [false, ['sales_manager'], 'credit_manager'],
  [true, ['credit_manager'], 'credit_manager'],
  [true, ['credit_manager'], 'sales_manager'],
  [false, ['seller', 'collector', 'administrator'], 'sales_manager'],
] as const)('decides: %s, being %s, what %s is asked', (expected, roles, approver) => {
  expect(mayDecide(roles, approver)).toBe(expected)
})
