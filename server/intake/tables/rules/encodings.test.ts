import { expect, test } from 'vitest'

import { isTwiceEncoded, plausibilityOf } from './encodings.ts'

test.each([
  [
    ['Müller', 'Straße'],
    ['M³ller', 'Stra¯e'],
  ],
  [
    ['Société', 'été'],
    ['SociÚtÚ', 'ÚtÚ'],
  ],
  [['12 €'], ['12 ¤']],
  [['Łódź'], ['£ódŸ']],
])('%j is likelier than %j', (right, wrong) => {
  expect(plausibilityOf(right)).toBeGreaterThan(plausibilityOf(wrong))
})

test('a word that was encoded twice is seen', () => {
  expect(isTwiceEncoded('MÃ¼ller')).toBe(true)
  expect(isTwiceEncoded('dâ€™Ãªtre')).toBe(true)
  expect(isTwiceEncoded('Müller à São Paulo')).toBe(false)
})
