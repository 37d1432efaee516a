import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { closeAccount, openAccount, type Account } from '../balances/index.ts'
import { known, recordOf, refuse, type Doing } from '../doing.ts'
import { creditRows, paymentRows, reversalRows } from './rows.ts'
import {
  meansOfCredit,
  refusalOfReversal,
  refusalOfShares,
  refusalOfWriteOff,
  sharesOn,
  type Means,
  type Share,
} from './rules.ts'
import * as facts from './store/facts.ts'
import { insertAllocations, type AllocationRow } from './store/writing.ts'

export type WantedShare = { readonly openItemId: string; readonly amountMinor: number }

export type Allocating = {
  /** Left out: the later of the day of the money or credit and that of the document. */
  readonly allocatedOn?: Day | undefined
  readonly shares: readonly WantedShare[]
}

/** Sets money that is on account against open items of the same customer. */
export async function allocatePayment(
  tx: Transaction,
  doing: Doing,
  { paymentId, ...wanted }: Allocating & { readonly paymentId: string },
): Promise<{ ids: string[] }> {
  const owner = known(await facts.selectCustomerOf(tx, 'payments', paymentId), 'no_such_payment')
  const account = await openAccount(tx, doing, owner)
  const payment = known(await facts.selectPayment(tx, paymentId), 'no_such_payment')

  if (payment.isReversed) refuse({ code: 'already_reversed' })
  if (payment.reversesId) refuse({ code: 'is_a_reversal' })
  const shares = await fittingShares(tx, account, payment, wanted)

  const means = { id: paymentId, customerId: owner, amountMinor: payment.totalMinor }
  return write(tx, doing, account, paymentRows(recordOf(doing), means, shares))
}

/** Sets a credit note against open items of the same customer. */
export async function allocateCredit(
  tx: Transaction,
  doing: Doing,
  { creditItemId, ...wanted }: Allocating & { readonly creditItemId: string },
): Promise<{ ids: string[] }> {
  const owner = known(await facts.selectCustomerOf(tx, 'open_items', creditItemId), 'no_such_item')
  const account = await openAccount(tx, doing, owner)
  const [found] = await facts.selectItems(tx, [creditItemId])
  const credit = known(found, 'no_such_item')

  if (credit.totalMinor >= 0) refuse({ code: 'not_a_credit' })
  const shares = await fittingShares(tx, account, meansOfCredit(credit), wanted)

  const means = { itemId: creditItemId, customerId: owner }
  return write(tx, doing, account, creditRows(recordOf(doing), means, shares))
}

/** Closes part or all of an open item without money, for a reason that is kept. */
export async function writeOff(
  tx: Transaction,
  doing: Doing,
  off: {
    readonly kind: 'write_off' | 'set_off' | 'cancellation' | 'adjustment'
    readonly openItemId: string
    readonly amountMinor: number
    readonly allocatedOn: Day
    readonly why: string
  },
): Promise<{ id: string }> {
  const { openItemId, amountMinor, allocatedOn, kind, why } = off
  const owner = known(await facts.selectCustomerOf(tx, 'open_items', openItemId), 'no_such_item')
  const account = await openAccount(tx, doing, owner)
  const [found] = await facts.selectItems(tx, [openItemId])
  const item = known(found, 'no_such_item')

  refuse(refusalOfWriteOff(item, { amountMinor, on: allocatedOn }, account.today))

  const id = newId()
  const signed = item.totalMinor < 0 ? -amountMinor : amountMinor
  const row = { id, customerId: owner, openItemId, kind, allocatedOn, amountMinor: signed }
  await insertAllocations(tx, [{ ...recordOf(doing), ...row }])
  await closeAccount(tx, account, [openItemId])
  await appendEvent(tx, {
    ...doing,
    name: 'receivable.written_off',
    subject: { kind: 'open_item', id: openItemId },
    customerId: owner,
    why,
    data: { kind, amountMinor: signed, currency: item.currency, allocatedOn },
  })
  return { id }
}

/** Undoes an allocation on a day; of a credit both sides. */
export async function reverseAllocation(
  tx: Transaction,
  doing: Doing,
  {
    allocationId,
    reversedOn,
    why,
  }: { readonly allocationId: string; readonly reversedOn: Day; readonly why: string },
): Promise<{ ids: string[] }> {
  const code = 'no_such_allocation'
  const owner = known(await facts.selectCustomerOf(tx, 'allocations', allocationId), code)
  const account = await openAccount(tx, doing, owner)
  const allocation = known(await facts.selectAllocation(tx, allocationId), code)

  const { isReversed, reversesId, allocatedOn, pairId } = allocation
  const what = { isReversed, isReversal: reversesId !== null, days: [allocatedOn] }
  refuse(refusalOfReversal(what, reversedOn, account.today))

  const standing = pairId ? await facts.selectPair(tx, pairId) : [allocation]
  const rows = reversalRows(recordOf(doing), standing, reversedOn)
  await insertAllocations(tx, rows)
  await closeAccount(tx, account, itemsOf(rows))
  await appendEvent(tx, {
    ...doing,
    name: 'allocation.reversed',
    subject: { kind: 'allocation', id: allocationId },
    customerId: owner,
    why,
    data: { kind: allocation.kind, reversedOn, openItemIds: itemsOf(rows) },
  })
  return { ids: rows.map(({ id }) => id) }
}

async function fittingShares(
  tx: Transaction,
  account: Account,
  means: Means,
  { shares: wanted, allocatedOn }: Allocating,
): Promise<Share[]> {
  const items = await facts.selectItems(
    tx,
    wanted.map(({ openItemId }) => openItemId),
  )
  const shares = sharesOn(means, items, wanted, allocatedOn)
  refuse(refusalOfShares(means, items, shares, account.today))
  return shares
}

async function write(
  tx: Transaction,
  doing: Doing,
  account: Account,
  rows: AllocationRow[],
): Promise<{ ids: string[] }> {
  const [first] = rows
  await insertAllocations(tx, rows)
  await closeAccount(tx, account, itemsOf(rows))
  await appendEvent(tx, {
    ...doing,
    name: 'allocation.made',
    subject: { kind: 'allocation', id: first?.id ?? null },
    customerId: account.customer.id,
    data: { kind: first?.kind, openItemIds: itemsOf(rows) },
  })
  return { ids: rows.map(({ id }) => id) }
}

function itemsOf(rows: readonly AllocationRow[]): string[] {
  return [...new Set(rows.map(({ openItemId }) => openItemId))]
}
