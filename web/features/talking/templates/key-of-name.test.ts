import { expect, test } from 'vitest'

import { keyOfName } from './key-of-name.ts'

test.each([
  ['Second reminder', 'second_reminder'],
  ['Élèves, 2. Mahnung', 'eleves_2_mahnung'],
  ['Größe', 'grosse'],
  ['  2024: year end ', 'year_end'],
  ['!!!', ''],
  ['', ''],
])('a template named "%s" has the key "%s"', (name, key) => {
  expect(keyOfName(name)).toBe(key)
})
