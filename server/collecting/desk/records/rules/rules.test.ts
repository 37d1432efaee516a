import { describe, expect, test } from 'vitest'

import { day, instant } from '../../../../kernel/day.ts'
import { formatsOf } from '../../../../talking/index.ts'
import { draftRefusalOf } from './draft.ts'
import {
  jurisdictionOf,
  LIMITATION_RULES,
  limitationRuleOf,
  newEndOf,
  type LimitationRule,
} from './jurisdictions.ts'
import {
  replaceRefusalOf,
  requestRefusalOf,
  signRefusalOf,
  overtakenBy,
  stateOf,
  withdrawRefusalOf,
} from './state.ts'
import { strokesFrom, svgOf } from './strokes.ts'

describe('where limitation begins anew', () => {
  test.each([
    ['DE', 'commercial', '2026-03-04', '2029-03-04'],
    ['DE', 'commercial', '2026-12-31', '2029-12-31'],
    ['DE', 'commercial', '2028-02-29', '2031-02-28'],
    ['CH', 'commercial', '2024-02-29', '2029-02-28'],
    ['UK', 'consumer', '2026-03-04', '2032-03-04'],
    ['FR', 'commercial', '2026-03-04', '2031-03-04'],
    ['FR', 'consumer', '2026-03-04', '2028-03-04'],
    ['FR', 'consumer', '2024-02-29', '2026-02-28'],
    ['AT', 'consumer', '2026-03-04', '2029-03-04'],
    ['ES', 'commercial', '2026-03-04', '2029-03-04'],
    ['IE', 'commercial', '2026-03-04', '2032-03-04'],
    ['IE', 'consumer', '2028-02-29', '2034-02-28'],
    ['NL', 'commercial', '2026-03-04', '2031-03-04'],
    ['NL', 'consumer', '2024-02-29', '2026-02-28'],
    // What nobody has read in the law is not counted on.
    ['BE', 'commercial', '2026-03-04', null],
    ['BE', 'consumer', '2026-03-04', null],
    ['general', 'commercial', '2026-03-04', null],
  ] as const)('%s, %s, signed on %s: until %s', (place, segment, signedOn, end) => {
    expect(newEndOf(limitationRuleOf(place), segment, day(signedOn))).toBe(end)
  })

  const { general, ...places } = LIMITATION_RULES
  const rows: [string, LimitationRule][] = Object.entries(places)
  test.each(rows)('%s has a source, a state and a day', (_, rule) => {
    const { source, periodSource, state, lookedUpOn, years, notes } = rule
    // A paragraph, article or section: nothing is said without where it is written.
    expect(source).toMatch(/(§|[Aa]rt\.|\bss?\.) ?\d/)
    expect(periodSource).toMatch(/(§|[Aa]rt\.|\bss?\.) ?[L\d]/)
    expect(lookedUpOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    const isLookedUp = state === 'looked_up'
    expect(notes.includes('not_looked_up')).toBe(!isLookedUp)
    expect(isLookedUp || notes.includes('check_with_counsel')).toBe(true)
    expect(!isLookedUp || Object.values(years).every((length) => length !== null)).toBe(true)
    expect(newEndOf(rule, 'commercial', day('2026-03-04')) !== null).toBe(isLookedUp)
  })

  test('elsewhere nothing is claimed', () => {
    expect(general).toMatchObject({ source: '', state: 'check_with_counsel', lookedUpOn: null })
    expect(general.notes).toEqual(['check_with_counsel'])
  })

  test.each([
    ['DE', 'DE'],
    ['GB', 'UK'],
    ['IE', 'IE'],
    ['US', 'general'],
    ['', 'general'],
    ['toString', 'general'],
  ])('a customer in %s begins with the rules of %s', (country, place) => {
    expect(jurisdictionOf(country)).toBe(place)
  })
})

describe('how a record stands', () => {
  const no = { isSigned: false, ending: null, successor: null, overtaking: null } as const
  test.each([
    [no, 'waiting', null, null],
    [{ ...no, overtaking: 'paid' }, 'overtaken', 'record_overtaken', null],
    [{ ...no, overtaking: 'changed', isSigned: true }, 'signed', 'already_signed', null],
    [{ ...no, overtaking: 'paid', ending: 'refused' }, 'refused', 'record_ended', 'record_ended'],
    [
      { ...no, overtaking: 'changed', successor: { isSigned: false } },
      'superseded',
      'record_ended',
      'record_ended',
    ],
    [{ ...no, isSigned: true }, 'signed', 'already_signed', null],
    [{ ...no, ending: 'refused' }, 'refused', 'record_ended', 'record_ended'],
    [{ ...no, ending: 'withdrawn', isSigned: true }, 'withdrawn', 'record_ended', 'record_ended'],
    [{ ...no, successor: { isSigned: false } }, 'superseded', 'record_ended', 'record_ended'],
    [{ ...no, isSigned: true, successor: { isSigned: false } }, 'signed', 'already_signed', null],
    [
      { ...no, isSigned: true, successor: { isSigned: true } },
      'superseded',
      'record_ended',
      'record_ended',
    ],
  ] as const)('%j is %s', (rows, state, signing, withdrawing) => {
    expect(stateOf(rows)).toBe(state)
    expect(signRefusalOf(state)).toBe(signing)
    expect(withdrawRefusalOf(state)).toBe(withdrawing)
  })

  const talk = { kind: 'conversation', commitment: null, isSettled: false } as const
  const debt = { ...talk, kind: 'acknowledgement' } as const
  test.each([
    [talk, null],
    [{ ...talk, isSettled: true }, null],
    [{ ...talk, commitment: 'open' }, null],
    [{ ...talk, commitment: 'kept' }, 'paid'],
    [{ ...talk, commitment: 'partly_kept' }, null],
    [{ ...talk, commitment: 'broken' }, null],
    [{ ...talk, commitment: 'withdrawn' }, 'changed'],
    [{ ...talk, commitment: 'agreed' }, null],
    [{ ...talk, commitment: 'refused' }, 'changed'],
    [{ ...talk, commitment: 'replaced' }, 'changed'],
    [{ ...talk, commitment: 'accelerated' }, 'changed'],
    [debt, null],
    [{ ...debt, commitment: 'kept' }, null],
    [{ ...debt, isSettled: true }, 'paid'],
    [{ ...debt, commitment: 'withdrawn', isSettled: true }, 'paid'],
    [{ ...debt, commitment: 'accelerated' }, 'changed'],
  ] as const)('what %j says: overtaken by %s', (matter, by) => {
    expect(overtakenBy(matter)).toBe(by)
  })

  test('one record takes the place of another, whatever became of that', () => {
    expect(replaceRefusalOf({ hasSuccessor: false })).toBeNull()
    expect(replaceRefusalOf({ hasSuccessor: true })).toBe('record_ended')
  })

  test.each([
    ['waiting', 4, null],
    ['waiting', 5, 'too_many_requests'],
    ['signed', 0, 'already_signed'],
  ] as const)('a link for one that is %s, after %i', (state, requests, refusal) => {
    expect(requestRefusalOf(state, requests)).toBe(refusal)
  })
})

describe('what can be put to somebody to sign', () => {
  const today = day('2026-03-04')
  const talk = { on: today }
  const draft = { kind: 'conversation', talk, promiseId: null, planId: null } as const
  const owed = { openMinor: 100, disputedMinor: 99 }
  test.each([
    [draft, [], null],
    [{ ...draft, talk: null }, [], 'no_conversation'],
    [{ ...draft, talk: { on: day('2026-03-05') } }, [], 'talk_in_the_future'],
    [{ ...draft, promiseId: 'p', planId: 'q' }, [], 'one_commitment_only'],
    [{ ...draft, kind: 'acknowledgement', talk: null }, [owed], null],
    [
      { ...draft, kind: 'acknowledgement' },
      [{ ...owed, disputedMinor: 100 }],
      'nothing_to_acknowledge',
    ],
    [{ ...draft, kind: 'acknowledgement' }, [], 'nothing_to_acknowledge'],
  ] as const)('%j about %j: %s', (whole, items, refusal) => {
    expect(draftRefusalOf(whole, items, today)).toBe(refusal)
  })
})

describe('a drawn signature', () => {
  const wave = [Array.from({ length: 30 }, (_, at) => [at * 20, 100 + (at % 5) * 10])]
  test('is the way of the pen, and becomes a picture of whole numbers only', () => {
    const strokes = strokesFrom(wave)
    expect(strokes).toEqual(wave)
    expect(svgOf(strokes ?? [])).toMatch(
      /^<svg [^<]*><g [^<]*>(<path d="[MQL\d .]+"\/>)+<\/g><\/svg>$/,
    )
  })

  test.each([
    ['nothing', []],
    ['no list', 'data:image/png;base64,iVBORw0KGgo='],
    ['a dot', [[[5, 5]]]],
    [
      'too short a way',
      [
        [
          [0, 0],
          [149, 0],
        ],
      ],
    ],
    [
      'outside the field',
      [
        [
          [0, 0],
          [1001, 0],
        ],
      ],
    ],
    [
      'below the field',
      [
        [
          [0, 0],
          [900, 401],
        ],
      ],
    ],
    [
      'halves',
      [
        [
          [0, 0],
          [900.5, 0],
        ],
      ],
    ],
    [
      'no numbers',
      [
        [
          ['0"/><script>', 0],
          [900, 0],
        ],
      ],
    ],
    [
      'three numbers a point',
      [
        [
          [0, 0, 0],
          [900, 0, 0],
        ],
      ],
    ],
    [
      '201 strokes',
      Array.from({ length: 201 }, () => [
        [0, 0],
        [900, 0],
      ]),
    ],
    ['4001 points', [Array.from({ length: 4001 }, (_, at) => [at % 1000, 0])]],
    ['nested deep', [[[[[[0]]]]]]],
  ])('P78 is not made of %s', (_, value) => {
    expect(strokesFrom(value)).toBeNull()
  })

  test('a way of 150 is one', () => {
    expect(
      strokesFrom([
        [
          [0, 0],
          [150, 0],
        ],
      ]),
    ).not.toBeNull()
  })
})

test.each([
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '29 Mar 2026, 01:59:59 UTC+01:00 (Europe/Berlin)'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '29 Mar 2026, 03:00:00 UTC+02:00 (Europe/Berlin)'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '25 Oct 2026, 02:30:00 UTC+02:00 (Europe/Berlin)'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '25 Oct 2026, 02:30:00 UTC+01:00 (Europe/Berlin)'],
  ['Europe/London', '2026-03-29T00:59:59Z', '29 Mar 2026, 00:59:59 UTC+00:00 (Europe/London)'],
  ['Europe/London', '2026-03-29T01:00:00Z', '29 Mar 2026, 02:00:00 UTC+01:00 (Europe/London)'],
  ['America/New_York', '2026-03-08T06:59:59Z', '8 Mar 2026, 01:59:59 UTC-05:00 (America/New_York)'],
  ['America/New_York', '2026-03-08T07:00:00Z', '8 Mar 2026, 03:00:00 UTC-04:00 (America/New_York)'],
  ['Australia/Sydney', '2026-04-04T15:59:59Z', '5 Apr 2026, 02:59:59 UTC+11:00 (Australia/Sydney)'],
  ['Australia/Sydney', '2026-04-04T16:00:00Z', '5 Apr 2026, 02:00:00 UTC+10:00 (Australia/Sydney)'],
])('P78 every time has its zone: in %s %s is %s', (zone, at, text) => {
  expect(formatsOf('en').exact(instant(at), zone)).toBe(text)
})
