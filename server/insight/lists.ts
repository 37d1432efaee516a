import type * as z from 'zod'

import type { Transaction } from '../database/database.ts'
import { addDays, daysBetween, weekdayOf } from '../kernel/day.ts'
import { daysAskedFor, openBooks, personRef, type Doing } from '../ledger/index.ts'
import { EXPECTED_BASES } from './contract.ts'
import type * as contract from './contract.ts'
import { lastOf } from './figures.ts'
import * as rules from './rules.ts'
import { selectTopDebtors } from './store/debtors.ts'
import * as expected from './store/expected.ts'
import { selectMoves } from './store/moves.ts'

/** Owed, overdue and DSO at the end of each month or week. */
export async function readTrend(
  tx: Transaction,
  { organisationId, owners, at }: Doing,
  { asOf, every, points, days, ...query }: z.output<typeof contract.readTrend.schema.querystring>,
) {
  const books = await openBooks(tx, organisationId, at)
  const on = lastOf(daysAskedFor(books, asOf).days, at)
  const moves = await selectMoves(tx, { ...query, organisationId, owners }, on)
  const ends = rules.pointsOf(on, every, points)
  return {
    currencies: [...Map.groupBy(moves, ({ currency }) => currency)].map(([currency, theirs]) => ({
      currency,
      points: rules.trendOf(theirs, ends, days),
    })),
  }
}

/** The customers with most overdue, per currency. */
export async function readTopDebtors(
  tx: Transaction,
  { organisationId, owners, at }: Doing,
  { limit, ...query }: z.output<typeof contract.readTopDebtors.schema.querystring>,
) {
  await openBooks(tx, organisationId, at)
  const rows = await selectTopDebtors(tx, { ...query, organisationId, owners }, limit)
  return {
    currencies: [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, theirs]) => ({
      currency,
      overdueMinor: theirs[0]?.wholeMinor ?? 0,
      rows: theirs.map((row) => ({
        customer: { id: row.customerId, number: row.number, name: row.name },
        owner: personRef(row.ownerId, row.ownerName),
        owedMinor: row.owedMinor,
        overdueMinor: row.overdueMinor,
        daysLate: row.oldestDueOn ? Math.max(0, daysBetween(row.oldestDueOn, row.today)) : 0,
        share: Math.round((row.overdueMinor / row.wholeMinor) * 1000) / 10,
      })),
    })),
  }
}

const HABIT_DAYS = 365
const HABIT_PAYMENTS = 3
const LISTED = 20

/** Cash to expect by week, and whose this week's is. */
export async function readExpected(
  tx: Transaction,
  { organisationId, owners, at }: Doing,
  { weeks: count, ...query }: z.output<typeof contract.readExpected.schema.querystring>,
) {
  const books = await openBooks(tx, organisationId, at)
  const today = lastOf(
    books.map((entity) => entity.today),
    at,
  )
  const weeks = rules.weeksFrom(today, weekdayOf(today), count)
  const asked: expected.Asked = {
    scope: { ...query, organisationId, owners },
    today,
    ends: weeks.map(({ to }) => to),
    habitSince: addDays(today, -HABIT_DAYS),
    habitPayments: HABIT_PAYMENTS,
  }
  const rows = await expected.selectExpected(tx, asked)
  const customers = await expected.selectExpectedCustomers(tx, asked, LISTED)
  return {
    currencies: [...Map.groupBy(rows, ({ currency }) => currency)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, parts]) => ({
        currency,
        weeks: weeks.map((week, place) => ({
          ...week,
          minor: sumOf(parts.filter((part) => part.week === place)),
          bases: EXPECTED_BASES.map((basis) => ({
            basis,
            minor: sumOf(parts.filter((part) => part.week === place && part.basis === basis)),
          })),
        })),
        overdueByHabitMinor: sumOf(parts.filter((part) => part.week < 0)),
        thisWeek: customers
          .filter((row) => row.currency === currency)
          .map(({ on, minor, basis, customerId: id, number, name }) => ({
            customer: { id, number, name },
            on,
            minor,
            basis,
          })),
      })),
  }
}

function sumOf(rows: readonly { readonly minor: number }[]): number {
  return rows.reduce((sum, { minor }) => sum + minor, 0)
}
