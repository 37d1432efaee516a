import type { Day } from '../../../kernel/day.ts'
import { neededOf } from '../commitments/rules.ts'

export type PlanItem = { readonly openItemId: string; readonly minor: number }
export type Instalment = { readonly dueOn: Day; readonly minor: number }

export type PlanOffer = {
  readonly currency: string
  readonly items: readonly PlanItem[]
  readonly instalments: readonly Instalment[]
}

/** What is open on an item, and what of it cannot go into a further plan. */
export type PlannableItem = {
  readonly openItemId: string
  readonly currency: string
  readonly openMinor: number
  readonly disputedMinor: number
  readonly isInPlan: boolean
}

/** Longer than this is a loan, which others are licensed to give. */
const MOST_INSTALMENTS = 60

/** Says why a plan cannot be made, or null when it can. */
export function refusalOf(
  { currency, items, instalments }: PlanOffer,
  open: readonly PlannableItem[],
  today: Day,
) {
  if (items.length === 0 || instalments.length === 0) return 'plan_of_nothing'
  if (instalments.length > MOST_INSTALMENTS) return 'too_many_instalments'
  const known = new Map(open.map((item) => [item.openItemId, item]))
  if (new Set(items.map(({ openItemId }) => openItemId)).size < items.length) return 'item_twice'
  for (const { openItemId, minor } of items) {
    const item = known.get(openItemId)
    if (!item) return 'nothing_open'
    if (item.currency !== currency) return 'wrong_currency'
    if (item.isInPlan) return 'already_in_plan'
    if (minor > item.openMinor - item.disputedMinor) return 'more_than_owed'
  }
  if (sumOf(items) !== sumOf(instalments)) return 'instalments_do_not_add_up'
  const days = instalments.map(({ dueOn }) => dueOn)
  if (days.some((dueOn) => dueOn < today)) return 'instalment_in_the_past'
  const isRising = days.every((dueOn, at) => at === 0 || dueOn > (days[at - 1] ?? dueOn))
  return isRising ? null : 'instalments_out_of_order'
}

export function sumOf(parts: readonly { readonly minor: number }[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}

/** The first payment as a share of the whole, in per cent rounded down. */
export function firstPaymentPercentOf(instalments: readonly Instalment[]): number {
  return Math.floor(((instalments[0]?.minor ?? 0) * 100) / sumOf(instalments))
}

export type PlanState =
  | 'proposed'
  | 'awaiting_approval'
  | 'agreed'
  | 'kept'
  | 'broken'
  | 'accelerated'
  | 'replaced'
  | 'withdrawn'
  | 'refused'

/** What may become of a plan. Kept and broken are judged by the clock, all else is somebody's word. */
const MOVES: Readonly<Record<PlanState, readonly PlanState[]>> = {
  proposed: [],
  awaiting_approval: ['agreed', 'refused', 'withdrawn'],
  agreed: ['kept', 'broken', 'replaced', 'withdrawn'],
  // Money that went back.
  kept: ['agreed', 'broken'],
  broken: ['accelerated', 'replaced'],
  accelerated: ['replaced'],
  replaced: [],
  withdrawn: [],
  refused: [],
}

/** The states from which a plan may come to be in another. */
export function statesBefore(to: PlanState): PlanState[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the table
  const moves = Object.entries(MOVES) as [PlanState, readonly PlanState[]][]
  return moves.flatMap(([from, states]) => (states.includes(to) ? [from] : []))
}

export type InDefault = {
  readonly state: PlanState
  readonly accelerates: boolean
  /** Instalments whose last day is over, and all of them. */
  readonly dueMinor: number
  readonly totalMinor: number
  /** What came for it in all, and what is still open of what it covers. */
  readonly receivedMinor: number
  readonly openMinor: number
}

/** Says why the rest of a plan cannot be made due, or null when it can. */
export function refusalOfAcceleration(plan: InDefault) {
  if (!statesBefore('accelerated').includes(plan.state)) return 'plan_not_broken'
  if (!plan.accelerates) return 'plan_without_acceleration'
  if (plan.openMinor <= 0) return 'nothing_open'
  if (plan.dueMinor >= plan.totalMinor) return 'whole_due_already'
  return plan.receivedMinor >= neededOf(plan.dueMinor) ? 'instalment_came_meanwhile' : null
}

type Replaceable = {
  readonly state: PlanState
  readonly currency: string
  /** Whether another one in its place waits for approval. */
  readonly isBeingReplaced: boolean
}

/** Says why another plan cannot take the place of one, or null when it can. */
export function refusalOfReplacing(plan: Replaceable, offer: { readonly currency: string }) {
  if (!statesBefore('replaced').includes(plan.state)) return 'plan_not_open'
  if (plan.isBeingReplaced) return 'replacement_waits'
  return plan.currency === offer.currency ? null : 'wrong_currency'
}
