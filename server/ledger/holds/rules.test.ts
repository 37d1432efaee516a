import { describe, expect, test } from 'vitest'

import { day, type Day } from '../../kernel/day.ts'
import {
  holdsUntil,
  isInForce,
  needsApproval,
  refusalOfApproval,
  refusalOfLifting,
  refusalOfPlacing,
  stateOf,
} from './rules.ts'

const today = day('2026-03-10')
const hold = {
  startsOn: day('2026-03-10'),
  endsOn: day('2026-05-01'),
  isApproved: false,
  liftedOn: null as Day | null,
}
const LIMIT = 30

describe('a hold from 10 March with 30 days for one person to decide', () => {
  test.each([
    ['2026-03-10', false],
    ['2026-04-08', false],
    ['2026-04-09', true],
  ])('to %s needs a second person: %s', (endsOn, needs) => {
    expect(needsApproval({ ...hold, endsOn: day(endsOn) }, LIMIT)).toBe(needs)
  })

  test.each([
    ['until somebody approves, the thirty days', hold, '2026-04-08'],
    ['approved, to its end', { ...hold, isApproved: true }, '2026-05-01'],
    ['a short one, to its end', { ...hold, endsOn: day('2026-03-15') }, '2026-03-15'],
    ['lifted, to the day before', { ...hold, liftedOn: day('2026-03-20') }, '2026-03-19'],
    ['lifted the day it began, on no day', { ...hold, liftedOn: today }, '2026-03-09'],
  ])('holds %s', (_what, held, until) => {
    expect(holdsUntil(held, LIMIT)).toBe(until)
  })

  test.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-04-08', true],
    ['2026-04-09', false],
  ])('is in force on %s: %s', (on, isHeld) => {
    expect(isInForce(hold, LIMIT, day(on))).toBe(isHeld)
  })

  test.each([
    ['waiting', hold, '2026-03-10'],
    ['in_force', { ...hold, isApproved: true }, '2026-03-10'],
    ['in_force', { ...hold, endsOn: day('2026-03-15') }, '2026-03-15'],
    ['ended', { ...hold, endsOn: day('2026-03-15') }, '2026-03-16'],
    ['planned', { ...hold, isApproved: true }, '2026-03-09'],
    ['lifted', { ...hold, liftedOn: today }, '2026-03-10'],
  ])('is %s', (state, held, on) => {
    expect(stateOf(held, LIMIT, day(on))).toBe(state)
  })
})

test.each([
  [null, '2026-03-10', '2026-03-10'],
  [null, '2026-03-12', '2026-03-15'],
  ['hold_ends_before_start', '2026-03-12', '2026-03-11'],
  ['hold_ends_in_past', '2026-03-01', '2026-03-09'],
  ['hold_starts_in_past', '2026-03-09', '2026-03-10'],
])('placing answers %s to %s until %s', (code, startsOn, endsOn) => {
  expect(refusalOfPlacing({ startsOn: day(startsOn), endsOn: day(endsOn) }, today)).toBe(code)
})

describe('approving', () => {
  const placed = { ...hold, createdBy: 'ada' }
  const policy = { daysWithoutApproval: LIMIT, today }
  test.each([
    [null, placed, 'bob', policy],
    ['hold_needs_another_approver', placed, 'ada', policy],
    ['hold_needs_another_approver', placed, null, policy],
    ['hold_needs_no_approval', { ...placed, endsOn: day('2026-03-20') }, 'bob', policy],
    ['hold_already_approved', { ...placed, isApproved: true }, 'bob', policy],
    ['hold_already_lifted', { ...placed, liftedOn: today }, 'bob', policy],
    [null, placed, 'bob', { ...policy, today: day('2026-05-01') }],
    ['hold_already_ended', placed, 'bob', { ...policy, today: day('2026-05-02') }],
  ])('answers %s', (code, held, approver, when) => {
    expect(refusalOfApproval(held, approver, when)).toBe(code)
  })
})

test.each([
  [null, hold, '2026-05-01'],
  ['hold_already_ended', hold, '2026-05-02'],
  ['hold_already_lifted', { ...hold, liftedOn: today }, '2026-03-11'],
])('lifting answers %s', (code, held, on) => {
  expect(refusalOfLifting(held, day(on))).toBe(code)
})
