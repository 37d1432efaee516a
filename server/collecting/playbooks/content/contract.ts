import * as z from 'zod'

import { Currency, Id } from '../../../http/contract.ts'
import { Channel, Lane } from '../../gate/contract.ts'

/** Amounts in minor units by currency; a currency that is not named has no limit. */
export const Limits = z.record(Currency, z.int().min(0))

export const ANNOUNCEMENTS = [
  'delivery_stop',
  'collection_agency',
  'legal_action',
  'formal_notice',
  'management_call',
] as const

export const StepEvent = z.enum([
  'invoice_created',
  'payment_received',
  'promise_broken',
  'instalment_missed',
  'email_bounced',
  'reply_received',
])

export const Approval = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('automatic') }),
  z.object({ kind: z.literal('ask_above'), amounts: Limits }),
  z.object({ kind: z.literal('always_ask') }),
])

export const Step = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
  name: z.string().trim().min(1).max(80),
  /** Days after the due day (negative: before), or after the event. */
  offsetDays: z.int().min(-60).max(720),
  /** What the offset counts from; null counts from the due day. */
  event: StepEvent.nullable(),
  lane: Lane,
  channel: Channel,
  /** Tried in this order when nobody can be reached by the channel. */
  fallbackChannels: z.array(Channel).max(5),
  /** The text of a message; null for tasks. */
  templateKey: z.string().nullable(),
  /** Whether the statement of account goes along as a PDF. */
  attachesStatement: z.boolean().default(true),
  /** The step is for amounts from floor to ceiling only. */
  floor: Limits,
  ceiling: Limits,
  approval: Approval,
  /** Set on a final notice: what it announces. A step must follow that does it. */
  announces: z.enum(ANNOUNCEMENTS).nullable(),
  /** A later step may go instead of this one when both are due. */
  isSkippable: z.boolean(),
})

export const Segment = z.object({
  segment: z.enum(['commercial', 'consumer']).nullable(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  tags: z.array(z.string().min(1)),
  legalForms: z.array(z.string().min(1)),
  ownerIds: z.array(Id),
  /** The owner is in one of these teams. */
  teamIds: z.array(Id).default([]),
  legalEntityIds: z.array(Id).default([]),
  /** Owes in total at least this, in any of these currencies. */
  owedAtLeast: Limits,
  /** Owes in total no more than this, in each of these currencies. */
  owedAtMost: Limits.default({}),
  /** The days agreed for paying, or those of the company when none were. */
  termsDaysAtLeast: z.int().min(0).max(365).nullable().default(null),
  termsDaysAtMost: z.int().min(0).max(365).nullable().default(null),
})

export const CatchUp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('highest_due') }),
  z.object({ kind: z.literal('from_first') }),
  z.object({ kind: z.literal('at_most'), stepKey: z.string() }),
])

export const PlaybookContent = z.object({
  segment: Segment,
  /** Breaks a tie between equally specific playbooks: the larger wins. */
  priority: z.int().min(-1000).max(1000),
  steps: z.array(Step).max(40),
  progression: z.enum(['highest_due', 'one_at_a_time']),
  /** What a debt gets that is met for the first time when several steps are due already. */
  catchUp: CatchUp,
  /** Days between two contacts; null takes the organisation's policy. */
  minimumGapDays: z.int().min(0).max(90).nullable(),
  /** Days after the last step until a person must decide. */
  decisionAfterDays: z.int().min(0).max(90),
  /** Days that the person has for it. */
  decisionWithinDays: z.int().min(1).max(60),
  /** The local time of the contact at which messages leave. */
  sendAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})

export const PLAYBOOK_FINDING_CODES = [
  'no_steps',
  'duplicate_key',
  'reserved_key',
  'template_missing',
  'template_without_message',
  'unknown_template',
  'announcement_missing',
  'announcement_without_step',
  'template_needs_payment',
  'template_needs_note',
  'template_needs_acceleration',
  'template_needs_instalment',
  'before_due_not_skippable',
  'before_due_final',
  'event_before',
  'event_final',
  'reply_by_email',
  'catch_up_unknown_step',
  'floor_above_ceiling',
  'fallback_repeats_channel',
  'seller_signs_formal',
  'gap_longer_than_ladder',
] as const

/** Something wrong with a playbook and where. An error keeps it from being switched on. */
export const PlaybookFinding = z.object({
  code: z.enum(PLAYBOOK_FINDING_CODES),
  severity: z.enum(['error', 'warning']),
  stepKey: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
