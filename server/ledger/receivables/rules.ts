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
