import { addDays, type Day } from '../../../kernel/day.ts'

const LATEST_REVISIT_DAYS = 366

export type Disputable = {
  readonly openMinor: number
  readonly disputedMinor: number
}

type Claim = { readonly amountMinor: number | null; readonly revisitOn: Day | null }

/** Says why a claim cannot be noted as a dispute, or null when it can. */
export function refusalOf(claim: Claim, { openMinor, disputedMinor }: Disputable, today: Day) {
  if (openMinor <= 0) return 'nothing_open'
  const left = openMinor - disputedMinor
  if (left <= 0) return 'already_disputed'
  if (claim.amountMinor !== null && claim.amountMinor > left) return 'disputes_more_than_open'
  if (claim.revisitOn !== null && claim.revisitOn < today) return 'revisit_in_the_past'
  if (claim.revisitOn !== null && claim.revisitOn > addDays(today, LATEST_REVISIT_DAYS)) {
    return 'revisit_too_late'
  }
  return null
}
