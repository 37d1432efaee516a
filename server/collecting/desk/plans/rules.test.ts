import { expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import {
  firstPaymentPercentOf,
  refusalOf,
  refusalOfAcceleration,
  refusalOfReplacing,
  statesBefore,
  type InDefault,
  type PlannableItem,
  type PlanOffer,
} from './rules.ts'

const today = day('2026-11-18')
const on = (text: string, minor: number) => ({ dueOn: day(text), minor })
const item: PlannableItem = {
  openItemId: 'a',
  currency: 'EUR',
  openMinor: 100_00,
  disputedMinor: 0,
  isInPlan: false,
}
const offer: PlanOffer = {
  currency: 'EUR',
  items: [{ openItemId: 'a', minor: 100_00 }],
  instalments: [on('2026-11-18', 50_00), on('2026-12-18', 50_00)],
}

test('a plan covers what is open, from today on', () => {
  expect(refusalOf(offer, [item], today)).toBeNull()
  const rest = { ...item, disputedMinor: 30_00 }
  const part = {
    ...offer,
    items: [{ openItemId: 'a', minor: 70_00 }],
    instalments: [on('2026-11-20', 70_00)],
  }
  expect(refusalOf(part, [rest], today)).toBeNull()
})

test.each<[string, Partial<PlanOffer>, Partial<PlannableItem>]>([
  ['plan_of_nothing', { items: [] }, {}],
  ['plan_of_nothing', { instalments: [] }, {}],
  [
    'too_many_instalments',
    { instalments: Array.from({ length: 61 }, () => on('2026-12-01', 1)) },
    {},
  ],
  [
    'item_twice',
    { items: [offer.items[0], offer.items[0]].filter((one) => one !== undefined) },
    {},
  ],
  ['nothing_open', {}, { openItemId: 'b' }],
  ['wrong_currency', {}, { currency: 'CHF' }],
  ['already_in_plan', {}, { isInPlan: true }],
  ['more_than_owed', {}, { openMinor: 99_99 }],
  ['more_than_owed', {}, { disputedMinor: 1 }],
  ['instalments_do_not_add_up', { instalments: [on('2026-12-18', 99_99)] }, {}],
  ['instalment_in_the_past', { instalments: [on('2026-11-17', 100_00)] }, {}],
  [
    'instalments_out_of_order',
    { instalments: [on('2026-12-18', 50_00), on('2026-12-18', 50_00)] },
    {},
  ],
])('is refused as %s', (reason, change, open) => {
  expect(refusalOf({ ...offer, ...change }, [{ ...item, ...open }], today)).toBe(reason)
})

test.each([
  [50, [50_00, 50_00]],
  [33, [33_33, 66_67]],
  [24, [24_99, 75_01]],
  [100, [100_00]],
])('the first payment is %s per cent of %s', (expected, minors) => {
  const instalments = minors.map((minor) => ({ dueOn: today, minor }))
  expect(firstPaymentPercentOf(instalments)).toBe(expected)
})

test.each([
  ['proposed', []],
  ['awaiting_approval', []],
  ['agreed', ['awaiting_approval', 'kept']],
  ['kept', ['agreed']],
  ['broken', ['agreed', 'kept']],
  ['accelerated', ['broken']],
  ['replaced', ['agreed', 'broken', 'accelerated']],
  ['withdrawn', ['awaiting_approval', 'agreed']],
  ['refused', ['awaiting_approval']],
] as const)('a plan comes to be %s from %j only', (to, from) => {
  expect(statesBefore(to)).toEqual(from)
})

const inDefault: InDefault = {
  state: 'broken',
  accelerates: true,
  dueMinor: 400_00,
  totalMinor: 900_00,
  receivedMinor: 0,
  openMinor: 900_00,
}

test.each<[string | null, Partial<InDefault>]>([
  [null, {}],
  ['plan_not_broken', { state: 'agreed' }],
  ['plan_not_broken', { state: 'accelerated' }],
  ['plan_not_broken', { state: 'replaced' }],
  ['plan_without_acceleration', { accelerates: false }],
  ['nothing_open', { openMinor: 0 }],
  [null, { openMinor: 1 }],
  ['whole_due_already', { dueMinor: 900_00 }],
  [null, { dueMinor: 899_99 }],
  // Bank charges of half a per cent are no default.
  ['instalment_came_meanwhile', { receivedMinor: 398_00 }],
  [null, { receivedMinor: 397_99 }],
])('making the rest due answers %s with %o', (reason, change) => {
  expect(refusalOfAcceleration({ ...inDefault, ...change })).toBe(reason)
})

test.each([
  [null, 'agreed', false, 'EUR'],
  [null, 'broken', false, 'EUR'],
  [null, 'accelerated', false, 'EUR'],
  ['plan_not_open', 'awaiting_approval', false, 'EUR'],
  ['plan_not_open', 'kept', false, 'EUR'],
  ['plan_not_open', 'replaced', true, 'EUR'],
  ['plan_not_open', 'withdrawn', false, 'EUR'],
  ['replacement_waits', 'agreed', true, 'EUR'],
  ['wrong_currency', 'agreed', false, 'CHF'],
] as const)('replacing answers %s when it is %s', (reason, state, isBeingReplaced, currency) => {
  const plan = { state, isBeingReplaced, currency: 'EUR' }
  expect(refusalOfReplacing(plan, { currency })).toBe(reason)
})
