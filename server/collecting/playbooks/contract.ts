import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, refusals } from '../../http/contract.ts'
import { Channel, Lane } from '../gate/contract.ts'

/** Every "no" about playbooks. */
export const REFUSAL_CODES = [
  'no_such_playbook',
  'playbook_archived',
  'no_draft',
  'draft_changed',
  'playbook_has_errors',
] as const

export const EVENT_NAMES = [
  'playbook.drafted',
  'playbook.switched_on',
  'playbook.archived',
] as const

/** Amounts in minor units by currency; a currency that is not named has no limit. */
export const Limits = z.record(Currency, z.int().min(0))

export const ANNOUNCEMENTS = [
  'delivery_stop',
  'collection_agency',
  'legal_action',
  'formal_notice',
  'management_call',
] as const

export const StepEvent = z.enum(['payment_received', 'promise_broken'])

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
  /** Owes in total at least this, in any of these currencies. */
  owedAtLeast: Limits,
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
  'before_due_not_skippable',
  'before_due_final',
  'event_before',
  'event_final',
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

export const Playbook = z.object({
  id: Id,
  name: z.string(),
  isArchived: z.boolean(),
  inForce: z.object({ version: z.int(), since: Instant, content: PlaybookContent }).nullable(),
  draft: z.object({ version: z.int(), savedAt: Instant, content: PlaybookContent }).nullable(),
})

const ById = z.object({ id: Id })

export const listPlaybooks = {
  method: 'GET',
  url: '/playbooks',
  permission: 'playbooks.read',
  summary: 'Playbooks in the order in which they win, with the number of customers each serves.',
  schema: {
    response: {
      200: z.object({ rows: z.array(Playbook.extend({ customers: z.int() })) }),
      ...refusals,
    },
  },
} as const

export const getPlaybook = {
  method: 'GET',
  url: '/playbooks/:id',
  permission: 'playbooks.read',
  summary: 'A playbook: in force, its draft, and what is wrong with the draft.',
  schema: {
    params: ById,
    response: { 200: Playbook.extend({ findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const

export const createPlaybook = {
  method: 'POST',
  url: '/playbooks',
  permission: 'playbooks.edit',
  summary: 'A new playbook as a draft; nothing follows it before it is switched on.',
  schema: {
    body: z.object({ name: z.string().trim().min(1).max(80), content: PlaybookContent }),
    response: { 201: z.object({ id: Id, findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const

export const savePlaybookDraft = {
  method: 'PUT',
  url: '/playbooks/:id/draft',
  permission: 'playbooks.edit',
  summary:
    'Saves the draft. Errors are told and do not stop the saving; they stop the switching on.',
  schema: {
    params: ById,
    body: z.object({ name: z.string().trim().min(1).max(80).optional(), content: PlaybookContent }),
    response: {
      200: z.object({ version: z.int(), findings: z.array(PlaybookFinding) }),
      ...refusals,
    },
  },
} as const

const Position = z.object({ playbookName: z.string(), stepKey: z.string(), on: Day }).nullable()

export const draftEffect = {
  method: 'GET',
  url: '/playbooks/:id/draft/effect',
  permission: 'playbooks.read',
  summary: 'Whom a draft would move: from which next step to which, and when.',
  schema: {
    params: ById,
    response: {
      200: z.object({
        customers: z.int(),
        moved: z.int(),
        gained: z.int(),
        lost: z.int(),
        examples: z.array(
          z.object({ customerId: Id, customerName: z.string(), from: Position, to: Position }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const rehearseDraft = {
  method: 'POST',
  url: '/playbooks/:id/draft/rehearsal',
  permission: 'playbooks.read',
  summary:
    'What would have gone in the last 90 days and what will go in the next 30, old against new.',
  schema: {
    params: ById,
    response: {
      200: z.object({
        today: Day,
        customers: z.int(),
        /** Fewer than `customers` when only a sample was played through. */
        played: z.int(),
        days: z.array(
          z.object({
            on: Day,
            old: z.object({ messages: z.int(), tasks: z.int() }),
            new: z.object({ messages: z.int(), tasks: z.int() }),
          }),
        ),
        steps: z.array(
          z.object({ stepKey: z.string(), name: z.string(), old: z.int(), new: z.int() }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const switchOnPlaybook = {
  method: 'POST',
  url: '/playbooks/:id/switch-on',
  permission: 'playbooks.edit',
  summary: 'Puts the draft into force. Running ladders go on at the level they have reached.',
  schema: {
    params: ById,
    body: z.object({
      version: z.int(),
      /** When the draft that was looked at had been saved: another one is refused. */
      savedAt: Instant.optional(),
    }),
    response: { 200: z.object({ version: z.int() }), ...refusals },
  },
} as const

export const archivePlaybook = {
  method: 'POST',
  url: '/playbooks/:id/archive',
  permission: 'playbooks.edit',
  summary: 'Takes a playbook out of use; its customers go to the next one that matches.',
  schema: { params: ById, response: { 200: z.object({ archived: z.boolean() }), ...refusals } },
} as const

export const checkPlaybook = {
  method: 'POST',
  url: '/playbooks/check',
  permission: 'playbooks.read',
  summary: 'What is wrong with this content, without saving it.',
  schema: {
    body: z.object({ content: PlaybookContent }),
    response: { 200: z.object({ findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const

export const previewSegment = {
  method: 'POST',
  url: '/playbooks/segment-preview',
  permission: 'playbooks.read',
  summary: 'Which customers a segment has.',
  schema: {
    body: z.object({ segment: Segment }),
    response: {
      200: z.object({
        customers: z.int(),
        owed: z.array(Money),
        examples: z.array(z.object({ id: Id, number: z.string(), name: z.string() })),
      }),
      ...refusals,
    },
  },
} as const

export const playbookExample = {
  method: 'POST',
  url: '/playbooks/example',
  permission: 'playbooks.read',
  summary:
    'What an invoice would get and when: "due 1 March → friendly reminder Wednesday 4 March 08:30".',
  schema: {
    body: z.object({
      content: PlaybookContent,
      /** A real customer, for its place and hours; absent takes one that the segment has. */
      customerId: Id.optional(),
      dueOn: Day.optional(),
    }),
    response: {
      200: z.object({
        customer: z.object({ id: Id, name: z.string(), timeZone: z.string() }).nullable(),
        dueOn: Day,
        steps: z.array(
          z.object({
            stepKey: z.string(),
            name: z.string(),
            lane: Lane,
            channel: Channel,
            on: Day,
            at: Instant,
            /** 'HH:MM' at the contact. */
            localTime: z.string(),
            /** The day by the offset alone, when weekends or holidays moved it. */
            movedFrom: Day.nullable(),
          }),
        ),
        decisionOn: Day.nullable(),
      }),
      ...refusals,
    },
  },
} as const
