import type { Day } from '../../../../../kernel/day.ts'

/** An open item as the opening line looks at it. */
export type OpeningItem = {
  readonly receivableId: string
  readonly kind: 'invoice' | 'debit_note' | 'credit_note' | 'on_account'
  readonly instalments: number
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly currency: string
  readonly totalMinor: number
  readonly openMinor: number
  readonly disputedMinor: number
  /** Promised or in a plan for a day that has not passed: not asked for again. */
  readonly isPromised: boolean
}

/** What one sentence is about: documents of one kind in one currency, in the order of their days. */
export type OpeningGroup = {
  readonly kind: 'invoice' | 'debit_note'
  readonly currency: string
  readonly count: number
  /** Each day once. */
  readonly days: readonly Day[]
  /** One of each document. */
  readonly amounts: readonly number[]
  readonly sumMinor: number
  /** Less than the documents say: paid in part, disputed in part, or an instalment. */
  readonly isPartial: boolean
}

type Asked = {
  readonly kind: 'invoice' | 'debit_note'
  readonly currency: string
  readonly issuedOn: Day
  readonly minor: number
  readonly isPartial: boolean
}

/**
 * What a conversation opens with: what is overdue, neither disputed nor promised, per kind and
 * currency, the oldest first. A day that is not over is not late.
 */
export function openingOf(items: readonly OpeningItem[], today: Day): OpeningGroup[] {
  const late = items.filter((item) => isAsked(item, today))
  const documents = [...Map.groupBy(late, ({ receivableId }) => receivableId).values()]
  const asked = documents.flatMap(askedOf).toSorted(byDay)
  const groups = Map.groupBy(asked, ({ kind, currency }) => `${kind} ${currency}`)
  return [...groups.values()].flatMap(groupOf)
}

function isAsked({ dueOn, openMinor, disputedMinor, isPromised }: OpeningItem, today: Day) {
  return dueOn < today && !isPromised && openMinor - disputedMinor > 0
}

function askedOf(parts: readonly OpeningItem[]): Asked[] {
  const [first] = parts
  if (!first || (first.kind !== 'invoice' && first.kind !== 'debit_note')) return []
  const minor = parts.reduce((sum, part) => sum + part.openMinor - part.disputedMinor, 0)
  const total = parts.reduce((sum, part) => sum + part.totalMinor, 0)
  const { kind, currency, issuedOn, instalments } = first
  return [
    { kind, currency, issuedOn, minor, isPartial: minor < total || parts.length < instalments },
  ]
}

function byDay(a: Asked, b: Asked): number {
  if (a.issuedOn !== b.issuedOn) return a.issuedOn < b.issuedOn ? -1 : 1
  return b.minor - a.minor
}

function groupOf(documents: readonly Asked[]): OpeningGroup[] {
  const [first] = documents
  if (!first) return []
  return [
    {
      kind: first.kind,
      currency: first.currency,
      count: documents.length,
      days: [...new Set(documents.map(({ issuedOn }) => issuedOn))],
      amounts: documents.map(({ minor }) => minor),
      sumMinor: documents.reduce((sum, { minor }) => sum + minor, 0),
      isPartial: documents.some(({ isPartial }) => isPartial),
    },
  ]
}

/** So many can be named one by one by somebody who speaks; of more the sum and the time are said. */
const MOST_NAMED = 4

export function isNamed({ count }: Pick<OpeningGroup, 'count'>): boolean {
  return count <= MOST_NAMED
}
