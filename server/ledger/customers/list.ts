import type * as z from 'zod'

import { policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { openBooks } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { pageFrom, partsOf } from '../paging.ts'
import { personRef, shownTotals, sumTotals } from '../totals.ts'
import type { listCustomers, searchEverything, totalCustomers } from './contract.ts'
import { daysLateOf } from './rules.ts'
import { selectSearchTerms, type CustomerFilter } from './store/filter.ts'
import { selectCustomers, selectTotals, type CustomerRow, type CustomerSort } from './store/list.ts'
import { searchCustomers, searchReceivables } from './store/search.ts'

export type FilterQuery = z.output<typeof totalCustomers.schema.querystring>
type ListQuery = z.output<typeof listCustomers.schema.querystring>

/** The filter as the store takes it: the actor's scope, policy and search words put in. */
export async function filterOf(
  tx: Transaction,
  doing: Doing,
  { search, ...query }: FilterQuery,
): Promise<CustomerFilter> {
  const { organisationId, owners } = doing
  const { holdDaysWithoutApproval } = await policyOf(tx, organisationId)
  const terms = search?.trim() ? await selectSearchTerms(tx, search) : undefined
  return { ...query, organisationId, owners, search: terms, holdDaysWithoutApproval }
}

const CURSORS = {
  name: ['text', 'id'],
  number: ['text', 'id'],
  owed: ['integer', 'id'],
  overdue: ['integer', 'id'],
  oldest: ['dayOrLast', 'id'],
} as const satisfies Record<CustomerSort, readonly ['text' | 'integer' | 'dayOrLast', 'id']>

/** A page of the customers that a filter finds. */
export async function readCustomers(tx: Transaction, doing: Doing, query: ListQuery) {
  await openBooks(tx, doing.organisationId, doing.at)
  const { cursor, limit, sort, ...rest } = query
  const filter = await filterOf(tx, doing, rest)
  const after = partsOf(cursor, CURSORS[sort])
  const rows = await selectCustomers(tx, { filter, sort, after, limit })
  const page = pageFrom(rows, limit, ({ sortKey, id }) => [sortKey, id])
  return { rows: page.rows.map(shownRow), next: page.next }
}

function shownRow(row: CustomerRow) {
  const { ownerId, ownerName, collectorId, collectorName, balances, today, ...shown } = row
  return {
    ...shown,
    owner: personRef(ownerId, ownerName),
    collector: personRef(collectorId, collectorName),
    totals: shownTotals(balances),
    daysLate: daysLateOf(row.oldestDueOn, today),
    ball: row.ball ?? ('finance' as const),
  }
}

/** How many customers a filter finds and what they owe. */
export async function totalOfCustomers(tx: Transaction, doing: Doing, query: FilterQuery) {
  await openBooks(tx, doing.organisationId, doing.at)
  const filter = await filterOf(tx, doing, query)
  const { customers, balances } = await selectTotals(tx, filter)
  return { customers, totals: sumTotals(balances) }
}

type SearchQuery = z.output<typeof searchEverything.schema.querystring>

/** Customers and documents for the palette. */
export async function searchLedger(tx: Transaction, doing: Doing, { text, limit }: SearchQuery) {
  const terms = await selectSearchTerms(tx, text)
  const { organisationId, owners } = doing
  const search = { organisationId, owners, terms, limit }
  const receivables = await searchReceivables(tx, search)
  return {
    customers: await searchCustomers(tx, search),
    receivables: receivables.map(({ id, number, kind, issuedOn, ...row }) => ({
      id,
      number,
      kind,
      issuedOn,
      total: { minor: row.totalMinor, currency: row.currency },
      customer: { id: row.customerId, number: row.customerNumber, name: row.customerName },
    })),
  }
}
