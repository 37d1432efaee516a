import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import type { Lane } from '../../playbooks/rules/content.ts'
import type { CustomerFacts, FreshnessFact, GatePolicy } from './facts.ts'
import { amountValues, reason, type Reason } from './reasons.ts'

/** Why the figures of a company cannot be relied on today. */
export function freshnessReasons(freshness: FreshnessFact | null, policy: GatePolicy): Reason[] {
  if (freshness === null) return []
  const { ledgerSyncedAt, paymentsConsideredUntil } = freshness
  const reasons: Reason[] = []
  if (ledgerSyncedAt === null) {
    reasons.push(reason('ledger_never_synced'))
  } else if (!freshness.isLedgerFresh) {
    reasons.push(reason('ledger_stale', { since: ledgerSyncedAt, hours: policy.ledgerFreshHours }))
  }
  if (paymentsConsideredUntil !== null && !freshness.arePaymentsFresh) {
    const days = policy.bankFreshBusinessDays
    reasons.push(reason('bank_stale', { until: paymentsConsideredUntil, days }))
  }
  return reasons
}

/** Why nothing at all may be done about a customer today, by whatever way. */
export function standstillReasons(facts: CustomerFacts, lane: Lane, day: Day): Reason[] {
  const { ball, holds, unmatchedCash } = facts
  const reasons: Reason[] = []
  const hold = holds.find(({ receivableId }) => receivableId === null)
  if (hold) reasons.push(reason('customer_on_hold', { until: hold.endsOn, why: hold.reason }))
  if (ball?.lane === 'seller' && day <= ball.returnsOn) {
    reasons.push(reason('ball_with_seller', { until: ball.returnsOn }))
  }
  if (ball?.lane === 'legal' && lane !== 'legal') reasons.push(reason('ball_with_legal'))
  for (const { currency, minor } of unmatchedCash) {
    reasons.push(reason('unmatched_cash', amountValues(currency, minor)))
  }
  // They say that they have paid, and finance is looking for it.
  if (facts.openTasks.some(({ kind }) => kind === 'cash_search')) {
    reasons.push(reason('cash_search_open'))
  }
  if (facts.openTasks.some(({ kind }) => kind === 'decision')) reasons.push(reason('decision_open'))
  if (facts.pendingMessages.includes('unknown')) reasons.push(reason('message_unknown'))
  if (facts.pendingMessages.includes('in_flight')) reasons.push(reason('message_in_flight'))
  return reasons
}

/** Why we do not get in touch with a customer today. */
export function silenceReasons(
  facts: CustomerFacts,
  policy: GatePolicy,
  gapDays: number,
  day: Day,
): Reason[] {
  const reasons: Reason[] = []
  if (!facts.isBusinessDay) reasons.push(reason('not_a_business_day', { country: facts.country }))
  const waiting = facts.waitingReplies
    .map(({ receivedOn }) => receivedOn)
    .filter((receivedOn) => daysBetween(receivedOn, day) < policy.replyPauseDays)
  const [oldest] = waiting.toSorted()
  if (oldest) reasons.push(reason('reply_waiting', { since: oldest, replies: waiting.length }))
  if (facts.hasMeetingToday) reasons.push(reason('meeting_today'))
  const { lastContactOn } = facts
  if (lastContactOn !== null && daysBetween(lastContactOn, day) < gapDays) {
    const until = addDays(lastContactOn, gapDays)
    reasons.push(reason('minimum_gap', { last: lastContactOn, days: gapDays, until }))
  }
  return reasons
}
