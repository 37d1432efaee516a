import type { Day } from '../../../../kernel/day.ts'

/** What a reader has to know besides; each has its sentence in four languages. */
export type LimitationNote =
  | 'in_writing_and_signed'
  | 'not_abstract'
  | 'longer_by_deed'
  | 'shorter_is_shown'
  | 'regions_differ'
  | 'new_law'
  | 'not_looked_up'
  | 'check_with_counsel'

/** What an acknowledgement does to the limitation period in one place. Information, not advice. */
export type LimitationRule = {
  /** Where it is written that an acknowledgement restarts the period; '' where no row says so. */
  readonly source: string
  /** Where the length of the period is written. */
  readonly periodSource: string
  /** The length of the new period in years; null where counsel has to say. */
  readonly years: { readonly commercial: number | null; readonly consumer: number | null }
  readonly notes: readonly LimitationNote[]
  /** Whether what the row says was read in the text of the law; what was not is never counted on. */
  readonly state: 'looked_up' | 'check_with_counsel'
  /** Of the last look; null where there is no rule to look up. */
  readonly lookedUpOn: Day | null
}

/** The day on which the rows were last held against the statutes. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a day as it is written
const LAST_LOOK = '2026-12-01' as Day
const LOOKED_UP = { state: 'looked_up', lookedUpOn: LAST_LOOK } as const
/** Sought on that day and not found in full: no end is computed from it. */
const NOT_FOUND = { state: 'check_with_counsel', lookedUpOn: LAST_LOOK } as const

const UNKNOWN = { commercial: null, consumer: null }

export const LIMITATION_RULES = {
  // The new period begins on the next day (§ 187 (1) BGB); the end of the year does not matter for it.
  // § 781 BGB excludes electronic form for an abstract promise: ours confirms a debt that exists.
  DE: {
    source: '§ 212 Abs. 1 Nr. 1 BGB',
    periodSource: '§ 195 BGB',
    years: { commercial: 3, consumer: 3 },
    notes: ['not_abstract'],
    ...LOOKED_UP,
  },
  // § 1497: before the period has run, expressly or tacitly. § 1486 Z 1: whatever a business delivers,
  // to whomever.
  AT: {
    source: '§ 1497 ABGB',
    periodSource: '§ 1486 Z 1 ABGB',
    years: { commercial: 3, consumer: 3 },
    notes: [],
    ...LOOKED_UP,
  },
  // Art. 127 has ten years, art. 128 five for some claims: the shorter is shown. Art. 137 (2) has ten
  // after a deed; whether a plain electronic signature makes one is for counsel.
  CH: {
    source: 'Art. 135 Ziff. 1, Art. 137 Abs. 1 OR',
    periodSource: 'Art. 127, Art. 128 OR',
    years: { commercial: 5, consumer: 5 },
    notes: ['shorter_is_shown', 'longer_by_deed', 'check_with_counsel'],
    ...LOOKED_UP,
  },
  FR: {
    source: 'art. 2240 et 2231 du Code civil',
    periodSource: 'art. L. 110-4 du Code de commerce, art. L. 218-2 du Code de la consommation',
    years: { commercial: 5, consumer: 2 },
    notes: [],
    ...LOOKED_UP,
  },
  // Art. 1967 no. 4 has three years for goods sold to whoever is no merchant or deals in something
  // else, a company too; art. 1964.2 five for the rest. Regions have codes of their own.
  ES: {
    source: 'art. 1973 del Código Civil',
    periodSource: 'art. 1967.4.º y 1964.2 del Código Civil',
    years: { commercial: 3, consumer: 3 },
    notes: ['shorter_is_shown', 'regions_differ', 'check_with_counsel'],
    ...LOOKED_UP,
  },
  // S. 29(5) and (7): while the period runs, never after it. S. 30: in writing and signed.
  UK: {
    source: 'Limitation Act 1980, ss. 29(5) and 30 (England and Wales)',
    periodSource: 'Limitation Act 1980, s. 5',
    years: { commercial: 6, consumer: 6 },
    notes: ['in_writing_and_signed', 'regions_differ', 'check_with_counsel'],
    ...LOOKED_UP,
  },
  // S. 56: the right counts from the acknowledgement. S. 58: in writing, signed, to the creditor or an
  // agent of theirs. Twelve years are for instruments under seal (s. 11(5)), which ours is not.
  IE: {
    source: 'Statute of Limitations 1957, ss. 56 and 58',
    periodSource: 'Statute of Limitations 1957, s. 11(1)(a)',
    years: { commercial: 6, consumer: 6 },
    notes: ['in_writing_and_signed', 'check_with_counsel'],
    ...LOOKED_UP,
  },
  // Art. 2248 and the ten years of art. 2262bis § 1 were read. Merchants have one year for goods sold
  // to others (art. 2272), and a written acknowledgement turns it into the common one (art. 2274), as
  // commentators say: those words, and what the new book of the Code changes, were not found.
  BE: {
    source: 'art. 2248 ancien Code civil / oud Burgerlijk Wetboek',
    periodSource: 'art. 2262bis § 1 ancien Code civil / oud Burgerlijk Wetboek',
    years: UNKNOWN,
    notes: ['new_law', 'not_looked_up', 'check_with_counsel'],
    ...NOT_FOUND,
  },
  // 3:318: whoever acknowledges, in any form. 3:319: from the next day, as long as the first period but
  // at most five years, and never ending before it. 7:28 has two for goods sold to a consumer; their
  // services have five: the shorter is shown.
  NL: {
    source: 'art. 3:318 en 3:319 BW',
    periodSource: 'art. 3:307 BW, art. 7:28 BW',
    years: { commercial: 5, consumer: 2 },
    notes: ['shorter_is_shown', 'check_with_counsel'],
    ...LOOKED_UP,
  },
  general: {
    source: '',
    periodSource: '',
    years: UNKNOWN,
    notes: ['check_with_counsel'],
    state: 'check_with_counsel',
    lookedUpOn: null,
  },
} as const satisfies Record<string, LimitationRule>

export type Jurisdiction = keyof typeof LIMITATION_RULES

export function limitationRuleOf(jurisdiction: Jurisdiction): LimitationRule {
  return LIMITATION_RULES[jurisdiction]
}

const COUNTRIES: ReadonlyMap<string, Jurisdiction> = new Map([['GB', 'UK']])

/** The rules of the place where a customer is, as a first guess. */
export function jurisdictionOf(country: string): Jurisdiction {
  const known = Object.keys(LIMITATION_RULES).find((code) => code === country)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- found among the keys
  return (known as Jurisdiction | undefined) ?? COUNTRIES.get(country) ?? 'general'
}

/**
 * The last day of a period that begins anew with a signature; null where no row says how long, or
 * where nobody has read the law.
 */
export function newEndOf(
  rule: LimitationRule,
  segment: 'commercial' | 'consumer',
  signedOn: Day,
): Day | null {
  const years = rule.state === 'looked_up' ? rule.years[segment] : null
  return years === null ? null : yearsAfter(signedOn, years)
}

/** The same day so many years on; 29 February ends with February. */
function yearsAfter(from: Day, years: number): Day {
  const [year = '', month = '', date = ''] = from.split('-')
  const then = Number(year) + years
  const isLeap = (then % 4 === 0 && then % 100 !== 0) || then % 400 === 0
  const last = month === '02' && date === '29' && !isLeap ? '28' : date
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a day moved by whole years is one
  return `${then}-${month}-${last}` as Day
}
