import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import { belongsOnWorklist, lossShareOf, scoreOf, type DeskFacts } from './rules.ts'

const wednesday = day('2026-11-18')
const quiet: DeskFacts = {
  segment: 'commercial',
  overdue: [],
  isLargest: false,
  brokenPromiseOn: null,
  promiseDueOn: null,
  replyWaitingSince: null,
  taskDueOn: null,
  hasDecisionNeeded: false,
  hasUnknownMessage: false,
  disputeToRevisitOn: null,
  disputeDeadlineOn: null,
  sellerReturnsOn: null,
  lastMessageOn: null,
  hasContact: true,
}
const late = (daysLate: number, reportingMinor = 1_000_00) => ({
  ...quiet,
  overdue: [{ daysLate, reportingMinor }],
})
const codes = (facts: DeskFacts, today = wednesday) =>
  scoreOf(facts, today).reasons.map(({ code }) => code)

test.each([
  [0, 0],
  [1, 0.02],
  [30, 0.02],
  [31, 0.05],
  [60, 0.05],
  [61, 0.1],
  [90, 0.1],
  [91, 0.2],
  [120, 0.2],
  [121, 0.4],
  [9999, 0.4],
])('an amount %i days late is at risk for %f of it', (daysLate, share) => {
  expect(lossShareOf(daysLate)).toBe(share)
})

describe('a row says why it is there:', () => {
  test.each([
    ['first_week', 'on the seventh day late', late(7)],
    ['long_overdue', 'on the ninety-first day late', late(91)],
    ['promise_broken', 'after a broken promise', { ...late(20), brokenPromiseOn: wednesday }],
    ['promise_due_today', 'when a promise falls due today', { ...quiet, promiseDueOn: wednesday }],
    ['reply_waiting', 'while a reply waits', { ...quiet, replyWaitingSince: day('2026-11-17') }],
    ['task_due', 'when a task is due today', { ...quiet, taskDueOn: wednesday }],
    ['dispute_to_revisit', 'on its revisit day', { ...quiet, disputeToRevisitOn: wednesday }],
    [
      'dispute_overdue',
      'the day after its deadline',
      { ...quiet, disputeDeadlineOn: day('2026-11-17') },
    ],
    ['reminded_recently', 'three days after', { ...late(20), lastMessageOn: day('2026-11-15') }],
    ['no_contact', 'when nobody can be reached', { ...late(20), hasContact: false }],
    ['decision_needed', 'after the last step', { ...late(20), hasDecisionNeeded: true }],
    ['unknown_message', 'when a sending is unknown', { ...late(20), hasUnknownMessage: true }],
    ['largest', 'when it is among the largest', { ...late(20), isLargest: true }],
    ['overdue', 'on the eighth day late, where nothing else speaks for it', late(8)],
  ] as const)('%s %s', (code, _when, facts) => {
    expect(codes(facts)).toContain(code)
  })

  test.each([
    ['first_week', 'on the eighth day late', late(8)],
    ['overdue', 'in the first week', late(7)],
    ['overdue', 'when something else speaks for it', { ...late(20), isLargest: true }],
    ['overdue', 'when nothing is', { ...quiet, taskDueOn: wednesday }],
    ['long_overdue', 'on the ninetieth day late', late(90)],
    ['promise_due_today', 'the day before', { ...quiet, promiseDueOn: day('2026-11-19') }],
    ['task_due', 'before its day', { ...quiet, taskDueOn: day('2026-11-19') }],
    ['dispute_to_revisit', 'the day before', { ...quiet, disputeToRevisitOn: day('2026-11-19') }],
    ['dispute_overdue', 'on its deadline', { ...quiet, disputeDeadlineOn: wednesday }],
    ['reminded_recently', 'four days after', { ...late(20), lastMessageOn: day('2026-11-14') }],
    ['largest', 'when nothing is overdue', { ...quiet, isLargest: true }],
    ['no_contact', 'when nothing is overdue', { ...quiet, hasContact: false }],
  ] as const)('but not %s %s', (code, _when, facts) => {
    expect(codes(facts)).not.toContain(code)
  })
})

test.each([
  ['commercial', '2026-11-16', true],
  ['commercial', '2026-11-17', false],
  ['consumer', '2026-11-18', false],
  ['consumer', '2026-11-19', true],
  ['consumer', '2026-11-21', true],
  ['consumer', '2026-11-22', false],
] as const)('a %s customer has their weekday on %s: %s', (segment, on, expected) => {
  const found = codes({ ...late(20), segment }, day(on))
  expect(found.some((code) => code.includes('commercial') || code.includes('consumer'))).toBe(
    expected,
  )
})

test('the score is the product of what it shows', () => {
  const scored = scoreOf({ ...late(20), brokenPromiseOn: day('2026-11-17') }, wednesday)
  expect(scored).toMatchObject({ atRisk: 20_00, urgency: 2, chance: 0.6, score: 2_400 })
})

test('a customer with the seller is worth less of finance’s time', () => {
  const held = { ...late(20), sellerReturnsOn: day('2026-11-20') }
  expect(scoreOf(held, wednesday).score).toBeLessThan(scoreOf(late(20), wednesday).score)
})

test.each([
  ['with something overdue', late(1), true],
  ['with a reply waiting and nothing overdue', { ...quiet, replyWaitingSince: wednesday }, true],
  ['who was only reminded', { ...quiet, lastMessageOn: wednesday }, false],
  ['with nothing to do', quiet, false],
] as const)('a customer %s is on the worklist: %s', (_who, facts, expected) => {
  expect(belongsOnWorklist(facts, wednesday)).toBe(expected)
})
