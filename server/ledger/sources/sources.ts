import { policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { openBooks, type Books } from '../balances/index.ts'
import { businessCalendar } from '../calendars/index.ts'
import { arePaymentsFresh, isLedgerFresh } from './rules.ts'
import { selectWatermarks } from './store.ts'

/** How far the facts of a legal entity are known, and whether that is far enough by policy. */
export type Freshness = {
  readonly legalEntityId: string
  readonly legalEntity: string
  readonly today: Day
  readonly ledgerSyncedAt: Instant | null
  readonly isLedgerFresh: boolean
  readonly paymentsConsideredUntil: Day | null
  readonly arePaymentsFresh: boolean
}

/** Freshness of every legal entity of the organisation. */
export async function freshnessOf(
  tx: Transaction,
  organisationId: string,
  now: Instant,
): Promise<readonly Freshness[]> {
  const books = await openBooks(tx, organisationId, now)
  return freshnessIn(tx, organisationId, { books, now })
}

/** The same for a caller who has opened the books. */
export async function freshnessIn(
  tx: Transaction,
  organisationId: string,
  { books, now }: { books: readonly Books[]; now: Instant },
): Promise<readonly Freshness[]> {
  const policy = await policyOf(tx, organisationId)
  const watermarks = await selectWatermarks(tx, organisationId)

  return books.map((entity) => {
    const marks = watermarks.find(({ legalEntityId }) => legalEntityId === entity.id)
    const ledgerSyncedAt = marks?.ledgerSyncedAt ?? null
    const paymentsConsideredUntil = marks?.paymentsConsideredUntil ?? null
    const calendar = businessCalendar(entity.country, entity.region)
    const businessDays = policy.bankFreshBusinessDays
    return {
      legalEntityId: entity.id,
      legalEntity: entity.name,
      today: entity.today,
      ledgerSyncedAt,
      isLedgerFresh: isLedgerFresh(ledgerSyncedAt, now, policy.ledgerFreshHours),
      paymentsConsideredUntil,
      arePaymentsFresh: arePaymentsFresh(paymentsConsideredUntil, entity.today, {
        calendar,
        businessDays,
      }),
    }
  })
}
