import { describe, expect, test } from 'vitest'

import { day, weekdayOf, type Day } from '../../../../kernel/day.ts'
import { businessDaysBetween, changesOf, refusalOf, refusalOfChange, type Terms } from './claim.ts'
import { arrivalOf, endOf, isSettledBy, refusalOfSettling, type Document } from './settle.ts'

const today = day('2026-03-04')
const isWeekday = (on: Day) => weekdayOf(on) < 6
const claim = { amountMinor: null, revisitOn: null, deadlineOn: null }

test.each([
  ['nothing_open', 'nothing is open', claim, { openMinor: 0, disputedMinor: 0 }],
  [null, 'a cent is open', claim, { openMinor: 1, disputedMinor: 0 }],
  ['already_disputed', 'all is disputed', claim, { openMinor: 10, disputedMinor: 10 }],
  [null, 'a cent is left', { ...claim, amountMinor: 1 }, { openMinor: 10, disputedMinor: 9 }],
  [
    'disputes_more_than_open',
    'a cent more than is left',
    { ...claim, amountMinor: 2 },
    { openMinor: 10, disputedMinor: 9 },
  ],
  [
    'deadline_in_the_past',
    'the deadline was yesterday',
    { ...claim, deadlineOn: day('2026-03-03') },
    { openMinor: 10, disputedMinor: 0 },
  ],
  [
    null,
    'the deadline is today',
    { ...claim, deadlineOn: today },
    { openMinor: 10, disputedMinor: 0 },
  ],
  [
    null,
    'the deadline is 366 days away',
    { ...claim, deadlineOn: day('2027-03-05') },
    { openMinor: 10, disputedMinor: 0 },
  ],
  [
    'deadline_too_late',
    'the deadline is 367 days away',
    { ...claim, deadlineOn: day('2027-03-06') },
    { openMinor: 10, disputedMinor: 0 },
  ],
] as const)('a claim gets %s when %s', (refusal, _when, asked, standing) => {
  expect(refusalOf(asked, standing, today)).toBe(refusal)
})

const terms: Terms = {
  reason: 'quality',
  amountMinor: 30,
  department: 'quality',
  ownerId: 'a',
  deadlineOn: day('2026-03-02'),
  revisitOn: null,
}

describe('a change of a dispute', () => {
  const open = { isOpen: true, leftMinor: 100, today }

  test.each([
    ['nothing_changes', 'all stays', terms, open],
    [null, 'a deadline that has passed stays', { ...terms, amountMinor: 100 }, open],
    ['disputes_more_than_open', 'more than is left', { ...terms, amountMinor: 101 }, open],
    ['dispute_not_open', 'it is settled', { ...terms, amountMinor: 1 }, { ...open, isOpen: false }],
    [
      'deadline_in_the_past',
      'it gets a day that has passed',
      { ...terms, deadlineOn: day('2026-03-03') },
      open,
    ],
    [
      null,
      'the amount stays although less is open',
      { ...terms, ownerId: 'b' },
      { ...open, leftMinor: 5 },
    ],
  ] as const)('gets %s when %s', (refusal, _when, asked, facts) => {
    expect(refusalOfChange(terms, asked, facts)).toBe(refusal)
  })

  test('is told field by field', () => {
    expect(changesOf(terms, { ...terms, ownerId: null, amountMinor: 40 })).toEqual([
      { field: 'amountMinor', from: '30', to: '40' },
      { field: 'ownerId', from: 'a', to: '' },
    ])
  })
})

const settling = {
  isOpen: true,
  openMinor: 100,
  expects: null,
  document: null,
  hasProof: false,
} as const

