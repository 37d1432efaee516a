import { listAllocations, listOpenItems, listReceivables } from '#contract/ledger/receivables'
import type { Day } from '#kernel/day.ts'
import type { Money } from '#kernel/money.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'

/** A document or a payment behind a figure, with what of it the figure counts. */
export type Line = {
  readonly id: string
  readonly number: string
  readonly customer: { readonly id: string; readonly name: string }
  readonly on: Day
  readonly daysLate: number | null
  readonly amount: Money
}

type Query = Readonly<Record<string, string>>
const PAGE = 100

export function itemsBehind(query: Query) {
  return askingPages(listOpenItems, { query: { ...query, limit: PAGE } })
}

export function salesBehind(query: Query) {
  return askingPages(listReceivables, { query: { ...query, limit: PAGE } })
}

export function collectedBehind(query: Query) {
  return askingPages(listAllocations, { query: { ...query, limit: PAGE } })
}

type ItemRow = ReplyOf<typeof listOpenItems>['rows'][number]

export function lineOfItem({ id, number, customer, dueOn, ...item }: ItemRow): Line {
  const { openMinor, currency } = item
  const amount = { minor: openMinor, currency }
  // A credit is never late.
  return { id, number, customer, on: dueOn, daysLate: openMinor < 0 ? null : item.daysLate, amount }
}

type SaleRow = ReplyOf<typeof listReceivables>['rows'][number]

export function lineOfSale({ id, number, customer, issuedOn, total }: SaleRow): Line {
  return { id, number, customer, on: issuedOn, daysLate: null, amount: total }
}

type CollectedRow = ReplyOf<typeof listAllocations>['rows'][number]

export function lineOfCollected(row: CollectedRow): Line {
  const { id, number, customer, allocatedOn, daysLate, amount } = row
  return { id, number, customer, on: allocatedOn, daysLate, amount }
}
