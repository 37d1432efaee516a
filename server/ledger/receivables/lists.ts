import type * as z from 'zod'

import { policyOf, type Policy } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { daysBetween } from '../../kernel/day.ts'
import { daysAskedFor, openBooks, seeCustomer } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { missingKinds } from '../evidence/rules.ts'
import { pageFrom, partsOf } from '../paging.ts'
import type * as contract from './contract.ts'
import { disputedParts, lateInBucket } from './rules.ts'
import * as documents from './store/documents.ts'
import * as items from './store/items.ts'

type Asked = Omit<
  items.ItemFilter,
  'organisationId' | 'owners' | 'when' | 'holdDaysWithoutApproval' | 'late' | 'sign'
> & {
  readonly asOf?: Parameters<typeof daysAskedFor>[1]
  readonly bucket?: 'owed' | 'not_due' | 'overdue' | 'credit' | number | undefined
}

/** The filter as the store takes it: the actor's scope, the day and policy put in. */
export async function itemFilterOf(
  tx: Transaction,
  doing: Doing,
  { asOf, bucket, ...asked }: Asked,
): Promise<{ filter: items.ItemFilter; policy: Policy }> {
  const { organisationId, owners, at } = doing
  const books = await openBooks(tx, organisationId, at)
  if (asked.customer) await seeCustomer(tx, asked.customer, owners)
  const policy = await policyOf(tx, organisationId)
  const { holdDaysWithoutApproval, ageingBounds } = policy
  const when = daysAskedFor(books, asOf)
  const place = bucket === undefined ? {} : lateInBucket(bucket, ageingBounds)
  const filter = { ...asked, ...place, organisationId, owners, when, holdDaysWithoutApproval }
  return { filter, policy }
}

/** A page of a customer's open or closed items. */
export async function readCustomerItems(
  tx: Transaction,
  doing: Doing,
  {
    customerId,
    cursor,
    limit,
    ...query
  }: z.output<typeof contract.listCustomerItems.schema.querystring> & { customerId: string },
) {
  return readItems(tx, doing, { ...query, customer: customerId }, { cursor, limit })
}

/** A page of the open items behind a figure. */
export async function readOpenItems(
  tx: Transaction,
  doing: Doing,
  { cursor, limit, ...query }: z.output<typeof contract.listOpenItems.schema.querystring>,
) {
  return readItems(tx, doing, { ...query, state: 'open' }, { cursor, limit })
}

type Place = { readonly cursor: string | undefined; readonly limit: number }

async function readItems(tx: Transaction, doing: Doing, asked: Asked, { cursor, limit }: Place) {
  const { filter, policy } = await itemFilterOf(tx, doing, asked)
  const after = partsOf(cursor, ['day', 'id'])
  const rows = await items.selectItemPage(tx, { filter, after, limit })
  const page = pageFrom(rows, limit, (row) => [
    (filter.state === 'open' ? row.dueOn : row.closedOn) ?? row.dueOn,
    row.id,
  ])
  return { rows: await shownItems(tx, page.rows, policy), next: page.next }
}

/** Items as the reader sees them: allocated, disputed and late worked out. */
export async function shownItems(
  tx: Transaction,
  rows: readonly items.ItemRow[],
  { evidenceRequired }: Policy,
) {
  const receivableIds = [...new Set(rows.map(({ receivableId }) => receivableId))]
  const siblings = await items.selectDisputedItems(tx, receivableIds)
  const parts = disputedParts(siblings)
  const disputed = new Map(siblings.map(({ id }, at) => [id, parts[at] ?? 0]))

  return rows.map(({ customerId, customerNumber, customerName, onDay, ...row }) => ({
    ...row,
    customer: { id: customerId, number: customerNumber, name: customerName },
    allocatedMinor: row.totalMinor - row.openMinor,
    disputedMinor: disputed.get(row.id) ?? 0,
    daysLate: daysBetween(row.dueOn, row.closedOn ?? onDay),
    isEvidenceComplete: missingKinds(evidenceRequired, row.evidenceKinds).length === 0,
  }))
}

/** A page of the documents behind a figure of sales. */
export async function readDocuments(
  tx: Transaction,
  { organisationId, owners }: Doing,
  { cursor, limit, ...query }: z.output<typeof contract.listReceivables.schema.querystring>,
) {
  const after = partsOf(cursor, ['day', 'id'])
  const rows = await documents.selectDocuments(tx, {
    ...query,
    organisationId,
    owners,
    after,
    limit,
  })
  const page = pageFrom(rows, limit, ({ issuedOn, id }) => [issuedOn, id])
  return {
    next: page.next,
    rows: page.rows.map(({ customerId, customerNumber, customerName, ...row }) => ({
      ...row,
      total: { minor: row.totalMinor, currency: row.currency },
      customer: { id: customerId, number: customerNumber, name: customerName },
    })),
  }
}

/** A page of the allocations behind a figure of money collected. */
export async function readAllocations(
  tx: Transaction,
  { organisationId, owners }: Doing,
  { cursor, limit, ...query }: z.output<typeof contract.listAllocations.schema.querystring>,
) {
  const after = partsOf(cursor, ['day', 'id'])
  const rows = await documents.selectAllocations(tx, {
    ...query,
    organisationId,
    owners,
    after,
    limit,
  })
  const page = pageFrom(rows, limit, ({ allocatedOn, id }) => [allocatedOn, id])
  return {
    next: page.next,
    rows: page.rows.map(({ customerId, customerNumber, customerName, ...row }) => ({
      ...row,
      amount: { minor: row.amountMinor, currency: row.currency },
      daysLate: daysBetween(row.dueOn, row.allocatedOn),
      customer: { id: customerId, number: customerNumber, name: customerName },
    })),
  }
}