test.each([
  ['dispute_not_open', 'rejected', { ...settling, isOpen: false }],
  [null, 'rejected', settling],
  ['evidence_needed', 'delivery_proved', settling],
  [null, 'delivery_proved', { ...settling, hasProof: true }],
  ['not_paid_yet', 'paid', { ...settling, openMinor: 1 }],
  [null, 'paid', { ...settling, openMinor: 0 }],
  [null, 'credit_note', settling],
  ['already_asked_for', 'credit_note', { ...settling, expects: 'credit_note' }],
  [null, 'corrected_invoice', { ...settling, expects: 'credit_note' }],
  ['wrong_document', 'credit_note', { ...settling, document: { kind: 'invoice' } }],
  ['wrong_document', 'corrected_invoice', { ...settling, document: { kind: 'credit_note' } }],
  ['wrong_document', 'credit_note', { ...settling, document: undefined }],
  ['wrong_document', 'rejected', { ...settling, document: { kind: 'invoice' } }],
  [null, 'credit_note', { ...settling, document: { kind: 'credit_note' } }],
] as const)('the refusal is %s for %s', (refusal, decision, facts) => {
  expect(refusalOfSettling(decision, facts)).toBe(refusal)
})

test.each([
  [false, 'credit_note', { openMinor: 100, document: null }],
  [true, 'credit_note', { openMinor: 100, document: { kind: 'credit_note' } }],
  [false, 'corrected_invoice', { openMinor: 100, document: { kind: 'invoice' } }],
  [true, 'corrected_invoice', { openMinor: 0, document: { kind: 'invoice' } }],
  [true, 'rejected', { openMinor: 100, document: null }],
] as const)('it is %s that %s settles it', (isSettled, decision, facts) => {
  expect(isSettledBy(decision, facts)).toBe(isSettled)
})

const note = (totalMinor: number): Document => ({
  id: 'note',
  kind: 'credit_note',
  totalMinor,
  isRelated: false,
})
const invoice = (id: string, isRelated: boolean): Document => ({
  id,
  kind: 'invoice',
  totalMinor: 70,
  isRelated,
})

describe('a document that is waited for', () => {
  const waiting = {
    expects: 'credit_note',
    amountMinor: 30,
    creditedMinor: 0,
    linkedId: null,
    documents: [],
  } as const

  test.each([
    ['nothing came', waiting, null],
    ['a note of another amount is not set against it', { ...waiting, documents: [note(31)] }, null],
    [
      'a note of just this amount settles it',
      { ...waiting, documents: [note(30)] },
      { kind: 'settled', documentId: 'note' },
    ],
    ['all was credited', { ...waiting, creditedMinor: 30 }, { kind: 'settled', documentId: null }],
    ['a cent is missing', { ...waiting, creditedMinor: 29 }, { kind: 'part', leftMinor: 1 }],
  ] as const)('%s', (_what, facts, arrival) => {
    expect(arrivalOf(facts)).toEqual(arrival)
  })

  const corrected = { ...waiting, expects: 'corrected_invoice' } as const

  test.each([
    ['an unrelated invoice says nothing', { documents: [invoice('a', false)] }, null],
    [
      'a related one is linked, and the old one still waits to be credited',
      { documents: [invoice('a', true)] },
      { kind: 'linked', documentId: 'a' },
    ],
    ['of two a person chooses', { documents: [invoice('a', true), invoice('b', true)] }, null],
    ['one that is linked is not linked again', { linkedId: 'a', documents: [] }, null],
    [
      'linked and credited, it is settled',
      { linkedId: 'a', creditedMinor: 30, documents: [] },
      { kind: 'settled', documentId: 'a' },
    ],
    ['credited, but no new invoice yet', { creditedMinor: 30, documents: [] }, null],
  ] as const)('%s', (_what, facts, arrival) => {
    expect(arrivalOf({ ...corrected, ...facts })).toEqual(arrival)
  })
})

test.each([
  ['payment', null, 'paid'],
  ['set_off', 'credit_note', 'paid'],
  ['credit', null, 'credit_note'],
  ['credit', 'corrected_invoice', 'corrected_invoice'],
  ['cancellation', 'corrected_invoice', 'corrected_invoice'],
  ['write_off', 'credit_note', 'written_off'],
  [null, null, 'paid'],
] as const)('closed by %s while it expected %s, it ends as %s', (move, expects, end) => {
  expect(endOf(move, expects)).toBe(end)
})

test.each([
  ['2026-03-04', '2026-03-04', 0],
  ['2026-03-06', '2026-03-09', 1],
  ['2026-03-09', '2026-03-06', -1],
  ['2026-03-04', '2026-03-11', 5],
])('from %s to %s it is %i business days', (from, to, count) => {
  expect(businessDaysBetween(day(from), day(to), isWeekday)).toBe(count)
})
