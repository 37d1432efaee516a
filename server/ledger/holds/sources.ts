import { appendEvents, policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../doing.ts'
import * as store from './store.ts'

/** Why a source holds: it says that a customer is blocked, or that an invoice is disputed. */
export type SourceReason = 'other' | 'dispute'

export type SourceHold = {
  readonly customerId: string
  readonly receivableId: string | null
}

/** What a source says: whom or what it holds, and of which holds of its own it now says the contrary. */
export type SourceWord = {
  readonly reason: SourceReason
  /** The source's name: its holds carry it as their note. */
  readonly source: string
  readonly today: Day
  readonly held: readonly SourceHold[]
  readonly isFree: (hold: SourceHold) => boolean
}

/** A hold that ends within so many days is placed anew when the source still says so. */
const DAYS_AHEAD = 3

/**
 * Holds what a source says is blocked or disputed, for as long as needs no approval, and lifts what
 * it no longer says. What people have placed stays as it is.
 */
export async function followSource(
  tx: Transaction,
  doing: Doing,
  { reason, source, today, held, isFree }: SourceWord,
): Promise<void> {
  const { organisationId } = doing
  const { holdDaysWithoutApproval } = await policyOf(tx, organisationId)
  const standing = await store.selectSourceHolds(tx, { organisationId, reason, source, today })

  const endsOn = addDays(today, holdDaysWithoutApproval - 1)
  const lasting = standing.filter((hold) => hold.endsOn >= addDays(today, DAYS_AHEAD))
  const known = new Set((holdDaysWithoutApproval > DAYS_AHEAD ? lasting : standing).map(keyOf))
  const placed = held
    .filter((hold) => !known.has(keyOf(hold)))
    .map((hold) => ({ ...hold, id: newId() }))
  const lifted = standing.filter((hold) => isFree(hold))

  const shared = { organisationId, reason, note: source, at: doing.at }
  await store.insertSourceHolds(tx, { ...shared, startsOn: today, endsOn }, placed)
  await store.liftMany(
    tx,
    lifted.map(({ id }) => id),
    today,
  )
  await appendEvents(tx, [
    ...placed.map(({ id, customerId, receivableId }) => ({
      ...eventOf(doing, { id, customerId }),
      name: 'hold.placed',
      data: { reason, startsOn: today, endsOn, receivableId, source },
    })),
    ...lifted.map((hold) => ({
      ...eventOf(doing, hold),
      name: 'hold.lifted',
      why: source,
      data: { reason, endsOn: hold.endsOn, source },
    })),
  ])
}

function keyOf({ customerId, receivableId }: SourceHold): string {
  return `${customerId} ${receivableId ?? ''}`
}

function eventOf(
  { organisationId, at, by }: Doing,
  { id, customerId }: { id: string; customerId: string },
) {
  return { organisationId, at, by, customerId, subject: { kind: 'hold', id } }
}
