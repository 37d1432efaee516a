import { listPlans } from '#contract/collecting/desk/plans'

import { askingPages } from '../../../api/query.ts'

export const planTabs = [
  'agreed',
  'awaiting_approval',
  'broken',
  'accelerated',
  'kept',
  'all',
] as const
export type PlanTab = (typeof planTabs)[number]

export function planSearch(search: Readonly<Record<string, unknown>>): { readonly show?: PlanTab } {
  const show = planTabs.find((known) => known === search['show'])
  return show === undefined ? {} : { show }
}

export const plansOfTab = (tab: PlanTab) =>
  askingPages(listPlans, { query: { limit: 50, ...(tab === 'all' ? {} : { state: tab }) } })
