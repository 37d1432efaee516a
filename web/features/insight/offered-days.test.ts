import { expect, test } from 'vitest'

import { day } from '#kernel/day.ts'

import { offeredDays } from './InsightBar.tsx'

test.each([
  ['2026-11-22', ['month 2026-10-31', 'quarter 2026-09-30', 'year 2025-12-31']],
  ['2026-10-05', ['month 2026-09-30', 'year 2025-12-31']],
  ['2026-01-31', ['month 2025-12-31']],
  ['2024-03-15', ['month 2024-02-29', 'year 2023-12-31']],
])('on %s the ends of %j are offered', (today, offered) => {
  expect(offeredDays(day(today)).map((offer) => `${offer.name} ${offer.day}`)).toEqual(offered)
})
