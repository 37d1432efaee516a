import { expect, test } from 'vitest'

import { addSeconds, instant } from '../../kernel/day.ts'
import { meaningOf } from './rules.ts'

const asked = instant('2026-03-02T08:00:00Z')
const MINUTE = 60
const DAY = 24 * 60 * MINUTE

test.each([
  ['the same, answered, a moment later', {}, 'same', 1, 'answered'],
  ['the same, answered, a day less a second later', {}, 'same', DAY - 1, 'answered'],
  ['the same, answered, a day later', {}, 'same', DAY, 'over'],
  ['another', {}, 'other', 1, 'another_request'],
  ['another, a day later', {}, 'other', DAY, 'over'],
  ['the same, unanswered', { isAnswered: false }, 'same', 1, 'still_being_done'],
  [
    'the same, unanswered, ten minutes less a second later',
    { isAnswered: false },
    'same',
    599,
    'still_being_done',
  ],
  ['the same, unanswered, ten minutes later', { isAnswered: false }, 'same', 600, 'interrupted'],
  ['the same, its process gone', { isAnswered: false, isHeld: false }, 'same', 1, 'interrupted'],
] as const)('%s is %5$s', (_what, change, hash, seconds, meaning) => {
  const earlier = {
    requestHash: 'same',
    isAnswered: true,
    isHeld: true,
    createdAt: asked,
    ...change,
  }
  expect(meaningOf(earlier, hash, addSeconds(asked, seconds))).toBe(meaning)
})
