import { describe, expect, test } from 'vitest'

import { day, instant } from '../../../kernel/day.ts'
import { contextOn, customerWith, itemDue, playbook, stepAt } from '../../../testing/gate-facts.ts'
import { decide } from '../../gate/rules/decide.ts'
import { entryOf, senderOf } from './entry.ts'
import { leavingAt } from './hours.ts'
import { isUnusual, planTally, usualOf } from './plan.ts'
import { verdictOf } from './verdict.ts'

const hours = { from: '08:00', to: '18:00' }

describe('P71 a message leaves', () => {
  test.each([
    // 29 March 2026: clocks in Berlin go forward at two.
    [
      'at once within the hours',
      'Europe/Berlin',
      '2026-03-30T10:00:00Z',
      '08:30',
      '2026-03-30T10:00:00.000Z',
    ],
    [
      'at 08:30 before the clocks change',
      'Europe/Berlin',
      '2026-03-27T05:00:00Z',
      '08:30',
      '2026-03-27T07:30:00.000Z',
    ],
    [
      'at 08:30 after the clocks have changed',
      'Europe/Berlin',
      '2026-03-30T05:00:00Z',
      '08:30',
      '2026-03-30T06:30:00.000Z',
    ],
    [
      'at 08:30 before they change back',
      'Europe/Berlin',
      '2026-10-23T05:00:00Z',
      '08:30',
      '2026-10-23T06:30:00.000Z',
    ],
    [
      'at 08:30 after they have changed back',
      'Europe/Berlin',
      '2026-10-26T05:00:00Z',
      '08:30',
      '2026-10-26T07:30:00.000Z',
    ],
    [
      'one minute before the playbook’s hour: waits',
      'UTC',
      '2026-03-04T08:29:59Z',
      '08:30',
      '2026-03-04T08:30:00.000Z',
    ],
    ['at the playbook’s hour', 'UTC', '2026-03-04T08:30:00Z', '08:30', '2026-03-04T08:30:00.000Z'],
    ['in the last minute', 'UTC', '2026-03-04T17:59:59Z', '08:30', '2026-03-04T17:59:59.000Z'],
    [
      'when the hours are over: tomorrow',
      'UTC',
      '2026-03-04T18:00:00Z',
      '08:30',
      '2026-03-05T08:30:00.000Z',
    ],
    [
      'not before the hours whatever the playbook says',
      'UTC',
      '2026-03-04T05:00:00Z',
      '05:30',
      '2026-03-04T08:00:00.000Z',
    ],
    [
      'not after the hours whatever the playbook says',
      'UTC',
      '2026-03-04T07:00:00Z',
      '22:00',
      '2026-03-04T08:00:00.000Z',
    ],
  ])('%s', (_what, zone, now, sendAt, expected) => {
    expect(leavingAt(zone, instant(now), hours, sendAt)).toBe(expected)
  })

  test('once, where a clock change skips its hour or repeats it', () => {
    const night = { from: '00:00', to: '23:59' }
    expect(leavingAt('Europe/Berlin', instant('2026-03-28T23:30:00Z'), night, '02:30')).toBe(
      '2026-03-29T01:30:00.000Z',
    )
    expect(leavingAt('Europe/Berlin', instant('2026-10-24T22:30:00Z'), night, '02:30')).toBe(
      '2026-10-25T00:30:00.000Z',
    )
  })
})

describe('the usual number of messages', () => {
  test.each([
    [[], null],
    [[5, 5], null],
    [[5, 1, 9], 5],
    [[1, 2, 3, 100], 3],
  ])('of %j is %s', (earlier, expected) => {
    expect(usualOf(earlier)).toBe(expected)
  })

  test.each([
    [21, 10, true],
    [20, 10, false],
    [40, 20, false],
    [41, 20, true],
    [12, 5, false],
    [11, 1, false],
    [12, 1, true],
    [1000, null, false],
  ])('%i against a usual %s is unusual: %s', (messages, usual, expected) => {
    expect(isUnusual(messages, usual, 2)).toBe(expected)
  })
})

