import { RefusedError, UnreachableError } from '../../api/call.ts'

export type Refused = {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** Something that waits to be sent. Its id is part of what is sent: twice is once. */
export type Waiting = {
  readonly id: string
  /** When it was written down, in milliseconds. */
  readonly at: number
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Of the API, with its parts in place. */
  readonly address: string
  readonly body: unknown
  /** What it says, in the writer's language. */
  readonly label: string
  /** The page of the application that it belongs to. */
  readonly page: string
  /** Not sent before, so that it can be undone. */
  readonly heldUntil: number
  /** Set when the server said no: the person decides. */
  readonly refused: Refused | null
}

export type Failure =
  /** No network, or the server is down: later. */
  | { readonly kind: 'later' }
  /** The session ended: when the same person is back. */
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'refused'; readonly refused: Refused }

const UNAUTHENTICATED = 401
const TOO_MANY = 429
const OURS = 500

/** What follows from a sending that failed. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnreachableError) return { kind: 'later' }
  if (!(error instanceof RefusedError)) return { kind: 'later' }
  const { status, code, details } = error
  if (status === UNAUTHENTICATED) return { kind: 'signed_out' }
  if (status === TOO_MANY || status >= OURS) return { kind: 'later' }
  return { kind: 'refused', refused: { code, details } }
}

/** What may be sent now, in the order in which it was written. */
export function dueOf(entries: readonly Waiting[], now: number): Waiting[] {
  return entries
    .filter(({ refused, heldUntil }) => refused === null && heldUntil <= now)
    .toSorted((a, b) => a.at - b.at)
}

/** When something may be sent next that was not due at that moment; null where nothing is held. */
export function nextAfter(entries: readonly Waiting[], now: number): number | null {
  const held = entries.filter(({ refused, heldUntil }) => refused === null && heldUntil > now)
  return held.length > 0 ? Math.min(...held.map(({ heldUntil }) => heldUntil)) : null
}

const FIRST_PAUSE = 5000
const LONGEST_PAUSE = 5 * 60_000

/** How long to wait before the next try, after so many that failed. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1))
}
