import { listPromises } from '#contract/collecting/desk/promises'

import type { ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'

export type Promised = ReplyOf<typeof listPromises>['rows'][number]

export const promiseTabs = ['open', 'broken', 'kept', 'all'] as const

export type PromiseTab = (typeof promiseTabs)[number]

export function promiseSearch(search: Readonly<Record<string, unknown>>): {
  readonly show?: PromiseTab
} {
  const show = promiseTabs.find((known) => known === search['show'])
  return show === undefined ? {} : { show }
}

export const promisesOf = (tab: PromiseTab) =>
  askingPages(listPromises, { query: { limit: 100, ...(tab === 'all' ? {} : { state: tab }) } })