const planned = {
  decision: 'message' as const,
  playbookId: 'standard',
  stepKey: 'friendly',
  cycle: 'a@2026-03-01',
  isApproved: false,
}
const late = contextOn('2026-03-04')
const owing = customerWith({ items: [itemDue('2026-03-01')] })
const verdict = (facts = owing, what = planned, context = late) => {
  const answer = verdictOf(what, decide(facts, context), facts)
  return answer.kind === 'go' ? 'go' : answer.reasons.map(({ code }) => code).join(' ')
}

describe('P36 the gate asked again at the moment of sending', () => {
  const changed = contextOn('2026-03-15')
  const credit = itemDue('2026-03-01', { id: 'c', openMinor: -100_00 })

  test.each([
    ['the same step goes', verdict(), 'go'],
    ['what is paid does not', verdict(customerWith()), 'paid'],
    [
      'what the step hung on is paid',
      verdict(customerWith({ items: [itemDue('2026-04-01', { id: 'b' })] })),
      'paid',
    ],
    ['nothing due', verdict(customerWith({ items: [itemDue('2026-03-03')] })), 'nothing_due'],
    [
      'covered by a credit',
      verdict(customerWith({ items: [itemDue('2026-03-01'), credit] })),
      'credits_cover',
    ],
    ['another step is due now', verdict(owing, planned, changed), 'step_changed'],
    ['another playbook', verdict(owing, { ...planned, playbookId: 'other' }), 'step_changed'],
    ['held', verdict({ ...owing, hasMeetingToday: true }), 'meeting_today'],
  ])('%s', (_what, got, expected) => {
    expect(got).toBe(expected)
  })

  test('an approval lets go what asks first, and nothing else does', () => {
    const steps = [stepAt('friendly', 3, { approval: { kind: 'always_ask' } })]
    const asking = contextOn('2026-03-04', { playbooks: [playbook({ steps })] })
    expect(verdict(owing, planned, asking)).toBe('ask_first_step')
    expect(verdict(owing, { ...planned, isApproved: true }, asking)).toBe('go')
  })
})

test.each([
  ['the seller in their lane', 'seller', false, 'seller'],
  ['the collector in finance', 'finance', false, 'collector'],
  ['the collector in legal', 'legal', true, 'collector'],
  [
    'the collector under what is formal, though a playbook says the seller',
    'seller',
    true,
    'collector',
  ],
] as const)('%s signs', (_what, lane, isFormal, expected) => {
  const facts = { ownerId: 'seller', collectorId: 'collector' }
  expect(senderOf(facts, { lane, isFormal })).toBe(expected)
})

test('a seller who is the collector too does not sign what is formal', () => {
  const facts = { ownerId: 'both', collectorId: 'both' }
  expect(senderOf(facts, { lane: 'finance', isFormal: false })).toBe('both')
  expect(senderOf(facts, { lane: 'finance', isFormal: true })).toBeNull()
})

describe('the figures of a plan', () => {
  test('P51 are per group and currency, never one sum', () => {
    const tally = planTally()
    const facts = customerWith({
      items: [itemDue('2026-03-01'), itemDue('2026-03-01', { id: 'b', currency: 'USD' })],
    })
    for (const meeting of [false, false, true]) {
      const customer = { ...facts, hasMeetingToday: meeting }
      const entry = entryOf(customer, decide(customer, late), day('2026-03-04'))
      if (entry) tally.add(entry)
    }
    const plan = tally.plan(null, 2, [])
    const both = [
      { currency: 'EUR', minor: 200_00 },
      { currency: 'USD', minor: 200_00 },
    ]
    expect(plan.counts).toMatchObject({ message: 2, held: 1 })
    expect(plan.totals).toEqual(both)
    expect(plan.groups).toEqual([
      { decision: 'message', key: 'friendly', customers: 2, totals: both },
      expect.objectContaining({ decision: 'held', key: 'meeting_today', customers: 1 }),
    ])
  })
})
