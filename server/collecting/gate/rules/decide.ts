import { isAboveAny } from '../../playbooks/rules/ladder.ts'
import { playbookOf } from '../../playbooks/rules/segment.ts'
import { capReasons, isSilenced, wayTo } from './contact.ts'
import type { Decision, Target } from './decision.ts'
import { eventAim } from './events.ts'
import { decisionNeeded } from './exhausted.ts'
import type { CustomerFacts, GateContext, GatePolicy } from './facts.ts'
import { freshnessReasons, silenceReasons, standstillReasons } from './pauses.ts'
import { reason, type Reason } from './reasons.ts'
import { type Aim, followingDay, ladderAim, noteReasons } from './target.ts'
import { severityOf, termsReasons, toneReasons } from './tone.ts'
import { segmentFactsOf, type View, viewOf } from './view.ts'

/**
 * Decides what one customer gets on a day and why, or why not. The same facts give the same decision,
 * byte for byte: the run, the rehearsal, the moment of sending and the customer page all ask here.
 */
export function decide(facts: CustomerFacts, context: GateContext): Decision {
  const chosen = playbookOf(segmentFactsOf(facts), context.playbooks)
  if (!chosen) return { kind: 'nothing', chosen: null, reasons: [reason('no_playbook')] }
  const view = viewOf(facts, chosen, context)
  const ended = decisionNeeded(view)
  if (ended) return ended
  const aims = aimsOf(view)
  const aim = aims.find(({ target }) => target !== null)
  if (aim?.target)
    return gated(
      view,
      aim.target,
      aims.flatMap(({ reasons }) => reasons),
    )
  const reasons = aims.flatMap((one) => one.reasons)
  if (reasons.length === 0) return { kind: 'nothing', chosen, reasons }
  return { kind: 'held', chosen, reasons, sections: aims.flatMap(({ leftOut }) => leftOut) }
}

/** What just happened is spoken of before the ladder goes on; kind words come when nothing is late. */
function aimsOf(view: View): Aim[] {
  return [
    eventAim(view, 'promise_broken'),
    eventAim(view, 'instalment_missed'),
    eventAim(view, 'email_bounced'),
    eventAim(view, 'reply_received'),
    ladderAim(view),
    eventAim(view, 'payment_received'),
    eventAim(view, 'invoice_created'),
  ]
}

/** Asks every condition; what is against it is told completely, never the first only. */
function gated(view: View, target: Target, leftOut: readonly Reason[]): Decision {
  const { facts, context } = view
  const way = wayTo(facts, target.step)
  const isContact = way.channel !== 'notice'
  const severity = severityOf(target.step, context.tones)
  const against = [
    ...freshnessReasons(context.freshness, context.policy),
    ...standstillReasons(facts, target.step.lane, context.day),
    ...(isContact ? toneReasons(facts, severity, context.day) : []),
    ...(isContact ? contactReasons(view, target, way) : []),
  ]
  const notes = [...way.reasons, ...leftOut, ...noteReasons(view, target)]
  if (against.length > 0) return { ...target, kind: 'held', reasons: [...against, ...notes] }
  const asks = way.taskKind === null ? approvalReasons(view, target) : []
  const planned = {
    ...target,
    lane: target.step.lane,
    isFormal: severity === 'formal',
    channel: way.channel,
    recipient: way.recipient,
    needsApproval: asks.length > 0,
    reasons: [...asks, ...notes],
    followsOn: target.step.announces ? followingDay(view, target) : null,
  }
  const { taskKind } = way
  if (taskKind === null) return { ...planned, kind: 'message', taskKind }
  const claims = taskKind === 'contact' ? [] : target.claims
  return { ...planned, kind: 'task', taskKind, claims }
}

function contactReasons(view: View, target: Target, way: ReturnType<typeof wayTo>): Reason[] {
  const { facts, context, gapDays } = view
  if (isSilenced(facts)) return [reason('do_not_contact')]
  if (way.taskKind === 'contact') {
    const isAsked = facts.openTasks.some(({ kind }) => kind === 'contact')
    return isAsked ? [reason('task_open', { task: 'contact' })] : []
  }
  // Thanks follow a reminder closely, and nobody minds.
  const isThanks = target.step.event === 'payment_received'
  const gap = isThanks ? 0 : gapDays
  // To speak about what they wrote is what they wait for.
  const isReplyAnswered = target.step.event === 'reply_received'
  const answered = isReplyAnswered ? { ...facts, waitingReplies: [] } : facts
  return [
    ...(isThanks ? [] : termsReasons(facts, context.day)),
    ...silenceReasons(answered, context.policy, gap, context.day),
    ...capReasons(facts, way.recipient, context.policy),
  ]
}

function approvalReasons({ context }: View, { step, sections }: Target): Reason[] {
  const amounts = new Map(sections.map(({ currency, payableMinor }) => [currency, payableMinor]))
  const { approval } = step
  if (approval.kind === 'always_ask') return [reason('ask_first_step')]
  const isAboveStep = approval.kind === 'ask_above' && isAboveAny(approval.amounts, amounts)
  if (step.event === 'payment_received') return []
  // A note about a new invoice asks for nothing yet.
  const isNote = step.event === 'invoice_created'
  const asks = isAboveStep || (!isNote && isAbovePolicy(context.policy, amounts))
  return asks ? [reason('ask_first_amount')] : []
}

function isAbovePolicy(policy: GatePolicy, amounts: ReadonlyMap<string, number>): boolean {
  return [...amounts].some(
    ([currency, minor]) => minor > (policy.askFirstAboveOf(currency) ?? Infinity),
  )
}
