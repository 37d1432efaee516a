import { addDays, type Day } from '../../../../kernel/day.ts'

export type RecordState = 'waiting' | 'signed' | 'refused' | 'withdrawn' | 'superseded'

type Rows = {
  readonly isSigned: boolean
  readonly ending: 'refused' | 'withdrawn' | null
  /** Whether another record takes this one's place, and it or one that took its place is signed. */
  readonly successor: { readonly isSigned: boolean } | null
}

/** What the rows about a record say together. One that is signed stays in force until its successor is. */
export function stateOf({ isSigned, ending, successor }: Rows): RecordState {
  if (ending !== null) return ending
  if (successor && (!isSigned || successor.isSigned)) return 'superseded'
  return isSigned ? 'signed' : 'waiting'
}

/** Why nobody can sign or refuse a record any more; null while they can. */
export function signRefusalOf(state: RecordState) {
  return state === 'waiting' ? null : state === 'signed' ? 'already_signed' : 'record_ended'
}

/** Why a record cannot be withdrawn. A signed one can: the signature stays, the record is not in force. */
export function withdrawRefusalOf(state: RecordState) {
  return state === 'waiting' || state === 'signed' ? null : 'record_ended'
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
