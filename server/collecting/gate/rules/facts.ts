import type { Day, Instant } from '../../../kernel/day.ts'
import type { Playbook } from '../../playbooks/rules/content.ts'

/** One instalment that is open, or a credit. */
export type ItemFact = {
  readonly id: string
  readonly receivableId: string
  /** Issued or, if that was later, delivered. */
  readonly arrivedOn: Day
  readonly dueOn: Day
  readonly currency: string
  /** Signed: what is owed is positive, credits are negative. */
  readonly openMinor: number
  readonly dueIsAssumed: boolean
  readonly isVanished: boolean
}

/** A step that an item has reached and that still counts. */
export type ReachedFact = {
  readonly openItemId: string
  readonly playbookId: string
  readonly stepKey: string
  readonly level: number
  readonly cycleDueOn: Day
  readonly reachedOn: Day
}

export type ContactFact = {
  readonly id: string
  readonly role: string
  readonly isPrimary: boolean
  readonly language: string | null
  readonly timeZone: string | null
  readonly emailHash: string | null
  readonly hasBounced: boolean
  /** Where the customer is; null while mails arrive. */
  readonly bouncedOn: Day | null
  readonly phoneHash: string | null
  readonly hasSmsConsent: boolean
  readonly doNotContact: boolean
  /** Messages to this person, whatever the customer and channel, within the policy's window. */
  readonly recentMessages: number
}

export type AmountFact = { readonly currency: string; readonly minor: number }

export type PromiseFact = AmountFact & {
  readonly id: string
  /** Null promises an amount of the account. */
  readonly openItemId: string | null
  readonly promisedFor: Day
  readonly state: 'open' | 'broken'
  readonly judgedOn: Day | null
  /** Promises not kept before it, on the same debt. */
  readonly level: number
}

export type DisputeFact = AmountFact & {
  readonly receivableId: string
}

/** A friendly conversation of the seller, and the last day on which nothing formal follows it. */
export type TalkFact = { readonly on: Day; readonly until: Day }

export type HoldFact = {
  readonly receivableId: string | null
  readonly reason: string
  readonly endsOn: Day
}

/** A payment that settled something reminded, for the thanks. */
export type PaymentFact = AmountFact & {
  readonly id: string
  readonly receivedOn: Day
}

/** An instalment whose day passed without all of its money, judged on a day. */
export type MissedFact = AmountFact & {
  readonly id: string
  readonly dueOn: Day
  readonly judgedOn: Day
  readonly number: number
  readonly count: number
  /** What the plan is about. */
  readonly openItemIds: readonly string[]
}

/** What a customer wrote and nobody has read yet. */
export type ReplyFact = { readonly id: string; readonly receivedOn: Day }

/** A step that answered an event already. */
export type AnswerFact = { readonly cycle: string; readonly stepKey: string }

/** What another system asked for. */
export type OutsideContact = {
  readonly on: Day
  readonly level: number
  /** The document that it was about; null is all that was late then. */
  readonly receivableId: string | null
}

/** Everything that is known about one customer on one day. */
export type CustomerFacts = {
  readonly id: string
  readonly name: string
  readonly segment: 'commercial' | 'consumer'
  readonly country: string
  readonly region: string
  readonly language: string
  readonly timeZone: string
  readonly tags: readonly string[]
  readonly legalForm: string
  readonly ownerId: string | null
  readonly ownerTeamId: string | null
  readonly legalEntityId: string
  readonly termsDays: number
  readonly collectorId: string | null
  readonly playbookId: string | null
  readonly hasAddress: boolean
  /** Whether people work on the day where the customer is. */
  readonly isBusinessDay: boolean
  readonly items: readonly ItemFact[]
  readonly unapplied: readonly AmountFact[]
  readonly reached: readonly ReachedFact[]
  readonly contacts: readonly ContactFact[]
  readonly promises: readonly PromiseFact[]
  readonly disputes: readonly DisputeFact[]
  readonly holds: readonly HoldFact[]
  readonly ball: { readonly lane: 'seller' | 'legal'; readonly returnsOn: Day } | null
  readonly unmatchedCash: readonly AmountFact[]
  readonly waitingReplies: readonly ReplyFact[]
  readonly hasMeetingToday: boolean
  readonly sellerTalks: readonly TalkFact[]
  /** Since when the seller waits for an answer of ours about them; null while nothing is asked. */
  readonly sellerAskedOn: Day | null
  /** The last time that we, or another system, got in touch. */
  readonly lastContactOn: Day | null
  readonly outsideContacts: readonly OutsideContact[]
  readonly pendingMessages: readonly ('in_flight' | 'unknown')[]
  /** The last day on which other terms are spoken of first, after promises not kept. */
  readonly termsTalkUntil: Day | null
  readonly openTasks: readonly { readonly kind: string; readonly cycle: string | null }[]
  readonly payments: readonly PaymentFact[]
  readonly missedInstalments: readonly MissedFact[]
  /** What was done of late, by steps on events and others. */
  readonly answers: readonly AnswerFact[]
}

/** How far the company's facts are known, and whether that is far enough by policy. */
export type FreshnessFact = {
  readonly ledgerSyncedAt: Instant | null
  readonly isLedgerFresh: boolean
  /** Null when no source brings payments apart from the ledger. */
  readonly paymentsConsideredUntil: Day | null
  readonly arePaymentsFresh: boolean
}

/** The organisation's limits that the gate asks. */
export type GatePolicy = {
  readonly ledgerFreshHours: number
  readonly bankFreshBusinessDays: number
  readonly replyPauseDays: number
  readonly promiseToleranceDays: number
  readonly minimumGapDays: number
  readonly frequencyCap: number
  readonly frequencyWindowDays: number
  /** Below it nobody is reminded. */
  readonly floorOf: (currency: string) => number
  /** Above it a person approves first; null when no amount needs it. */
  readonly askFirstAboveOf: (currency: string) => number | null
  readonly newInvoiceGraceDays: number
  /** Business days after a seller's conversation on which nothing formal goes. */
  readonly toneGapDays: number
}

/** How templates speak, by their keys. */
export type Tones = ReadonlyMap<string, 'friendly' | 'firm' | 'final' | 'thanks' | 'neutral'>

/** What is the same for every customer of a run. */
export type GateContext = {
  readonly day: Day
  readonly policy: GatePolicy
  /** In the order in which they win. */
  readonly playbooks: readonly Playbook[]
  readonly tones: Tones
  /** Null for another day than today: a rehearsal assumes that the facts will have come. */
  readonly freshness: FreshnessFact | null
}
