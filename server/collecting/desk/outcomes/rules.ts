import { addDays, addSeconds, type Day, type Instant } from '../../../kernel/day.ts'

/** Telephones' clocks are wrong by minutes. */
const AHEAD_SECONDS = 10 * 60
/** What is older is history, not news. */
const OLDEST_SECONDS = 31 * 86_400

/** Says why a conversation cannot have been when it is said to have been, or null. */
export function refusalOfMoment(happenedAt: Instant, now: Instant) {
  if (happenedAt > addSeconds(now, AHEAD_SECONDS)) return 'happened_in_the_future'
  return happenedAt < addSeconds(now, -OLDEST_SECONDS) ? 'happened_too_long_ago' : null
}

type Earlier = { readonly digest: string }

/** Says why an id cannot be used for an outcome: it stands for another one. */
export function refusalOfRepeat(earlier: Earlier, digest: string) {
  return earlier.digest === digest ? null : 'outcome_id_taken'
}

type Turn = {
  readonly kind: string
  readonly keepsBall: boolean
  readonly lane: 'seller' | 'legal' | null
  /** Whether whoever logs it holds the ball or sells to the customer. */
  readonly isTheirs: boolean
}

/** What an outcome does with the ball: whoever reached nobody tries again, anyone else is done. */
export function ballAfter({ kind, keepsBall, lane, isTheirs }: Turn) {
  if (lane !== 'seller') return 'not_held'
  return isTheirs && !keepsBall && kind !== 'not_reached' ? 'returned' : 'kept'
}

type Trying = {
  /** The day of the conversation and today, both where the customer is. */
  readonly triedOn: Day
  readonly today: Day
  readonly isBusinessDay: (day: Day) => boolean
}

/** The first working day after the try that is still to come. */
export function retryDayOf({ triedOn, today, isBusinessDay }: Trying): Day {
  let day = addDays(triedOn, 1)
  if (day < today) day = today
  while (!isBusinessDay(day)) day = addDays(day, 1)
  return day
}

const LONGEST_RETRY_DAYS = 60

/** Says why a day for trying again cannot be, or null when it can. */
export function refusalOfRetry(retryOn: Day, today: Day) {
  if (retryOn < today) return 'retry_in_the_past'
  return retryOn > addDays(today, LONGEST_RETRY_DAYS) ? 'retry_too_late' : null
}

/** Money that no bank shows by itself: it is reported, and finance confirms it. */
export function isReportedOnly(by: string): boolean {
  return by === 'cash' || by === 'cheque'
}

/** Larger mails are refused by many servers. */
const MOST_BYTES = 15 * 1024 * 1024

type File = { readonly receivableId: string | null; readonly bytes: number }
type Document = { readonly id: string; readonly number: string }

/** Which documents go along, and which of the invoices have none that could. */
export function parcelOf<F extends File>(files: readonly F[], invoices: readonly Document[]) {
  let room = MOST_BYTES
  const sent: F[] = []
  for (const file of files) {
    if (file.bytes > room) continue
    room -= file.bytes
    sent.push(file)
  }
  const covered = new Set(sent.map(({ receivableId }) => receivableId))
  const without = invoices.filter(({ id }) => !covered.has(id)).map(({ number }) => number)
  return { sent, without }
}
