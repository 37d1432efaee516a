import type * as z from 'zod'

import type { Transaction } from '../database/database.ts'
import { addDays, dayIn, type Day, type Instant } from '../kernel/day.ts'
import {
  ageingOn,
  daysAskedFor,
  freshnessOf,
  openBooks,
  owedOf,
  type AgeingRow,
  type Doing,
} from '../ledger/index.ts'
import { figureOf, rowsBehind, type Facts } from './arithmetic.ts'
import type { FIGURE_NAMES, readFigures as contract } from './contract.ts'
import { monthsBack } from './rules.ts'
import * as sales from './store/sales.ts'

/** Counting back looks no further; older sales are not what is open. */
const MONTHS_BACK = 36

type Query = z.output<typeof contract.schema.querystring>

const NAMES: readonly (typeof FIGURE_NAMES)[number][] = [
  'owed',
  'overdue',
  'dso',
  'dso_count_back',
  'bpdso',
  'add',
  'cei',
  'weighted_delay',
]

/** Every figure of a scope, per currency, with the arithmetic and the rows behind it. */
export async function readFigures(tx: Transaction, doing: Doing, { asOf, days, ...query }: Query) {
  const { organisationId, owners, at } = doing
  const books = await openBooks(tx, organisationId, at)
  const on = lastOf(daysAskedFor(books, asOf).days, at)
  const opening = addDays(on, -days)
  const scope = { ...query, organisationId, owners }
  const period = { from: opening, to: on }
  const months = monthsBack(on, MONTHS_BACK)
  const [oldest = { from: on }] = months.toReversed()

  const by = 'organisation' as const
  const now = (await ageingOn(tx, books, { ...scope, by, asOf })).totals
  const then = (await ageingOn(tx, books, { ...scope, by, asOf: opening })).totals
  const sold = await sales.selectSales(tx, scope, period)
  const collected = await sales.selectCollected(tx, scope, period)
  const byMonth = await sales.selectMonths(tx, scope, { from: oldest.from, to: on })

  const currencies = [...new Set([...now, ...sold].map(({ currency }) => currency))].toSorted()
  const address = rowsBehind(query, { asOf, on, from: addDays(opening, 1) })
  return {
    asOf: on,
    from: addDays(opening, 1),
    days,
    currencies: currencies.map((currency) => {
      const money = collected.filter((row) => row.currency === currency)
      const facts: Facts = {
        ...standingOf(now.find((row) => row.currency === currency)),
        openingMinor: then.find((row) => row.currency === currency)?.balanceMinor ?? 0,
        salesMinor: sumOf(sold.filter((row) => row.currency === currency)),
        collectedMinor: sumOf(money),
        collectedTimesDays: money.reduce((sum, row) => sum + row.minorTimesDays, 0),
        days,
        months: months.map(({ from, to }) => ({
          from,
          to,
          salesMinor:
            byMonth.find((row) => row.currency === currency && row.from === from)?.salesMinor ?? 0,
        })),
      }
      return { currency, figures: NAMES.map((name) => figureOf(name, facts, address(currency))) }
    }),
    freshness: [...(await freshnessOf(tx, organisationId, at))],
  }
}

function standingOf(row: AgeingRow | undefined) {
  if (!row) {
    return {
      balanceMinor: 0,
      owedMinor: 0,
      overdueMinor: 0,
      notDueMinor: 0,
      creditMinor: 0,
      onAccountMinor: 0,
    }
  }
  const { balanceMinor, notDueMinor, creditMinor, onAccountMinor } = row
  return { ...owedOf(row), balanceMinor, notDueMinor, creditMinor, onAccountMinor }
}

function sumOf(rows: readonly { readonly minor: number }[]): number {
  return rows.reduce((sum, { minor }) => sum + minor, 0)
}

/** The day that ratios end on: the latest of the entities'; without any the day it is in UTC. */
export function lastOf(days: readonly Day[], now: Instant): Day {
  return days.toSorted().at(-1) ?? dayIn('UTC', now)
}
