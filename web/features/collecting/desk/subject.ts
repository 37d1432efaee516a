import { useQuery } from '@tanstack/react-query'

import { readBrief } from '#contract/collecting/desk/brief'
import { listCustomerItems } from '#contract/ledger/receivables'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Brief = ReplyOf<typeof readBrief>

export const briefOf = (customerId: string) => asking(readBrief, { params: { customerId } })

export function useBrief(customerId: string | null): Brief | undefined {
  const { data } = useQuery({ ...briefOf(customerId ?? ''), enabled: customerId !== null })
  return data
}

/** The customer that the desk's actions are about. */
export type Subject = { readonly customerId: string; readonly name: string }

const MOST_ITEMS = 200

export type OpenItem = ReplyOf<typeof listCustomerItems>['rows'][number]

export const openItemsOf = (customerId: string) =>
  asking(listCustomerItems, { params: { customerId }, query: { state: 'open', limit: MOST_ITEMS } })
