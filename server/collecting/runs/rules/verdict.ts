import type {
  Decision,
  EndDecision,
  MessageDecision,
  NoDecision,
  TaskDecision,
} from '../../gate/rules/decision.ts'
import type { CustomerFacts } from '../../gate/rules/facts.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'
import type { StepEvent } from '../../playbooks/rules/content.ts'

/** What was planned for a customer, as far as the moment of sending compares it. */
export type PlannedStep = {
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly playbookId: string | null
  readonly stepKey: string | null
  readonly cycle: string | null
  readonly isApproved: boolean
}

export type Verdict =
  | { readonly kind: 'go'; readonly decision: MessageDecision | TaskDecision | EndDecision }
  | { readonly kind: 'suppressed'; readonly reasons: readonly Reason[] }

/** Whether what was planned may still go, now that the gate has been asked again. */
export function verdictOf(
  planned: PlannedStep,
  decision: Decision,
  facts: Pick<CustomerFacts, 'items'>,
): Verdict {
  if (decision.kind === 'held') return { kind: 'suppressed', reasons: decision.reasons }
  if (decision.kind === 'nothing') {
    return {
      kind: 'suppressed',
      reasons: [reason(isPaid(planned, decision, facts) ? 'paid' : 'nothing_due')],
    }
  }
  if (!isSameStep(planned, decision)) {
    const to = 'step' in decision ? decision.step.key : decision.kind
    const changed = reason('step_changed', { from: planned.stepKey ?? '', to })
    return { kind: 'suppressed', reasons: [changed, ...decision.reasons] }
  }
  if (decision.kind === 'message' && decision.needsApproval && !planned.isApproved) {
    return { kind: 'suppressed', reasons: decision.reasons }
  }
  return { kind: 'go', decision }
}

function isSameStep(
  planned: PlannedStep,
  decision: MessageDecision | TaskDecision | EndDecision,
): boolean {
  if (planned.decision !== decision.kind) return false
  if (planned.playbookId !== decision.chosen.playbook.id) return false
  return decision.kind === 'decision_needed' || decision.step.key === planned.stepKey
}

/** What people wrote and mails that came back are over without any money. */
const NOT_ABOUT_MONEY: ReadonlySet<unknown> = new Set<StepEvent>([
  'reply_received',
  'email_bounced',
])

/** Nothing is owed any more, or not the item that the step hung on. */
function isPaid(
  { cycle, stepKey }: PlannedStep,
  { chosen }: NoDecision,
  { items }: Pick<CustomerFacts, 'items'>,
): boolean {
  const owed = items.filter(({ openMinor }) => openMinor > 0)
  if (owed.length === 0) return true
  const step = chosen?.playbook.content.steps.find(({ key }) => key === stepKey)
  if (NOT_ABOUT_MONEY.has(step?.event)) return false
  const [anchor] = cycle?.split('@') ?? []
  return !owed.some(({ id }) => id === anchor)
}
