import { type Day } from '../../../kernel/day.ts'
import { type Tag, text } from '../tree.ts'
import { dayOfText } from '../values.ts'

/** The day of a date element, which both versions write in different depths. */
export function day(from: Tag | null, path: string): Day | null {
  const written = dayText(from, path)
  return written === null ? null : dayOfText(written)
}

/** What a date element says, be it a day or not. */
export function dayText(from: Tag | null, path: string): string | null {
  return text(from, `${path}/DateTimeString`) ?? text(from, `${path}/DateTime`) ?? text(from, path)
}

/** The number of another document; ZUGFeRD 1.0 calls it plainly ID. */
export function referenceOf(tag: Tag | null): string | null {
  return text(tag, 'IssuerAssignedID') ?? text(tag, 'ID')
}
