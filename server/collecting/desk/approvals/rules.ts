import type { Instant } from '../../../kernel/day.ts'
import { mayDecide, type Approver } from '../mandates/rules.ts'

/** A request that nobody answers for so long runs out. */
export const APPROVAL_SECONDS = 7 * 86_400

export type Request = {
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'expired'
  readonly askedBy: string
  readonly approver: Approver
  readonly expiresAt: Instant
}

type Decider = { readonly personId: string; readonly roles: readonly string[] }

/** Says why a person cannot decide a request now, or null when they can. Nobody decides their own. */
export function refusalOfDeciding(request: Request, by: Decider, now: Instant) {
  if (request.askedBy === by.personId) return 'own_request'
  if (!mayDecide(by.roles, request.approver)) return 'needs_credit_manager'
  if (request.state !== 'asked') return 'already_decided'
  return now > request.expiresAt ? 'request_expired' : null
}
