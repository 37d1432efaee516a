import { expect, test } from 'vitest'

import { day } from '#kernel/day.ts'

import { namedDays, promisable, resultOf, startOf } from './draft.ts'
import { EXAMPLE_FORM as form } from './example-form.ts'

test.each([
  ['what is late', { overdueMinor: 100, owedMinor: 150, promisedMinor: 0 }, 100],
  ['less what is promised', { overdueMinor: 100, owedMinor: 150, promisedMinor: 99 }, 1],
  ['else what is owed', { overdueMinor: 100, owedMinor: 150, promisedMinor: 100 }, 50],
  ['never less than nothing', { overdueMinor: 100, owedMinor: 150, promisedMinor: 151 }, 0],
])('a promise begins with %s', (_, standing, minor) => {
  expect(promisable({ currency: 'EUR', latestDay: null, ...standing })).toBe(minor)
})

test.each([
  ['a Tuesday', '2026-12-01', ['2026-12-02', '2026-12-04', '2026-12-08', '2026-12-31']],
  ['a Thursday: tomorrow is Friday', '2026-12-03', ['2026-12-04', '2026-12-10', '2026-12-31']],
  ['a Friday: in a week is Friday', '2026-12-04', ['2026-12-05', '2026-12-11', '2026-12-31']],
  ['the end of the month', '2026-12-31', ['2027-01-01', '2027-01-07', '2027-01-31']],
  ['the day before the end of February', '2028-02-28', ['2028-02-29', '2028-03-03', '2028-03-06']],
])('on %s each day is named once', (_, today, days) => {
  expect(namedDays(day(today)).map((one) => one.day)).toEqual(days)
})

test('a promise needs its day only', () => {
  const draft = { ...startOf(form, 'EUR'), kind: 'promised' } as const
  expect(resultOf(draft)).toBeNull()
  expect(resultOf({ ...draft, day: day('2026-12-04') })).toEqual({
    kind: 'promised',
    openItemId: null,
    amount: { minor: 8_460_00, currency: 'EUR' },
    promisedFor: '2026-12-04',
    note: '',
  })
  expect(resultOf({ ...draft, day: day('2026-12-04'), minor: 0 })).toBeNull()
})

test('what else is asked has an answer already, or says what is missing', () => {
  const draft = startOf(form, 'EUR')
  expect(resultOf(draft)).toBeNull()
  expect(resultOf({ ...draft, kind: 'not_reached' })).toMatchObject({ retryOn: '2026-12-02' })
  expect(resultOf({ ...draft, kind: 'needs_documents' })).toMatchObject({ receivableIds: ['r'] })
  expect(resultOf({ ...draft, kind: 'needs_documents', receivableIds: [] })).toBeNull()
  expect(resultOf({ ...draft, kind: 'dispute' })).toBeNull()
  expect(resultOf({ ...draft, kind: 'dispute', reason: 'price' })).toMatchObject({
    receivableId: 'r',
    amountMinor: null,
  })
  expect(resultOf({ ...draft, kind: 'wrong_person' })).toMatchObject({ right: null })
  expect(
    resultOf({ ...draft, kind: 'wrong_person', right: { name: ' ', email: '', phone: '' } }),
  ).toBeNull()
  expect(resultOf({ ...draft, kind: 'wants_plan' })).toBeNull()
  expect(resultOf({ ...draft, kind: 'short_of_cash' })).toMatchObject({ plan: null })
  expect(resultOf({ ...draft, kind: 'refuses' })).toMatchObject({ to: 'finance' })
  expect(resultOf({ ...draft, kind: 'other' })).toBeNull()
  expect(resultOf({ ...draft, kind: 'other', said: 'On holiday' })).toEqual({ kind: 'other' })
})
