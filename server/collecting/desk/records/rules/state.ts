import { addDays, type Day } from '../../../../kernel/day.ts'

export type RecordState =
  | 'waiting'
  | 'overtaken'
  | 'signed'
  | 'refused'
  | 'withdrawn'
  | 'superseded'

/** What became of the matter of a record before anybody signed it. */
export type Overtaking = 'paid' | 'changed'

type Matter = {
  readonly kind: 'conversation' | 'acknowledgement'
  /** The state of the promise or plan that it repeats; null where it repeats none. */
  readonly commitment: string | null
  /** Whether it names invoices and nothing of them is left open. */
  readonly isSettled: boolean
}

/** What is agreed on no more. A day that was missed ends nothing: what was said and owed stays so. */
const GONE: ReadonlySet<string> = new Set(['withdrawn', 'refused', 'replaced', 'accelerated'])

/**
 * Why what an unsigned record says does not hold any more; null while it does. An acknowledgement is
 * of the debt: it holds beyond a promise that was kept, until the debt is paid.
 */
export function overtakenBy({ kind, commitment, isSettled }: Matter): Overtaking | null {
  if (kind === 'acknowledgement' ? isSettled : commitment === 'kept') return 'paid'
  return commitment !== null && GONE.has(commitment) ? 'changed' : null
}

type Rows = {
  readonly isSigned: boolean
  readonly ending: 'refused' | 'withdrawn' | null
  /** Whether another record takes this one's place, and it or one that took its place is signed. */
  readonly successor: { readonly isSigned: boolean } | null
  readonly overtaking: Overtaking | null
}

/** What the rows about a record say together. One that is signed stays in force until its successor is. */
export function stateOf({ isSigned, ending, successor, overtaking }: Rows): RecordState {
  if (ending !== null) return ending
  if (successor && (!isSigned || successor.isSigned)) return 'superseded'
  if (isSigned) return 'signed'
  return overtaking === null ? 'waiting' : 'overtaken'
}

/** Why nobody can sign or refuse a record any more; null while they can. */
export function signRefusalOf(state: RecordState) {
  if (state === 'waiting') return null
  if (state === 'overtaken') return 'record_overtaken'
  return state === 'signed' ? 'already_signed' : 'record_ended'
}

/** Why a record cannot be withdrawn. A signed one can: the signature stays, the record is not in force. */
export function withdrawRefusalOf(state: RecordState) {
  const isThere = state === 'waiting' || state === 'overtaken' || state === 'signed'
  return isThere ? null : 'record_ended'
}

/** Why no record can take this one's place: one has it already, and may be replaced in its turn. */
export function replaceRefusalOf({ hasSuccessor }: { readonly hasSuccessor: boolean }) {
  return hasSuccessor ? 'record_ended' : null
}

/** How long a link to sign opens. */
const LINK_DAYS = 14

/** The day with whose end the link ends. */
export function lastLinkDay(today: Day): Day {
  return addDays(today, LINK_DAYS)
}

/** A link may be asked for so often: whoever does not find it in five mails needs a call. */
const MOST_REQUESTS = 5

export function requestRefusalOf(state: RecordState, requests: number) {
  return signRefusalOf(state) ?? (requests >= MOST_REQUESTS ? 'too_many_requests' : null)
}
