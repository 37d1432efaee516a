import { addDays, day as dayOf, type Day } from '../../../kernel/day.ts'

export type BallStanding = {
  readonly ownerId: string | null
  readonly heldBy: 'seller' | 'legal' | null
}

/** Says why finance cannot pass a customer to their seller, or null when it can. */
export function refusalOfPassing({ ownerId, heldBy }: BallStanding) {
  if (heldBy === 'seller') return 'already_with_seller'
  if (heldBy === 'legal') return 'in_legal_lane'
  return ownerId === null ? 'no_seller' : null
}

export type TakingStanding = BallStanding & {
  readonly isOverdue: boolean
  /** How often this quarter a seller has taken them already. */
  readonly takenThisQuarter: number
  /** Promises on what is still owed that were not kept. */
  readonly brokenPromises: number
}

export type TakingLimits = {
  readonly takesPerQuarter: number
  readonly notAfterBrokenPromises: number
}

/** Says why a person cannot take a customer over from finance, or null when they can. */
export function refusalOfTaking(personId: string, standing: TakingStanding, limits: TakingLimits) {
  if (standing.heldBy === 'seller') return 'already_with_seller'
  if (standing.heldBy === 'legal') return 'in_legal_lane'
  if (standing.ownerId !== personId) return 'not_their_seller'
  if (!standing.isOverdue) return 'nothing_overdue'
  if (standing.brokenPromises >= limits.notAfterBrokenPromises) return 'promises_broken'
  if (standing.takenThisQuarter >= limits.takesPerQuarter) return 'taken_too_often'
  return null
}

/** The last day on which the seller holds it: so many working days of the customer's place on. */
export function returnDayOf(
  today: Day,
  businessDays: number,
  isBusinessDay: (day: Day) => boolean,
): Day {
  let day = today
  for (let counted = 0; counted < businessDays;) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) counted += 1
  }
  return day
}

/** The first day of the calendar quarter that a day lies in. */
export function quarterOf(today: Day): Day {
  const [year, month] = today.split('-')
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  return dayOf(`${year}-${String(first).padStart(2, '0')}-01`)
}

/** Working days that the seller still has it, today's not counted; none once its last day is over. */
export function daysLeftOf(
  today: Day,
  returnsOn: Day,
  isBusinessDay: (day: Day) => boolean,
): number {
  let left = 0
  for (let day = addDays(today, 1); day <= returnsOn; day = addDays(day, 1)) {
    if (isBusinessDay(day)) left += 1
  }
  return left
}

export type LatestOffer = {
  readonly state: 'open' | 'taken' | 'declined' | 'lapsed' | 'overtaken'
  readonly offeredTo: string
  readonly until: Day
  readonly endedOn: Day | null
}

type Offering = {
  readonly ownerId: string | null
  readonly latest: LatestOffer | null
  readonly today: Day
  /** For so long after a no nobody asks again. */
  readonly pauseDays: number
}

/** Says why a seller cannot be asked whether they take a customer over, or null when they can. */
export function refusalOfOffering({ ownerId, latest, today, pauseDays }: Offering) {
  if (ownerId === null) return 'no_seller'
  if (latest?.offeredTo !== ownerId) return null
  if (isStanding(latest, today)) return 'already_offered'
  const { state, endedOn } = latest
  const isFresh = endedOn !== null && today < addDays(endedOn, pauseDays)
  return state === 'declined' && isFresh ? 'offer_declined' : null
}

/** Whether an offer may still be answered. */
export function isStanding({ state, until }: LatestOffer, today: Day): boolean {
  return state === 'open' && today <= until
}

/** Says why a person cannot say no to an offer, or null when they can. */
export function refusalOfDeclining(personId: string, latest: LatestOffer | null, today: Day) {
  if (!latest || !isStanding(latest, today)) return 'no_open_offer'
  return latest.offeredTo === personId ? null : 'not_their_seller'
}

/** Whether a seller is told now that their time is nearly over: from its last but one working day on. */
export function isAboutToRing(
  { takenOn, dayBefore }: { readonly takenOn: Day; readonly dayBefore: Day },
  today: Day,
): boolean {
  return today >= dayBefore && today > takenOn
}
