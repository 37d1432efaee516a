import { expect, test } from 'vitest'

import { mentionedIn, offeredFor, typedMention } from './mentions.ts'

const ann = { id: '1', name: 'Ann' }
const anna = { id: '2', name: 'Anna Berg' }
const people = [ann, anna]

test.each([
  ['@', ''],
  ['Please @an', 'an'],
  ['Please (@Anna B', 'Anna B'],
  ['write to ann@example', null],
  ['nothing', null],
  ['@Ann said\nthis', null],
])('%j is typing the name %j', (before, typed) => {
  expect(typedMention(before)).toBe(typed)
})

test.each([
  ['', ['1', '2']],
  ['AN', ['1', '2']],
  ['anna', ['2']],
  ['ber', ['2']],
  ['erg', []],
])('%j offers %j', (typed, ids) => {
  expect(offeredFor(typed, people).map(({ id }) => id)).toEqual(ids)
})

test.each([
  ['@Anna Berg, call them', ['2']],
  ['@Ann and @Anna Berg', ['2', '1']],
  ['@Ann @Ann', ['1']],
  ['Ann', []],
])('%j mentions %j, each once', (body, ids) => {
  expect(mentionedIn(body, people)).toEqual(ids)
})
