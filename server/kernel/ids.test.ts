import { expect, test } from 'vitest'

import { isId, newId } from './ids.ts'

test('identifiers are unique, in the order in which they were made, and of version 7', () => {
  const ids = Array.from({ length: 100_000 }, () => newId())

  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.every((id) => isId(id) && /^.{14}7.{4}[89ab]/.test(id))).toBe(true)
})

test('an identifier tells the millisecond in which it was made', () => {
  const before = Date.now()
  const made = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)

  expect(made).toBeGreaterThanOrEqual(before)
  // Many made within one millisecond may run ahead of the clock; they did not here.
  expect(made).toBeLessThanOrEqual(Date.now() + 1)
})
