import { DEPARTMENTS, DISPUTE_REASONS } from '#contract/collecting/desk'
import { listDisputes, RESOLUTIONS } from '#contract/collecting/desk/disputes'
import { type Day, isDay } from '#kernel/day.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'

export type Disputed = ReplyOf<typeof listDisputes>['rows'][number]

export const disputeTabs = ['open', 'resolved', 'all'] as const

export type DisputeTab = (typeof disputeTabs)[number]

/** Which disputes the page shows: its address says it all, and so can be shared. */
export type DisputeSearch = {
  readonly show?: DisputeTab
  readonly mine?: 'yes'
  readonly overdue?: 'yes'
  readonly department?: (typeof DEPARTMENTS)[number]
  readonly reason?: (typeof DISPUTE_REASONS)[number]
  readonly resolution?: (typeof RESOLUTIONS)[number]
  readonly currency?: string
  readonly from?: Day
  readonly to?: Day
  readonly seller?: string
}

const YES = ['yes'] as const

type Given = Readonly<Record<string, unknown>>

export function disputeSearch(search: Given): DisputeSearch {
  const { currency, from, to, seller } = search
  return {
    ...chosen('show', disputeTabs, search),
    ...chosen('mine', YES, search),
    ...chosen('overdue', YES, search),
    ...chosen('department', DEPARTMENTS, search),
    ...chosen('reason', DISPUTE_REASONS, search),
    ...chosen('resolution', RESOLUTIONS, search),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(typeof to === 'string' && isDay(to) ? { to } : {}),
    ...(typeof seller === 'string' && /^(none|[0-9a-f-]{36})$/.test(seller) ? { seller } : {}),
  }
}

function chosen<Name extends string, Value extends string>(
  name: Name,
  known: readonly Value[],
  search: Given,
): { readonly [Key in Name]?: Value } {
  const value = known.find((one) => one === search[name])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed name is a string to the compiler
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value })
}

export const disputesOf = ({ show = 'open', ...filter }: DisputeSearch) =>
  askingPages(listDisputes, {
    query: { limit: 100, ...filter, ...(show === 'all' ? {} : { state: show }) },
  })
