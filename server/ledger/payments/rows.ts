import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { recordOf } from '../doing.ts'
import type { Share } from './rules.ts'
import type { StandingAllocation } from './store/facts.ts'
import type { AllocationRow } from './store/writing.ts'

type Record = ReturnType<typeof recordOf>

/** A payment's parts, each with the sign of the payment. */
export function paymentRows(
  record: Record,
  payment: { id: string; customerId: string; amountMinor: number },
  shares: readonly Share[],
): AllocationRow[] {
  const sign = payment.amountMinor < 0 ? -1 : 1
  return shares.map(({ openItemId, amountMinor, on }) => ({
    ...record,
    id: newId(),
    customerId: payment.customerId,
    openItemId,
    paymentId: payment.id,
    kind: 'payment' as const,
    amountMinor: sign * amountMinor,
    allocatedOn: on,
  }))
}

/** A credit's parts: for each one pair, +amount on the debt's item and −amount on the credit's. */
export function creditRows(
  record: Record,
  credit: { itemId: string; customerId: string },
  shares: readonly Share[],
): AllocationRow[] {
  return shares.flatMap(({ openItemId, amountMinor, on }) => {
    const pairId = newId()
    const { customerId } = credit
    const both = { ...record, customerId, pairId, kind: 'credit' as const, allocatedOn: on }
    return [
      { ...both, id: newId(), openItemId, amountMinor },
      { ...both, id: newId(), openItemId: credit.itemId, amountMinor: -amountMinor },
    ]
  })
}

/** The rows that undo others on a day. */
export function reversalRows(
  record: Record,
  standing: readonly StandingAllocation[],
  on: Day,
): AllocationRow[] {
  return standing.map(({ id, customerId, openItemId, paymentId, pairId, kind, amountMinor }) => ({
    ...record,
    id: newId(),
    customerId,
    openItemId,
    paymentId,
    pairId,
    kind,
    amountMinor: -amountMinor,
    allocatedOn: on,
    reversesId: id,
  }))
}
