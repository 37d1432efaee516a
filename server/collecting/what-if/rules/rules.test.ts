import { describe, expect, test } from 'vitest'

import { addDays, day, weekdayOf, type Day } from '../../../kernel/day.ts'
import {
  contact,
  customerWith,
  contextOn,
  gatePolicy,
  itemDue,
  playbook,
  stepAt,
} from '../../../testing/gate-facts.ts'
import { defaultPlaybooks } from '../../playbooks/rules/defaults.ts'
import { exampleOf } from './example.ts'
import { play, type PastCustomer } from './play.ts'
import { positionOf } from './upcoming.ts'

const isWeekday = (on: Day) => weekdayOf(on) <= 5
const seek = (on: Day, step: 1 | -1): Day => (isWeekday(on) ? on : seek(addDays(on, step), step))
const berlin = {
  timeZone: 'Europe/Berlin',
  nextBusinessDay: (on: Day) => seek(on, 1),
  previousBusinessDay: (on: Day) => seek(on, -1),
}

test('P22 an invoice due on 1 March gets its friendly reminder on Wednesday 4 March at 08:30', () => {
  const steps = [
    stepAt('early', -7),
    stepAt('friendly', 3),
    stepAt('firm', 13),
    stepAt('final', 30),
  ]
  const { content } = playbook({ steps })
  const example = exampleOf(content, day('2026-03-01'), berlin)
  expect(
    example.steps.map(({ stepKey, on, at, movedFrom }) => [stepKey, on, at, movedFrom]),
  ).toEqual([
    ['early', '2026-02-20', '2026-02-20T07:30:00.000Z', '2026-02-22'],
    ['friendly', '2026-03-04', '2026-03-04T07:30:00.000Z', null],
    ['firm', '2026-03-16', '2026-03-16T07:30:00.000Z', '2026-03-14'],
    ['final', '2026-03-31', '2026-03-31T06:30:00.000Z', null],
  ])
  expect(example.decisionOn).toBe('2026-04-07')
})

function positionAt(on: string, more = {}) {
  return positionOf(customerWith({ items: [itemDue('2026-03-01')], ...more }), contextOn(on))
}

describe('the next position of a customer', () => {
  const reached = [
    {
      openItemId: 'a',
      playbookId: 'standard',
      stepKey: 'friendly',
      level: 1,
      cycleDueOn: day('2026-03-01'),
      reachedOn: day('2026-03-04'),
    },
  ]

  test.each([
    ['before the first step', positionAt('2026-02-20'), 'friendly', '2026-03-04'],
    ['on its day', positionAt('2026-03-04'), 'friendly', '2026-03-04'],
    [
      'after it',
      positionAt('2026-03-05', { reached, lastContactOn: day('2026-03-04') }),
      'firm',
      '2026-03-15',
    ],
    [
      'not before the gap',
      positionAt('2026-03-15', { reached, lastContactOn: day('2026-03-12') }),
      'firm',
      '2026-03-19',
    ],
  ])('%s', (_when, position, stepKey, on) => {
    expect(position).toEqual({ playbookName: 'standard', stepKey, on })
  })
})

function past(more: Partial<PastCustomer> = {}): PastCustomer {
  return {
    ...customerWith(),
    promises: [],
    disputes: [],
    holds: [],
    isBusinessDay: isWeekday,
    items: [
      {
        ...itemDue('2026-03-01'),
        issuedOn: day('2026-02-01'),
        totalMinor: 100_00,
        allocations: [],
      },
    ],
    ...more,
  }
}

function paid(on: string) {
  return [
    {
      ...itemDue('2026-03-01'),
      issuedOn: day('2026-02-01'),
      totalMinor: 100_00,
      allocations: [{ on: day(on), minor: 100_00 }],
    },
  ]
}

describe('a playbook played through', () => {
  const span = { from: day('2026-02-15'), to: day('2026-05-01') }
  const played = (customer: PastCustomer, playbooks = [playbook()]) =>
    play(customer, { policy: gatePolicy, tones: new Map(), playbooks }, span).map(
      ({ on, stepKey }) => `${on} ${stepKey}`,
    )

  test('sends each step once, on working days, and asks for the decision', () => {
    expect(played(past())).toEqual([
      '2026-03-04 friendly',
      '2026-03-16 firm',
      '2026-03-30 final',
      '2026-04-06 call',
      '2026-04-13 decision_needed',
    ])
  })

  test('stops with the money, on the day it came', () => {
    expect(played(past({ items: paid('2026-03-16') }))).toEqual(['2026-03-04 friendly'])
    expect(played(past({ items: paid('2026-03-17') }))).toEqual([
      '2026-03-04 friendly',
      '2026-03-16 firm',
    ])
  })

  test('pauses for what paused it then', () => {
    const hold = { receivableId: null, reason: 'other', endsOn: day('2026-03-31') }
    const holds = [{ ...hold, from: day('2026-03-10'), to: day('2026-03-31') }]
    expect(played(past({ holds })).slice(0, 3)).toEqual([
      '2026-03-04 friendly',
      '2026-04-01 final',
      '2026-04-08 call',
    ])
  })

  test('asks once for an address where nobody can be reached, however long it goes on', () => {
    expect(played(past({ contacts: [], hasAddress: false }))).toEqual(['2026-03-04 friendly'])
  })

  test.each([
    ['with a number', contact],
    ['without a number', { ...contact, phoneHash: null }],
    ['whom no way reaches', { ...contact, phoneHash: null, emailHash: null }],
  ])('of those shipped repeats no step for a customer %s', (_what, reachable) => {
    for (const { name, content } of defaultPlaybooks('en')) {
      const { segment } = playbook().content
      const shipped = { ...playbook(), name, content: { ...content, segment } }
      const customer = past({ contacts: [reachable], hasAddress: false })
      const steps = play(
        customer,
        { policy: gatePolicy, tones: new Map(), playbooks: [shipped] },
        span,
      )
      const keys = steps.map(({ stepKey }) => stepKey)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length).toBeGreaterThan(0)
    }
  })

  test('shows another playbook otherwise', () => {
    const gentle = playbook({ steps: [stepAt('friendly', 20)], decisionAfterDays: 60 })
    expect(played(past(), [gentle])).toEqual(['2026-03-23 friendly'])
  })
})
