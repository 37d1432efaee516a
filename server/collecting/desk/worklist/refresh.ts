import type { Transaction } from '../../../database/database.ts'
import { addDays, daysBetween, type Day } from '../../../kernel/day.ts'
import { exponentOf } from '../../../kernel/money.ts'
import { belongsOnWorklist, scoreOf, type DeskFacts } from './rules.ts'
import * as facts from './store/facts.ts'
import { replaceRows, type WorklistRowToKeep } from './store/rows.ts'

const BATCH = 2000
/** A promise that broke this long ago is history; its row says so no more. */
const BROKEN_PROMISE_DAYS = 14
/** Customers whose overdue sum is at least this, in the reporting currency, are 'among the largest'. */
const LARGEST_MINOR = 25_000_00

type Rates = (minor: number, currency: string) => number

/** Rebuilds the worklist rows of the customers asked for. Run twice, it gives the same rows. */
export async function refreshWorklist(
  tx: Transaction,
  organisation: { readonly id: string; readonly reportingCurrency: string },
  customerIds: readonly string[],
  today: Day,
): Promise<void> {
  if (customerIds.length === 0) return
  const rates = await ratesInto(tx, organisation, today)
  const [rows, open] = [
    await facts.selectDeskRows(tx, customerIds, addDays(today, -BROKEN_PROMISE_DAYS)),
    await facts.selectOpen(tx, customerIds, today),
  ]
  const openOf = Map.groupBy(open, ({ customerId }) => customerId)

  const kept = rows.flatMap((row) => rowToKeep(row, openOf.get(row.id) ?? [], rates, today))

  await replaceRows(tx, { organisationId: organisation.id, today }, customerIds, kept)
}

/** Rebuilds the whole worklist of an organisation, some thousand customers at a time. */
export async function refreshWholeWorklist(
  inTransaction: <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>,
  organisation: { readonly id: string; readonly reportingCurrency: string },
  today: Day,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const last = await inTransaction(async (tx) => {
      const ids = await facts.selectCustomerIds(tx, organisation.id, after, BATCH)
      await refreshWorklist(tx, organisation, ids, today)
      return ids.at(-1)
    })
    if (!last) return
    after = last
  }
}

function rowToKeep(
  row: facts.DeskRow,
  open: readonly facts.OpenRow[],
  rates: Rates,
  today: Day,
): WorklistRowToKeep[] {
  const overdue = open.flatMap(({ currency, overdue: items }) =>
    items.map(([dueOn, minor]) => ({
      daysLate: daysBetween(dueOn, today),
      reportingMinor: rates(minor, currency),
    })),
  )
  const overdueReportingMinor = overdue.reduce((sum, item) => sum + item.reportingMinor, 0)
  const known: DeskFacts = { ...row, overdue, isLargest: overdueReportingMinor >= LARGEST_MINOR }
  if (!belongsOnWorklist(known, today)) return []

  const scored = scoreOf(known, today)
  return [
    {
      customerId: row.id,
      legalEntityId: row.legalEntityId,
      ownerId: row.ownerId,
      collectorId: row.collectorId,
      name: row.name,
      score: scored.score,
      overdueReportingMinor,
      daysLate: Math.max(0, ...overdue.map(({ daysLate }) => daysLate)),
      standings: open.map(({ currency, owedMinor, overdueMinor }) => ({
        currency,
        owedMinor,
        overdueMinor,
      })),
      reasons: scored.reasons,
      reasonCodes: scored.reasons.map(({ code }) => code),
      reckoning: { atRisk: scored.atRisk, urgency: scored.urgency, chance: scored.chance },
      withSeller: row.sellerReturnsOn !== null,
      putAway: row.putAway,
      putAwayUntil: row.putAwayUntil,
    },
  ]
}

/**
 * Converts for ranking only: the newest rate, either way round; without one, unit for unit, so that
 * a customer in an unrated currency still has a place.
 */
async function ratesInto(
  tx: Transaction,
  organisation: { readonly id: string; readonly reportingCurrency: string },
  today: Day,
): Promise<Rates> {
  const into = organisation.reportingCurrency
  const known = new Map<string, number>([[into, 1]])
  for (const { base, quote, rate } of await facts.selectRates(tx, organisation.id, today)) {
    if (quote === into) known.set(base, rate)
    else if (base === into && !known.has(quote)) known.set(quote, 1 / rate)
  }
  return (minor, currency) => {
    const places = 10 ** (exponentOf(into) - exponentOf(currency))
    return Math.round(minor * (known.get(currency) ?? 1) * places)
  }
}
