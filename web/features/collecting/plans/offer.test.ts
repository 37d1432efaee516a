import { describe, expect, test } from 'vitest'

import { day } from '#kernel/day.ts'
import { dayAfter, draftOf, spread } from '#kernel/instalments.ts'

import { changed, emptyPlan, problemOf, rhythmOf, sumOf } from './offer.ts'

const TODAY = day('2026-11-30')
const items = [
  { openItemId: 'a', minor: 1_000_01 },
  { openItemId: 'b', minor: 500_00 },
]
const offer = (...parts: (readonly [on: string, minor: number])[]) => ({
  ...emptyPlan('EUR'),
  items,
  instalments: parts.map(([on, minor]) => ({ dueOn: day(on), minor })),
})

describe('a first draft', () => {
  const room = { most: 3, firstPercent: 25 }

  test.each([
    ['2027-02-07', ['2026-12-07', '2027-01-07', '2027-02-07']],
    ['2027-02-06', ['2026-12-07', '2026-12-21', '2027-01-04']],
    ['2027-01-03', ['2026-12-07', '2026-12-14', '2026-12-21']],
    ['2026-12-14', ['2026-12-07', '2026-12-14']],
    // Nothing fits: the usual three months, and somebody is asked.
    ['2026-12-13', ['2026-12-07', '2027-01-07', '2027-02-07']],
  ])('keeps within a mandate until %s', (latest, days) => {
    const draft = draftOf(1_500_01, { ...room, latestDay: day(latest) }, TODAY)
    expect(draft.map(({ dueOn }) => dueOn)).toEqual(days)
    expect(sumOf(draft)).toBe(1_500_01)
  })

  test('asks first for no less than the mandate does', () => {
    const [first] = draftOf(
      1_500_01,
      { most: 3, firstPercent: 40, latestDay: day('2027-06-01') },
      TODAY,
    )
    expect(first?.minor).toBe(600_01)
  })
})

test.each([0, 1, 2, 6, 11, 59])('%d further instalments make up the whole', (further) => {
  const first = { dueOn: TODAY, minor: 333_33 }
  const parts = spread(1_500_01, first, { further, rhythm: 'week' })
  expect(parts).toHaveLength(further + 1)
  expect(sumOf(parts)).toBe(1_500_01)
})

test('what is changed by hand is taken from the last instalment', () => {
  const { instalments } = offer(
    ['2026-12-07', 500_00],
    ['2026-12-14', 500_00],
    ['2026-12-21', 500_01],
  )
  const next = changed(instalments, 1, { minor: 100_00 })
  expect(next.map(({ minor }) => minor)).toEqual([500_00, 100_00, 900_01])
})

test.each([
  ['2026-11-30', 'week', 2, '2026-12-14'],
  ['2026-11-30', 'fortnight', 1, '2026-12-14'],
  ['2026-11-30', 'month', 3, '2027-02-28'],
  ['2027-10-31', 'month', 4, '2028-02-29'],
  ['2026-12-31', 'month', 1, '2027-01-31'],
] as const)('%s, %s by %d, is %s', (from, rhythm, steps, day_) => {
  expect(dayAfter(day(from), rhythm, steps)).toBe(day_)
})

test.each([
  [['2026-12-07', '2026-12-14', '2026-12-21'], 'week'],
  [['2026-12-31', '2027-01-31', '2027-02-28'], 'month'],
  [['2026-12-07', '2026-12-15'], 'own'],
])('%s follow by %s', (days, rhythm) => {
  expect(rhythmOf(days.map((dueOn) => ({ dueOn: day(dueOn), minor: 1 })))).toBe(rhythm)
})

test.each([
  ['nothing', offer(['2026-11-30', 1_000_00], ['2026-12-01', 500_01]), null],
  ['no invoice', { ...emptyPlan('EUR') }, 'items'],
  ['an instalment of nothing', offer(['2026-12-07', 1_500_01], ['2026-12-14', 0]), 'amounts'],
  ['yesterday', offer(['2026-11-29', 1_500_01]), 'past'],
  ['two on a day', offer(['2026-12-07', 1_00], ['2026-12-07', 1_500_00]), 'order'],
])('%s keeps a plan back: %s', (_, plan, problem) => {
  expect(problemOf(plan, TODAY)).toBe(problem)
})
