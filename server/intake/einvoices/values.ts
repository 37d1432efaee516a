import { type Day, isDay } from '../../kernel/day.ts'
import { type Discount, type Identifier } from './document.ts'
import { all, attribute, ownText, type Tag } from './tree.ts'

const DAY_FIRST = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T Z+-]|\d{4}(?:\d{2})?$)/

/**
 * The day of an XML date ('2026-03-01', with or without time and zone) or of the UN/CEFACT digits
 * ('20260301', formats 102, 203, 204). A month or a week alone (610, 616) is no day: null.
 */
export function dayOfText(written: string): Day | null {
  const digits = DAY_FIRST.exec(written.trim())
  if (!digits) return null
  const day = `${digits[1]}-${digits[2]}-${digits[3]}`
  return isDay(day) ? day : null
}

/** UNTDID 1001 as EN 16931 divides it (CEN code lists 1.3.16): these are credit notes. */
const CREDIT_NOTE_TYPES = new Set('81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '))

export function isCreditNoteType(typeCode: string | null): boolean {
  return typeCode !== null && CREDIT_NOTE_TYPES.has(typeCode)
}

/** Invoices and credit notes that the buyer writes in the seller's name. */
const SELF_BILLED_TYPES = new Set('261 389 471 473 500 501 502 527'.split(' '))

export function isSelfBilledType(typeCode: string | null): boolean {
  return typeCode !== null && SELF_BILLED_TYPES.has(typeCode)
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/** An account as an IBAN without spaces; null when it has not the shape of one (a giro number). */
export function ibanOf(account: string | null): string | null {
  const compact = (account ?? '').replace(/\s/g, '').toUpperCase()
  if (IBAN.test(compact)) return compact
  const bare = compact.replace(/^IBAN:?/, '')
  return IBAN.test(bare) ? bare : null
}

/** Each once, in the order of the document. */
export function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}

/** The identifiers at a path with their scheme (ISO 6523, EAS). */
export function identifiers(from: Tag | null, path: string): Identifier[] {
  return all(from, path).flatMap((tag) => {
    const id = ownText(tag)
    return id === null ? [] : [{ id, scheme: attribute(tag, 'schemeID') }]
  })
}

/** The discounts that XRechnung writes into its terms: '#SKONTO#TAGE=14#PROZENT=2.25#' (BR-DE-18). */
export function discountsOfText(terms: string | null): Discount[] {
  const written = (terms ?? '').matchAll(
    /#SKONTO#TAGE=(\d{1,4})#PROZENT=(\d{1,3}(?:\.\d+)?)(?:#BASISBETRAG=(-?\d+(?:\.\d+)?))?#/g,
  )
  return [...written].map(([, days, percent, base]) => ({
    days: Number(days),
    percent: percent ?? '',
    base: base ?? null,
  }))
}
