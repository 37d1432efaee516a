import { addDays, day, type Day } from '../../kernel/day.ts'

export type End = 'ours' | 'theirs' | 'paid' | 'other' | 'open'

/** Disputes that have all of this in common. */
export type Group = {
  readonly currency: string
  readonly reason: string
  readonly department: string
  readonly sellerId: string | null
  readonly month: Day
  readonly resolution: string | null
  readonly count: number
  readonly minor: number
  /** Days from opening to settling, of all of them together; 0 while open. */
  readonly settlingDays: number
}

export const ENDS: readonly End[] = ['ours', 'theirs', 'paid', 'other', 'open']

/** Whose invoice needed putting right: a credit or correction was ours, a proof was theirs. */
export function endOf(resolution: string | null): End {
  switch (resolution) {
    case null:
      return 'open'
    case 'credit_note':
    case 'corrected_invoice':
      return 'ours'
    case 'delivery_proved':
    case 'rejected':
      return 'theirs'
    case 'paid':
      return 'paid'
    default:
      return 'other'
  }
}

export type Sum = {
  readonly count: number
  readonly minor: number
  readonly days: number | null
  readonly ends: { end: End; count: number; minor: number }[]
}

/** The groups of one currency together. */
export function sumOf(groups: readonly Group[]): Sum {
  const settled = groups.filter(({ resolution }) => resolution !== null)
  const settledCount = total(settled, 'count')
  const days = settledCount === 0 ? null : total(settled, 'settlingDays') / settledCount
  return {
    count: total(groups, 'count'),
    minor: total(groups, 'minor'),
    days: days === null ? null : Math.round(days * 10) / 10,
    ends: ENDS.map((end) => {
      const theirs = groups.filter(({ resolution }) => endOf(resolution) === end)
      return { end, count: total(theirs, 'count'), minor: total(theirs, 'minor') }
    }),
  }
}

/** Sums by one trait, the largest amount first. */
export function by<Row extends Group, Key extends string | null>(
  groups: readonly Row[],
  keyOf: (group: Row) => Key,
): (Sum & { readonly key: Key })[] {
  return [...Map.groupBy(groups, keyOf)]
    .map(([key, theirs]) => ({ key, ...sumOf(theirs) }))
    .toSorted((a, b) => b.minor - a.minor || b.count - a.count)
}

/** Every month between two days, those without disputes too. */
export function monthsOf(groups: readonly Group[], from: Day, to: Day) {
  const months: { month: Day; count: number; minor: number }[] = []
  for (let month = monthOf(from); month <= to; month = monthOf(addDays(month, 31))) {
    const theirs = groups.filter((group) => group.month === month)
    months.push({ month, count: total(theirs, 'count'), minor: total(theirs, 'minor') })
  }
  return months
}

/** The first day of the month that a day lies in. */
export function monthOf(on: Day): Day {
  return day(`${on.slice(0, 7)}-01`)
}

function total(groups: readonly Group[], field: 'count' | 'minor' | 'settlingDays'): number {
  return groups.reduce((sum, group) => sum + group[field], 0)
}
