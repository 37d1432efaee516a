import { addDays, type Day } from '../../../../kernel/day.ts'

const LATEST_REVISIT_DAYS = 366
const LATEST_DEADLINE_DAYS = 366

export type Disputable = {
  readonly openMinor: number
  readonly disputedMinor: number
}

type Days = { readonly revisitOn: Day | null; readonly deadlineOn: Day | null }
type Claim = Days & { readonly amountMinor: number | null }

/** Says why a claim cannot be noted as a dispute, or null when it can. */
export function refusalOf(claim: Claim, { openMinor, disputedMinor }: Disputable, today: Day) {
  if (openMinor <= 0) return 'nothing_open'
  const left = openMinor - disputedMinor
  if (left <= 0) return 'already_disputed'
  if (claim.amountMinor !== null && claim.amountMinor > left) return 'disputes_more_than_open'
  return refusalOfDays(claim, today)
}

/** Says why these days cannot be set, or null when they can. */
export function refusalOfDays({ revisitOn, deadlineOn }: Days, today: Day) {
  if (revisitOn !== null && revisitOn < today) return 'revisit_in_the_past'
  if (revisitOn !== null && revisitOn > addDays(today, LATEST_REVISIT_DAYS)) {
    return 'revisit_too_late'
  }
  if (deadlineOn !== null && deadlineOn < today) return 'deadline_in_the_past'
  const isTooLate = deadlineOn !== null && deadlineOn > addDays(today, LATEST_DEADLINE_DAYS)
  return isTooLate ? 'deadline_too_late' : null
}

export type Terms = Days & {
  readonly reason: string
  readonly amountMinor: number
  readonly department: string
  readonly ownerId: string | null
}

export type Change = { readonly field: keyof Terms; readonly from: string; readonly to: string }

/** What differs between the terms of a dispute and what is asked for. */
export function changesOf(now: Terms, asked: Terms): Change[] {
  const fields = [
    'reason',
    'amountMinor',
    'department',
    'ownerId',
    'deadlineOn',
    'revisitOn',
  ] as const
  return fields
    .filter((field) => now[field] !== asked[field])
    .map((field) => ({ field, from: String(now[field] ?? ''), to: String(asked[field] ?? '') }))
}

type Changeable = {
  readonly isOpen: boolean
  /** What is open of the invoice and not in another dispute. */
  readonly leftMinor: number
}

/** Says why a dispute cannot be changed so, or null when it can. Days that stay may have passed. */
export function refusalOfChange(
  now: Terms,
  asked: Terms,
  { isOpen, leftMinor, today }: Changeable & { readonly today: Day },
) {
  if (!isOpen) return 'dispute_not_open'
  if (changesOf(now, asked).length === 0) return 'nothing_changes'
  if (asked.amountMinor !== now.amountMinor && asked.amountMinor > leftMinor) {
    return 'disputes_more_than_open'
  }
  return refusalOfDays(
    {
      revisitOn: asked.revisitOn === now.revisitOn ? null : asked.revisitOn,
      deadlineOn: asked.deadlineOn === now.deadlineOn ? null : asked.deadlineOn,
    },
    today,
  )
}

/** Business days from one day to another; negative when the other lies before it. */
export function businessDaysBetween(
  from: Day,
  to: Day,
  isBusinessDay: (on: Day) => boolean,
): number {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let count = 0
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1)) {
    if (isBusinessDay(on)) count += 1
  }
  return from <= to ? count : -count
}
