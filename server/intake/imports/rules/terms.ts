import { fold } from '../../tables/rules/texts.ts'

const LONGEST_TERMS = 365

/** The net days that payment terms name: '14 Tage 2 %, 30 Tage netto' is 30; null when none. */
export function termsDaysOf(terms: string | undefined): number | null {
  if (!terms) return null
  const folded = fold(terms)
  if (
    /^(?:sofort|immediate|due on receipt|on receipt|a reception|comptant|al contado|contado|cod|cash)/.test(
      folded,
    )
  ) {
    return 0
  }
  const net =
    /\b(?:net|netto|nett|n)\s*(\d{1,3})\b/.exec(folded) ??
    /(\d{1,3})\s*(?:days?|tagen?|jours?|dias?|d|t|j)?\s*(?:net|netto|nets)\b/.exec(folded)
  const days =
    net ??
    lastOf(/(\d{1,3})\s*(?:days?|tagen?|jours?|dias?)\b/g, folded) ??
    /^(\d{1,3})$/.exec(folded)
  const count = Number(days?.[1] ?? Number.NaN)
  return count >= 0 && count <= LONGEST_TERMS ? count : null
}

function lastOf(pattern: RegExp, text: string): RegExpMatchArray | undefined {
  return [...text.matchAll(pattern)].at(-1)
}

/** A plain number of days within a year. */
export function daysOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,3}$/.test(text)) return null
  const days = Number(text)
  return days <= LONGEST_TERMS ? days : null
}
