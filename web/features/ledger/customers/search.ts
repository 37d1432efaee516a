import { LANES, SEGMENTS } from '#contract/ledger'
import { CUSTOMER_SORTS, type listCustomers, type totalCustomers } from '#contract/ledger/customers'

import type { InputOf } from '../../../api/call.ts'

type Query = NonNullable<InputOf<typeof listCustomers>['query']>

/** The address of the customers' page: filters, order and columns. */
export type CustomersSearch = {
  readonly search?: string
  readonly owner?: string
  readonly collector?: string
  readonly entity?: string
  readonly currency?: string
  readonly country?: string
  readonly tag?: string
  readonly segment?: (typeof SEGMENTS)[number]
  readonly ball?: (typeof LANES)[number]
  readonly hold?: 'yes' | 'no'
  readonly vanished?: 'yes'
  readonly lateFrom?: number
  readonly owing?: 'owed' | 'overdue'
  readonly sort?: (typeof CUSTOMER_SORTS)[number]
  readonly columns?: string
}

const TEXTS = [
  'search',
  'owner',
  'collector',
  'entity',
  'currency',
  'country',
  'tag',
  'columns',
] as const
const CHOICES = {
  segment: SEGMENTS,
  ball: LANES,
  hold: ['yes', 'no'],
  vanished: ['yes'],
  owing: ['owed', 'overdue'],
  sort: CUSTOMER_SORTS,
} as const

/** What an address says, without what this page does not know. */
export function customersSearch(search: Readonly<Record<string, unknown>>): CustomersSearch {
  const texts = TEXTS.flatMap((name) => {
    const value = search[name]
    const isText = typeof value === 'string' || typeof value === 'number'
    return isText && value !== '' ? [[name, String(value)] as const] : []
  })
  const choices = Object.entries(CHOICES).flatMap(([name, values]) => {
    const value = (values as readonly unknown[]).find((known) => known === search[name])
    return value === undefined ? [] : [[name, value] as const]
  })
  const lateFrom = Number(search['lateFrom'])
  const late = Number.isInteger(lateFrom) && lateFrom > 0 ? [['lateFrom', lateFrom] as const] : []
  return Object.fromEntries([...texts, ...choices, ...late])
}

/** The filters alone, as the server takes them. */
export function filterOf(
  search: CustomersSearch,
): NonNullable<InputOf<typeof totalCustomers>['query']> {
  return without(search, 'columns', 'sort')
}

export function queryOf(search: CustomersSearch): Query {
  return { ...filterOf(search), sort: search.sort ?? 'overdue', limit: 100 }
}

/** An address without one of its parts. */
export function without(
  search: CustomersSearch,
  ...keys: (keyof CustomersSearch)[]
): CustomersSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([key]) => !keys.some((gone) => gone === key)),
  )
}

/** The same address, whatever the order of its parts: to know which view is shown. */
export function canonical(search: CustomersSearch): string {
  return new URLSearchParams(
    Object.entries(search)
      .map(([key, value]): [string, string] => [key, String(value)])
      .toSorted(([a], [b]) => a.localeCompare(b)),
  ).toString()
}

export function parsed(address: string): CustomersSearch {
  return customersSearch(Object.fromEntries(new URLSearchParams(address)))
}
