import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import { refusalOf } from './rules.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const today = day('2026-03-02')
const offer = { amount: eur(50_00), promisedFor: day('2026-03-12') }
const standing = { openMinor: 120_00, currency: 'EUR', promisedMinor: 0 }

describe('an offer', () => {
  test.each([
    ['part of the debt', offer, standing],
    ['the whole debt', { ...offer, amount: eur(120_00) }, standing],
    ['all that is not promised yet', offer, { ...standing, promisedMinor: 70_00 }],
    ['today', { ...offer, promisedFor: today }, standing],
    ['the ninetieth day from now', { ...offer, promisedFor: day('2026-05-31') }, standing],
  ])('is taken for %s', (_what, taken, when) => {
    expect(refusalOf(taken, when, today)).toBeNull()
  })

  test.each([
    ['nothing_open', offer, null],
    ['nothing_open', offer, { ...standing, openMinor: 0 }],
    ['wrong_currency', { ...offer, amount: { minor: 50_00, currency: 'CHF' } }, standing],
    ['promise_of_nothing', { ...offer, amount: eur(0) }, standing],
    ['more_than_owed', { ...offer, amount: eur(120_01) }, standing],
    ['already_promised', offer, { ...standing, promisedMinor: 70_01 }],
    ['promised_for_the_past', { ...offer, promisedFor: day('2026-03-01') }, standing],
    ['promised_too_late', { ...offer, promisedFor: day('2026-06-01') }, standing],
  ])('is refused as %s', (reason, refused, when) => {
    expect(refusalOf(refused, when, today)).toBe(reason)
  })
})
