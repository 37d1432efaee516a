import { addDays, type Day } from '../../../kernel/day.ts'
import { DECISION_KEY, NOTED_LEVEL, type PlaybookContent } from '../../playbooks/rules/content.ts'
import { isBeforeDue, isRungDue, type Rung } from '../../playbooks/rules/ladder.ts'
import type { CustomerFacts, ItemFact, ReachedFact } from './facts.ts'

/** How far an item has come in a ladder. */
export type Standing = {
  readonly item: ItemFact
  /** The place of the highest rung reached; −1 before the first. */
  readonly place: number
  readonly reachedOn: Day | null
  /** The first rung after the due day that it reached, and when. */
  readonly firstPlace: number
  readonly firstReachedOn: Day | null
  readonly isDecided: boolean
}

type Reached = { readonly place: number; readonly on: Day; readonly isBeforeDue: boolean }

/** The standing of every item that is owed, earliest due first. */
export function standingsOf(
  facts: Pick<CustomerFacts, 'items' | 'reached' | 'outsideContacts'>,
  playbookId: string,
  ladder: readonly Rung[],
): Standing[] {
  const owed = facts.items.filter(({ openMinor }) => openMinor > 0).toSorted(byDueDay)
  const onLadder = facts.reached.filter(({ level }) => level > NOTED_LEVEL)
  if (onLadder.length + facts.outsideContacts.length === 0) {
    return owed.map(unreached)
  }
  const reachedOf = Map.groupBy(onLadder, ({ openItemId }) => openItemId)
  return owed.map((item) => {
    const counting = (reachedOf.get(item.id) ?? []).filter((row) => isCounting(row, item))
    const steps = counting.filter(({ stepKey }) => stepKey !== DECISION_KEY)
    const reached = [
      ...steps.map((row) => reachedIn(row, playbookId, ladder)),
      ...outsideOf(facts, item, ladder),
    ]
    return { item, ...summaryOf(reached), isDecided: steps.length < counting.length }
  })
}

function unreached(item: ItemFact): Standing {
  return {
    item,
    place: -1,
    reachedOn: null,
    firstPlace: -1,
    firstReachedOn: null,
    isDecided: false,
  }
}

export function byDueDay(a: ItemFact, b: ItemFact): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * A step counts for the due day that it was reached under. It goes on counting after the due day was
 * corrected if the item was late by the new day too; an extension beyond that starts the ladder again.
 */
function isCounting({ cycleDueOn, reachedOn }: ReachedFact, { dueOn }: ItemFact): boolean {
  return cycleDueOn === dueOn || reachedOn > dueOn
}

function reachedIn(row: ReachedFact, playbookId: string, ladder: readonly Rung[]): Reached {
  const same = row.playbookId === playbookId
  const rung = same ? ladder.find(({ step }) => step.key === row.stepKey) : undefined
  const place = rung?.place ?? placeOfLevel(ladder, row.level)
  return { place, on: row.reachedOn, isBeforeDue: row.level === 0 }
}

/** A level of another ladder in this one: never further back, never past the end. */
function placeOfLevel(ladder: readonly Rung[], level: number): number {
  return ladder.findLastIndex((rung) => rung.level <= level)
}

/** What another system already asked for counts as that level once the item was late. */
function outsideOf(
  { outsideContacts }: Pick<CustomerFacts, 'outsideContacts'>,
  item: ItemFact,
  ladder: readonly Rung[],
): Reached[] {
  return outsideContacts
    .filter(
      ({ on, level, receivableId }) =>
        level > 0 && on > item.dueOn && (receivableId ?? item.receivableId) === item.receivableId,
    )
    .map(({ on, level }) => ({ place: placeOfLevel(ladder, level), on, isBeforeDue: false }))
}

function summaryOf(reached: readonly Reached[]): Omit<Standing, 'item' | 'isDecided'> {
  const late = reached.filter((row) => !row.isBeforeDue)
  const first = late.reduce<Reached | null>(
    (best, row) => (best === null || row.on < best.on ? row : best),
    null,
  )
  const days = reached.map(({ on }) => on).toSorted()
  return {
    place: Math.max(-1, ...reached.map(({ place }) => place)),
    reachedOn: days.at(-1) ?? null,
    firstPlace: first?.place ?? -1,
    firstReachedOn: first?.on ?? null,
  }
}

/** The rung that an item moves to on a day, or null while nothing further is due. */
export function candidateOf(
  standing: Standing,
  ladder: readonly Rung[],
  content: Pick<PlaybookContent, 'progression' | 'catchUp'>,
  day: Day,
): Rung | null {
  const due = ladder.filter(
    (rung) => rung.place > standing.place && isRungDue(rung, standing.item.dueOn, day),
  )
  const [next] = due
  const highest = due.at(-1)
  if (!next || !highest) return null
  const wanted = wantedOf(standing, due, content) ?? next
  // A step that may not be skipped goes before whatever lies behind it.
  return due.find(({ step, place }) => place < wanted.place && !step.isSkippable) ?? wanted
}

function wantedOf(
  standing: Standing,
  due: readonly Rung[],
  { progression, catchUp }: Pick<PlaybookContent, 'progression' | 'catchUp'>,
): Rung | undefined {
  if (standing.firstReachedOn === null && due.length > 1) {
    if (catchUp.kind === 'from_first') return due[0]
    if (catchUp.kind === 'at_most') return cappedAt(due, catchUp.stepKey)
    return due.at(-1)
  }
  if (progression === 'one_at_a_time') return due[0]
  return catchUp.kind !== 'highest_due' && isCatchingUp(standing, due) ? due[0] : due.at(-1)
}

/** The highest rung not above the one with this key; the lowest when that is behind already. */
function cappedAt(due: readonly Rung[], stepKey: string): Rung | undefined {
  const cap = due.findIndex(({ step }) => step.key === stepKey)
  return cap === -1 ? due[0] : due[cap]
}

/** An item first met when it was already behind goes on one step at a time until it is level. */
function isCatchingUp({ item, firstReachedOn }: Standing, due: readonly Rung[]): boolean {
  const [next] = due
  return (
    firstReachedOn !== null &&
    next !== undefined &&
    !isBeforeDue(next.step) &&
    addDays(item.dueOn, next.step.offsetDays) <= firstReachedOn
  )
}
