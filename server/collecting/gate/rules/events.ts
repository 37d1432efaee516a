import { addDays, daysBetween } from '../../../kernel/day.ts'
import { asksForTerms } from '../../desk/commitments/rules.ts'
import type { Step } from '../../playbooks/rules/content.ts'
import { isForAmounts } from '../../playbooks/rules/ladder.ts'
import { sectionsOf } from './amounts.ts'
import type { Section, Target } from './decision.ts'
import { type Aim, oldestDueOn } from './target.ts'
import { isOverdue, type View } from './view.ts'

/** After so many days nobody wants to hear of it any more. */
export const EVENT_LAPSES_AFTER_DAYS = 10

/** What an event of these days asks for, the earliest first; each event is answered once. */
export function eventAim(view: View, event: NonNullable<Step['event']>): Aim {
  const steps = view.chosen.playbook.content.steps.filter((step) => step.event === event)
  for (const step of steps) {
    const target = event === 'payment_received' ? thanksFor(view, step) : brokenPromise(view, step)
    if (target) return { target, reasons: [], leftOut: [] }
  }
  return { target: null, reasons: [], leftOut: [] }
}

/**
 * Thanks go for money that settled something reminded, when nothing else is late; of several
 * payments for the last one only, so that who paid in parts is thanked once, at the end.
 */
function thanksFor(view: View, step: Step): Target | null {
  const { facts, context, overdue } = view
  if (overdue.length > 0 || isLatePromised(view)) return null
  const inOrder = facts.payments.toSorted((a, b) =>
    a.receivedOn + a.id < b.receivedOn + b.id ? -1 : 1,
  )
  const last = new Map(inOrder.map((payment) => [payment.currency, payment]))
  const payment = [...last.values()].find(
    ({ id, receivedOn, currency, minor }) =>
      isNow(step, receivedOn, context.day) &&
      isForAmounts(step, new Map([[currency, minor]])) &&
      !facts.eventCycles.includes(cycleOf(id, receivedOn)),
  )
  if (!payment) return null
  const { id, receivedOn, currency, minor } = payment
  const sections = [{ currency, payableMinor: minor, items: [] }]
  return { ...eventTarget(view, step, cycleOf(id, receivedOn), sections), payment }
}

/** Late, but not asked for now because they mean to pay on a day: thanks come when it is all there. */
function isLatePromised({ standings, blocks, context }: View): boolean {
  return standings.some(
    ({ item }) =>
      isOverdue(item, context.day) &&
      blocks.get(item.id)?.some(({ code }) => code === 'promised') === true,
  )
}

function brokenPromise(view: View, step: Step): Target | null {
  const { facts, context, account, overdue } = view
  const promise = facts.promises
    .toSorted((a, b) => (a.promisedFor + a.id < b.promisedFor + b.id ? -1 : 1))
    .find(
      ({ id, state, judgedOn, promisedFor, level }) =>
        state === 'broken' &&
        judgedOn !== null &&
        // From the second on, other terms are spoken of instead.
        !asksForTerms(level, state) &&
        isNow(step, judgedOn, context.day) &&
        !facts.eventCycles.includes(cycleOf(id, promisedFor)),
    )
  if (!promise) return null
  const { openItemId, currency } = promise
  const concerned = overdue
    .map(({ item }) => item)
    .filter((item) => (openItemId ? item.id === openItemId : item.currency === currency))
  const { sections } = sectionsOf(account, concerned, context.policy.floorOf)
  if (sections.length === 0) return null
  return eventTarget(view, step, cycleOf(promise.id, promise.promisedFor), sections)
}

function isNow(
  step: Step,
  happenedOn: View['context']['day'],
  day: View['context']['day'],
): boolean {
  const from = addDays(happenedOn, step.offsetDays)
  return from <= day && daysBetween(from, day) <= EVENT_LAPSES_AFTER_DAYS
}

function cycleOf(id: string, on: string): string {
  return `${id}@${on}`
}

function eventTarget(view: View, step: Step, cycle: string, sections: readonly Section[]): Target {
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
