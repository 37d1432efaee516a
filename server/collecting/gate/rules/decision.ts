import type { Day } from '../../../kernel/day.ts'
import type { Channel, Lane, Step } from '../../playbooks/rules/content.ts'
import type { Chosen } from '../../playbooks/rules/segment.ts'
import type { MissedFact, PaymentFact } from './facts.ts'
import type { Reason } from './reasons.ts'

/** A step that an item reaches by a decision. */
export type Claim = {
  readonly openItemId: string
  readonly dueOn: Day
  readonly stepKey: string
  readonly level: number
}

/** What is asked for in one currency. Currencies stand beside each other and are never added. */
export type Section = {
  readonly currency: string
  /** Asked for: concerned items without their disputed parts, less credits and unapplied money. */
  readonly payableMinor: number
  /** The items that the message is about, and the disputed part of each. */
  readonly items: readonly { readonly id: string; readonly disputedMinor: number }[]
}

/** What a customer gets at which step, whether or not the gate lets it. */
export type Target = {
  readonly chosen: Chosen
  readonly step: Step
  readonly level: number
  /** What the episode hangs on: '<earliest item>@<due day>', or the event. */
  readonly cycle: string
  readonly claims: readonly Claim[]
  readonly sections: readonly Section[]
  readonly oldestDueOn: Day | null
  /** The money that is thanked for. */
  readonly payment?: PaymentFact
  /** The instalment that was missed. */
  readonly missed?: MissedFact
}

export type Recipient = {
  readonly contactId: string | null
  readonly emailHash: string | null
  readonly language: string
  readonly timeZone: string
}

type Planned = Target & {
  readonly lane: Lane
  /** Goes under the name of finance, never under the seller's. */
  readonly isFormal: boolean
  readonly channel: Channel
  readonly recipient: Recipient
  readonly needsApproval: boolean
  readonly reasons: readonly Reason[]
  /** When a final notice's announcement comes true. */
  readonly followsOn: Day | null
}

export type MessageDecision = Planned & { readonly kind: 'message'; readonly taskKind: null }

/** A task for a person; 'contact' asks for an address and leaves the step open. */
export type TaskDecision = Planned & {
  readonly kind: 'task'
  readonly taskKind: Channel | 'contact'
}

/** Held, at a step that was due or because nothing of it may be asked for. */
export type HeldDecision = Partial<Target> & {
  readonly kind: 'held'
  readonly chosen: Chosen
  readonly reasons: readonly Reason[]
}

export type EndDecision = {
  readonly kind: 'decision_needed'
  readonly chosen: Chosen
  readonly cycle: string
  readonly claims: readonly Claim[]
  readonly sections: readonly Section[]
  readonly oldestDueOn: Day | null
  readonly decideUntil: Day
  readonly reasons: readonly Reason[]
}

export type NoDecision = {
  readonly kind: 'nothing'
  readonly chosen: Chosen | null
  readonly reasons: readonly Reason[]
}

export type Decision = NoDecision | HeldDecision | MessageDecision | TaskDecision | EndDecision
