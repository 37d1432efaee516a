export type Lane = 'seller' | 'finance' | 'legal'

export type Channel = 'email' | 'sms' | 'letter' | 'call' | 'visit' | 'notice'

/** Amounts in minor units by currency; a currency that is not named has no limit. */
export type Limits = Readonly<Record<string, number>>

export type Approval =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'ask_above'; readonly amounts: Limits }
  | { readonly kind: 'always_ask' }

/** What a final notice says will follow. */
export type Announcement =
  | 'delivery_stop'
  | 'collection_agency'
  | 'legal_action'
  | 'formal_notice'
  | 'management_call'

/** What a step may follow instead of the due day. */
export type StepEvent =
  | 'invoice_created'
  | 'payment_received'
  | 'promise_broken'
  | 'instalment_missed'
  | 'email_bounced'
  | 'reply_received'

export type Step = {
  readonly key: string
  readonly name: string
  /** Days after the due day (negative: before), or after the event. */
  readonly offsetDays: number
  /** What the offset counts from; null counts from the due day. */
  readonly event: StepEvent | null
  readonly lane: Lane
  readonly channel: Channel
  /** Tried in this order when nobody can be reached by the channel. */
  readonly fallbackChannels: readonly Channel[]
  readonly templateKey: string | null
  /** Whether the statement of account goes along as a PDF. */
  readonly attachesStatement: boolean
  /** The step is for amounts from floor to ceiling only. */
  readonly floor: Limits
  readonly ceiling: Limits
  readonly approval: Approval
  /** Set on a final notice: what it announces. A step must follow that does it. */
  readonly announces: Announcement | null
  /** A later step may go instead of this one when both are due. */
  readonly isSkippable: boolean
}

/** Conditions on a customer, all of which must hold; empty conditions ask nothing. */
export type Segment = {
  readonly segment: 'commercial' | 'consumer' | null
  readonly countries: readonly string[]
  readonly tags: readonly string[]
  readonly legalForms: readonly string[]
  readonly ownerIds: readonly string[]
  /** The owner is in one of these teams. */
  readonly teamIds: readonly string[]
  readonly legalEntityIds: readonly string[]
  /** Owes in total at least this, in any of these currencies. */
  readonly owedAtLeast: Limits
  /** Owes in total no more than this, in each of these currencies. */
  readonly owedAtMost: Limits
  /** The days agreed for paying, or those of the company when none were. */
  readonly termsDaysAtLeast: number | null
  readonly termsDaysAtMost: number | null
}

/** What a debt gets that is met for the first time when several steps are due already. */
export type CatchUp =
  | { readonly kind: 'highest_due' }
  | { readonly kind: 'from_first' }
  | { readonly kind: 'at_most'; readonly stepKey: string }

export type PlaybookContent = {
  readonly segment: Segment
  /** Breaks a tie between equally specific playbooks: the larger wins. */
  readonly priority: number
  readonly steps: readonly Step[]
  /** Which of several due steps goes: the highest, or the lowest that has not been. */
  readonly progression: 'highest_due' | 'one_at_a_time'
  readonly catchUp: CatchUp
  /** Days between two contacts; null takes the organisation's policy. */
  readonly minimumGapDays: number | null
  /** Days after the last step until a person must decide. */
  readonly decisionAfterDays: number
  readonly decisionWithinDays: number
  /** 'HH:MM' at the contact: when messages leave. */
  readonly sendAt: string
}

/** A playbook as it is in force. */
export type Playbook = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly createdAt: string
  readonly content: PlaybookContent
}

/** The reserved key under which items are noted once a decision about them was asked for. */
export const DECISION_KEY = 'decision_needed'

/** The level of a courtesy note about a new invoice: it stands on no ladder. */
export const NOTED_LEVEL = -1
