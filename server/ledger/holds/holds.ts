import { appendEvent, policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { openAccount } from '../balances/index.ts'
import { known, personOf, refuse, type Doing } from '../doing.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type HoldInForce = {
  readonly id: string
  readonly customerId: string
  /** Null holds the whole customer. */
  readonly receivableId: string | null
  readonly reason: store.HoldRow['reason']
  readonly holdsUntil: Day
  readonly isApproved: boolean
}

/** What holds these customers, or invoices of theirs, on a day. */
export async function holdsInForce(
  tx: Transaction,
  organisationId: string,
  customerIds: readonly string[],
  on: Day,
): Promise<HoldInForce[]> {
  const { holdDaysWithoutApproval: days } = await policyOf(tx, organisationId)
  const holds = await store.selectHoldsAround(tx, customerIds, on)

  return holds
    .filter((hold) => rules.isInForce(hold, days, on))
    .map((hold) => ({
      id: hold.id,
      customerId: hold.customerId,
      receivableId: hold.receivableId,
      reason: hold.reason,
      holdsUntil: rules.holdsUntil(hold, days),
      isApproved: hold.isApproved,
    }))
}

export type NewHold = {
  readonly customerId: string
  readonly receivableId: string | null
  readonly reason: store.HoldRow['reason']
  readonly note: string
  readonly startsOn?: Day | undefined
  readonly endsOn: Day
}

/** Holds a customer or one invoice from a day on, today unless another is given. */
export async function placeHold(tx: Transaction, doing: Doing, wanted: NewHold) {
  const { customerId, receivableId, reason, note, endsOn } = wanted
  const { today } = await openAccount(tx, doing, customerId)
  const { holdDaysWithoutApproval: days } = await policyOf(tx, doing.organisationId)
  const isTheirs =
    receivableId === null || (await store.hasReceivable(tx, receivableId, customerId))

  if (!isTheirs) refuse({ code: 'no_such_receivable' })
  const startsOn = wanted.startsOn ?? today
  const code = rules.refusalOfPlacing({ startsOn, endsOn }, today)
  if (code) refuse({ code, details: { today } })

  const id = newId()
  const { organisationId, at, by } = doing
  const hold = { id, organisationId, customerId, receivableId, reason, note, startsOn, endsOn }
  await store.insertHold(tx, { ...hold, createdBy: personOf(by), createdAt: at })
  await appendEvent(tx, {
    ...doing,
    name: 'hold.placed',
    subject: { kind: 'hold', id },
    customerId,
    data: { reason, startsOn, endsOn, receivableId },
  })
  const placed = { startsOn, endsOn, isApproved: false, liftedOn: null }
  return {
    id,
    needsApproval: rules.needsApproval(placed, days),
    holdsUntil: rules.holdsUntil(placed, days),
  }
}

/** Approves a hold that another person placed, so that it holds to its end. */
export async function approveHold(tx: Transaction, doing: Doing, holdId: string): Promise<void> {
  const { customerId } = known(await store.selectHold(tx, holdId), 'no_such_hold')
  const { today } = await openAccount(tx, doing, customerId)
  const hold = known(await store.selectHold(tx, holdId), 'no_such_hold')
  const { holdDaysWithoutApproval } = await policyOf(tx, doing.organisationId)

  const approver = personOf(doing.by)
  const policy = { daysWithoutApproval: holdDaysWithoutApproval, today }
  const code = rules.refusalOfApproval(hold, approver, policy)
  if (code) refuse({ code })

  await store.approve(tx, holdId, approver ?? '')
  await appendEvent(tx, {
    ...doing,
    name: 'hold.approved',
    subject: { kind: 'hold', id: holdId },
    customerId,
    data: { reason: hold.reason, endsOn: hold.endsOn },
  })
}

/** Ends a hold today. */
export async function liftHold(
  tx: Transaction,
  doing: Doing,
  { holdId, why }: { holdId: string; why: string },
): Promise<void> {
  const { customerId } = known(await store.selectHold(tx, holdId), 'no_such_hold')
  const { today } = await openAccount(tx, doing, customerId)
  const hold = known(await store.selectHold(tx, holdId), 'no_such_hold')

  const code = rules.refusalOfLifting(hold, today)
  if (code) refuse({ code })

  await store.lift(tx, holdId, { on: today, by: personOf(doing.by) })
  await appendEvent(tx, {
    ...doing,
    name: 'hold.lifted',
    subject: { kind: 'hold', id: holdId },
    customerId,
    why,
    data: { reason: hold.reason, endsOn: hold.endsOn },
  })
}
