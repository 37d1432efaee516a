import { newSum, scaledOf, valueOf, type Sum } from './sums.ts'

/**
 * Proves the total lines of a report against the rows they sum. A total fits when it equals what
 * was added since some earlier line of the same report: its group's beginning, or the start.
 */
export type Ledger = {
  readonly sum: Sum
  marks: bigint[]
}

const MOST_MARKS = 200

export function newLedger(): Ledger {
  return { sum: newSum(), marks: [0n] }
}

/** Remembers a place where a group may have begun. */
export function mark(ledger: Ledger): void {
  const here = valueOf(ledger.sum)
  if (ledger.marks.at(-1) === here) return
  ledger.marks.push(here)
  // The start stays: the grand total is proved against it.
  if (ledger.marks.length > MOST_MARKS) ledger.marks.splice(1, MOST_MARKS / 2)
}

/** Proves a total line; when none fits, what the nearest group of lines makes. */
export function prove(
  ledger: Ledger,
  decimal: string,
): { fits: true } | { fits: false; actual: bigint } {
  const expected = BigInt(scaledOf(decimal))
  const here = valueOf(ledger.sum)
  const at = ledger.marks.findLastIndex((from) => here - from === expected)
  if (at === -1) {
    const sums = ledger.marks.map((from) => here - from)
    return { fits: false, actual: nearest(sums, expected) }
  }
  ledger.marks = ledger.marks.slice(0, at + 1)
  mark(ledger)
  return { fits: true }
}

function nearest(sums: readonly bigint[], expected: bigint): bigint {
  const far = (sum: bigint) => (sum > expected ? sum - expected : expected - sum)
  return sums.reduce((best, sum) => (far(sum) < far(best) ? sum : best))
}
