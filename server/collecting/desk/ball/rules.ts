import { addDays, type Day } from '../../../kernel/day.ts'

/** How long a seller holds the ball before it returns by itself. */
export const BALL_BUSINESS_DAYS = 5

export type BallStanding = {
  readonly ownerId: string | null
  readonly heldBy: 'seller' | 'legal' | null
}

/** Says why a customer cannot be handed to their seller, or null when they can. */
export function refusalOf({ ownerId, heldBy }: BallStanding) {
  if (heldBy === 'seller') return 'already_with_seller'
  if (heldBy === 'legal') return 'in_legal_lane'
  return ownerId === null ? 'no_seller' : null
}

/** The day on which the ball returns: that many working days of the customer's place on. */
export function returnDayOf(today: Day, isBusinessDay: (day: Day) => boolean): Day {
  let day = today
  for (let counted = 0; counted < BALL_BUSINESS_DAYS;) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) counted += 1
  }
  return day
}
