import { describe, expect, test } from 'vitest'

import { day, instant } from '../../../kernel/day.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import {
  ballAfter,
  isReportedOnly,
  parcelOf,
  refusalOfMoment,
  refusalOfRepeat,
  refusalOfRetry,
  retryDayOf,
} from './rules.ts'

const now = instant('2026-12-01T12:00:00Z')

describe('when a conversation can have been', () => {
  test.each([
    ['now', '2026-12-01T12:00:00Z', null],
    ['ten minutes ahead, by a wrong clock', '2026-12-01T12:10:00Z', null],
    ['a second more', '2026-12-01T12:10:01Z', 'happened_in_the_future'],
    ['31 days ago', '2026-10-31T12:00:00Z', null],
    ['a second earlier', '2026-10-31T11:59:59Z', 'happened_too_long_ago'],
  ])('%s', (_, at, refusal) => {
    expect(refusalOfMoment(instant(at), now)).toBe(refusal)
  })
})

test.each([
  ['a', null],
  ['b', 'outcome_id_taken'],
])('an id stands for one outcome: %s', (digest, refusal) => {
  expect(refusalOfRepeat({ digest: 'a' }, digest)).toBe(refusal)
})

describe('the ball', () => {
  const turn = { kind: 'promised', keepsBall: false, lane: 'seller', isTheirs: true } as const
  test.each([
    ['goes back when the turn is over', {}, 'returned'],
    ['stays when nobody was reached', { kind: 'not_reached' }, 'kept'],
    ['stays when the person keeps it', { keepsBall: true }, 'kept'],
    ['stays when finance spoke to them meanwhile', { isTheirs: false }, 'kept'],
    ['was with finance', { lane: null }, 'not_held'],
    ['is legal’s', { lane: 'legal' }, 'not_held'],
  ] as const)('%s', (_, change, after) => {
    expect(ballAfter({ ...turn, ...change })).toBe(after)
  })
})

describe('the day to try again', () => {
  const { isBusinessDay } = businessCalendar('DE', '')
  test.each([
    ['the next day', '2026-12-01', '2026-12-01', '2026-12-02'],
    ['after a Friday Monday', '2026-12-04', '2026-12-04', '2026-12-07'],
    ['over Christmas', '2026-12-24', '2026-12-24', '2026-12-28'],
    ['written on Friday and sent on Monday: that Monday', '2026-12-04', '2026-12-07', '2026-12-07'],
    ['sent a day late: that day', '2026-12-01', '2026-12-02', '2026-12-02'],
    ['sent on a Sunday: Monday', '2026-12-01', '2026-12-06', '2026-12-07'],
  ])('%s', (_, triedOn, today, retryOn) => {
    expect(retryDayOf({ triedOn: day(triedOn), today: day(today), isBusinessDay })).toBe(retryOn)
  })

  test.each([
    ['2026-11-30', 'retry_in_the_past'],
    ['2026-12-01', null],
    ['2027-01-30', null],
    ['2027-01-31', 'retry_too_late'],
  ])('%s asked for on 1 December: %s', (retryOn, refusal) => {
    expect(refusalOfRetry(day(retryOn), day('2026-12-01'))).toBe(refusal)
  })
})

test.each([
  ['cash', true],
  ['cheque', true],
  ['transfer', false],
  ['card', false],
])('%s is reported only: %s', (by, isReported) => {
  expect(isReportedOnly(by)).toBe(isReported)
})

const megabytes = (count: number) => count * 1024 * 1024
const file = (receivableId: string, bytes: number) => ({ receivableId, bytes })

describe('what goes along', () => {
  const invoices = [
    { id: 'a', number: 'F-1' },
    { id: 'b', number: 'F-2' },
  ]
  test.each([
    ['everything', [file('a', megabytes(1)), file('b', megabytes(14))], 2, []],
    [
      'what is too large stays',
      [file('a', megabytes(1)), file('b', megabytes(14) + 1)],
      1,
      ['F-2'],
    ],
    ['an invoice without a document is named', [file('a', 10)], 1, ['F-2']],
    ['nothing at all', [], 0, ['F-1', 'F-2']],
  ])('%s', (_, files, count, without) => {
    const parcel = parcelOf(files, invoices)
    expect([parcel.sent.length, parcel.without]).toEqual([count, without])
  })
})
