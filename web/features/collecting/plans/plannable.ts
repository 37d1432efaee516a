import { useQuery } from '@tanstack/react-query'

import { listPlans } from '#contract/collecting/desk/plans'
import type { Day } from '#kernel/day.ts'

import { asking } from '../../../api/query.ts'
import { openItemsOf } from '../desk/subject.ts'

export const plansOf = (customerId: string) =>
  asking(listPlans, { query: { customer: customerId, limit: 100 } })

export type Plannable = {
  readonly openItemId: string
  readonly number: string
  readonly dueOn: Day
  /** What of it can go into a plan: what is disputed stays out. */
  readonly minor: number
  readonly disputedMinor: number
  readonly isLate: boolean
  readonly isInPlan: boolean
}

/** The open invoices of a customer in a currency that could go into a plan, once they are known. */
export function usePlannable(
  customerId: string,
  { currency, exceptPlanId }: { currency: string; exceptPlanId?: string | undefined },
) {
  const items = useQuery(openItemsOf(customerId)).data?.rows
  const plans = useQuery(plansOf(customerId)).data?.rows
  if (!items || !plans) return undefined
  const taken = new Set(
    plans
      .filter(({ id }) => id !== exceptPlanId)
      .filter(({ state }) => state === 'agreed' || state === 'awaiting_approval')
      .flatMap((plan) => plan.items.map(({ openItemId }) => openItemId)),
  )
  return items
    .filter((item) => item.currency === currency && item.openMinor > item.disputedMinor)
    .map((item) => ({
      openItemId: item.id,
      number:
        item.instalments > 1
          ? `${item.number} (${item.sequence}/${item.instalments})`
          : item.number,
      dueOn: item.dueOn,
      minor: item.openMinor - item.disputedMinor,
      disputedMinor: item.disputedMinor,
      isLate: item.daysLate > 0,
      isInPlan: taken.has(item.id),
    }))
}
