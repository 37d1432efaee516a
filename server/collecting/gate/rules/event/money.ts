import { asksForTerms } from '../../../desk/commitments/rules.ts'
import type { Step } from '../../../playbooks/rules/content.ts'
import { isForAmounts } from '../../../playbooks/rules/ladder.ts'
import type { Target } from '../decision.ts'
import { isOverdue, type View } from '../view.ts'
import { answersTo, askedFor, cycleOf, eventTarget, isNow, isOpenTo } from './answer.ts'

/**
 * Thanks go for money that settled something reminded, when nothing else is late; of several
 * payments for the last one only, so that who paid in parts is thanked once, at the end.
 */
export function thanksFor(view: View, step: Step): Target | null {
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
      // Money is thanked for once, however many steps there are.
      answersTo(view, cycleOf(id, receivedOn)).length === 0,
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

export function brokenPromise(view: View, step: Step): Target | null {
  const { facts, context, overdue } = view
  const promise = facts.promises
    .toSorted((a, b) => (a.promisedFor + a.id < b.promisedFor + b.id ? -1 : 1))
    .find(
      ({ id, state, judgedOn, promisedFor, level }) =>
        state === 'broken' &&
        judgedOn !== null &&
        // From the second on, other terms are spoken of instead.
        !asksForTerms(level, state) &&
        isNow(step, judgedOn, context.day) &&
        isOpenTo(view, step, answersTo(view, cycleOf(id, promisedFor))),
    )
  if (!promise) return null
  const { openItemId, currency } = promise
  const concerned = overdue
    .map(({ item }) => item)
    .filter((item) => (openItemId ? item.id === openItemId : item.currency === currency))
  const sections = askedFor(view, step, concerned)
  if (sections === null) return null
  return eventTarget(view, step, cycleOf(promise.id, promise.promisedFor), sections)
}

/** An instalment was missed, and what its plan is about is late and may be asked for again. */
export function missedInstalment(view: View, step: Step): Target | null {
  const { facts, context, overdue } = view
  const missed = facts.missedInstalments.find(
    ({ id, dueOn, judgedOn }) =>
      isNow(step, judgedOn, context.day) &&
      isOpenTo(view, step, answersTo(view, cycleOf(id, dueOn))),
  )
  if (!missed) return null
  const concerned = overdue
    .map(({ item }) => item)
    .filter(({ id }) => missed.openItemIds.includes(id))
  const sections = askedFor(view, step, concerned)
  if (sections === null) return null
  return { ...eventTarget(view, step, cycleOf(missed.id, missed.dueOn), sections), missed }
}
