import { expect, test } from 'vitest'

import { weaknessOf } from './rules.ts'

const ada = { name: 'Ada Lovelace', email: 'ada.l@example.test' }

test.each([
  ['nine letters', 'qmwzkxvbt', 'short'],
  ['ten letters', 'qmwzkxvbtr', null],
  ['nine letters of two code units each', '🦀🦀🐍🐍🦊🦊🐝🐝🐙', 'short'],
  ['a row of digits', '1234567890', 'common'],
  ['a row of keys', 'qwertyuiop', 'common'],
  ['one letter again and again', 'aaaaaaaaaaaa', 'common'],
  ['two letters again and again', 'abababababab', 'common'],
  ['a common word with digits', 'Password2026!', 'common'],
  ['a common German word', 'Passwort12', 'common'],
  ['a common word among others', 'password of the lighthouse', null],
  ['their own name and four more', 'Lovelace2026', 'like_you'],
  ['their own name and five more', 'Lovelace2026!', null],
  ['their own mailbox', 'ada.l12345', null],
  ['their own mailbox and little else', 'ada.lada.l1234', 'like_you'],
  ['a sentence', 'the heron waits for the tide', null],
])('%s: %s is %s', (_why, password, weakness) => {
  expect(weaknessOf(password, ada)).toBe(weakness)
})
