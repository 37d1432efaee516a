import { addDays, type Day } from '../../../kernel/day.ts'
import { dayOfRung, isBeforeDue, isForAmounts, type Rung } from '../../playbooks/rules/ladder.ts'
import { sectionsOf } from './amounts.ts'
import type { Claim, Section, Target } from './decision.ts'
import type { ItemFact } from './facts.ts'
import { itemReasons, reason, type Reason } from './reasons.ts'
import { candidateOf, type Standing } from './standing.ts'
import type { View } from './view.ts'

type Candidate = { readonly standing: Standing; readonly rung: Rung }

export type Aim = {
  readonly target: Target | null
  /** Why items or currencies are left out. */
  readonly reasons: readonly Reason[]
  /** What the left-out items come to, for the report; empty where a target tells it. */
  readonly leftOut: readonly Section[]
}

/** The step that the ladder asks for today: the highest of what any item has newly come to. */
export function ladderAim(view: View): Aim {
  const { standings, blocks } = view
  const candidates: Candidate[] = []
  for (const standing of standings) {
    const rung = candidateIn(view, standing)
    if (rung) candidates.push({ standing, rung })
  }
  const blockReasons = itemReasons(
    candidates.flatMap(({ standing }) => blocks.get(standing.item.id) ?? []),
  )
  const free = candidates.filter(({ standing }) => !blocks.has(standing.item.id))
  const { target, reasons } = leadTarget(view, free)
  // With a target the report tells its sections.
  const leftOut = target === null ? totalsOf(candidates) : []
  return { target, reasons: [...reasons, ...blockReasons], leftOut }
}

function candidateIn(view: View, standing: Standing): Rung | null {
  const { chosen, context, applicable, overdue } = view
  // A step before the due day is for the amount of its own item; nobody who is late gets one.
  const rungs = overdue.length > 0 ? applicable : applicable.filter(isForItem(standing))
  return candidateOf(standing, rungs, chosen.playbook.content, context.day)
}

function isForItem({ item }: Standing): (rung: Rung) => boolean {
  const own = new Map([[item.currency, item.openMinor]])
  return ({ step }) => !isBeforeDue(step) || isForAmounts(step, own)
}

/** The highest candidate whose currency is worth asking for; the others say why not. */
function leadTarget(
  view: View,
  free: readonly Candidate[],
): { target: Target | null; reasons: Reason[] } {
  let rest = free
  const reasons: Reason[] = []
  while (rest.length > 0) {
    const lead = rest.reduce((best, one) => (one.rung.place > best.rung.place ? one : best)).rung
    const found = sectionsOf(
      view.account,
      concernedBy(view, lead, rest),
      view.context.policy.floorOf,
    )
    const worth = rest.filter(({ standing }) =>
      found.sections.some(({ currency }) => currency === standing.item.currency),
    )
    reasons.push(...found.reasons.filter(({ values }) => hasCurrency(rest, values['currency'])))
    if (worth.some(({ rung }) => rung === lead)) {
      return { target: targetOf(view, lead, worth, found.sections), reasons }
    }
    rest = worth
  }
  return { target: null, reasons }
}

function hasCurrency(candidates: readonly Candidate[], currency: unknown): boolean {
  return candidates.some(({ standing }) => standing.item.currency === currency)
}

/** What a message at this rung is about: all that is late and not already past the rung. */
function concernedBy(view: View, lead: Rung, rest: readonly Candidate[]): ItemFact[] {
  if (isBeforeDue(lead.step)) return rest.map(({ standing }) => standing.item)
  return view.overdue.filter(({ place }) => place <= lead.place).map(({ item }) => item)
}

function targetOf(
  view: View,
  lead: Rung,
  candidates: readonly Candidate[],
  sections: readonly Section[],
): Target {
  const claims = candidates.map(({ standing, rung }): Claim => {
    const { id, dueOn } = standing.item
    return { openItemId: id, dueOn, stepKey: rung.step.key, level: rung.level }
  })
  const anchor = candidates.find(({ rung }) => rung === lead)?.standing.item
  return {
    chosen: view.chosen,
    step: lead.step,
    level: lead.level,
    cycle: `${anchor?.id}@${anchor?.dueOn}`,
    claims,
    sections,
    oldestDueOn: oldestDueOn(view, sections),
  }
}

/** The due day of the oldest item that sections ask for; each section has its oldest first. */
export function oldestDueOn({ standings }: View, sections: readonly Section[]): Day | null {
  const firsts = new Set(sections.flatMap(({ items: [first] }) => first?.id ?? []))
  return standings.find(({ item }) => firsts.has(item.id))?.item.dueOn ?? null
}

function totalsOf(candidates: readonly Candidate[]): Section[] {
  const byCurrency = Map.groupBy(candidates, ({ standing }) => standing.item.currency)
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, those]) => ({
      currency,
      payableMinor: those.reduce((sum, { standing }) => sum + standing.item.openMinor, 0),
      items: those.map(({ standing }) => ({ id: standing.item.id, disputedMinor: 0 })),
    }))
}

/** The day on which an announcement comes true: the next rung's, but never within the gap. */
export function followingDay(view: View, target: Target): Day | null {
  const { day } = view.context
  const lead = view.ladder.find(({ step }) => step.key === target.step.key)
  const next = lead && view.applicable.find(({ place }) => place > lead.place)
  const anchor = target.claims.find(({ stepKey }) => stepKey === target.step.key)
  if (!next || !anchor) return null
  const planned = dayOfRung(next, anchor.dueOn)
  const earliest = addDays(day, Math.max(1, view.gapDays))
  return planned > earliest ? planned : earliest
}

/** Notes that travel with a message without holding it. */
export function noteReasons(view: View, target: Target): Reason[] {
  const maybe = view.facts.items.filter(({ dueIsAssumed }) => dueIsAssumed)
  if (maybe.length === 0) return []
  const concerned = new Set(target.sections.flatMap(({ items }) => items.map(({ id }) => id)))
  const assumed = maybe.filter(({ id }) => concerned.has(id))
  if (assumed.length === 0) return []
  const ids = assumed.map(({ id }) => id).toSorted()
  return [reason('due_date_assumed', { items: ids.length }, ids)]
}
