import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { closeAccount, openAccount } from '../balances/index.ts'
import { known, recordOf, refuse, type Doing } from '../doing.ts'
import { manualSourceOf } from '../sources/index.ts'
import { paymentRows, reversalRows } from './rows.ts'
import { refusalOfReversal, refusalOfShares, sharesOn } from './rules.ts'
import * as facts from './store/facts.ts'
import { insertAllocations, insertPayment } from './store/writing.ts'

export type NewPayment = {
  readonly customerId: string
  readonly amountMinor: number
  readonly currency: string
  readonly receivedOn: Day
  readonly reference: string
  readonly allocations: readonly { readonly openItemId: string; readonly amountMinor: number }[]
}

/** Records money that came and sets it against open items; what is left stays on account. */
export async function recordPayment(
  tx: Transaction,
  doing: Doing,
  { customerId, amountMinor, currency, receivedOn, reference, allocations }: NewPayment,
): Promise<{ id: string }> {
  const account = await openAccount(tx, doing, customerId)
  const itemIds = allocations.map(({ openItemId }) => openItemId)
  const items = await facts.selectItems(tx, itemIds)

  if (receivedOn > account.today) {
    refuse({ code: 'dated_in_future', details: { today: account.today } })
  }
  const means = { customerId, currency, since: receivedOn, totalMinor: amountMinor, movements: [] }
  const shares = sharesOn(means, items, allocations)
  refuse(refusalOfShares(means, items, shares, account.today))

  const id = newId()
  const { legalEntityId } = account.customer
  await insertPayment(tx, {
    ...recordOf(doing),
    id,
    customerId,
    legalEntityId,
    amountMinor,
    currency,
    receivedOn,
    reference,
    sourceId: await manualSourceOf(tx, doing, legalEntityId),
    externalId: id,
  })
  await insertAllocations(tx, paymentRows(recordOf(doing), { id, customerId, amountMinor }, shares))
  await closeAccount(tx, account, itemIds)
  await appendEvent(tx, {
    ...doing,
    name: 'payment.recorded',
    subject: { kind: 'payment', id },
    customerId,
    data: { amountMinor, currency, receivedOn, openItemIds: itemIds },
  })
  return { id }
}

/** Takes a payment back, and everything that it was set against, on a day. */
export async function reversePayment(
  tx: Transaction,
  doing: Doing,
  { paymentId, reversedOn, why }: { paymentId: string; reversedOn: Day; why: string },
): Promise<{ id: string }> {
  const owner = known(await facts.selectCustomerOf(tx, 'payments', paymentId), 'no_such_payment')
  const account = await openAccount(tx, doing, owner)
  const payment = known(await facts.selectPayment(tx, paymentId), 'no_such_payment')
  const standing = await facts.selectStandingOfPayment(tx, paymentId)

  const { isReversed, reversesId } = payment
  const days = [payment.since, ...standing.map(({ allocatedOn }) => allocatedOn)]
  const what = { isReversed, isReversal: reversesId !== null, days }
  refuse(refusalOfReversal(what, reversedOn, account.today))

  const id = newId()
  await insertPayment(tx, {
    ...recordOf(doing),
    id,
    legalEntityId: payment.legalEntityId,
    customerId: payment.customerId,
    amountMinor: -payment.totalMinor,
    currency: payment.currency,
    receivedOn: reversedOn,
    reference: payment.reference,
    reversesId: paymentId,
    sourceId: payment.sourceId,
    externalId: `reversal of ${paymentId}`,
  })
  await insertAllocations(tx, reversalRows(recordOf(doing), standing, reversedOn))
  const itemIds = standing.map(({ openItemId }) => openItemId)
  await closeAccount(tx, account, itemIds)
  await appendEvent(tx, {
    ...doing,
    name: 'payment.reversed',
    subject: { kind: 'payment', id: paymentId },
    customerId: payment.customerId,
    why,
    data: {
      amountMinor: payment.totalMinor,
      currency: payment.currency,
      reversedOn,
      openItemIds: itemIds,
    },
  })
  return { id }
}
