import { addDays, dayIn, instantAt, type Instant, timeIn } from '../../../kernel/day.ts'

export type Hours = { readonly from: string; readonly to: string }

/**
 * When a message may leave for somebody in a zone: now within their working hours and not before the
 * playbook's time of day, else at the next such moment.
 */
export function leavingAt(zone: string, now: Instant, hours: Hours, sendAt: string): Instant {
  const opens = sendAt > hours.from && sendAt < hours.to ? sendAt : hours.from
  const today = dayIn(zone, now)
  const time = timeIn(zone, now)
  if (time < opens) return instantAt(zone, today, opens)
  return time < hours.to ? now : instantAt(zone, addDays(today, 1), opens)
}
