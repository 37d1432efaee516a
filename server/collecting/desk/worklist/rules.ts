import { daysBetween, weekdayOf, type Day } from '../../../kernel/day.ts'

/**
 * Share of an overdue amount that is likely lost, by days late: a provision matrix of the kind that
 * IFRS 9 (B5.5.35) allows for trade receivables. For ranking only; nothing is booked from it.
 */
const LOSS_SHARES: readonly (readonly [fromDaysLate: number, share: number])[] = [
  [121, 0.4],
  [91, 0.2],
  [61, 0.1],
  [31, 0.05],
  [1, 0.02],
]

const FIRST_WEEK_DAYS = 7
const LONG_OVERDUE_DAYS = 90
const REMINDED_RECENTLY_DAYS = 3

export type OverdueItem = { readonly daysLate: number; readonly reportingMinor: number }

/** What is known of a customer when their row is scored. Amounts in the reporting currency. */
export type DeskFacts = {
  readonly segment: 'commercial' | 'consumer'
  readonly overdue: readonly OverdueItem[]
  readonly isLargest: boolean
  readonly brokenPromiseOn: Day | null
  readonly promiseDueOn: Day | null
  readonly replyWaitingSince: Day | null
  readonly taskDueOn: Day | null
  readonly hasDecisionNeeded: boolean
  readonly hasUnknownMessage: boolean
  readonly disputeToRevisitOn: Day | null
  readonly disputeDeadlineOn: Day | null
  readonly sellerReturnsOn: Day | null
  readonly lastMessageOn: Day | null
  readonly hasContact: boolean
}

export type Reason = {
  readonly code:
    | 'largest'
    | 'first_week'
    | 'promise_broken'
    | 'promise_due_today'
    | 'reply_waiting'
    | 'task_due'
    | 'decision_needed'
    | 'unknown_message'
    | 'dispute_to_revisit'
    | 'dispute_overdue'
    | 'ball_returns'
    | 'monday_commercial'
    | 'late_week_consumer'
    | 'long_overdue'
    | 'overdue'
    | 'no_contact'
    | 'reminded_recently'
  readonly values: Readonly<Record<string, string | number>>
}

export type Scored = {
  readonly score: number
  /** Minor units of the reporting currency. */
  readonly atRisk: number
  readonly urgency: number
  readonly chance: number
  readonly reasons: readonly Reason[]
}

type Factor = { readonly reason: Reason; readonly urgency?: number; readonly chance?: number }

/**
 * Scores a customer for a day: money at risk × urgency × chance that acting helps. A row without
 * money at risk but with a reason to act counts as one unit of risk, so that it is never hidden.
 */
export function scoreOf(facts: DeskFacts, today: Day): Scored {
  const factors = factorsOf(facts, today)
  const urgency = factors.reduce((product, factor) => product * (factor.urgency ?? 1), 1)
  const chance = factors.reduce(
    (product, factor) => product * (factor.chance ?? 1),
    baseChanceOf(facts.overdue),
  )
  const atRisk = Math.round(
    facts.overdue.reduce((sum, item) => sum + item.reportingMinor * lossShareOf(item.daysLate), 0),
  )
  return {
    score: Math.max(atRisk, 1) * urgency * Math.min(chance, 1),
    atRisk,
    urgency: rounded(urgency),
    chance: rounded(Math.min(chance, 1)),
    reasons: reasonsOf(factors, facts),
  }
}

/** Nobody is on the list without a reason: where nothing else speaks for them, the money does. */
function reasonsOf(factors: readonly Factor[], { overdue }: DeskFacts): Reason[] {
  const reasons = factors.map(({ reason }) => reason)
  if (overdue.length === 0 || reasons.length > 0) return reasons
  return [
    { code: 'overdue', values: { days: Math.max(...overdue.map(({ daysLate }) => daysLate)) } },
  ]
}

/** The share of an amount at risk once it is this many days late; nothing is at risk before. */
export function lossShareOf(daysLate: number): number {
  return LOSS_SHARES.find(([from]) => daysLate >= from)?.[1] ?? 0
}

function baseChanceOf(overdue: readonly OverdueItem[]): number {
  const oldest = Math.max(0, ...overdue.map(({ daysLate }) => daysLate))
  if (oldest <= FIRST_WEEK_DAYS) return 0.8
  if (oldest <= LONG_OVERDUE_DAYS) return 0.6
  return 0.4
}

