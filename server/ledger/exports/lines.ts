import type * as z from 'zod'

import { readAllocations, readDocuments, readOpenItems } from '../receivables/index.ts'
import { batches } from './batches.ts'
import type * as contract from './contract.ts'
import type { Cell } from './rules.ts'
import type { Reading, Table } from './tables.ts'
import type { Word } from './words.ts'

const ITEM_HEADS = [
  'customer_number',
  'customer',
  'number',
  'kind',
  'instalment',
  'issued',
  'due',
  'days_late',
  'currency',
  'total',
  'open',
  'disputed',
  'purchase_order',
] as const satisfies readonly Word[]

type ItemsQuery = z.output<typeof contract.exportOpenItems.schema.querystring>

/** A row an open item, by due day. */
export function itemTable({ db, doing, say }: Reading, query: ItemsQuery): Table {
  const { format: _format, language: _language, ...filter } = query
  const items = batches(db, doing, (tx, place) => readOpenItems(tx, doing, { ...filter, ...place }))
  return tableOf(ITEM_HEADS.map(say), items, (row) => {
    const money = (minor: number) => ({ minor, currency: row.currency })
    return [
      row.customer.number,
      row.customer.name,
      row.number,
      say(row.kind),
      row.sequence,
      { day: row.issuedOn },
      { day: row.dueOn },
      row.daysLate,
      row.currency,
      money(row.totalMinor),
      money(row.openMinor),
      money(row.disputedMinor),
      row.purchaseOrder,
    ]
  })
}

const DOCUMENT_HEADS = [
  'customer_number',
  'customer',
  'number',
  'kind',
  'issued',
  'currency',
  'total',
  'open',
] as const satisfies readonly Word[]

type DocumentsQuery = z.output<typeof contract.exportReceivables.schema.querystring>

/** A row a document, newest first. */
export function documentTable({ db, doing, say }: Reading, query: DocumentsQuery): Table {
  const { format: _format, language: _language, ...filter } = query
  const documents = batches(db, doing, (tx, place) =>
    readDocuments(tx, doing, { ...filter, ...place }),
  )
  return tableOf(DOCUMENT_HEADS.map(say), documents, (row) => [
    row.customer.number,
    row.customer.name,
    row.number,
    say(row.kind),
    { day: row.issuedOn },
    row.currency,
    row.total,
    { minor: row.openMinor, currency: row.currency },
  ])
}

const ALLOCATION_HEADS = [
  'customer_number',
  'customer',
  'number',
  'due',
  'set_on',
  'days_late',
  'currency',
  'amount',
] as const satisfies readonly Word[]

type AllocationsQuery = z.output<typeof contract.exportAllocations.schema.querystring>

/** A row an amount that was set against an invoice, newest first. */
export function allocationTable({ db, doing, say }: Reading, query: AllocationsQuery): Table {
  const { format: _format, language: _language, ...filter } = query
  const lines = batches(db, doing, (tx, place) =>
    readAllocations(tx, doing, { ...filter, ...place }),
  )
  return tableOf(ALLOCATION_HEADS.map(say), lines, (row) => [
    row.customer.number,
    row.customer.name,
    row.number,
    { day: row.dueOn },
    { day: row.allocatedOn },
    row.daysLate,
    row.amount.currency,
    row.amount,
  ])
}

function tableOf<Row>(
  heads: readonly string[],
  lines: AsyncIterable<Row>,
  cellsOf: (row: Row) => Cell[],
): Table {
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const line of lines) yield cellsOf(line)
  }
  return { heads, rows: rows() }
}
