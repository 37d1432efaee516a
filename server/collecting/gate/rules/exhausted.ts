import { addDays, daysBetween } from '../../../kernel/day.ts'
import { DECISION_KEY } from '../../playbooks/rules/content.ts'
import { isBeforeDue } from '../../playbooks/rules/ladder.ts'
import { payablesOf } from './amounts.ts'
import type { Decision } from './decision.ts'
import { freshnessReasons, standstillReasons } from './pauses.ts'
import { reason } from './reasons.ts'
import type { View } from './view.ts'

/** The level under which a decision is noted: past the end of every ladder. */
export const DECISION_LEVEL = 1000

/** After the last step nothing sleeps: a person has to decide, once for each item that got there. */
export function decisionNeeded(view: View): Decision | null {
  const { chosen, context, facts, applicable, overdue, account } = view
  const { content } = chosen.playbook
  const last = applicable.findLast(({ step }) => !isBeforeDue(step))
  if (!last) return null
  const exhausted = overdue.filter(
    ({ place, reachedOn, isDecided }) =>
      !isDecided &&
      reachedOn !== null &&
      place >= last.place &&
      daysBetween(reachedOn, context.day) >= content.decisionAfterDays,
  )
  const items = exhausted.map(({ item }) => item)
  const [anchor] = items
  const sections = [...payablesOf(account, items)]
    .filter(([, { payable }]) => payable > 0)
    .map(([currency, { payable }]) => ({
      currency,
      payableMinor: payable,
      items: items
        .filter((item) => item.currency === currency)
        .map(({ id }) => ({ id, disputedMinor: account.disputed.get(id) ?? 0 })),
    }))
  if (!anchor || sections.length === 0) return null
  const reasons = [
    ...freshnessReasons(context.freshness, context.policy),
    ...standstillReasons(facts, 'finance', context.day),
  ]
  const oldestDueOn = anchor.dueOn
  if (reasons.length > 0) return { kind: 'held', chosen, reasons, sections, oldestDueOn }
  return {
    kind: 'decision_needed',
    chosen,
    cycle: `${anchor.id}@${anchor.dueOn}`,
    claims: items.map(({ id, dueOn }) => ({
      openItemId: id,
      dueOn,
      stepKey: DECISION_KEY,
      level: DECISION_LEVEL,
    })),
    sections,
    oldestDueOn,
    decideUntil: addDays(context.day, content.decisionWithinDays),
    reasons: [reason('ladder_exhausted', { step: last.step.name, items: items.length })],
  }
}
