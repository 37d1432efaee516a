import { expect, test } from 'vitest'

import { instant } from '../../kernel/day.ts'
import { nextTryOf } from './retry.ts'
import { dueAtOf, isAbout, peopleFor, quickerOf, type Facts, type Rule } from './tell.ts'

const facts: Facts = {
  eventId: 'e',
  name: 'promise.broken',
  actorId: null,
  customerId: 'c1',
  ownerId: 'owner',
  collectorId: 'collector',
  handlerId: 'handler',
  departmentPersonId: 'lawyer',
  approver: null,
  segment: 'commercial',
  lane: 'finance',
  daysLate: 30,
  amounts: [{ currency: 'EUR', minor: 1000_00 }],
  mentions: [],
}
const always = { minAmountMinor: {}, minDaysLate: null, segment: null, lane: null, customers: [] }
const about = (condition: Partial<Rule['condition']>, changed: Partial<Facts> = {}) =>
  isAbout(
    { events: ['promise.broken'], condition: { ...always, ...condition } },
    { ...facts, ...changed },
  )

test.each([
  ['without a condition', {}, {}, true],
  ['of another event', {}, { name: 'promise.kept' }, false],
  ['at its amount', { minAmountMinor: { EUR: 1000_00 } }, {}, true],
  ['a cent below its amount', { minAmountMinor: { EUR: 1000_01 } }, {}, false],
  [
    'of money that goes back, by its size',
    { minAmountMinor: { EUR: 500_00 } },
    { amounts: [{ currency: 'EUR', minor: -600_00 }] },
    true,
  ],
  ['in a currency that has no floor', { minAmountMinor: { USD: 1 } }, {}, true],
  [
    'without any amount, where one is asked for',
    { minAmountMinor: { EUR: 1 } },
    { amounts: [] },
    false,
  ],
  ['one day before its lateness', { minDaysLate: 31 }, {}, false],
  ['on the day of its lateness', { minDaysLate: 30 }, {}, true],
  ['of its segment', { segment: 'commercial' as const }, {}, true],
  ['of the other segment', { segment: 'consumer' as const }, {}, false],
  ['of its lane', { lane: 'finance' as const }, {}, true],
  ['of another lane', { lane: 'seller' as const }, {}, false],
  ['of its customer', { customers: ['c1', 'c2'] }, {}, true],
  ['of a customer that it does not name', { customers: ['c2'] }, {}, false],
])('a rule lets an event %s through or not', (_, condition, changed, expected) => {
  expect(about(condition, changed)).toBe(expected)
})

const one = (id: string, fields: object = {}) => ({
  id,
  roles: [],
  managerId: null,
  owners: null,
  ...fields,
})
const office = [
  one('owner', { managerId: 'manager', owners: ['owner'] }),
  one('manager', { owners: ['manager', 'owner'] }),
  one('collector'),
  one('handler'),
  one('credit', { roles: ['credit_manager'] }),
  one('lawyer', { roles: ['legal'] }),
  one('director', { roles: ['finance_director'] }),
  one('colleague', { owners: ['colleague'] }),
]

test.each([
  [['owner'], [], ['owner']],
  [['manager'], [], ['manager']],
  [['collector', 'handler'], [], ['collector', 'handler']],
  [['department'], [], ['lawyer']],
  [['credit', 'legal', 'finance'], [], ['credit', 'lawyer', 'director']],
  [['named'], ['director', 'gone'], ['director']],
  [['named'], ['colleague'], []],
  [['owner', 'named'], ['owner'], ['owner']],
] as const)(
  '%j with %j are %j: each once, and nobody who may not see the customer',
  (people, named, expected) => {
    expect(peopleFor({ personId: null, people, named }, facts, office)).toEqual(expected)
  },
)

test('nobody hears of what they did themselves', () => {
  const done = { ...facts, actorId: 'collector' }
  const rule = { personId: null, people: ['owner', 'collector'] as const, named: [] }
  expect(peopleFor(rule, done, office)).toEqual(['owner'])
})

function mine(personId: string) {
  return { personId, people: ['collector'] as const, named: ['director'] }
}

test('a rule of one’s own tells nobody else, and not of customers one may not see', () => {
  expect(peopleFor(mine('owner'), facts, office)).toEqual(['owner'])
  expect(peopleFor(mine('colleague'), facts, office)).toEqual([])
})

test('a customer without a seller concerns only those who see all', () => {
  const orphan = { ...facts, ownerId: null }
  const rule = { personId: null, people: ['owner', 'manager', 'collector'] as const, named: [] }
  expect(peopleFor(rule, orphan, office)).toEqual(['collector'])
})

const berlin = { timeZone: 'Europe/Berlin', morning: '07:30' }
test.each([
  ['now', '2026-03-04T08:00:00Z', '2026-03-04T08:00:00.000Z'],
  ['daily', '2026-03-04T06:29:59Z', '2026-03-04T06:30:00.000Z'],
  ['daily', '2026-03-04T06:30:00Z', '2026-03-05T06:30:00.000Z'],
  // The clocks go forward in the night to 29 March: the morning stays half past seven.
  ['daily', '2026-03-28T12:00:00Z', '2026-03-29T05:30:00.000Z'],
  ['daily', '2026-10-24T12:00:00Z', '2026-10-25T06:30:00.000Z'],
  ['weekly', '2026-03-04T08:00:00Z', '2026-03-09T06:30:00.000Z'],
  ['weekly', '2026-03-09T06:29:59Z', '2026-03-09T06:30:00.000Z'],
  ['weekly', '2026-03-09T06:30:00Z', '2026-03-16T06:30:00.000Z'],
] as const)('what is told %s at %s is due at %s', (pace, now, due) => {
  expect(dueAtOf(pace, instant(now), berlin)).toBe(due)
})

test('a time that a clock change skips is told after the gap', () => {
  const early = { timeZone: 'Europe/Berlin', morning: '02:30' }
  expect(dueAtOf('daily', instant('2026-03-28T12:00:00Z'), early)).toBe('2026-03-29T01:30:00.000Z')
})

test('of two paces the quicker counts', () => {
  expect(quickerOf('daily', 'now')).toBe('now')
  expect(quickerOf('daily', 'weekly')).toBe('daily')
  expect(quickerOf('weekly', 'weekly')).toBe('weekly')
})

test('what did not leave is tried again, later each time, eight times in all', () => {
  const now = instant('2026-03-04T08:00:00Z')
  expect(nextTryOf(1, now)).toBe('2026-03-04T08:01:00.000Z')
  expect(nextTryOf(2, now)).toBe('2026-03-04T08:02:00.000Z')
  expect(nextTryOf(1, now, 3600)).toBe('2026-03-04T09:00:00.000Z')
  expect(nextTryOf(7, now)).toBe('2026-03-04T09:04:00.000Z')
  expect(nextTryOf(8, now)).toBeNull()
})
