import type { Day } from '../../../../kernel/day.ts'

/** What a reader has to know besides; each has its sentence in four languages. */
export type LimitationNote =
  | 'in_writing_and_signed'
  | 'not_abstract'
  | 'longer_by_deed'
  | 'shorter_for_some'
  | 'new_law'
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
}

const UNKNOWN = { commercial: null, consumer: null }

export const LIMITATION_RULES = {
  // The new period begins on the next day (§ 187 (1) BGB); the end of the year does not matter for it.
  // § 781 BGB excludes electronic form for an abstract promise: ours confirms a debt that exists.
  DE: {
    source: '§ 212 Abs. 1 Nr. 1 BGB',
    periodSource: '§ 195 BGB',
    years: { commercial: 3, consumer: 3 },
    notes: ['not_abstract'],
  },
  AT: {
    source: '§ 1497 ABGB',
    periodSource: '§ 1486 ABGB',
    years: { commercial: 3, consumer: 3 },
    notes: ['check_with_counsel'],
  },
  // Art. 127 has ten years, art. 128 five for some claims: the shorter is shown. Art. 137 (2) has ten
  // after a deed; whether a plain electronic signature makes one is for counsel.
  CH: {
    source: 'Art. 135 Ziff. 1, Art. 137 Abs. 1 OR',
    periodSource: 'Art. 128 OR',
    years: { commercial: 5, consumer: 5 },
    notes: ['longer_by_deed', 'check_with_counsel'],
  },
  FR: {
    source: 'art. 2240 et 2231 du Code civil',
    periodSource: 'art. L. 110-4 du Code de commerce, art. L. 218-2 du Code de la consommation',
    years: { commercial: 5, consumer: 2 },
    notes: [],
  },
  // Art. 1967 has three years for some debts, those of consumers to merchants among them.
  ES: {
    source: 'art. 1973 del Código Civil',
    periodSource: 'art. 1964.2 y 1967 del Código Civil',
    years: { commercial: 5, consumer: 3 },
    notes: ['shorter_for_some', 'check_with_counsel'],
  },
  UK: {
    source: 'Limitation Act 1980, ss. 29(5) and 30 (England and Wales)',
    periodSource: 'Limitation Act 1980, s. 5',
    years: { commercial: 6, consumer: 6 },
    notes: ['in_writing_and_signed', 'check_with_counsel'],
  },
  IE: {
    source: 'Statute of Limitations 1957, ss. 56 and 58',
    periodSource: 'Statute of Limitations 1957, s. 11(1)',
    years: { commercial: 6, consumer: 6 },
    notes: ['in_writing_and_signed', 'check_with_counsel'],
  },
  BE: {
    source: 'art. 2248 ancien Code civil / oud Burgerlijk Wetboek',
    periodSource: '',
    years: UNKNOWN,
    notes: ['new_law', 'check_with_counsel'],
  },
  NL: {
    source: 'art. 3:318 en 3:319 BW',
    periodSource: 'art. 3:307 BW, art. 7:28 BW',
    years: { commercial: 5, consumer: 2 },
    notes: [],
  },
  general: { source: '', periodSource: '', years: UNKNOWN, notes: ['check_with_counsel'] },
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

/** The last day of a period that begins anew with a signature; null where no row says how long. */
export function newEndOf(
  rule: LimitationRule,
  segment: 'commercial' | 'consumer',
  signedOn: Day,
): Day | null {
  const years = rule.years[segment]
  return rule.source === '' || years === null ? null : yearsAfter(signedOn, years)
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
