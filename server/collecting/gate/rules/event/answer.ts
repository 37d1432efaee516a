import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import type { PlaybookContent, Step, StepEvent } from '../../../playbooks/rules/content.ts'
import { isForAmounts } from '../../../playbooks/rules/ladder.ts'
import { sectionsOf } from '../amounts.ts'
import type { Section, Target } from '../decision.ts'
import type { ItemFact } from '../facts.ts'
import { oldestDueOn } from '../target.ts'
import type { View } from '../view.ts'

/** After so many days nobody wants to hear of it any more. */
export const EVENT_LAPSES_AFTER_DAYS = 10

/** A note about a new invoice is of use while it is new. */
export const INVOICE_LAPSES_AFTER_DAYS = 5

/** Whether a step on something that happened is due on a day and not too late. */
export function isNow(
  { offsetDays }: Pick<Step, 'offsetDays'>,
  happenedOn: Day,
  day: Day,
  lapsesAfter: number = EVENT_LAPSES_AFTER_DAYS,
): boolean {
  const from = addDays(happenedOn, offsetDays)
  return from <= day && daysBetween(from, day) <= lapsesAfter
}

/** What an answer is known by: the same happening is never answered twice by one step. */
export function cycleOf(id: string, on: Day): string {
  return `${id}@${on}`
}

/** The keys of the steps that answered a happening. */
export function answersTo({ facts }: View, cycle: string): string[] {
  return facts.answers.filter((answer) => answer.cycle === cycle).map(({ stepKey }) => stepKey)
}

/**
 * Steps on one event follow each other by their days; those of the same day stand for one another.
 * An answer by a step that is not there any more is an answer all the same.
 */
export function isOpenTo(view: View, step: Step, answered: readonly string[]): boolean {
  const steps = step.event === null ? [] : stepsOn(view, step.event)
  return answered.every((key) => {
    const other = steps.find((one) => one.key === key)
    return other !== undefined && other.offsetDays < step.offsetDays
  })
}

const known = new WeakMap<object, ReadonlyMap<StepEvent | null, readonly Step[]>>()

/** The steps on an event, the earliest first; sorted out once a playbook, not once a customer. */
export function stepsOn({ chosen }: View, event: StepEvent): readonly Step[] {
  const { content } = chosen.playbook
  const steps = known.get(content) ?? sortedOut(content)
  known.set(content, steps)
  return steps.get(event) ?? []
}

function sortedOut({ steps }: PlaybookContent): ReadonlyMap<StepEvent | null, readonly Step[]> {
  const inOrder = steps.toSorted((a, b) => a.offsetDays - b.offsetDays)
  return Map.groupBy(inOrder, ({ event }) => event)
}

/** What of these items is asked for; null when nothing is, or the step is not for such amounts. */
export function askedFor(
  { account, context }: View,
  step: Step,
  items: readonly ItemFact[],
): readonly Section[] | null {
  const { sections } = sectionsOf(account, items, context.policy.floorOf)
  const amounts = new Map(sections.map(({ currency, payableMinor }) => [currency, payableMinor]))
  return sections.length > 0 && isForAmounts(step, amounts) ? sections : null
}

export function eventTarget(
  view: View,
  step: Step,
  cycle: string,
  sections: readonly Section[],
): Target {
  return {
    chosen: view.chosen,
    step,
    level: 0,
    cycle,
    claims: [],
    sections,
    oldestDueOn: oldestDueOn(view, sections),
  }
}
