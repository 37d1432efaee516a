import { addSeconds, type Day, type Instant } from '../../kernel/day.ts'
import type { BusinessCalendar } from '../calendars/rules.ts'

const HOUR_SECONDS = 3600

/** A ledger is fresh while it was brought within so many hours; one that never came is not. */
export function isLedgerFresh(syncedAt: Instant | null, now: Instant, hours: number): boolean {
  return syncedAt !== null && addSeconds(syncedAt, hours * HOUR_SECONDS) >= now
}

/** Payments are fresh while no more than so many business days are missing before today. */
export function arePaymentsFresh(
  until: Day | null,
  today: Day,
  { calendar, businessDays }: { calendar: BusinessCalendar; businessDays: number },
): boolean {
  return until !== null && until >= calendar.addBusinessDays(today, -businessDays)
}
