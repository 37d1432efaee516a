import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../kernel/day.ts'
import {
  asksForTerms,
  isOutdated,
  judge,
  judgePlan,
  shareOut,
  type Commitment,
  type Judgement,
  type Receipt,
} from './rules.ts'

const made = day('2026-03-02')
const due = day('2026-03-12')
const promise = (id: string, more: Partial<Commitment> = {}): Commitment => ({
  id,
  openItemIds: ['item'],
  currency: 'EUR',
  minor: 50_00,
  from: made,
  dueOn: due,
  ...more,
})
const receipt = (minor: number, more: Partial<Receipt> = {}): Receipt => ({
  openItemId: 'item',
  currency: 'EUR',
  minor,
  on: day('2026-03-05'),
  ...more,
})
const shares = (commitments: Commitment[], receipts: Receipt[]) =>
  Object.fromEntries(shareOut(commitments, receipts, 3))

describe('money set against commitments', () => {
  test('keeps one promise only, the earlier first', () => {
    const later = promise('later', { dueOn: day('2026-03-20') })
    expect(shares([later, promise('first')], [receipt(50_00)])).toEqual({ first: 50_00, later: 0 })
    expect(shares([later, promise('first')], [receipt(70_00)])).toEqual({
      first: 50_00,
      later: 20_00,
    })
  })

  test.each([
    ['on the day of the promise', '2026-03-02', 50_00],
    ['the day before it', '2026-03-01', 0],
    ['on the last day of tolerance', '2026-03-15', 50_00],
    ['the day after that', '2026-03-16', 0],
  ])('counts %s: %s', (_what, on, expected) => {
    expect(shares([promise('p')], [receipt(50_00, { on: day(on) })])).toEqual({ p: expected })
  })

  test('counts for its own item, and for the account whatever the item', () => {
    const foreign = receipt(50_00, { openItemId: 'other' })
    const unapplied = receipt(50_00, { openItemId: null })
    expect(shares([promise('p')], [foreign, unapplied])).toEqual({ p: 0 })
    const account = promise('p', { openItemIds: null, minor: 90_00 })
    expect(shares([account], [foreign, unapplied])).toEqual({ p: 90_00 })
  })

  test('counts in its own currency only', () => {
    expect(shares([promise('p')], [receipt(50_00, { currency: 'CHF' })])).toEqual({ p: 0 })
  })

  test('goes back from the latest when a payment bounces', () => {
    const later = promise('later', { dueOn: day('2026-03-20') })
    const bounced = receipt(-30_00, { on: day('2026-03-09') })
    expect(shares([promise('first'), later], [receipt(70_00), bounced])).toEqual({
      first: 40_00,
      later: 0,
    })
  })

  test('is never more than came, nor more than was promised', () => {
    const someDay = integer({ min: -2, max: 25 }).map((days) => addDays(made, days))
    const item = constantFrom('item', 'other', null)
    assert(
      property(
        array(
          record({
            minor: integer({ min: 1, max: 100 }),
            dueOn: someDay,
            openItemIds: constantFrom(['item'], ['item', 'other'], null),
          }),
          { maxLength: 6 },
        ),
        array(record({ minor: integer({ min: -50, max: 100 }), on: someDay, openItemId: item }), {
          maxLength: 12,
        }),
        (wanted, came) => {
          const commitments = wanted.map((one, index) => promise(`p${index}`, one))
          const shared = shareOut(
            commitments,
            came.map(({ minor, ...more }) => receipt(minor, more)),
            3,
          )
          const positive = came.reduce((sum, { minor }) => sum + Math.max(0, minor), 0)
          const taken = [...shared.values()].reduce((sum, minor) => sum + minor, 0)
          expect(taken).toBeLessThanOrEqual(positive)
          for (const { id, minor } of commitments) {
            expect(shared.get(id)).toBeGreaterThanOrEqual(0)
            expect(shared.get(id)).toBeLessThanOrEqual(minor)
          }
        },
      ),
    )
  })
})

describe('a commitment of 50.00 for 12 March', () => {
  test.each<[Judgement, string, number, string, boolean]>([
    ['open', 'on its last day of tolerance with nothing received', 0, '2026-03-15', false],
    ['broken', 'the day after', 0, '2026-03-16', false],
    ['partly_kept', 'the day after, one cent short of the tolerance', 49_74, '2026-03-16', false],
    ['open', 'with a part received while there is time', 49_74, '2026-03-15', false],
    ['kept', 'when no more than half a per cent is missing', 49_75, '2026-03-13', false],
    ['kept', 'early when the money came early', 50_00, '2026-03-03', false],
    ['kept', 'when a credit note left nothing owed', 0, '2026-03-03', true],
  ])('is %s %s', (expected, _when, receivedMinor, today, isNothingOwed) => {
    const commitment = { minor: 50_00, dueOn: due }
    const at = { today: day(today), toleranceDays: 3, paymentsUntil: null }
    expect(judge(commitment, { receivedMinor, isNothingOwed }, at)).toBe(expected)
  })

  test.each<[Judgement, string, number]>([
    ['open', '2026-03-14', 0],
    ['broken', '2026-03-15', 0],
    ['open', '2026-03-14', 10_00],
    ['partly_kept', '2026-03-15', 10_00],
    ['kept', '2026-03-14', 50_00],
  ])(
    'P42 is %s where payments are known until %s and %i came',
    (expected, until, receivedMinor) => {
      const at = { today: day('2026-03-20'), toleranceDays: 3, paymentsUntil: day(until) }
      const commitment = { minor: 50_00, dueOn: due }
      expect(judge(commitment, { receivedMinor, isNothingOwed: false }, at)).toBe(expected)
    },
  )
})

test.each<[boolean, Judgement, number, number]>([
  [true, 'kept', 50_00, 49_99],
  [false, 'kept', 50_00, 50_00],
  [false, 'kept', 50_00, 50_01],
  [true, 'partly_kept', 20_00, 19_99],
  [true, 'partly_kept', 20_00, 20_01],
  [false, 'partly_kept', 20_00, 20_00],
  [true, 'broken', 0, 1],
  [false, 'broken', 0, 0],
  [false, 'open', 0, 50_00],
])('judged again: %s, %s on %i when %i is known', (expected, state, judgedOn, now) => {
  expect(isOutdated(state, { judgedOn, now })).toBe(expected)
})

test.each<[ReturnType<typeof judgePlan>, Judgement[]]>([
  ['agreed', ['kept', 'open']],
  ['agreed', ['open', 'open']],
  ['kept', ['kept', 'kept']],
  ['broken', ['kept', 'broken', 'open']],
  ['broken', ['partly_kept', 'open']],
])('a plan is %s with instalments %s', (expected, instalments) => {
  expect(judgePlan(instalments)).toBe(expected)
})

test.each<[boolean, number, Judgement]>([
  [false, 0, 'broken'],
  [true, 1, 'broken'],
  [true, 1, 'partly_kept'],
  [false, 1, 'kept'],
  [true, 4, 'broken'],
])('terms are spoken of: %s, after %s and then %s', (expected, before, judgement) => {
  expect(asksForTerms(before, judgement)).toBe(expected)
})
