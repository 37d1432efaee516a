import { isDay, type Day } from '../../../kernel/day.ts'
import type { Row } from './documents.ts'
import { importFinding, type AnyFinding } from './findings.ts'
import { daysOf } from './terms.ts'

/** How far another system has asked for a document. */
export type Reminded = {
  /** As it counts its reminders; 0 was got in touch about and not asked for. */
  readonly level: number
  /** Null where the file has a level and no day. */
  readonly on: Day | null
}

const HIGHEST_LEVEL = 99

/**
 * What a row says of reminders that were sent elsewhere; null where none was. A day alone is a first
 * reminder. A day to come is told, and counts as no day.
 */
export function remindedOf(
  { line, values }: Row,
  today: Day,
): { readonly reminded: Reminded | null; readonly findings: readonly AnyFinding[] } {
  const { reminder_level: level, reminded_on: said } = values
  const day = said !== undefined && isDay(said) ? said : null
  const isToCome = day !== null && day > today
  const findings = isToCome ? [importFinding('reminded_in_future', { line, value: day })] : []
  const on = isToCome ? null : day
  const counted = level === undefined ? null : Math.min(daysOf(level) ?? 0, HIGHEST_LEVEL)
  if (on === null && (counted ?? 0) === 0) return { reminded: null, findings }
  return { reminded: { level: counted ?? 1, on }, findings }
}
