import { expect, test } from 'vitest'

import { placeAfter, placeIn, stepOfKey } from './use-cursor.ts'

test('the cursor stays on its row when the list changes around it', () => {
  expect(placeIn(['a', 'b', 'c'], { index: 1, key: 'b' })).toBe(1)
  expect(placeIn(['x', 'a', 'b', 'c'], { index: 1, key: 'b' })).toBe(2)
})

test('when its row leaves the list the next one takes its place', () => {
  expect(placeIn(['a', 'c'], { index: 1, key: 'b' })).toBe(1)
  expect(placeIn(['a'], { index: 1, key: 'b' })).toBe(0)
  expect(placeIn([], { index: 1, key: 'b' })).toBe(0)
})

test('a row that was sorted elsewhere and then leaves gives its new place to the next one', () => {
  const sorted = placeAfter(['b', 'c', 'a'], { index: 1, key: 'b' })
  expect(placeAfter(['c', 'a'], sorted)).toEqual({ index: 0, key: 'c' })
  expect(placeAfter([], { index: 1, key: 'b' })).toEqual({ index: 0, key: 'b' })
})

test.each([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['End', 50],
  ['Home', -50],
  ['Tab', null],
])('%s moves by %s', (key, step) => {
  expect(stepOfKey(key, 50)).toBe(step)
})
