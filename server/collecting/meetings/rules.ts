import { addDays, type Day, type Instant } from '../../kernel/day.ts'

/** An event of a calendar, or one of its repetitions. */
export type Occurrence = {
  readonly uid: string
  readonly title: string
  readonly place: string
  readonly attendees: readonly string[]
  /** Null on whole days. */
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly firstDay: Day
  readonly lastDay: Day
}

export type Known = { readonly id: string; readonly number: string; readonly name: string }

export type Match = {
  readonly customerId: string
  readonly by: 'attendee' | 'number' | 'name'
}

/** A meeting of several days is one on each of them, within reason. */
const MOST_DAYS = 7

export function daysOf({ firstDay, lastDay }: Pick<Occurrence, 'firstDay' | 'lastDay'>): Day[] {
  const days: Day[] = []
  for (let day = firstDay; day <= lastDay && days.length < MOST_DAYS; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}

// What stands behind a company's name and is said by nobody who writes it into a calendar.
const FORMS =
  'gmbh mbh ag kg kgaa co cokg ohg ug ev eg gbr ltd limited llc llp plc inc corp sarl sas sa sasu eurl snc sci sl slu srl spa sca bv nv vof cv ab as oy aps'
const LEGAL_FORMS: ReadonlySet<string> = new Set(FORMS.split(' '))

/** A text as words without accents, case and signs: 'Café-Bar B.V.' is ' cafe bar bv '. */
function plainOf(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${letters
    .replaceAll('.', '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** The part of a name that tells it from others: without its legal form. */
function coreOf(name: string): string {
  const words = plainOf(name).trim().split(' ')
  return words.filter((word) => !LEGAL_FORMS.has(word)).join(' ')
}

const SHORTEST_NAME = 4
const SHORTEST_NUMBER = 4

/**
 * Whose meeting it is, among the customers of the one who has it: those whose people are invited;
 * else those whose number or name stands in the title or the place. Of names within each other the
 * longest counts.
 */
export function matchesOf(
  { title, place }: Pick<Occurrence, 'title' | 'place'>,
  invited: readonly string[],
  customers: readonly Known[],
): Match[] {
  if (invited.length > 0) {
    return [...new Set(invited)].map((customerId) => ({ customerId, by: 'attendee' }))
  }
  const text = `${plainOf(title)}|${plainOf(place)}`
  const byNumber = customers.filter(({ number }) => hasNumber(text, number))
  if (byNumber.length > 0) return byNumber.map(({ id }) => ({ customerId: id, by: 'number' }))
  const named = customers
    .map(({ id, name }) => ({ id, core: coreOf(name) }))
    .filter(({ core }) => core.length >= SHORTEST_NAME && text.includes(` ${core} `))
  return named
    .filter(({ core }) => !named.some((other) => isWithin(core, other.core)))
    .map(({ id }) => ({ customerId: id, by: 'name' }))
}

function isWithin(core: string, other: string): boolean {
  return other.length > core.length && ` ${other} `.includes(` ${core} `)
}

function hasNumber(text: string, number: string): boolean {
  const plain = plainOf(number)
  return plain.trim().length >= SHORTEST_NUMBER && /\d/.test(plain) && text.includes(plain)
}

const HALF_HOUR_SECONDS = 1800
const LONGEST_PAUSE_SECONDS = 6 * 3600

/** How long until a calendar is read again: every half hour, less often while it does not answer. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, HALF_HOUR_SECONDS * 2 ** Math.min(failures, 8))
}
