import { expect, test } from 'vitest'

import { instant } from '../../kernel/day.ts'
import { codeVerdictOf, refusalOf } from './rules.ts'
import { newCode, newToken, organisationIn } from './tokens.ts'

const link = {
  expiresAt: instant('2026-03-09T12:00:00Z'),
  revokedAt: null,
  uses: 0,
  maxUses: 1,
  codeAttempts: 0,
}
const NOON = '2026-03-02T12:00:00.000Z'

test.each([
  ['before it expires', {}, '2026-03-09T11:59:59.999Z', null],
  ['at the instant that it expires', {}, '2026-03-09T12:00:00.000Z', 'link_expired'],
  ['a second later', {}, '2026-03-09T12:00:01.000Z', 'link_expired'],
  ['before its last use', { uses: 2, maxUses: 3 }, NOON, null],
  ['after its last use', { uses: 3, maxUses: 3 }, NOON, 'link_used'],
  ['revoked', { revokedAt: instant('2026-03-02T11:00:00Z') }, NOON, 'link_revoked'],
  [
    'revoked later than a clock that went back',
    { revokedAt: instant('2026-03-08T00:00:00Z') },
    NOON,
    'link_revoked',
  ],
  ['after four wrong codes', { codeAttempts: 4 }, NOON, null],
  ['after five wrong codes', { codeAttempts: 5 }, NOON, 'link_closed'],
  ['used and over', { uses: 1 }, '2026-04-01T00:00:00.000Z', 'link_used'],
])('a link %s', (_, fields, now, refusal) => {
  expect(refusalOf({ ...link, ...fields }, instant(now))).toBe(refusal)
})

const asked = { codeHash: 'h', codeExpiresAt: instant('2026-03-02T12:10:00Z') }

test.each([
  ['right, in time', 'h', '2026-03-02T12:09:59.999Z', 'right'],
  ['right, at the end of its ten minutes', 'h', '2026-03-02T12:10:00.000Z', 'code_expired'],
  ['wrong, in time', 'x', NOON, 'code_wrong'],
  ['wrong, too late', 'x', '2026-03-02T12:10:00.000Z', 'code_expired'],
])('a code that is %s', (_, hash, now, verdict) => {
  expect(codeVerdictOf(asked, { hash, isEmpty: false }, instant(now))).toBe(verdict)
})

test('no code is no attempt, and a code before any was sent is none either', () => {
  const now = instant(NOON)
  expect(codeVerdictOf(asked, { hash: 'x', isEmpty: true }, now)).toBe('code_missing')
  const none = { codeHash: null, codeExpiresAt: null }
  expect(codeVerdictOf(none, { hash: 'x', isEmpty: false }, now)).toBe('code_expired')
})

test('a token names its organisation and nothing else', () => {
  const id = '0190f3c1-7a2b-7c3d-8e4f-0123456789ab'
  const token = newToken(id)
  expect(token).toMatch(/^[\w-]{64}$/)
  expect(organisationIn(token)).toBe(id)
  expect(newToken(id)).not.toBe(token)
})

test.each(['', 'x', 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(63)}/`, `${'a'.repeat(63)}=`])(
  '%j is no token',
  (text) => {
    expect(organisationIn(text)).toBeNull()
  },
)

test('codes are six digits, leading zeros too', () => {
  for (let count = 0; count < 200; count += 1) expect(newCode()).toMatch(/^\d{6}$/)
})
