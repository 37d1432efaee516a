import { instantAt, type Day, type Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import type {
  Decision,
  HeldDecision,
  MessageDecision,
  Section,
  TaskDecision,
} from '../../gate/rules/decision.ts'
import type { CustomerFacts } from '../../gate/rules/facts.ts'
import type { Reason } from '../../gate/rules/reasons.ts'
import { DECISION_KEY, type Channel, type Lane } from '../../playbooks/rules/content.ts'

/** What a run keeps of a decision about one customer. */
export type Entry = {
  readonly customerId: string
  readonly decision: 'message' | 'task' | 'held' | 'decision_needed'
  readonly playbookId: string | null
  readonly playbookVersion: number | null
  readonly stepKey: string | null
  readonly stepName: string | null
  readonly level: number | null
  readonly lane: Lane | null
  readonly channel: Channel | null
  readonly taskKind: Channel | 'contact' | 'decision' | null
  readonly templateKey: string | null
  readonly language: string | null
  readonly contactId: string | null
  readonly senderId: string | null
  readonly cycle: string | null
  readonly sendAt: Instant | null
  readonly timeZone: string | null
  readonly reasons: readonly Reason[]
  readonly itemCount: number
  readonly oldestDueOn: Day | null
  readonly totals: readonly Money[]
  /** False for thanks, whose totals are the money that came. */
  readonly asksForMoney: boolean
  readonly needsApproval: boolean
}

const NOTHING_PLANNED = {
  stepKey: null,
  stepName: null,
  level: null,
  lane: null,
  channel: null,
  taskKind: null,
  templateKey: null,
  language: null,
  contactId: null,
  senderId: null,
  cycle: null,
  sendAt: null,
  timeZone: null,
  asksForMoney: false,
  needsApproval: false,
} as const

/** The entry of a decision; null when there is nothing to tell about the customer. */
export function entryOf(facts: CustomerFacts, decision: Decision, day: Day): Entry | null {
  if (decision.kind === 'nothing') return null
  if (decision.kind === 'message' || decision.kind === 'task') {
    return plannedEntry(facts, decision, day)
  }
  const common = { ...commonOf(facts, decision), ...NOTHING_PLANNED }
  const cycle = decision.cycle ?? null
  if (decision.kind === 'held') return { ...common, ...stepOf(decision), decision: 'held', cycle }
  return {
    ...common,
    decision: 'decision_needed',
    stepKey: DECISION_KEY,
    lane: 'finance',
    taskKind: 'decision',
    cycle,
  }
}

function commonOf(
  facts: CustomerFacts,
  decision: Pick<Exclude<Decision, { kind: 'nothing' }>, 'chosen' | 'reasons'> & {
    readonly sections?: readonly Section[]
    readonly oldestDueOn?: Day | null
  },
) {
  const { playbook } = decision.chosen
  const sections = decision.sections ?? []
  return {
    customerId: facts.id,
    playbookId: playbook.id,
    playbookVersion: playbook.version,
    reasons: decision.reasons,
    itemCount: sections.reduce((count, { items }) => count + items.length, 0),
    oldestDueOn: decision.oldestDueOn ?? null,
    totals: totalsOf(sections),
  }
}

function stepOf({ step, level }: HeldDecision) {
  if (!step) return {}
  const { key, name, lane, channel, templateKey } = step
  return { stepKey: key, stepName: name, level: level ?? null, lane, channel, templateKey }
}

function plannedEntry(
  facts: CustomerFacts,
  decision: MessageDecision | TaskDecision,
  day: Day,
): Entry {
  const { step, lane, recipient, chosen } = decision
  return {
    ...commonOf(facts, decision),
    decision: decision.kind,
    stepKey: step.key,
    stepName: step.name,
    level: decision.level,
    lane,
    channel: decision.channel,
    taskKind: decision.taskKind,
    templateKey: step.templateKey,
    language: recipient.language,
    contactId: recipient.contactId,
    senderId: senderOf(facts, decision),
    cycle: decision.cycle,
    sendAt: sendAtOf(recipient.timeZone, day, chosen.playbook.content.sendAt),
    timeZone: recipient.timeZone,
    asksForMoney: decision.payment === undefined,
    needsApproval: decision.needsApproval,
  }
}

/**
 * Who signs: the seller in their lane, the collector in the others and under what is formal; null is
 * whoever sends the run.
 */
export function senderOf(
  { ownerId, collectorId }: Pick<CustomerFacts, 'ownerId' | 'collectorId'>,
  { lane, isFormal }: { readonly lane: Lane; readonly isFormal: boolean },
): string | null {
  if (isFormal) return collectorId === ownerId ? null : collectorId
  return lane === 'seller' ? ownerId : collectorId
}

export function totalsOf(sections: readonly Section[]): Money[] {
  return sections.map(({ currency, payableMinor }) => ({ currency, minor: payableMinor }))
}

const instants = new Map<string, Instant>()
const MOST_INSTANTS = 10_000

/** A run asks for few instants and many times: zones are costly to work out. */
function sendAtOf(zone: string, on: Day, time: string): Instant {
  const key = `${zone} ${on} ${time}`
  const known = instants.get(key)
  if (known) return known
  if (instants.size >= MOST_INSTANTS) instants.clear()
  const at = instantAt(zone, on, time)
  instants.set(key, at)
  return at
}
