import { expect, test } from 'vitest'

import { decimalText } from './decimal-text.ts'

test.each([
  ['19181.00', 'en-GB', '19,181.00'],
  ['19181.00', 'de-DE', '19.181,00'],
  ['-0.5', 'de-DE', '−0,5'],
  ['7', 'en-GB', '7'],
  ['123456789012345678.123', 'en-GB', '123,456,789,012,345,678.123'],
  ['n/a', 'en-GB', 'n/a'],
])('%s is read in %s as %s', (text, locale, written) => {
  expect(decimalText(text, locale)).toBe(written)
})
