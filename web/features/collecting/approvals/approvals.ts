import { useQuery } from '@tanstack/react-query'

import { listApprovals } from '#contract/collecting/desk/approvals'

import type { ReplyOf } from '../../../api/call.ts'
import { asking, askingPages } from '../../../api/query.ts'
import { may, useMember } from '../../../api/session.ts'

export type Approval = ReplyOf<typeof listApprovals>['rows'][number]

export const approvalTabs = ['waiting', 'mine', 'all'] as const
export type ApprovalTab = (typeof approvalTabs)[number]

export type ApprovalSearch = { readonly show?: ApprovalTab }

export function approvalSearch(search: Readonly<Record<string, unknown>>): ApprovalSearch {
  const show = approvalTabs.find((known) => known === search['show'])
  return show === undefined ? {} : { show }
}

const OF_TAB = { waiting: { state: 'asked' }, mine: { mine: 'true' }, all: {} } as const

export const approvalsOf = (tab: ApprovalTab) =>
  askingPages(listApprovals, { query: { limit: 50, ...OF_TAB[tab] } })

export const approvalsOfCustomer = (customerId: string) =>
  asking(listApprovals, { query: { customer: customerId, limit: 100 } })

const waiting = asking(listApprovals, { query: { state: 'asked', limit: 100 } })
const LOOK_AGAIN_MILLISECONDS = 60_000

/** What waits for this person to decide it; nothing for those who decide nothing. */
export function useToDecide(): readonly Approval[] {
  const isAllowed = may(useMember(), 'approvals.decide')
  const { data } = useQuery({
    ...waiting,
    enabled: isAllowed,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  })
  return (data?.rows ?? []).filter(({ mayDecide }) => mayDecide)
}
