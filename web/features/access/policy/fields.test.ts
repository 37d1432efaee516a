import { expect, test } from 'vitest'

import { boundsOfTyped, GROUPS, RANGES } from './fields.ts'

test.each([
  ['30, 60, 90, 120', [30, 60, 90, 120]],
  ['30 60 90', [30, 60, 90]],
  ['15;45', [15, 45]],
  ['30', [30]],
  ['30, 30', null],
  ['60, 30', null],
  ['0, 30', null],
  ['30.5', null],
  ['1,2,3,4,5,6,7,8,9', null],
  ['', null],
])('the buckets "%s" are read as %s', (typed, bounds) => {
  expect(boundsOfTyped(typed)).toEqual(bounds)
})

test('every number of the policy is shown once', () => {
  const shown: readonly string[] = Object.values(GROUPS).flat()
  expect(shown).toHaveLength(new Set(shown).size)
  expect(Object.keys(RANGES).filter((name) => !shown.includes(name))).toEqual([])
})
