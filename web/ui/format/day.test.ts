import { describe, expect, test } from 'vitest'

import { day, instant } from '#kernel/day.ts'

import { shortcutDays } from '../fields/shortcut-days.ts'
import { clockTime, dayOf, distanceWords, dueWords, shortDay } from './day.ts'

const today = day('2026-11-20')

describe('where a due day lies', () => {
  test.each([
    ['2026-11-11', { key: 'late', days: 9 }],
    ['2026-11-19', { key: 'late', days: 1 }],
    ['2026-11-20', { key: 'dueToday' }],
    ['2026-11-21', { key: 'dueTomorrow' }],
    ['2026-11-22', { key: 'dueIn', days: 2 }],
  ])('P31 due %s is said as %j: late only from the day after', (due, words) => {
    expect(dueWords(day(due), today)).toEqual(words)
  })
})

test.each([
  ['2026-11-13', { key: 'daysAgo', days: 7 }],
  ['2026-11-19', { key: 'yesterday' }],
  ['2026-11-20', { key: 'today' }],
  ['2026-11-21', { key: 'tomorrow' }],
  ['2026-11-23', { key: 'inDays', days: 3 }],
])('%s is %j', (on, words) => {
  expect(distanceWords(day(on), today)).toEqual(words)
})

test.each([
  ['en-GB', '2026-10-03', '3 Oct'],
  ['en-GB', '2025-10-03', '3 Oct 2025'],
  ['de-DE', '2026-10-03', '3. Okt.'],
  ['fr-FR', '2026-10-03', '3 oct.'],
  ['es-ES', '2026-10-03', '3 oct'],
])('%s writes the day %s', (locale, on, said) => {
  expect(shortDay(day(on), today, locale)).toBe(said)
})

test('P70 an instant is on the day of the zone where the money is owed', () => {
  const late = instant('2026-11-20T23:30:00Z')
  expect(dayOf(late, 'Europe/Berlin')).toBe('2026-11-21')
  expect(dayOf(late, 'America/New_York')).toBe('2026-11-20')
  expect(clockTime(late, 'de-DE', 'Europe/Berlin')).toBe('00:30')
})

test.each([
  ['2026-11-20', '2026-11-27'],
  ['2026-11-19', '2026-11-20'],
  ['2026-11-21', '2026-11-27'],
])('on %s "Friday" is %s: never today', (now, friday) => {
  expect(shortcutDays(day(now)).find(({ name }) => name === 'friday')?.day).toBe(friday)
})
