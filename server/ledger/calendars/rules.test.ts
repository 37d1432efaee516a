import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../kernel/day.ts'
import { businessCalendar } from './calendars.ts'
import { calendarOf, lastDueOn } from './rules.ts'

const bavaria = businessCalendar('DE', 'BY')
const berlin = businessCalendar('DE', 'BE')

describe('a business day', () => {
  test.each([
    ['2026-11-20', 'a Friday', true],
    ['2026-11-21', 'a Saturday', false],
    ['2026-11-22', 'a Sunday', false],
    ['2026-06-04', 'Corpus Christi in Bavaria', false],
    ['2026-12-24', 'Christmas Eve, off from 14:00 only', true],
    ['2026-12-25', 'Christmas Day', false],
  ])('%s, %s: %s', (on, _what, expected) => {
    expect(bavaria.isBusinessDay(day(on))).toBe(expected)
  })

  test('differs between regions of one country', () => {
    expect(berlin.isBusinessDay(day('2026-06-04'))).toBe(true)
  })

  test('follows the weekend of the country', () => {
    const kuwait = businessCalendar('KW', '')
    expect(kuwait.isBusinessDay(day('2026-11-20'))).toBe(false)
    expect(kuwait.isBusinessDay(day('2026-11-22'))).toBe(true)
  })

  test('is not one of a feast of several days', () => {
    const emirates = businessCalendar('AE', '')
    const days = ['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-06-01']
    const open = days.filter((on) => emirates.isBusinessDay(day(on)))
    expect(open).toEqual(['2026-05-26', '2026-06-01'])
  })

  test('exists in a country that nobody knows', () => {
    expect(businessCalendar('ZZ', '').nextBusinessDay(day('2026-11-21'))).toBe('2026-11-23')
    expect(businessCalendar('', '').isBusinessDay(day('2026-12-25'))).toBe(true)
  })
})

test.each([
  ['2026-11-20', '2026-11-20', '2026-11-20'],
  ['2026-11-21', '2026-11-23', '2026-11-20'],
  ['2026-12-25', '2026-12-28', '2026-12-24'],
])('from %s the next business day is %s, the one before %s', (on, next, previous) => {
  expect(bavaria.nextBusinessDay(day(on))).toBe(next)
  expect(bavaria.previousBusinessDay(day(on))).toBe(previous)
})

test.each([
  [0, '2026-12-23', '2026-12-23'],
  [1, '2026-12-23', '2026-12-24'],
  [2, '2026-12-23', '2026-12-28'],
  [-1, '2026-12-28', '2026-12-24'],
  [1, '2026-11-21', '2026-11-23'],
])('%i business days from %s is %s', (count, from, expected) => {
  expect(bavaria.addBusinessDays(day(from), count)).toBe(expected)
})

test('a calendar without work ends the search instead of looking for ever', () => {
  const never = calendarOf([1, 2, 3, 4, 5, 6, 7], () => false)
  expect(never.nextBusinessDay(day('2026-11-20'))).toBe('2026-11-20')
})

test('the cut-off finds exactly the due days whose step has come, on every day and offset', () => {
  const days = integer({ min: 0, max: 1500 }).map((n) => addDays(day('2024-01-01'), n))
  assert(
    property(days, integer({ min: -10, max: 60 }), (today, offset) => {
      const cutoff = lastDueOn(bavaria, today, offset)
      const hasCome = (due: typeof today) => bavaria.nextBusinessDay(addDays(due, offset)) <= today
      expect(hasCome(cutoff)).toBe(true)
      expect(hasCome(addDays(cutoff, 1))).toBe(false)
    }),
  )
})
