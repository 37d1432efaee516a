import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import {
  daysLeftOf,
  quarterOf,
  refusalOfDeclining,
  refusalOfOffering,
  refusalOfPassing,
  refusalOfTaking,
  returnDayOf,
  type LatestOffer,
  type TakingStanding,
} from './rules.ts'

const limits = { takesPerQuarter: 3, notAfterBrokenPromises: 2 }
const standing: TakingStanding = {
  ownerId: 'ann',
  heldBy: null,
  isOverdue: true,
  takenThisQuarter: 2,
  brokenPromises: 1,
}

describe('taking a customer over', () => {
  test('is for their seller, up to the limits', () => {
    expect(refusalOfTaking('ann', standing, limits)).toBeNull()
  })

  test.each<[string | null, Partial<TakingStanding>]>([
    ['not_their_seller', { ownerId: 'bob' }],
    ['not_their_seller', { ownerId: null }],
    ['nothing_overdue', { isOverdue: false }],
    ['already_with_seller', { heldBy: 'seller' }],
    ['in_legal_lane', { heldBy: 'legal' }],
    ['taken_too_often', { takenThisQuarter: 3 }],
    ['promises_broken', { brokenPromises: 2 }],
  ])('is refused as %s', (reason, change) => {
    expect(refusalOfTaking('ann', { ...standing, ...change }, limits)).toBe(reason)
  })

  test('is not for anybody where the policy allows none', () => {
    const none = { ...limits, takesPerQuarter: 0 }
    const first = { ...standing, takenThisQuarter: 0 }
    expect(refusalOfTaking('ann', first, none)).toBe('taken_too_often')
  })
})

test.each([
  [null, { ownerId: 'ann', heldBy: null }],
  ['no_seller', { ownerId: null, heldBy: null }],
  ['already_with_seller', { ownerId: 'ann', heldBy: 'seller' as const }],
  ['in_legal_lane', { ownerId: 'ann', heldBy: 'legal' as const }],
])('passing a customer to their seller: %s', (reason, at) => {
  expect(refusalOfPassing(at)).toBe(reason)
})

describe('the last day with the seller', () => {
  const berlin = businessCalendar('DE', 'BE').isBusinessDay
  test.each([
    ['the next working day', '2026-11-18', 1, '2026-11-19'],
    ['after a weekend', '2026-11-20', 1, '2026-11-23'],
    ['five working days from a Wednesday', '2026-11-18', 5, '2026-11-25'],
    ['taken on a Sunday', '2026-11-22', 1, '2026-11-23'],
    ['over Christmas and the new year', '2026-12-23', 6, '2027-01-04'],
    ['over the change of the clocks', '2026-03-27', 1, '2026-03-30'],
  ])('is %s', (_what, today, days, expected) => {
    expect(returnDayOf(day(today), days, berlin)).toBe(expected)
  })

  test.each([
    ['five on the day it is taken', '2026-11-18', '2026-11-25', 5],
    ['as many over a weekend', '2026-11-21', '2026-11-25', 3],
    ['one the day before', '2026-11-24', '2026-11-25', 1],
    ['none on it', '2026-11-25', '2026-11-25', 0],
    ['none once it is over', '2026-11-26', '2026-11-25', 0],
  ])('leaves %s', (_what, today, returnsOn, left) => {
    expect(daysLeftOf(day(today), day(returnsOn), berlin)).toBe(left)
  })
})

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-12-31', '2026-10-01'],
])('%s lies in the quarter that began on %s', (on, first) => {
  expect(quarterOf(day(on))).toBe(first)
})

const offer = (fields: Partial<LatestOffer> = {}): LatestOffer => ({
  state: 'open',
  offeredTo: 'sam',
  until: day('2026-03-11'),
  endedOn: null,
  ...fields,
})

describe('asking whether a seller takes a customer over', () => {
  const declined = offer({ state: 'declined', endedOn: day('2026-03-04') })

  test.each([
    ['nobody was asked', null, '2026-03-04', null],
    ['on the last day of an offer', offer(), '2026-03-11', 'already_offered'],
    ['the day after it', offer(), '2026-03-12', null],
    ['another seller was asked', offer({ offeredTo: 'zoe' }), '2026-03-05', null],
    ['on the day of a no', declined, '2026-03-04', 'offer_declined'],
    ['on the last day of the pause', declined, '2026-03-17', 'offer_declined'],
    ['after the pause', declined, '2026-03-18', null],
    ['after one that lapsed', { ...declined, state: 'lapsed' as const }, '2026-03-04', null],
    ['after one that was taken', { ...declined, state: 'taken' as const }, '2026-03-04', null],
  ])('%s', (_, latest, today, refusal) => {
    const asked = { ownerId: 'sam', latest, today: day(today), pauseDays: 14 }
    expect(refusalOfOffering(asked)).toBe(refusal)
  })

  test('no pause asks again at once, and nobody is asked where nobody sells', () => {
    const asked = { latest: declined, today: day('2026-03-04') }
    expect(refusalOfOffering({ ...asked, ownerId: 'sam', pauseDays: 0 })).toBeNull()
    expect(refusalOfOffering({ ...asked, ownerId: null, pauseDays: 0 })).toBe('no_seller')
  })

  test.each([
    ['nothing was offered', 'sam', null, '2026-03-04', 'no_open_offer'],
    ['on its last day', 'sam', offer(), '2026-03-11', null],
    ['after its last day', 'sam', offer(), '2026-03-12', 'no_open_offer'],
    ['said no before', 'sam', declined, '2026-03-04', 'no_open_offer'],
    ['it was another who was asked', 'zoe', offer(), '2026-03-04', 'not_their_seller'],
  ])('a no: %s', (_, who, latest, today, refusal) => {
    expect(refusalOfDeclining(who, latest, day(today))).toBe(refusal)
  })
})
