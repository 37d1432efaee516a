import type { Transaction } from '../database/database.ts'
import { daysBetween, type Day } from '../kernel/day.ts'

type Item = {
  readonly id: string
  readonly customerId: string
  readonly currency: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly totalMinor: number
}
type Payment = {
  readonly id: string
  readonly customerId: string
  readonly currency: string
  readonly receivedOn: Day
  readonly amountMinor: number
}
type Allocation = {
  readonly openItemId: string
  readonly paymentId: string | null
  readonly allocatedOn: Day
  readonly amountMinor: number
}

/** The facts of a ledger, and nothing that was worked out from them. */
export type Facts = {
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
  readonly allocations: readonly Allocation[]
}

export async function readFacts(tx: Transaction, organisationId: string): Promise<Facts> {
  const items = await tx
    .selectFrom('openItems')
    .select(['id', 'customerId', 'currency', 'issuedOn', 'dueOn', 'totalMinor'])
    .where('organisationId', '=', organisationId)
    .execute()
  const payments = await tx
    .selectFrom('payments')
    .select(['id', 'customerId', 'currency', 'receivedOn', 'amountMinor'])
    .where('organisationId', '=', organisationId)
    .execute()
  const allocations = await tx
    .selectFrom('allocations')
    .select(['openItemId', 'paymentId', 'allocatedOn', 'amountMinor'])
    .where('organisationId', '=', organisationId)
    .execute()
  return { items, payments, allocations }
}

export type OracleRow = {
  currency: string
  notDueMinor: number
  bucketsMinor: number[]
  creditMinor: number
  onAccountMinor: number
  balanceMinor: number
}

/**
 * Ageing as a clerk would do it by hand: every document dated by the day, less what was set against
 * it by the day, put where its days past due belong. Slow, and too plain to be wrong.
 */
export function ageingByHand(
  { items, payments, allocations }: Facts,
  on: Day,
  ofCustomer: (customerId: string) => boolean = () => true,
): OracleRow[] {
  const rows = new Map<string, OracleRow>()
  const rowOf = (currency: string) => {
    const row = rows.get(currency) ?? {
      currency,
      notDueMinor: 0,
      bucketsMinor: [0, 0, 0, 0, 0],
      creditMinor: 0,
      onAccountMinor: 0,
      balanceMinor: 0,
    }
    rows.set(currency, row)
    return row
  }
  const effective = allocations.filter(({ allocatedOn }) => allocatedOn <= on)

  for (const item of items) {
    if (item.issuedOn > on || !ofCustomer(item.customerId)) continue
    const taken = effective.filter(({ openItemId }) => openItemId === item.id)
    const open = item.totalMinor - taken.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    const row = rowOf(item.currency)
    row.balanceMinor += open
    const late = daysBetween(item.dueOn, on)
    if (item.totalMinor < 0) row.creditMinor += open
    else if (late <= 0) row.notDueMinor += open
    else {
      const place = late <= 30 ? 0 : late <= 60 ? 1 : late <= 90 ? 2 : late <= 120 ? 3 : 4
      row.bucketsMinor[place] = (row.bucketsMinor[place] ?? 0) + open
    }
  }
  for (const payment of payments) {
    if (payment.receivedOn > on || !ofCustomer(payment.customerId)) continue
    const used = effective.filter(({ paymentId }) => paymentId === payment.id)
    const left = payment.amountMinor - used.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    const row = rowOf(payment.currency)
    row.onAccountMinor += left
    row.balanceMinor -= left
  }
  return [...rows.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Rows in which anything is left: an empty currency and no row at all are the same. */
export function withoutEmpty(
  rows: readonly (Omit<OracleRow, 'bucketsMinor'> & { readonly bucketsMinor: readonly number[] })[],
): OracleRow[] {
  return rows
    .map(({ currency, notDueMinor, bucketsMinor, creditMinor, onAccountMinor, balanceMinor }) => ({
      currency,
      notDueMinor,
      bucketsMinor: [...bucketsMinor],
      creditMinor,
      onAccountMinor,
      balanceMinor,
    }))
    .filter(({ notDueMinor, bucketsMinor, creditMinor, onAccountMinor }) =>
      [notDueMinor, ...bucketsMinor, creditMinor, onAccountMinor].some((minor) => minor !== 0),
    )
}
