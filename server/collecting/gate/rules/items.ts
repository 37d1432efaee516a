import { addDays, type Day } from '../../../kernel/day.ts'
import { daysBefore } from '../../playbooks/rules/ladder.ts'
import type { CustomerFacts, DisputeFact, GatePolicy, ItemFact, PromiseFact } from './facts.ts'
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
  policy: GatePolicy,
  day: Day,
): ItemBlock[] {
  const owed = facts.items.filter(({ openMinor }) => openMinor > 0)
  const promised = promisedItems(owed, facts.promises, policy, day)
  const { newInvoiceGraceDays } = policy
  const newSince = daysBefore(day, newInvoiceGraceDays - 1)
  return owed.flatMap((item) => {
    const blocks: ItemBlock[] = []
    const add = (code: ReasonCode, until?: Day) =>
      blocks.push({ code, itemId: item.id, ...(until ? { until } : {}) })
    if ((disputed.get(item.id) ?? 0) >= item.openMinor) add('disputed')
    const until = promised.get(item.id)
    if (until) add('promised', until)
    const hold = facts.holds.find(({ receivableId }) => receivableId === item.receivableId)
    if (hold) add('item_on_hold', hold.endsOn)
    if (item.arrivedOn >= newSince) {
      add('invoice_too_new', addDays(item.arrivedOn, newInvoiceGraceDays))
    }
    if (item.isVanished) add('vanished_from_source')
    return blocks
  })
}

/** Items under a live promise and the day promised. One on account covers the earliest due first. */
function promisedItems(
  owed: readonly ItemFact[],
  promises: readonly PromiseFact[],
  policy: GatePolicy,
  day: Day,
): ReadonlyMap<string, Day> {
  const until = new Map<string, Day>()
  const live = promises.filter((promise) => isLive(promise, policy, day))
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

/** A promise is live until its day and the days that a transfer may take are over. */
export function isLive(
  { state, promisedFor }: Pick<PromiseFact, 'state' | 'promisedFor'>,
  { promiseToleranceDays }: Pick<GatePolicy, 'promiseToleranceDays'>,
  day: Day,
): boolean {
  return state === 'open' && day <= addDays(promisedFor, promiseToleranceDays)
}
