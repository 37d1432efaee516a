import { describe, expect, test } from 'vitest'

import { day, weekdayOf } from '../kernel/day.ts'
import {
  averageDaysDelinquent,
  collectionEffectiveness,
  countBack,
  daysOfSales,
  monthsBack,
  pointsOf,
  trendOf,
  weeksFrom,
  weightedDelay,
} from './rules.ts'

const november = { from: day('2026-11-01'), to: day('2026-11-30'), salesMinor: 10_000_00 }
const october = { from: day('2026-10-01'), to: day('2026-10-31'), salesMinor: 8_000_00 }

describe('receivables of 15,000, of which 4,000 are not due, and sales of 10,000 in 30 days', () => {
  const dso = daysOfSales(15_000_00, 10_000_00, 30)
  const best = daysOfSales(4_000_00, 10_000_00, 30)

  test('make a DSO of 45, a best possible one of 12, and 33 days delinquent', () => {
    expect([dso, best, averageDaysDelinquent(dso, best)]).toEqual([45, 12, 33])
  })

  test('count back to 49.375 with 8,000 in the 31 days before', () => {
    const { value, steps } = countBack(15_000_00, [november, october])
    expect(value).toBe(49.375)
    expect(steps.map(({ takenMinor, countedDays }) => [takenMinor, countedDays])).toEqual([
      [10_000_00, 30],
      [5_000_00, 19.375],
    ])
  })

  test('make a CEI of 38.9 % when they opened at 12,000', () => {
    const cei = collectionEffectiveness({
      openingMinor: 12_000_00,
      salesMinor: 10_000_00,
      closingMinor: 15_000_00,
      notDueMinor: 4_000_00,
    })
    expect(cei).toBeCloseTo(38.9, 1)
  })
})

describe('what cannot be said is not said', () => {
  test('DSO and what follows from it, without sales', () => {
    expect(daysOfSales(100, 0, 30)).toBeNull()
    expect(daysOfSales(100, -5, 30)).toBeNull()
    expect(averageDaysDelinquent(null, 1)).toBeNull()
  })
  test('counting back further than sales are known', () => {
    expect(countBack(18_000_01, [november, october]).value).toBeNull()
    expect(countBack(18_000_00, [november, october]).value).toBe(61)
  })
  test('effectiveness when nothing could be collected', () => {
    const nothing = { openingMinor: 0, salesMinor: 5, closingMinor: 5, notDueMinor: 5 }
    expect(collectionEffectiveness(nothing)).toBeNull()
  })
  test('delay when no money came', () => {
    expect(weightedDelay(0, 0)).toBeNull()
    expect(weightedDelay(30, 4)).toBe(7.5)
  })
})

test('counting back nothing, or less than nothing, takes no month', () => {
  expect(countBack(0, [november])).toEqual({ value: 0, steps: [] })
  expect(countBack(-5, [november])).toEqual({ value: 0, steps: [] })
})

test('a month with more credit notes than invoices counts all its days and takes nothing', () => {
  const odd = { ...november, salesMinor: -100 }
  expect(countBack(4_000_00, [odd, october]).value).toBe(45.5)
})

test('months go back from the first of this one; leap years have their 29 February', () => {
  expect(monthsBack(day('2024-03-15'), 3)).toEqual([
    { from: '2024-03-01', to: '2024-03-15' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-01-01', to: '2024-01-31' },
  ])
})

test('points are ends of months, or weeks apart, the last one the day itself', () => {
  expect(pointsOf(day('2026-03-15'), 'month', 3)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-15',
  ])
  expect(pointsOf(day('2026-03-15'), 'week', 2)).toEqual(['2026-03-08', '2026-03-15'])
})

test('a trend adds up what happened until each point, and sales of the days before it', () => {
  const moves = [
    { on: day('2026-01-10'), owedMinor: 100, overdueMinor: 0, balanceMinor: 100, salesMinor: 100 },
    { on: day('2026-02-01'), owedMinor: 0, overdueMinor: 100, balanceMinor: 0, salesMinor: 0 },
    { on: day('2026-02-28'), owedMinor: 50, overdueMinor: 0, balanceMinor: 50, salesMinor: 50 },
  ]
  const points = [day('2026-01-31'), day('2026-02-28')]
  expect(trendOf(moves, points, 30)).toEqual([
    { on: '2026-01-31', owedMinor: 100, overdueMinor: 0, dso: 30, bpdso: 30 },
    { on: '2026-02-28', owedMinor: 150, overdueMinor: 100, dso: 90, bpdso: 30 },
  ])
})

test('weeks run from today to Sunday, then from Monday to Sunday', () => {
  const friday = day('2026-03-20')
  expect(weeksFrom(friday, weekdayOf(friday), 2)).toEqual([
    { from: '2026-03-20', to: '2026-03-22' },
    { from: '2026-03-23', to: '2026-03-29' },
  ])
})
