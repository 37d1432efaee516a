import { describe, expect, test } from 'vitest'

import { NAMES } from './names.ts'
import { spokenIn } from './spoken.ts'

describe('a name that came along', () => {
  test.each([
    ['Friendly reminder', 'de', 'Freundliche Erinnerung'],
    ['Freundliche Erinnerung', 'es', 'Recordatorio amable'],
    ['Rappel aimable', 'fr', 'Rappel aimable'],
    ['Friendly reminder for pubs', 'de', 'Friendly reminder for pubs'],
    ['Friendly reminder', 'it', 'Friendly reminder'],
    ['constructor', 'de', 'constructor'],
  ])('%s reads in %s as %s', (name, language, read) => {
    expect(spokenIn(language)(name)).toBe(read)
  })

  test('means one thing, in whatever language it is read', () => {
    for (const [language, names] of Object.entries(NAMES)) {
      for (const name of Object.values(names)) {
        for (const other of Object.keys(NAMES)) {
          expect(spokenIn(language)(spokenIn(other)(name))).toBe(name)
        }
      }
    }
  })
})
