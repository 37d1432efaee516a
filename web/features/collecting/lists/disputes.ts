import { listDisputes } from '#contract/collecting/desk/disputes'

import type { ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'

export type Disputed = ReplyOf<typeof listDisputes>['rows'][number]

export const disputeTabs = ['open', 'resolved', 'all'] as const

export type DisputeTab = (typeof disputeTabs)[number]

export function disputeSearch(search: Readonly<Record<string, unknown>>): {
  readonly show?: DisputeTab
} {
  const show = disputeTabs.find((known) => known === search['show'])
  return show === undefined ? {} : { show }
}

export const disputesOf = (tab: DisputeTab) =>
  askingPages(listDisputes, { query: { limit: 100, ...(tab === 'all' ? {} : { state: tab }) } })