function factorsOf(facts: DeskFacts, today: Day): Factor[] {
  return [...saidFactors(facts, today), ...workFactors(facts, today), ...habitFactors(facts, today)]
}

function saidFactors(facts: DeskFacts, today: Day): Factor[] {
  const { brokenPromiseOn, promiseDueOn, replyWaitingSince } = facts
  const factors: Factor[] = []
  if (brokenPromiseOn) {
    const days = daysBetween(brokenPromiseOn, today)
    factors.push({ reason: { code: 'promise_broken', values: { days } }, urgency: 2 })
  }
  if (promiseDueOn === today) {
    factors.push({ reason: { code: 'promise_due_today', values: {} }, urgency: 1.5 })
  }
  if (replyWaitingSince) {
    const days = daysBetween(replyWaitingSince, today)
    factors.push({ reason: { code: 'reply_waiting', values: { days } }, urgency: 2 })
  }
  return factors
}

function workFactors(facts: DeskFacts, today: Day): Factor[] {
  const factors: Factor[] = []
  if (facts.hasUnknownMessage) {
    factors.push({ reason: { code: 'unknown_message', values: {} }, urgency: 2 })
  }
  if (facts.hasDecisionNeeded) {
    factors.push({ reason: { code: 'decision_needed', values: {} }, urgency: 1.5 })
  }
  if (facts.taskDueOn && facts.taskDueOn <= today) {
    const days = daysBetween(facts.taskDueOn, today)
    factors.push({ reason: { code: 'task_due', values: { days } }, urgency: 1.4 })
  }
  if (facts.disputeToRevisitOn && facts.disputeToRevisitOn <= today) {
    factors.push({ reason: { code: 'dispute_to_revisit', values: {} }, urgency: 1.3 })
  }
  if (facts.disputeDeadlineOn && facts.disputeDeadlineOn < today) {
    const days = daysBetween(facts.disputeDeadlineOn, today)
    factors.push({ reason: { code: 'dispute_overdue', values: { days } }, urgency: 1.5 })
  }
  if (facts.sellerReturnsOn) {
    const days = daysBetween(today, facts.sellerReturnsOn)
    factors.push({ reason: { code: 'ball_returns', values: { days } }, chance: 0.2 })
  }
  return factors
}

function habitFactors(facts: DeskFacts, today: Day): Factor[] {
  const oldest = Math.max(0, ...facts.overdue.map(({ daysLate }) => daysLate))
  const isOverdue = oldest > 0
  const weekday = weekdayOf(today)
  const factors: Factor[] = []
  if (facts.isLargest && isOverdue) {
    factors.push({ reason: { code: 'largest', values: {} }, urgency: 1.2 })
  }
  if (isOverdue && oldest <= FIRST_WEEK_DAYS) {
    factors.push({ reason: { code: 'first_week', values: { days: oldest } }, urgency: 1.5 })
  }
  if (oldest > LONG_OVERDUE_DAYS) {
    factors.push({ reason: { code: 'long_overdue', values: { days: oldest } } })
  }
  if (isOverdue && facts.segment === 'commercial' && weekday === 1) {
    factors.push({ reason: { code: 'monday_commercial', values: {} }, chance: 1.15 })
  }
  if (isOverdue && facts.segment === 'consumer' && weekday >= 4 && weekday <= 6) {
    factors.push({ reason: { code: 'late_week_consumer', values: {} }, chance: 1.15 })
  }
  if (isOverdue && !facts.hasContact) {
    factors.push({ reason: { code: 'no_contact', values: {} }, urgency: 1.1 })
  }
  const sinceMessage = facts.lastMessageOn ? daysBetween(facts.lastMessageOn, today) : null
  if (sinceMessage !== null && sinceMessage <= REMINDED_RECENTLY_DAYS) {
    factors.push({
      reason: { code: 'reminded_recently', values: { days: sinceMessage } },
      chance: 0.5,
    })
  }
  return factors
}

function rounded(factor: number): number {
  return Math.round(factor * 100) / 100
}

/** Reasons that tell something of a row but are none to act. */
const PASSIVE: ReadonlySet<Reason['code']> = new Set([
  'ball_returns',
  'reminded_recently',
  'no_contact',
])

/** Whether a customer belongs on the worklist at all: something is overdue, or somebody waits. */
export function belongsOnWorklist(facts: DeskFacts, today: Day): boolean {
  const hasReason = factorsOf(facts, today).some(({ reason }) => !PASSIVE.has(reason.code))
  return facts.overdue.length > 0 || hasReason
}
