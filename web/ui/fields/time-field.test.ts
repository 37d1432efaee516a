import { expect, test } from 'vitest'

import { timeOfTyped } from './TimeField.tsx'

test.each([
  ['8', '08:00'],
  ['830', '08:30'],
  ['8:30', '08:30'],
  ['8h30', '08:30'],
  ['08.30', '08:30'],
  ['18h', '18:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['8:60', null],
  ['8:3', null],
  ['', null],
  ['noon', null],
])('"%s" is read as %s', (typed, time) => {
  expect(timeOfTyped(typed)).toBe(time)
})
