import { addDays, type Day } from '../../../kernel/day.ts'

/** A promise, or one instalment of a plan: an amount that is to come until a day. */
export type Commitment = {
  readonly id: string
  /** The open items whose money counts; null is any money of the account in that currency. */
  readonly openItemIds: readonly string[] | null
  readonly currency: string
  readonly minor: number
  /** Money counts from the day on which it was agreed. */
  readonly from: Day
  readonly dueOn: Day
}

/** Money that came (or, negative, went back), set against an item or not yet set against any. */
export type Receipt = {
  readonly openItemId: string | null
  readonly currency: string
  readonly minor: number
  readonly on: Day
}

/** A commitment counts as kept when no more than this share of it is missing (bank charges). */
const TOLERATED_SHARE = 0.005

/** What is still needed for a commitment to count as kept. */
export function neededOf(minor: number): number {
  return minor - Math.floor(minor * TOLERATED_SHARE)
}

/** The last day on which money still keeps it. */
export function lastDayOf(dueOn: Day, toleranceDays: number): Day {
  return addDays(dueOn, toleranceDays)
}

/** When it is asked; null where nobody says until when payments are known. */
export type Asked = {
  readonly today: Day
  readonly toleranceDays: number
  readonly paymentsUntil: Day | null
}

/** Whether its last day has ended and the payments of that day are known: money may still be on the way. */
export function isOver(dueOn: Day, { today, toleranceDays, paymentsUntil }: Asked): boolean {
  const last = lastDayOf(dueOn, toleranceDays)
  return today > last && (paymentsUntil === null || paymentsUntil >= last)
}

/**
 * Sets the money of one customer against what they committed themselves to, each unit of it once:
 * receipts in order of their days, to the earliest commitment that they count for; what goes back
 * is taken from the latest. Gives what each commitment received, in minor units, by its id.
 */
export function shareOut(
  commitments: readonly Commitment[],
  receipts: readonly Receipt[],
  toleranceDays: number,
): ReadonlyMap<string, number> {
  const inOrder = commitments.toSorted(byDueDay)
  const received = new Map(inOrder.map(({ id }) => [id, 0]))
  for (const receipt of receipts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const counting = inOrder.filter((one) => countsFor(one, receipt, toleranceDays))
    if (receipt.minor > 0) fill(counting, receipt.minor, received)
    else empty(counting.toReversed(), -receipt.minor, received)
  }
  return received
}

function fill(into: readonly Commitment[], minor: number, received: Map<string, number>): void {
  let left = minor
  for (const { id, minor: wanted } of into) {
    const taken = Math.min(left, wanted - (received.get(id) ?? 0))
    received.set(id, (received.get(id) ?? 0) + taken)
    left -= taken
  }
}

function empty(from: readonly Commitment[], minor: number, received: Map<string, number>): void {
  let left = minor
  for (const { id } of from) {
    const given = Math.min(left, received.get(id) ?? 0)
    received.set(id, (received.get(id) ?? 0) - given)
    left -= given
  }
}

function countsFor(commitment: Commitment, receipt: Receipt, toleranceDays: number): boolean {
  const { openItemIds, currency, from, dueOn } = commitment
  if (currency !== receipt.currency) return false
  if (receipt.on < from || receipt.on > lastDayOf(dueOn, toleranceDays)) return false
  return (
    openItemIds === null ||
    (receipt.openItemId !== null && openItemIds.includes(receipt.openItemId))
  )
}

function byDueDay(a: Commitment, b: Commitment): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}

export type Judgement = 'open' | 'kept' | 'partly_kept' | 'broken'

/**
 * Judges a commitment when its last day has ended and the payments of that day are known; money that
 * came early, or a debt of which nothing is left (paid, credited, cancelled), keeps it early.
 */
export function judge(
  commitment: Pick<Commitment, 'minor' | 'dueOn'>,
  { receivedMinor, isNothingOwed }: { receivedMinor: number; isNothingOwed: boolean },
  asked: Asked,
): Judgement {
  if (isNothingOwed || receivedMinor >= neededOf(commitment.minor)) return 'kept'
  if (!isOver(commitment.dueOn, asked)) return 'open'
  return receivedMinor > 0 ? 'partly_kept' : 'broken'
}

/** A promise or an instalment that did not come, or came in part only. */
export function isMissed(state: Judgement): state is 'broken' | 'partly_kept' {
  return state === 'broken' || state === 'partly_kept'
}

/**
 * Whether a judgement rests on other money than what is known now, so that it is judged again: what
 * had come went back, or what had not come was recorded late and had come in time.
 */
export function isOutdated(
  state: Judgement,
  minor: { readonly judgedOn: number; readonly now: number },
): boolean {
  const wentBack = (state === 'kept' || state === 'partly_kept') && minor.now < minor.judgedOn
  return wentBack || (isMissed(state) && minor.now > minor.judgedOn)
}

export type PlanJudgement = 'agreed' | 'kept' | 'broken'

/** A plan is kept when all its instalments are, and broken by the first that is not. */
export function judgePlan(instalments: readonly Judgement[]): PlanJudgement {
  if (instalments.some(isMissed)) return 'broken'
  return instalments.every((state) => state === 'kept') ? 'kept' : 'agreed'
}

/** From this many promises not kept, terms are spoken of instead of another reminder. */
export const LEVEL_OF_TERMS = 2

/** Whether a promise not kept, after so many before it, asks for a change of terms. */
export function asksForTerms(levelBefore: number, judgement: Judgement): boolean {
  return isMissed(judgement) && levelBefore + 1 >= LEVEL_OF_TERMS
}
