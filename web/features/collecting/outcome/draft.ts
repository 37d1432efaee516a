import type { DISPUTE_REASONS } from '#contract/collecting/desk'
import type { PAID_BY } from '#contract/collecting/desk/outcomes'
import { addDays, day as dayFrom, type Day, type Instant, weekdayOf } from '#kernel/day.ts'

import type { PlanOffer } from '../plans/offer.ts'
import type { Channel, Form, Kind, Sent } from './form.ts'

type Result = Sent['result']

/** What is written down so far; what nobody was asked has a sensible answer. */
export type Draft = {
  readonly kind: Kind | null
  /** When they spoke, where it was written down before; null is now. */
  readonly happenedAt: Instant | null
  readonly channel: Channel
  readonly contactId: string | null
  readonly said: string
  readonly keepsBall: boolean
  readonly currency: string
  readonly openItemId: string | null
  readonly minor: number | null
  readonly day: Day | null
  readonly note: string
  readonly plan: PlanOffer | null
  readonly receivableId: string | null
  readonly reason: (typeof DISPUTE_REASONS)[number] | null
  readonly disputedMinor: number | null
  readonly paidOn: Day | null
  readonly paidBy: (typeof PAID_BY)[number]
  readonly reference: string
  readonly asksForDetails: boolean
  readonly receivableIds: readonly string[]
  readonly right: { readonly name: string; readonly email: string; readonly phone: string } | null
  readonly to: 'finance' | 'legal'
  readonly retryOn: Day | null
}

type Standing = Form['standings'][number]

/** What is late and not promised yet, else what is owed and not promised yet. */
export function promisable({ overdueMinor, owedMinor, promisedMinor }: Standing): number {
  const late = overdueMinor - promisedMinor
  return late > 0 ? late : Math.max(0, owedMinor - promisedMinor)
}

export function startOf(form: Form, currency: string): Draft {
  const [main] = form.standings
  const late = form.items.filter((item) => item.currency === (main?.currency ?? currency))
  const [contact] = form.contacts
  return {
    kind: null,
    happenedAt: null,
    channel: 'call',
    contactId: contact?.id ?? null,
    said: '',
    keepsBall: false,
    currency: main?.currency ?? currency,
    openItemId: null,
    minor: main ? promisable(main) : null,
    day: null,
    note: '',
    plan: null,
    receivableId: late.length === 1 ? (late[0]?.receivableId ?? null) : null,
    reason: null,
    disputedMinor: null,
    paidOn: null,
    paidBy: 'transfer',
    reference: '',
    asksForDetails: form.isMailReady && form.contacts.some(({ isMailable }) => isMailable),
    receivableIds: [...new Set(late.map(({ receivableId }) => receivableId))].slice(0, 50),
    right: null,
    to: 'finance',
    retryOn: form.retryOn,
  }
}

/** The days that people name, each once and later than today. */
export function namedDays(today: Day) {
  const friday = addDays(today, (5 - weekdayOf(today) + 7) % 7 || 7)
  const days = [
    { name: 'tomorrow', day: addDays(today, 1) },
    { name: 'friday', day: friday },
    { name: 'nextWeek', day: addDays(today, 7) },
    { name: 'monthEnd', day: monthEndAfter(today) },
  ] as const
  return days.filter(({ day }, at) => days.findIndex((other) => other.day === day) === at)
}

/** The last day of this month; of the next one when that is today. */
function monthEndAfter(today: Day): Day {
  const next = addDays(today, 1)
  const [year = 0, month = 1] = next.split('-').map(Number)
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return addDays(dayFrom(`${y}-${String(m).padStart(2, '0')}-01`), -1)
}

/** What is sent of a draft, or null while something is missing. */
export function resultOf(draft: Draft): Result | null {
  const { kind, currency, minor } = draft
  switch (kind) {
    case null:
      return null
    case 'promised': {
      const { openItemId, day: promisedFor, note } = draft
      if (minor === null || minor <= 0 || promisedFor === null) return null
      return { kind, openItemId, amount: { minor, currency }, promisedFor, note }
    }
    case 'wants_plan':
      return draft.plan && isPlan(draft.plan) ? { kind, plan: draft.plan } : null
    case 'dispute': {
      const { receivableId, reason, disputedMinor: amountMinor } = draft
      return receivableId && reason ? { kind, receivableId, reason, amountMinor } : null
    }
    case 'already_paid':
      return paidOf(draft)
    case 'needs_documents': {
      const receivableIds = [...draft.receivableIds]
      return receivableIds.length > 0 ? { kind, receivableIds } : null
    }
    case 'wrong_person':
      return draft.right === null || draft.right.name.trim() !== ''
        ? { kind, right: draft.right }
        : null
    case 'short_of_cash':
      return draft.plan === null || isPlan(draft.plan) ? { kind, plan: draft.plan } : null
    case 'refuses':
      return { kind, to: draft.to }
    case 'not_reached':
      return { kind, retryOn: draft.retryOn }
    case 'other':
      return draft.said.trim() === '' ? null : { kind }
  }
}

function isPlan({ items, instalments }: PlanOffer): boolean {
  return items.length > 0 && instalments.length > 0
}

function paidOf(draft: Draft): Result {
  const { receivableIds, paidOn, minor, currency, paidBy: by, reference, asksForDetails } = draft
  const amount = minor === null || minor <= 0 ? null : { minor, currency }
  return {
    kind: 'already_paid',
    receivableIds: [...receivableIds],
    paidOn,
    amount,
    by,
    reference,
    asksForDetails,
  }
}

/** Whether the turn is over with it. */
export function concludes(kind: Kind | null): boolean {
  return kind !== 'not_reached'
}
