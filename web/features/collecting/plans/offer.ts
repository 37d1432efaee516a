import type { proposePlan } from '#contract/collecting/desk/plans'
import { addDays, day as dayFrom, type Day } from '#kernel/day.ts'
import { splitMinor } from '#kernel/money.ts'

import type { InputOf } from '../../../api/call.ts'

type Sent = InputOf<typeof proposePlan>['body']

export type Instalment = { readonly dueOn: Day; readonly minor: number }
/** A plan as it is put together, before anybody agreed to it. */
export type PlanOffer = Omit<Sent, 'instalments'> & { readonly instalments: Instalment[] }
export type PlanItem = PlanOffer['items'][number]

export const RHYTHMS = ['week', 'fortnight', 'month', 'own'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** Longer than this is a loan; the server refuses it, too. */
export const MOST_INSTALMENTS = 60
const FIRST_AFTER_DAYS = 7

export function emptyPlan(currency: string): PlanOffer {
  return { currency, items: [], instalments: [], accelerates: true, remindsDaysBefore: 3 }
}

export function sumOf(parts: readonly { readonly minor: number }[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}

type Room = { readonly most: number; readonly firstPercent: number; readonly latestDay: Day | null }

/** A first draft that keeps within what may be agreed without asking, where one does. */
export function draftOf(items: readonly PlanItem[], room: Room, today: Day): Instalment[] {
  const total = sumOf(items)
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

/** One instalment changed by hand; the last one takes what is left of the whole. */
export function changed(
  instalments: readonly Instalment[],
  at: number,
  part: Partial<Instalment>,
): Instalment[] {
  const total = sumOf(instalments)
  const next = instalments.map((one, index) => (index === at ? { ...one, ...part } : one))
  const last = next.length - 1
  const rest = total - sumOf(next.slice(0, last))
  return next.map((one, index) => (index === last ? { ...one, minor: rest } : one))
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

/** The rhythm in which instalments follow, as far as one is kept. */
export function rhythmOf(instalments: readonly Instalment[]): Rhythm {
  const [first] = instalments
  if (!first || instalments.length < 2) return 'month'
  const keeps = (rhythm: Rhythm) =>
    instalments.every(({ dueOn }, at) => dueOn === dayAfter(first.dueOn, rhythm, at))
  return (['week', 'fortnight', 'month'] as const).find(keeps) ?? 'own'
}

export type PlanProblem = 'items' | 'amounts' | 'order' | 'past'

/** What keeps an offer from being sent, or null when nothing does. */
export function problemOf({ items, instalments }: PlanOffer, today: Day): PlanProblem | null {
  if (items.length === 0) return 'items'
  if (instalments.some(({ minor }) => minor <= 0)) return 'amounts'
  if (instalments.some(({ dueOn }) => dueOn < today)) return 'past'
  const isRising = instalments.every(
    ({ dueOn }, at) => at === 0 || dueOn > (instalments[at - 1]?.dueOn ?? dueOn),
  )
  return isRising ? null : 'order'
}
