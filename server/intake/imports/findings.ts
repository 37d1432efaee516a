import type { EinvoiceFinding } from '../einvoices/index.ts'
import type { Severity } from '../tables/rules/findings.ts'
import type { AnyFinding } from './rules/findings.ts'

export type FoundCode = AnyFinding['code'] | `einvoice_${EinvoiceFinding['code']}`
/** Whatever has a place in the list of an import. */
export type Found = Omit<AnyFinding, 'code'> & { readonly code: FoundCode }

const MOST_KEPT = 5_000

/** Findings of a pass: all are counted, the first of them are kept. */
export type Collector = {
  readonly add: (finding: Found) => void
  readonly addAll: (findings: readonly Found[]) => void
  /** Counts a line that is not taken. */
  readonly reject: (line: number) => void
  readonly kept: () => readonly Found[]
  readonly counts: () => readonly { severity: Severity; code: FoundCode; count: number }[]
  readonly total: (severity: Severity) => number
  readonly rejected: () => number
}

export function newCollector(): Collector {
  const kept: Found[] = []
  const counts = new Map<string, { severity: Severity; code: FoundCode; count: number }>()
  let rejected = 0
  const add = (finding: Found) => {
    const { severity, code } = finding
    const counted = counts.get(code) ?? { severity, code, count: 0 }
    counted.count += 1
    counts.set(code, counted)
    // Errors push out what is only worth knowing.
    if (kept.length < MOST_KEPT) kept.push(finding)
    else if (severity === 'error') {
      const at = kept.findLastIndex((one) => one.severity !== 'error')
      if (at !== -1) kept[at] = finding
    }
  }
  return {
    add,
    addAll: (findings) => {
      for (const finding of findings) add(finding)
    },
    reject: () => {
      rejected += 1
    },
    kept: () => kept.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    counts: () => [...counts.values()],
    total: (severity) =>
      [...counts.values()].reduce(
        (sum, one) => sum + (one.severity === severity ? one.count : 0),
        0,
      ),
    rejected: () => rejected,
  }
}
