import {
  listCustomerFacets,
  listCustomers,
  readCustomer,
  totalCustomers,
} from '#contract/ledger/customers'

import type { ReplyOf } from '../../../api/call.ts'
import { asking, askingPages } from '../../../api/query.ts'
import { type CustomersSearch, filterOf, queryOf } from './search.ts'

export type CustomerRow = ReplyOf<typeof listCustomers>['rows'][number]
export type Customer = ReplyOf<typeof readCustomer>

export const customersOf = (search: CustomersSearch) =>
  askingPages(listCustomers, { query: queryOf(search) })

export const totalsOf = (search: CustomersSearch) =>
  asking(totalCustomers, { query: filterOf(search) })

export const facets = asking(listCustomerFacets, {})

export const customerOf = (customerId: string) => asking(readCustomer, { params: { customerId } })
