import { describe, expect, test } from 'vitest'

import { RefusedError, UnreachableError } from '../../api/call.ts'
import { dueOf, failureOf, nextAfter, pauseAfter, type Waiting } from './waiting.ts'

describe('what follows from a sending that failed', () => {
  test.each([
    ['no network', new UnreachableError('x'), 'later'],
    ['a bug of the page', new TypeError('x'), 'later'],
    ['the session ended', new RefusedError(401, 'sign_in_first'), 'signed_out'],
    ['a role that was taken away', new RefusedError(403, 'not_permitted'), 'refused'],
    ['a customer that is another’s now', new RefusedError(404, 'no_such_customer'), 'refused'],
    ['more than is owed by now', new RefusedError(409, 'more_than_owed'), 'refused'],
    ['too many requests', new RefusedError(429, 'busy'), 'later'],
    ['the last that is theirs', new RefusedError(499, 'x'), 'refused'],
    ['the first that is ours', new RefusedError(500, 'internal_error'), 'later'],
  ])('%s', (_, error, kind) => {
    expect(failureOf(error).kind).toBe(kind)
  })
})

const entry = { method: 'POST', address: '/', body: {}, label: '', page: '/' } as const
const waiting = (id: string, at: number, rest: Partial<Waiting> = {}): Waiting => ({
  ...entry,
  id,
  at,
  heldUntil: 0,
  refused: null,
  ...rest,
})
const refused = { code: 'x', details: {} }

test('what is held or refused is not sent, the rest in the order of writing', () => {
  const entries = [
    waiting('second', 2),
    waiting('held', 0, { heldUntil: 101 }),
    waiting('just due', 3, { heldUntil: 100 }),
    waiting('refused', 0, { refused }),
    waiting('first', 1),
  ]
  expect(dueOf(entries, 100).map(({ id }) => id)).toEqual(['first', 'second', 'just due'])
})

test.each([
  ['a millisecond before it may go', 99, [], 100],
  ['when it may go', 100, ['held'], null],
  ['afterwards', 101, ['held'], null],
])('%s it is due or next, never neither', (_, now, due, next) => {
  const entries = [waiting('held', 1, { heldUntil: 100 })]
  expect(dueOf(entries, now).map(({ id }) => id)).toEqual(due)
  expect(nextAfter(entries, now)).toBe(next)
})

test('next is the first of what is held, and nothing that was refused', () => {
  const entries = [
    waiting('later', 1, { heldUntil: 300 }),
    waiting('refused', 2, { heldUntil: 150, refused }),
    waiting('first', 3, { heldUntil: 200 }),
  ]
  expect(nextAfter(entries, 100)).toBe(200)
  expect(nextAfter([], 100)).toBeNull()
})

test.each([
  [1, 5000],
  [2, 10_000],
  [6, 160_000],
  [7, 300_000],
  [60, 300_000],
])('after %i failures the next try is in %i ms', (failures, pause) => {
  expect(pauseAfter(failures)).toBe(pause)
})
