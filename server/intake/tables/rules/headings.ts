import type { Field } from './fields.ts'
import type { Synonym } from './synonyms.ts'
import { LEDGER_SYNONYMS } from './synonyms.ts'
import { wordsOf } from './texts.ts'

const CURRENCIES = new Set(
  (
    'eur usd gbp chf jpy cad aud nzd sek nok dkk isk pln czk huf ron bgn try cny hkd sgd inr brl mxn ' +
    'zar aed sar ils krw thb myr idr php vnd rub uah rsd mad tnd kwd bhd omr jod qar clp cop pen ars'
  ).split(' '),
)
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beuro?s?\b/i, 'EUR'],
  [/£/, 'GBP'],
  [/US\$/, 'USD'],
  [/¥/, 'JPY'],
]
const DAYS = String.raw`(?: ?(?:days?|tagen?|jours?|dias?)(?: (?:past due|overdue|late|uberfallig))?)`
const AGEING_BUCKETS = [
  /^(?:current|not(?: yet)? due|nicht (?:fallig|faellig)|non echu|no vencido|older|alter)$/,
  new RegExp(`^(?:over|uber|ueber|plus de|mas de|more than|older than|>=?) ?\\d{1,3}${DAYS}?$`),
  new RegExp(`^\\d{1,3} ?(?:-|to|bis|a) ?\\d{1,3}${DAYS}?$`),
  new RegExp(`^\\d{1,3} ?(?:\\+|and over|and above|or more|plus|et plus|y mas|und mehr)${DAYS}?$`),
  new RegExp(`^\\d{1,3}${DAYS}$`),
  /^[<>]? ?\d{1,2} ?(?:months?|monate?|mois|mes(?:es)?)$/,
]

/** How well a heading fits each field, from 0 to 1; fields it does not suggest are absent. */
export function fieldsOfHeading(
  heading: string,
  synonyms: readonly Synonym[] = LEDGER_SYNONYMS,
): Map<Field, number> {
  const words = withoutCurrency(wordsOf(heading))
  const fits = new Map<Field, number>()
  if (words.length === 0 || isAgeingBucket(heading)) return fits
  const joined = words.join('')
  for (const synonym of synonyms) {
    const fit = fitOf(words, joined, synonym)
    if (fit > (fits.get(synonym.field) ?? 0)) fits.set(synonym.field, fit)
  }
  return fits
}

function fitOf(words: readonly string[], joined: string, synonym: Synonym): number {
  if (joined === synonym.joined) return 1
  const matched = synonym.words.filter((word) => words.includes(word)).length
  if (matched === synonym.words.length && synonym.joined.length > 1) {
    // 'date' or 'name' within a longer heading says next to nothing.
    if (matched === 1 && synonym.joined.length <= 6) return 0.3
    return 0.45 + 0.45 * (synonym.joined.length / joined.length)
  }
  if (synonym.joined.length >= 6 && joined.includes(synonym.joined)) {
    return 0.4 + 0.4 * (synonym.joined.length / joined.length)
  }
  return 0
}

/** 'Current', '1 - 30', '> 90', 'über 120 Tage': a heading that names an ageing bucket. */
export function isAgeingBucket(heading: string): boolean {
  const words = heading.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  const spaced = words.replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
  return AGEING_BUCKETS.some((bucket) => bucket.test(spaced))
}

/** The currency that a heading names ('open_amount_usd', 'Betrag (€)'), if any. */
export function currencyOfHeading(heading: string): string | null {
  const code = wordsOf(heading).find((word) => CURRENCIES.has(word))
  if (code) return code.toUpperCase()
  return SIGNS.find(([sign]) => sign.test(heading))?.[1] ?? null
}

function withoutCurrency(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !CURRENCIES.has(word))
  return rest.length > 0 ? rest : words
}

/** The language in which most headings are written, if they lean to one. */
export function tongueOf(headings: readonly string[]): 'en' | 'de' | 'fr' | 'es' | null {
  const votes = { en: 0, de: 0, fr: 0, es: 0 }
  for (const heading of headings) {
    const joined = wordsOf(heading).join('')
    const exact = LEDGER_SYNONYMS.filter((synonym) => synonym.joined === joined)
    const tongues = new Set(exact.map(({ tongue }) => tongue))
    for (const tongue of tongues)
      if (tongue !== 'erp' && tongue !== 'other') votes[tongue] += 1 / tongues.size
  }
  const [first, second] = (['en', 'de', 'fr', 'es'] as const).toSorted(
    (a, b) => votes[b] - votes[a],
  )
  return first && second && votes[first] > votes[second] ? first : null
}
