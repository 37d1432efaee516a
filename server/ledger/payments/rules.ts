import type { Day } from '../../kernel/day.ts'

/** Something that took a part of a whole on a day, or (negative) gave it back. */
export type Movement = { readonly on: Day; readonly minor: number }

/** A document's instalment or a payment: a signed whole and what has been taken of it. */
export type Whole = {
  readonly totalMinor: number
  readonly movements: readonly Movement[]
}

/**
 * What can still be taken from a day on: the least that is left at the end of that day or any later
 * one, so that no day of the past ends with more taken than there was. Never negative.
 */
export function roomFrom({ totalMinor, movements }: Whole, on: Day): number {
  const sign = totalMinor < 0 ? -1 : 1
  const taken = new Map<Day, number>([[on, 0]])
  for (const { on: day, minor } of movements) taken.set(day, (taken.get(day) ?? 0) + sign * minor)
  let left = sign * totalMinor
  let least = Number.POSITIVE_INFINITY
  for (const day of [...taken.keys()].toSorted()) {
    left -= taken.get(day) ?? 0
    if (day >= on) least = Math.min(least, left)
  }
  return Math.max(0, least)
}

export type Item = Whole & {
  readonly id: string
  readonly customerId: string
  readonly currency: string
  readonly issuedOn: Day
}

/** Money or credit that is set against items. */
export type Means = Whole & {
  readonly customerId: string
  readonly currency: string
  readonly since: Day
}

/** A part for one item: a positive amount, and the day of effect. */
export type Share = {
  readonly openItemId: string
  readonly amountMinor: number
  readonly on: Day
}

type No = { readonly code: string; readonly details?: Readonly<Record<string, string | number>> }

/** The earliest day on which money and document both exist. */
function earliestOf(means: { readonly since: Day }, item: { readonly issuedOn: Day }): Day {
  return means.since > item.issuedOn ? means.since : item.issuedOn
}

/** The shares with their days: the one asked for, or the earliest possible. */
export function sharesOn(
  means: Means,
  items: readonly Item[],
  wanted: readonly Omit<Share, 'on'>[],
  on?: Day,
): Share[] {
  return wanted.map((share) => {
    const item = items.find(({ id }) => id === share.openItemId)
    return { ...share, on: on ?? (item ? earliestOf(means, item) : means.since) }
  })
}

/** Says why means cannot be set against these items, or null when they can. */
export function refusalOfShares(
  means: Means,
  items: readonly Item[],
  shares: readonly Share[],
  today: Day,
): No | null {
  if (new Set(shares.map(({ openItemId }) => openItemId)).size < shares.length) {
    return { code: 'same_item_twice' }
  }
  for (const share of shares) {
    const no = refusalOfShare(means, items, share, today)
    if (no) return no
  }
  return refusalOfSum(means, shares)
}

function refusalOfShare(
  means: Means,
  items: readonly Item[],
  { openItemId, amountMinor, on }: Share,
  today: Day,
): No | null {
  const item = items.find(({ id }) => id === openItemId)
  if (!item) return { code: 'no_such_item' }
  if (item.customerId !== means.customerId) return { code: 'other_customer' }
  if (item.currency !== means.currency) {
    return { code: 'wrong_currency', details: { currency: item.currency } }
  }
  if (item.totalMinor < 0 !== means.totalMinor < 0) {
    return { code: means.totalMinor < 0 ? 'not_a_credit' : 'not_a_debt' }
  }
  const earliest = earliestOf(means, item)
  if (on < earliest) return { code: 'before_document', details: { earliest } }
  if (on > today) return { code: 'dated_in_future', details: { today } }
  const openMinor = roomFrom(item, on)
  if (amountMinor > openMinor) {
    return { code: 'more_than_open', details: { openMinor, currency: item.currency } }
  }
  return null
}

/** Taking in order of days, each share must fit beside those of its own and earlier days. */
function refusalOfSum(means: Means, shares: readonly Share[]): No | null {
  const sign = means.totalMinor < 0 ? -1 : 1
  const movements = [...means.movements]
  for (const { on, amountMinor } of shares) {
    const leftMinor = roomFrom({ totalMinor: means.totalMinor, movements }, on)
    if (amountMinor > leftMinor) {
      return { code: 'more_than_left', details: { leftMinor, currency: means.currency } }
    }
    movements.push({ on, minor: sign * amountMinor })
  }
  return null
}

/** Says why an item cannot be closed by so much without money, or null when it can. */
export function refusalOfWriteOff(
  item: Item,
  { amountMinor, on }: { amountMinor: number; on: Day },
  today: Day,
): No | null {
  if (on < item.issuedOn) return { code: 'before_document', details: { earliest: item.issuedOn } }
  if (on > today) return { code: 'dated_in_future', details: { today } }
  const openMinor = roomFrom(item, on)
  if (amountMinor <= openMinor) return null
  return { code: 'more_than_open', details: { openMinor, currency: item.currency } }
}

export type Reversible = {
  readonly isReversed: boolean
  readonly isReversal: boolean
  /** The days of what would be undone with it. */
  readonly days: readonly Day[]
}

/** Says why something cannot be undone on a day, or null when it can. */
export function refusalOfReversal(what: Reversible, on: Day, today: Day): No | null {
  if (what.isReversal) return { code: 'is_a_reversal' }
  if (what.isReversed) return { code: 'already_reversed' }
  if (on > today) return { code: 'dated_in_future', details: { today } }
  const earliest = what.days.toSorted().at(-1)
  if (earliest && on < earliest) return { code: 'reversed_too_early', details: { earliest } }
  return null
}

/** A credit note as the means that it is: what it gives is positive. */
export function meansOfCredit(item: Item): Means {
  return {
    customerId: item.customerId,
    currency: item.currency,
    since: item.issuedOn,
    totalMinor: -item.totalMinor,
    movements: item.movements.map(({ on, minor }) => ({ on, minor: -minor })),
  }
}
