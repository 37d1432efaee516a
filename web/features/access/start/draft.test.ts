import { expect, test } from 'vitest'

import { firstDraft, problemsOf } from './draft.ts'

test.each([
  ['a region that is said', ['en-GB', 'en'], 'GB'],
  ['a region said by a later tag of the same language', ['en', 'en-GB', 'fr-FR'], 'GB'],
  ['not the region of another language', ['de', 'en-US', 'en'], 'DE'],
  ['the likeliest region of a bare language', ['es'], 'ES'],
  ['no language at all', [], 'FR'],
])('the country is guessed by %s', (_, tags, country) => {
  expect(firstDraft('en', tags, 'UTC').legalEntity.country).toBe(country)
})

test.each([
  ['ada@moreau.example', []],
  [' ada.o-neill+x@mail.moreau.example ', []],
  ['ada@moreau', ['email']],
  ['ada @moreau.example', ['email']],
  ['ada..b@moreau.example', ['email']],
  ['ada@exämple.example', ['email']],
])('the address %s is judged as the server would', (email, problems) => {
  const draft = firstDraft('en', ['en-GB'], 'UTC')
  const administrator = { name: 'Ada', email, password: 'wine is bottled poetry' }
  expect(problemsOf('person', { ...draft, administrator })).toEqual(problems)
})
