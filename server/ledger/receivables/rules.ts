import type { Day } from '../../kernel/day.ts'

export type DisputedItem = {
  readonly receivableId: string
  readonly dueOn: Day
  readonly openMinor: number
  /** Of the whole document. */
  readonly documentDisputedMinor: number
}

/**
 * The disputed part of each item: a document's dispute lies on its instalments in the order in which
 * they fall due, and never on more than is open.
 */
export function disputedParts(items: readonly DisputedItem[]): number[] {
  const left = new Map(items.map((item) => [item.receivableId, item.documentDisputedMinor]))
  const order = items
    .map((item, index) => ({ item, index }))
    .toSorted((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : a.item.dueOn > b.item.dueOn ? 1 : 0))
  const parts = items.map(() => 0)
  for (const { item, index } of order) {
    const part = Math.min(left.get(item.receivableId) ?? 0, Math.max(0, item.openMinor))
    parts[index] = part
    left.set(item.receivableId, (left.get(item.receivableId) ?? 0) - part)
  }
  return parts
}

/** '2026-1043', or '2026-1043 (2/3)' for the second of three instalments. */
export function nameOfItem(number: string, sequence: number, instalments: number): string {
  return instalments > 1 ? `${number} (${sequence}/${instalments})` : number
}

type Bucket = 'owed' | 'not_due' | 'overdue' | 'credit' | number

/** The days past due that a bucket of the ageing table spans, and the sign of what lies in it. */
export function lateInBucket(bucket: Bucket, bounds: readonly number[]) {
  if (bucket === 'credit') return { sign: 'credit' as const }
  const debt = { sign: 'debt' as const }
  if (bucket === 'owed') return debt
  if (bucket === 'not_due' || bucket === 0) return { ...debt, late: { from: null, to: 0 } }
  if (bucket === 'overdue') return { ...debt, late: { from: 1, to: null } }
  const from = bucket === 1 ? 1 : (bounds[bucket - 2] ?? Number.POSITIVE_INFINITY) + 1
  return { ...debt, late: { from: Math.min(from, NO_SUCH_BUCKET), to: bounds[bucket - 1] ?? null } }
}

/** More days than there can be between two days of a ledger. */
const NO_SUCH_BUCKET = 10_000_000

/** What of each instalment was open after each line, lines being in the order of their effect. */
export function leftAfter(
  totals: ReadonlyMap<string, number>,
  lines: readonly { readonly openItemId: string; readonly amountMinor: number }[],
): number[] {
  const left = new Map(totals)
  return lines.map(({ openItemId, amountMinor }) => {
    const after = (left.get(openItemId) ?? 0) - amountMinor
    left.set(openItemId, after)
    return after
  })
}
