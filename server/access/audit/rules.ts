import type { Instant } from '../../kernel/day.ts'

/** An event as it is sealed: everything that is kept of it. */
export type SealedEvent = {
  readonly id: string
  readonly organisationId: string
  readonly at: Instant
  readonly name: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly customerId: string | null
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly why: string
  readonly data: unknown
}

/** The text whose hash seals an event: JSON with sorted keys and no spaces (after RFC 8785). */
export function sealedText(sequence: number, event: SealedEvent): string {
  return canonical({ sequence, ...event })
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

export type BreakKind = 'changed' | 'missing' | 'reordered' | 'inserted'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Whether an event was slipped in: it was made more than a day before one that was sealed earlier.
 * Within a day it may have waited for the end of a long transaction.
 */
export function isSlippedIn(id: string, newestSealedBefore: string | null): boolean {
  if (newestSealedBefore === null) return false
  return madeAt(newestSealedBefore) - madeAt(id) > DAY_MILLISECONDS
}

/** Of two ids the one that was made later. */
export function laterOf(a: string | null, b: string): string {
  return a !== null && a > b ? a : b
}

// The first 48 bits of a UUID version 7 are milliseconds (RFC 9562 §5.7).
function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}

/** The smallest id that an event made at this time or later can have. */
export function idFrom(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** An hour before an id was made: what is not sealed by then waits for the nightly full look. */
export function recentBound(newest: string | null): string {
  return newest === null ? idFrom(0) : idFrom(madeAt(newest) - DAY_MILLISECONDS / 24)
}
