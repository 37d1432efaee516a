import { addDays, type Day } from '../../../kernel/day.ts'
import { decide } from '../../gate/rules/decide.ts'
import type { CustomerFacts, GateContext } from '../../gate/rules/facts.ts'
import type { Standing } from '../../gate/rules/standing.ts'
import { segmentFactsOf, type View, viewOf } from '../../gate/rules/view.ts'
import { dayOfRung, isBeforeDue, type Rung } from '../../playbooks/rules/ladder.ts'
import { playbookOf } from '../../playbooks/rules/segment.ts'

export type Upcoming = { readonly rung: Rung; readonly on: Day }

/** The step that an item comes to next and its day by the ladder alone; today when that is over. */
export function nextOf({ applicable, context }: View, standing: Standing): Upcoming | null {
  const { item, place } = standing
  const rung = applicable.find(
    (one) => one.place > place && !(isBeforeDue(one.step) && context.day > item.dueOn),
  )
  if (!rung) return null
  const on = dayOfRung(rung, item.dueOn)
  return { rung, on: on < context.day ? context.day : on }
}

export type Position = {
  readonly playbookName: string
  readonly stepKey: string
  readonly on: Day
}

/** Where a customer stands under these playbooks: the next step and when, not before the gap. */
export function positionOf(facts: CustomerFacts, context: GateContext): Position | null {
  const chosen = playbookOf(segmentFactsOf(facts), context.playbooks)
  if (!chosen) return null
  const { name } = chosen.playbook
  const decision = decide(facts, { ...context, freshness: null })
  if (decision.kind === 'message' || decision.kind === 'task') {
    return { playbookName: name, stepKey: decision.step.key, on: context.day }
  }
  const view = viewOf(facts, chosen, context)
  const nexts = view.standings
    .flatMap((standing) => nextOf(view, standing) ?? [])
    .map(({ rung, on }) => ({ rung, on: afterGap(view, on) }))
  const [first] = nexts.toSorted(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || b.rung.place - a.rung.place,
  )
  return first ? { playbookName: name, stepKey: first.rung.step.key, on: first.on } : null
}

function afterGap({ facts, gapDays }: View, on: Day): Day {
  if (facts.lastContactOn === null) return on
  const earliest = addDays(facts.lastContactOn, gapDays)
  return on < earliest ? earliest : on
}
