import type * as z from 'zod'

import type { Database } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { readAgeing } from '../ageing/index.ts'
import { readCustomers } from '../customers/index.ts'
import type { Doing } from '../doing.ts'
import { batches } from './batches.ts'
import type * as contract from './contract.ts'
import type { Cell } from './rules.ts'
import type { Word } from './words.ts'

/** A file before it is one: heads, then rows as they are read, a batch at a time. */
export type Table = {
  readonly heads: readonly string[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

type Say = (word: Word) => string

export type Reading = { readonly db: Database; readonly doing: Doing; readonly say: Say }

const CUSTOMER_HEADS = [
  'number',
  'customer',
  'country',
  'segment',
  'owner',
  'collector',
  'currency',
  'owed',
  'overdue',
  'credit',
  'on_account',
  'balance',
  'oldest_due',
  'days_late',
] as const satisfies readonly Word[]

type CustomersQuery = z.output<typeof contract.exportCustomers.schema.querystring>

/** A row a customer and currency; a customer who owes nothing has one without a currency. */
export function customerTable({ db, doing, say }: Reading, query: CustomersQuery): Table {
  const { format: _format, language: _language, ...filter } = query
  const asked = { ...filter, sort: 'number' as const }
  const pages = batches(db, doing, (tx, place) => readCustomers(tx, doing, { ...asked, ...place }))
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const row of pages) yield* customerRows(row, say)
  }
  return { heads: CUSTOMER_HEADS.map(say), rows: rows() }
}

type CustomerRow = Awaited<ReturnType<typeof readCustomers>>['rows'][number]

function customerRows(row: CustomerRow, say: Say): Cell[][] {
  const who = [
    row.number,
    row.name,
    row.country,
    say(row.segment),
    row.owner?.name ?? '',
    row.collector?.name ?? '',
  ]
  const age = [row.oldestDueOn ? { day: row.oldestDueOn } : null, row.daysLate]
  if (row.totals.length === 0) return [[...who, null, null, null, null, null, null, ...age]]
  return row.totals.map((totals) => {
    const money = (minor: number) => ({ minor, currency: totals.currency })
    const { owedMinor, overdueMinor, creditMinor, onAccountMinor, balanceMinor } = totals
    const amounts = [owedMinor, overdueMinor, creditMinor, onAccountMinor, balanceMinor]
    return [...who, totals.currency, ...amounts.map(money), ...age]
  })
}

type AgeingQuery = z.output<typeof contract.exportAgeing.schema.querystring>

/** The ageing table with its totals beneath. */
export async function ageingTable({ db, doing, say }: Reading, query: AgeingQuery): Promise<Table> {
  const { format: _format, language: _language, ...asked } = query
  const table = await inOrganisation(db, doing.organisationId, (tx) => readAgeing(tx, doing, asked))
  const last = table.bounds.at(-1) ?? 0
  const buckets = table.bounds.map((to, at) => `${(table.bounds[at - 1] ?? 0) + 1}–${to}`)
  const heads = [
    say('group'),
    say('currency'),
    say('not_due'),
    ...buckets.map((bucket) => `${bucket} ${say('days')}`),
    `${say('over')} ${last} ${say('days')}`,
    ...(['credit', 'on_account', 'balance'] as const).map(say),
  ]
  const line = (name: string, row: (typeof table.totals)[number]): Cell[] => {
    const amounts = [row.notDueMinor, ...row.bucketsMinor, row.creditMinor]
    const all = [...amounts, row.onAccountMinor, row.balanceMinor]
    return [name, row.currency, ...all.map((minor) => ({ minor, currency: row.currency }))]
  }
  async function* rows(): AsyncGenerator<Cell[]> {
    const isWhole = query.by === 'organisation'
    if (!isWhole) for (const row of table.rows) yield line(row.name || say('nobody'), row)
    for (const row of table.totals) yield line(say('all'), row)
  }
  return { heads, rows: rows() }
}
