import { expect, test } from 'vitest'

import { languageOf, localeOf } from './locale.ts'

test.each([
  ['de', ['de-CH', 'de'], 'de-CH'],
  ['de', ['de'], 'de-DE'],
  ['en', ['fr-FR', 'en-US'], 'en-US'],
  ['en', ['en-US@posix', 'en'], 'en-GB'],
  ['en', ['en-US@posix', 'en-CA'], 'en-CA'],
  ['fr', [], 'fr-FR'],
] as const)('who reads %s and prefers %j is written to as %s', (language, preferred, locale) => {
  expect(localeOf(language, preferred)).toBe(locale)
  expect(() => new Intl.NumberFormat(localeOf(language, preferred))).not.toThrow()
})

test.each([
  [['sv-SE', 'de-AT'], 'de'],
  [['en-US@posix'], 'en'],
  [['ES'], 'es'],
  [['sv'], 'en'],
] as const)('who prefers %j is spoken to in %s', (preferred, language) => {
  expect(languageOf(preferred)).toBe(language)
})
