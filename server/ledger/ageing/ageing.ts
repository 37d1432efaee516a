import type * as z from 'zod'

import { policyOf, type Policy } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { daysAskedFor, openBooks, seeCustomer, type Books } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { freshnessIn } from '../sources/index.ts'
import type { CustomerScope } from '../store/scope.ts'
import type { readAgeing as contract } from './contract.ts'
import {
  againstOldest,
  ageingOf,
  sumAgeing,
  thresholdsOf,
  type AgeingPart,
  type AgeingRow,
} from './rules.ts'
import { selectLargest, selectNames } from './store/names.ts'
import * as store from './store/parts.ts'

/** More rows than this nobody reads; the export of customers has them all. */
const MOST_CUSTOMERS = 1000

export type AgeingAsked = CustomerScope & {
  readonly by: store.AgeingBy
  readonly currency?: string | undefined
  readonly asOf?: Day | undefined
}

export type AgeingGroup = AgeingRow & { readonly key: string | null }

export type AgeingTable = {
  readonly bounds: readonly number[]
  readonly credits: Policy['ageingCredits']
  readonly groups: readonly AgeingGroup[]
  readonly totals: readonly AgeingRow[]
}

/**
 * The ageing of a scope at the end of a day: what is open now, and what was open still because it was
 * settled later. Later documents do not count. Groups sum to the totals.
 */
export async function ageingOn(
  tx: Transaction,
  books: readonly Books[],
  asked: AgeingAsked,
): Promise<AgeingTable> {
  const { ageingBounds: bounds, ageingCredits: credits } = await policyOf(tx, asked.organisationId)
  const isByCustomer = credits === 'oldest_first'
  const when = daysAskedFor(books, asked.asOf)
  const question = { ...asked, isByCustomer, when, thresholds: thresholdsOf(bounds) }
  const isLong = asked.by === 'customer' && !asked.customer
  const largest = isLong ? await selectLargest(tx, asked, MOST_CUSTOMERS) : undefined

  const groups = await groupsOf(tx, { ...question, customerIds: largest }, bounds)
  const totals = largest
    ? await groupsOf(tx, { ...question, by: 'organisation' }, bounds)
    : sumAgeing(groups, bounds)
  return { bounds, credits, groups, totals: totals.map(withoutKey) }
}

async function groupsOf(
  tx: Transaction,
  question: store.AgeingQuestion,
  bounds: readonly number[],
): Promise<AgeingGroup[]> {
  const open = await store.selectOpenParts(tx, question)
  const later = await store.selectLaterParts(tx, question)
  const money = await store.selectMoneyParts(tx, question)

  const parts: Part[] = [
    ...[...open, ...later].map((row) => ({ ...row, column: row.bucket < 0 ? CREDIT : row.bucket })),
    ...money.map((row) => ({ ...row, column: ON_ACCOUNT })),
  ]
  return [...Map.groupBy(parts, ({ key }) => key)].flatMap(([key, group]) =>
    rowsOf(group, question.isByCustomer, bounds).map((row) => ({ ...row, key })),
  )
}

const CREDIT = 'credit' as const
const ON_ACCOUNT = 'on_account' as const

type Part = AgeingPart & { readonly key: string | null; readonly customerId: string | null }

function rowsOf(parts: readonly Part[], isByCustomer: boolean, bounds: readonly number[]) {
  if (!isByCustomer) return ageingOf(parts, bounds)
  const customers = [...Map.groupBy(parts, ({ customerId }) => customerId).values()]
  const rows = customers.flatMap((theirs) => ageingOf(theirs, bounds).map(againstOldest))
  return sumAgeing(rows, bounds)
}

function withoutKey({ currency, notDueMinor, bucketsMinor, ...row }: AgeingRow): AgeingRow {
  const { creditMinor, onAccountMinor, balanceMinor } = row
  return { currency, notDueMinor, bucketsMinor, creditMinor, onAccountMinor, balanceMinor }
}

type Query = z.output<typeof contract.schema.querystring>

/** The ageing table with names, largest overdue first. */
export async function readAgeing(tx: Transaction, doing: Doing, { asOf, ...query }: Query) {
  const { organisationId, owners, at } = doing
  const books = await openBooks(tx, organisationId, at)
  if (query.customer) await seeCustomer(tx, query.customer, owners)
  const table = await ageingOn(tx, books, { ...query, asOf, organisationId, owners })
  const names = await namesOf(tx, query.by, table.groups)

  return {
    asOf: asOf ?? null,
    bounds: [...table.bounds],
    credits: table.credits,
    rows: table.groups
      .map((row) => ({ ...row, bucketsMinor: [...row.bucketsMinor], name: names(row.key) }))
      .toSorted((a, b) => overdueOf(b) - overdueOf(a) || (a.name < b.name ? -1 : 1)),
    totals: table.totals.map((row) => ({ ...row, bucketsMinor: [...row.bucketsMinor] })),
    freshness: [...(await freshnessIn(tx, organisationId, { books, now: at }))],
  }
}

function overdueOf({ bucketsMinor }: AgeingRow): number {
  return bucketsMinor.reduce((sum, minor) => sum + minor, 0)
}

const NAMED: Readonly<Partial<Record<store.AgeingBy, 'people' | 'customers' | 'legal_entities'>>> =
  {
    entity: 'legal_entities',
    owner: 'people',
    seller: 'people',
    collector: 'people',
    customer: 'customers',
  }

async function namesOf(tx: Transaction, by: store.AgeingBy, groups: readonly AgeingGroup[]) {
  const keys = groups.flatMap(({ key }) => key ?? [])
  const of = NAMED[by]
  const names = of ? await selectNames(tx, of, keys) : new Map<string, string>()
  return (key: string | null) => (key === null ? '' : (names.get(key) ?? key))
}
