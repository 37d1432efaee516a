import { expect, test } from 'vitest'

import { insertedAt, replacedWord } from './insert.ts'

test('a variable is put where the cursor stands', () => {
  expect(insertedAt('Dear ,', 5, 'contact.name')).toBe('Dear {{ contact.name }},')
})

test.each([
  ['{{ custmer.name }}', 'custmer.name', 'customer.name', '{{ customer.name }}'],
  ['{{ a.b }} and {{ a.b.c }}', 'a.b', 'x', '{{ x }} and {{ a.b.c }}'],
  ['costs $1', 'costs', '$&', '$& $1'],
])('in "%s" the word %s becomes %s', (text, word, by, result) => {
  expect(replacedWord(text, word, by)).toBe(result)
})
