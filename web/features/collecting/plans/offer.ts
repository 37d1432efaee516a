import type { proposePlan } from '#contract/collecting/desk/plans'
import type { Day } from '#kernel/day.ts'
import { dayAfter, EVEN_RHYTHMS, type Instalment, type Rhythm } from '#kernel/instalments.ts'

import type { InputOf } from '../../../api/call.ts'

type Sent = InputOf<typeof proposePlan>['body']

/** A plan as it is put together, before anybody agreed to it. */
export type PlanOffer = Omit<Sent, 'instalments'> & { readonly instalments: Instalment[] }
export type PlanItem = PlanOffer['items'][number]

/** Longer than this is a loan; the server refuses it, too. */
export const MOST_INSTALMENTS = 60

export function emptyPlan(currency: string): PlanOffer {
  return { currency, items: [], instalments: [], accelerates: true, remindsDaysBefore: 3 }
}

export function sumOf(parts: readonly { readonly minor: number }[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}

/** One instalment changed by hand; the last one takes what is left of the whole. */
export function changed(
  instalments: readonly Instalment[],
  at: number,
  part: Partial<Instalment>,
): Instalment[] {
  const total = sumOf(instalments)
  const next = instalments.map((one, index) => (index === at ? { ...one, ...part } : one))
  const last = next.length - 1
  const rest = total - sumOf(next.slice(0, last))
  return next.map((one, index) => (index === last ? { ...one, minor: rest } : one))
}

/** The rhythm in which instalments follow, as far as one is kept. */
export function rhythmOf(instalments: readonly Instalment[]): Rhythm {
  const [first] = instalments
  if (!first || instalments.length < 2) return 'month'
  const keeps = (rhythm: Rhythm) =>
    instalments.every(({ dueOn }, at) => dueOn === dayAfter(first.dueOn, rhythm, at))
  return EVEN_RHYTHMS.find(keeps) ?? 'own'
}

export type PlanProblem = 'items' | 'amounts' | 'order' | 'past'

/** What keeps an offer from being sent, or null when nothing does. */
export function problemOf({ items, instalments }: PlanOffer, today: Day): PlanProblem | null {
  if (items.length === 0) return 'items'
  if (instalments.some(({ minor }) => minor <= 0)) return 'amounts'
  if (instalments.some(({ dueOn }) => dueOn < today)) return 'past'
  const isRising = instalments.every(
    ({ dueOn }, at) => at === 0 || dueOn > (instalments[at - 1]?.dueOn ?? dueOn),
  )
  return isRising ? null : 'order'
}
