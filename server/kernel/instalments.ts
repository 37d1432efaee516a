import { addDays, day as dayFrom, type Day } from './day.ts'
import { splitMinor } from './money.ts'

export type Instalment = { readonly dueOn: Day; readonly minor: number }

export const EVEN_RHYTHMS = ['week', 'fortnight', 'month'] as const

/** How instalments follow each other; 'own' is none of the others, and counts in months. */
export const RHYTHMS = [...EVEN_RHYTHMS, 'own'] as const
export type EvenRhythm = (typeof EVEN_RHYTHMS)[number]
export type Rhythm = (typeof RHYTHMS)[number]

const FIRST_AFTER_DAYS = 7

type Room = { readonly most: number; readonly firstPercent: number; readonly latestDay: Day | null }

/** A first draft that keeps within what may be agreed without asking, where one does. */
export function draftOf(total: number, room: Room, today: Day): Instalment[] {
  if (total === 0) return []
  const firstOn = addDays(today, FIRST_AFTER_DAYS)
  const { most, latestDay, firstPercent } = room
  const fits = ({ further, rhythm }: Spread) =>
    further < most && latestDay !== null && dayAfter(firstOn, rhythm, further) <= latestDay
  const chosen = DRAFTS.find(fits) ?? USUAL_DRAFT
  const parts = chosen.further + 1
  const share = Math.max(Math.ceil((total * firstPercent) / 100), Math.ceil(total / parts))
  return spread(total, { dueOn: firstOn, minor: Math.min(share, total) }, chosen)
}

type Spread = { readonly further: number; readonly rhythm: Rhythm }

const USUAL_DRAFT: Spread = { further: 2, rhythm: 'month' }
/** The slowest first: it is the easiest to keep. */
const DRAFTS: readonly Spread[] = [
  USUAL_DRAFT,
  { further: 2, rhythm: 'fortnight' },
  { further: 2, rhythm: 'week' },
  { further: 1, rhythm: 'fortnight' },
  { further: 1, rhythm: 'week' },
]

/** The first payment and the rest in equal parts after it; the parts make up the whole. */
export function spread(
  totalMinor: number,
  first: Instalment,
  { further, rhythm }: Spread,
): Instalment[] {
  if (further === 0) return [{ ...first, minor: totalMinor }]
  const rest = totalMinor - first.minor
  const shares = rest > 0 ? splitMinor(rest, Array<number>(further).fill(1)) : []
  return [
    first,
    ...Array.from({ length: further }, (_, at) => ({
      dueOn: dayAfter(first.dueOn, rhythm, at + 1),
      minor: shares[at] ?? 0,
    })),
  ]
}

const WEEK = 7
const LAST_DAY_OF_ANY_MONTH = 28

/** The day so many steps of a rhythm after another; a month's last days fall on what it has. */
export function dayAfter(from: Day, rhythm: Rhythm, steps: number): Day {
  if (rhythm === 'week') return addDays(from, WEEK * steps)
  if (rhythm === 'fortnight') return addDays(from, 2 * WEEK * steps)
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const months = year * 12 + month - 1 + steps
  const first = dayFrom(
    `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`,
  )
  const wished = addDays(first, date - 1)
  if (date <= LAST_DAY_OF_ANY_MONTH || wished.slice(0, 7) === first.slice(0, 7)) return wished
  return addDays(wished, -Number(wished.slice(8)))
}
