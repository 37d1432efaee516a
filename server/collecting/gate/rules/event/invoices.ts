import { NOTED_LEVEL, type Step } from '../../../playbooks/rules/content.ts'
import { isForAmounts } from '../../../playbooks/rules/ladder.ts'
import { sectionsOf } from '../amounts.ts'
import type { Target } from '../decision.ts'
import type { ItemFact } from '../facts.ts'
import type { View } from '../view.ts'
import { cycleOf, eventTarget, INVOICE_LAPSES_AFTER_DAYS, isNow, isOpenTo } from './answer.ts'

/**
 * A courtesy note about invoices that came of late, all of them in one. It reminds of nothing: whoever
 * is late gets none, and what is due already is left to the ladder.
 */
export function newInvoices(view: View, step: Step): Target | null {
  const { account, context, overdue, standings } = view
  if (overdue.length > 0) return null
  const fresh = standings.map(({ item }) => item).filter((item) => isForNote(view, step, item))
  const { sections } = sectionsOf(account, fresh, context.policy.floorOf)
  const told = new Set(sections.flatMap(({ items }) => items.map(({ id }) => id)))
  const noted = fresh.filter(({ id }) => told.has(id))
  const [first] = noted
  if (!first) return null
  return {
    ...eventTarget(view, step, cycleOf(first.id, first.arrivedOn), sections),
    claims: noted.map(({ id, dueOn }) => ({
      openItemId: id,
      dueOn,
      stepKey: step.key,
      level: NOTED_LEVEL,
    })),
  }
}

function isForNote(view: View, step: Step, item: ItemFact): boolean {
  const { context, blocks, facts } = view
  if (!isNow(step, item.arrivedOn, context.day, INVOICE_LAPSES_AFTER_DAYS)) return false
  if (item.dueOn < context.day) return false
  if (!isForAmounts(step, new Map([[item.currency, item.openMinor]]))) return false
  // That it is new keeps reminders back, not the note.
  if (blocks.get(item.id)?.some(({ code }) => code !== 'invoice_too_new')) return false
  const noted = facts.reached.filter(
    ({ openItemId, level }) => openItemId === item.id && level === NOTED_LEVEL,
  )
  return isOpenTo(
    view,
    step,
    noted.map(({ stepKey }) => stepKey),
  )
}
