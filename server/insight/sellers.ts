import type * as z from 'zod'

import type { Transaction } from '../database/database.ts'
import { addDays } from '../kernel/day.ts'
import {
  ageingOn,
  daysAskedFor,
  openBooks,
  owedOf,
  personRef,
  type AgeingRow,
  type Doing,
} from '../ledger/index.ts'
import { daysFiguresOf, rowsBehind, type Share } from './arithmetic.ts'
import type * as contract from './contract.ts'
import { lastOf } from './figures.ts'
import { daysOfSales, weightedDelay } from './rules.ts'
import { selectPeople } from './store/people.ts'
import { selectCollected, selectSales, type SellerSum } from './store/sales.ts'

/** What is known of every seller: standing, sales and money, per currency. */
type Known = {
  readonly groups: readonly (AgeingRow & { readonly key: string | null })[]
  readonly sold: readonly SellerSum[]
  readonly collected: readonly SellerSum[]
}

/** Figures by who owned the customer on the invoice day; they sum to the whole. */
export async function readSellers(
  tx: Transaction,
  { organisationId, owners, at }: Doing,
  { asOf, days, ...query }: z.output<typeof contract.readSellers.schema.querystring>,
) {
  const books = await openBooks(tx, organisationId, at)
  const on = lastOf(daysAskedFor(books, asOf).days, at)
  const scope = { ...query, organisationId, owners }
  const period = { from: addDays(on, -days), to: on }
  const { groups } = await ageingOn(tx, books, { ...scope, by: 'seller', asOf })
  const sold = await selectSales(tx, scope, period)
  const collected = await selectCollected(tx, scope, period)

  const found = [...sold, ...collected].map((row) => row.sellerId)
  const sellers = [...new Set([...groups.map(({ key }) => key), ...found])]
  const names = await selectPeople(
    tx,
    sellers.flatMap((id) => id ?? []),
  )
  const currencies = [...new Set([...groups, ...sold].map(({ currency }) => currency))].toSorted()
  const spans = { asOf, on, from: addDays(period.from, 1) }
  const behind = (seller?: string) => rowsBehind(seller ? { ...query, seller } : query, spans)
  return {
    days,
    currencies: currencies.map((currency) => {
      const known = sellers.flatMap((sellerId) => {
        const share = shareOf({ groups, sold, collected }, { sellerId, currency, days })
        return share ? [{ sellerId, ...share }] : []
      })
      const total = totalOf(known, days)
      return {
        currency,
        rows: known
          .toSorted((a, b) => b.overdueMinor - a.overdueMinor)
          .map(({ sellerId, ...share }) => ({
            seller: personRef(sellerId, names.get(sellerId ?? '') ?? null),
            ...share,
            figures: daysFiguresOf(share, behind(sellerId ?? 'none')(currency)),
          })),
        total: { ...total, figures: daysFiguresOf(total, behind()(currency)) },
      }
    }),
  }
}

function totalOf(shares: readonly Share[], days: number): Share {
  const sum = (field: keyof Share) => shares.reduce((total, share) => total + share[field], 0)
  return {
    balanceMinor: sum('balanceMinor'),
    owedMinor: sum('owedMinor'),
    overdueMinor: sum('overdueMinor'),
    notDueMinor: sum('notDueMinor'),
    salesMinor: sum('salesMinor'),
    days,
  }
}

function shareOf(
  { groups, sold, collected }: Known,
  { sellerId, currency, days }: { sellerId: string | null; currency: string; days: number },
) {
  const isTheirs = (row: SellerSum) => row.sellerId === sellerId && row.currency === currency
  const standing = groups.find((row) => row.key === sellerId && row.currency === currency)
  const [sales, money] = [sold.find(isTheirs), collected.find(isTheirs)]
  if (!standing && !sales && !money) return null
  const salesMinor = sales?.minor ?? 0
  const [balanceMinor, notDueMinor] = [standing?.balanceMinor ?? 0, standing?.notDueMinor ?? 0]
  return {
    balanceMinor,
    notDueMinor,
    ...(standing ? owedOf(standing) : NOTHING),
    salesMinor,
    days,
    dso: daysOfSales(balanceMinor, salesMinor, days),
    bpdso: daysOfSales(notDueMinor, salesMinor, days),
    weightedDelay: weightedDelay(money?.minorTimesDays ?? 0, money?.minor ?? 0),
  }
}

const NOTHING = { owedMinor: 0, overdueMinor: 0 }
