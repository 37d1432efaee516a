import { expect, test } from 'vitest'

import { numberOfTyped } from './NumberField.tsx'

test.each([
  ['0', 0],
  ['60', 60],
  ['61', null],
  ['-1', null],
  ['7,5', null],
  ['', null],
  ['seven', null],
])('of the days 0 to 60, %s is read as %s', (typed, value) => {
  expect(numberOfTyped(typed, { least: 0, most: 60, digits: 0 })).toBe(value)
})

test.each([
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['1.55', null],
  ['1.0', null],
])('of the factors from 1.1 with one digit, %s is read as %s', (typed, value) => {
  expect(numberOfTyped(typed, { least: 1.1, most: 100, digits: 1 })).toBe(value)
})
