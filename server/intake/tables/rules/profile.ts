import { voteOf, type AmountVote } from './amounts.ts'
import { isBlank, textOf, type Cell } from './cells.ts'
import { voteOfDate, type DateOrder } from './dates.ts'

/** What the values of one column have been seen to be. Counters, so any number of rows fits. */
export type Profile = {
  filled: number
  blank: number
  amounts: Record<AmountVote, number>
  negatives: number
  /** How many cells are a date at all, and in how many each order reads one that exists. */
  dates: { seen: number; yearFirst: number } & Record<DateOrder, number>
  forms: Record<Form, number>
  floats: number
  longest: number
  distinct: Set<string>
  samples: string[]
}

const FORMS = {
  email: /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/,
  currency: /^(?:[A-Z]{3}|[€£$¥])$/,
  country: /^[A-Z]{2}$/,
  language: /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/,
  iban: /^[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?$/,
  vat: /^[A-Z]{2}[A-Z0-9]{8,12}$/,
  phone: /^\+?[\d\s()/.-]{7,20}$/,
  flag: /^(?:y|n|yes|no|ja|nein|oui|non|si|sí|no|true|false|wahr|falsch|x|0|1)$/i,
  code: /^(?=.*\d)[A-Z0-9][\w./-]{1,29}$/i,
  words: /\p{L}{2,}/u,
} as const
export type Form = keyof typeof FORMS

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- FORMS is the type's own source
const FORM_NAMES = Object.keys(FORMS) as Form[]
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- FORMS is the type's own source
const NO_FORMS = Object.fromEntries(FORM_NAMES.map((form) => [form, 0])) as Record<Form, number>

const MOST_DISTINCT = 5_000
const MOST_SAMPLES = 3

export function newProfile(): Profile {
  return {
    filled: 0,
    blank: 0,
    amounts: { '.': 0, ',': 0, either: 0, plain: 0, none: 0 },
    negatives: 0,
    dates: { seen: 0, yearFirst: 0, dmy: 0, mdy: 0, ymd: 0 },
    forms: { ...NO_FORMS },
    floats: 0,
    longest: 0,
    distinct: new Set(),
    samples: [],
  }
}

/** Adds one more value to what is known of its column. */
export function observe(profile: Profile, cell: Cell | undefined): void {
  if (cell === undefined || isBlank(cell)) {
    profile.blank += 1
    return
  }
  const text = textOf(cell)
  profile.filled += 1
  profile.longest = Math.max(profile.longest, text.length)
  profile.amounts[voteOf(cell)] += 1
  if (/^[-−(]|-$/.test(text)) profile.negatives += 1
  if (/^\d+\.0+$/.test(text)) profile.floats += 1
  observeDate(profile, cell)
  for (const form of FORM_NAMES) {
    if (text.length < 200 && FORMS[form].test(text)) profile.forms[form] += 1
  }
  if (profile.distinct.size < MOST_DISTINCT) profile.distinct.add(text)
  if (profile.samples.length < MOST_SAMPLES) profile.samples.push(text)
}

function observeDate({ dates }: Profile, cell: Cell): void {
  const vote = voteOfDate(cell)
  if (vote === null) return
  dates.seen += 1
  if (vote === 'year_first') dates.yearFirst += 1
  else if (vote !== 'any') for (const order of vote) dates[order] += 1
}

/** The share of the filled cells that have the form. */
export function shareOf(profile: Profile, form: Form): number {
  return profile.filled === 0 ? 0 : profile.forms[form] / profile.filled
}

export function dateShareOf({ filled, dates }: Profile): number {
  return filled === 0 ? 0 : dates.seen / filled
}

export function amountShareOf({ filled, amounts }: Profile): number {
  return filled === 0 ? 0 : 1 - amounts.none / filled
}

/** How far the filled cells differ from one another, 1 when no value comes twice. */
export function distinctShareOf({ filled, distinct }: Profile): number {
  return filled === 0 ? 0 : distinct.size / Math.min(filled, MOST_DISTINCT)
}

export function filledShareOf({ filled, blank }: Profile): number {
  return filled + blank === 0 ? 0 : filled / (filled + blank)
}
