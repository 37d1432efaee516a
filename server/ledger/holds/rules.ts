import { addDays, type Day } from '../../kernel/day.ts'

export type HoldDays = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly isApproved: boolean
  readonly liftedOn: Day | null
}

/** Whether a hold is longer than one person may decide. */
export function needsApproval(
  { startsOn, endsOn }: Pick<HoldDays, 'startsOn' | 'endsOn'>,
  daysWithoutApproval: number,
): boolean {
  return endsOn > lastDayWithout(startsOn, daysWithoutApproval)
}

/** A hold of one day starts and ends on the same day. */
function lastDayWithout(startsOn: Day, daysWithoutApproval: number): Day {
  return addDays(startsOn, daysWithoutApproval - 1)
}

/**
 * The last day that a hold holds as things are. One that waits for approval holds for the days that
 * need none, so that nobody is written to before a second person has looked.
 */
export function holdsUntil(hold: HoldDays, daysWithoutApproval: number): Day {
  const limit = hold.isApproved ? hold.endsOn : lastDayWithout(hold.startsOn, daysWithoutApproval)
  const end = limit < hold.endsOn ? limit : hold.endsOn
  if (hold.liftedOn === null) return end
  const lifted = addDays(hold.liftedOn, -1)
  return lifted < end ? lifted : end
}

/** Whether nothing is sent on a day because of this hold. */
export function isInForce(hold: HoldDays, daysWithoutApproval: number, on: Day): boolean {
  return hold.startsOn <= on && on <= holdsUntil(hold, daysWithoutApproval)
}

type HoldState = 'planned' | 'waiting' | 'in_force' | 'ended' | 'lifted'

export function stateOf(hold: HoldDays, daysWithoutApproval: number, today: Day): HoldState {
  if (hold.liftedOn !== null) return 'lifted'
  if (hold.endsOn < today) return 'ended'
  if (!hold.isApproved && needsApproval(hold, daysWithoutApproval)) return 'waiting'
  return hold.startsOn > today ? 'planned' : 'in_force'
}

/** Says why a hold cannot be placed, or null when it can. */
export function refusalOfPlacing({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, today: Day) {
  if (endsOn < startsOn) return 'hold_ends_before_start'
  if (endsOn < today) return 'hold_ends_in_past'
  if (startsOn < today) return 'hold_starts_in_past'
  return null
}

/** Says why somebody cannot approve a hold, or null when they can. */
export function refusalOfApproval(
  hold: HoldDays & { readonly createdBy: string | null },
  approver: string | null,
  { daysWithoutApproval, today }: { daysWithoutApproval: number; today: Day },
) {
  if (hold.liftedOn !== null) return 'hold_already_lifted'
  if (hold.endsOn < today) return 'hold_already_ended'
  if (hold.isApproved) return 'hold_already_approved'
  if (!needsApproval(hold, daysWithoutApproval)) return 'hold_needs_no_approval'
  if (approver === null || approver === hold.createdBy) return 'hold_needs_another_approver'
  return null
}

/** Says why a hold cannot be lifted today, or null when it can. */
export function refusalOfLifting(hold: HoldDays, today: Day) {
  if (hold.liftedOn !== null) return 'hold_already_lifted'
  if (hold.endsOn < today) return 'hold_already_ended'
  return null
}
