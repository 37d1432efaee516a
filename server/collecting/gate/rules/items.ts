import { addDays, type Day } from '../../../kernel/day.ts'
import { NOTED_LEVEL } from '../../playbooks/rules/content.ts'
import { daysBefore } from '../../playbooks/rules/ladder.ts'
import type {
  CustomerFacts,
  DisputeFact,
  GateContext,
  GatePolicy,
  HoldFact,
  ItemFact,
  PromiseFact,
} from './facts.ts'
import type { ReasonCode } from './reasons.ts'
import { byDueDay } from './standing.ts'

export type ItemBlock = {
  readonly code: ReasonCode
  readonly itemId: string
  readonly until?: Day
}

/** The disputed part of each item, a receivable's earliest instalments first. */
export function disputedOf(
  items: readonly ItemFact[],
  disputes: readonly DisputeFact[],
): ReadonlyMap<string, number> {
  const disputed = new Map<string, number>()
  if (disputes.length === 0) return disputed
  const left = new Map<string, number>()
  for (const { receivableId, minor } of disputes) {
    left.set(receivableId, (left.get(receivableId) ?? 0) + minor)
  }
  for (const { id, receivableId, openMinor } of items.toSorted(byDueDay)) {
    const part = Math.min(left.get(receivableId) ?? 0, Math.max(0, openMinor))
    if (part === 0) continue
    disputed.set(id, part)
    left.set(receivableId, (left.get(receivableId) ?? 0) - part)
  }
  return disputed
}

/** Why items may not be asked for today, all reasons of each. */
export function blocksOf(
  facts: CustomerFacts,
  disputed: ReadonlyMap<string, number>,
  { policy, freshness }: Pick<GateContext, 'policy' | 'freshness'>,
  day: Day,
): ItemBlock[] {
  const owed = facts.items.filter(({ openMinor }) => openMinor > 0)
  const at = { ...policy, day, paymentsUntil: freshness?.paymentsConsideredUntil ?? null }
  const promised = promisedItems(owed, facts.promises, at)
  const { newInvoiceGraceDays } = policy
  const newSince = daysBefore(day, newInvoiceGraceDays - 1)
  const blocks: ItemBlock[] = []
  const add = (code: ReasonCode, itemId: string, until?: Day) =>
    blocks.push({ code, itemId, ...(until ? { until } : {}) })
  // A million items come by in a run, and hardly any is blocked: nothing is made for the others.
  const noted = notedOn(facts.reached)
  for (const item of owed) {
    const { id, receivableId, openMinor, isVanished } = item
    const arrivedOn = noted.get(id) ?? item.arrivedOn
    if ((disputed.get(id) ?? 0) >= openMinor) add('disputed', id)
    const until = promised.get(id)
    if (until) add('promised', id, until)
    const hold = holdOf(facts.holds, receivableId)
    if (hold) add('item_on_hold', id, hold.endsOn)
    if (arrivedOn >= newSince) add('invoice_too_new', id, addDays(arrivedOn, newInvoiceGraceDays))
    if (isVanished) add('vanished_from_source', id)
  }
  return blocks
}

/** Who got a note about a new invoice has time from that day on, as if it had come with the note. */
function notedOn(reached: CustomerFacts['reached']): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>()
  for (const { openItemId, level, reachedOn } of reached) {
    if (level > NOTED_LEVEL) continue
    const known = days.get(openItemId)
    if (known === undefined || known < reachedOn) days.set(openItemId, reachedOn)
  }
  return days
}

function holdOf(holds: readonly HoldFact[], receivableId: string): HoldFact | undefined {
  return holds.length === 0 ? undefined : holds.find((hold) => hold.receivableId === receivableId)
}

/** Items under a live promise and the day promised. One on account covers the earliest due first. */
function promisedItems(
  owed: readonly ItemFact[],
  promises: readonly PromiseFact[],
  at: At,
): ReadonlyMap<string, Day> {
  const until = new Map<string, Day>()
  const live = promises.filter((promise) => isLive(promise, at))
  if (live.length === 0) return until
  const oldestFirst = owed.toSorted(byDueDay)
  for (const { openItemId, currency, minor, promisedFor } of live) {
    if (openItemId !== null) {
      until.set(openItemId, promisedFor)
      continue
    }
    let left = minor
    for (const item of oldestFirst) {
      if (left <= 0) break
      if (item.currency !== currency || until.has(item.id)) continue
      until.set(item.id, promisedFor)
      left -= item.openMinor
    }
  }
  return until
}

type At = Pick<GatePolicy, 'promiseToleranceDays'> & {
  readonly day: Day
  /** Null where nobody says until when payments are known, and for a day to come. */
  readonly paymentsUntil: Day | null
}

/**
 * A promise is live until its day and the days that a transfer may take are over, and the payments
 * of those days are known.
 */
export function isLive(
  { state, promisedFor }: Pick<PromiseFact, 'state' | 'promisedFor'>,
  { promiseToleranceDays, day, paymentsUntil }: At,
): boolean {
  const last = addDays(promisedFor, promiseToleranceDays)
  return state === 'open' && (day <= last || (paymentsUntil !== null && paymentsUntil < last))
}
