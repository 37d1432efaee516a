import * as z from 'zod'

import { Currency, Id, Instant, Language, refusals } from '../http/contract.ts'

/** What somebody can ask to be told of. */
export const NOTICE_EVENTS = [
  'promise.taken',
  'promise.kept',
  'promise.partly_kept',
  'promise.broken',
  'dispute.opened',
  'dispute.answered',
  'dispute.time_asked',
  'dispute.resolved',
  'dispute.overdue',
  'dispute.reopened',
  'ball.handed_over',
  'ball.offered',
  'ball.declined',
  'ball.offer_lapsed',
  'ball.taken',
  'ball.passed',
  'ball.rings_soon',
  'ball.returned',
  'ball.returned_by_clock',
  'approval.asked',
  'approval.approved',
  'approval.refused',
  'approval.expired',
  'instalment.broken',
  'plan.broken',
  'plan.accelerated',
  'plan.replaced',
  'payment.recorded',
  'meeting.tomorrow',
  'payment.reversed',
  'hold.placed',
  'contact.bounced',
  'customer.owner_assigned',
  'receivable.written_off',
] as const

/** Who, relative to the customer or to what happened. */
export const AUDIENCES = [
  'owner',
  'manager',
  'collector',
  'department',
  'handler',
  'decider',
  'handler_manager',
  'credit',
  'legal',
  'finance',
  'named',
] as const

export const CHANNELS = ['in_app', 'email', 'webhook'] as const
export const PACES = ['now', 'daily', 'weekly'] as const
export const LANES = ['seller', 'finance', 'legal'] as const
export const TARGET_KINDS = ['slack', 'teams'] as const

export const REFUSAL_CODES = [
  'no_such_rule',
  'no_such_target',
  'no_such_person',
  'no_such_notification',
  'named_nobody',
  'target_missing',
  'not_your_rule',
  'not_a_time_zone',
  'bad_cursor',
  'webhook_not_https',
  'webhook_private_address',
  'webhook_wrong_address',
] as const

const Condition = z.object({
  /** Only from this amount on, per currency; a currency that is not named has no floor. */
  minAmountMinor: z.record(Currency, z.int().min(0)).default({}),
  minDaysLate: z.int().min(0).max(3650).nullable().default(null),
  segment: z.enum(['commercial', 'consumer']).nullable().default(null),
  lane: z.enum(LANES).nullable().default(null),
  /** Only these customers; none named means all. */
  customers: z.array(Id).max(200).default([]),
})

export const RuleFields = z.object({
  name: z.string().trim().min(1).max(120),
  events: z.array(z.enum(NOTICE_EVENTS)).min(1),
  condition: Condition,
  people: z.array(z.enum(AUDIENCES)).default([]),
  named: z.array(Id).max(50).default([]),
  channels: z.array(z.enum(CHANNELS)).min(1),
  targetId: Id.nullable().default(null),
  pace: z.enum(PACES),
  isOn: z.boolean().default(true),
  /** Tells only whoever makes it. */
  isMine: z.boolean().default(false),
})

const Rule = RuleFields.extend({
  id: Id,
  isShipped: z.boolean(),
  events: z.array(z.enum(NOTICE_EVENTS)),
  channels: z.array(z.enum(CHANNELS)),
})
const RuleId = z.object({ ruleId: Id })

export const listRules = {
  method: 'GET',
  url: '/notification-rules',
  permission: 'member',
  summary: 'Who is told of what: the rules of the organisation and one’s own.',
  schema: {
    response: {
      200: z.object({
        rules: z.array(Rule),
        /** Of the customers that rules name, those that the reader may see. */
        customers: z.array(z.object({ id: Id, name: z.string() })),
      }),
      ...refusals,
    },
  },
} as const

export const addRule = {
  method: 'POST',
  url: '/notification-rules',
  permission: 'member',
  summary: 'Adds a rule: for oneself, or with the right to manage notifications for others.',
  schema: { body: RuleFields, response: { 201: z.object({ id: Id }), ...refusals } },
} as const

export const changeRule = {
  method: 'PUT',
  url: '/notification-rules/:ruleId',
  permission: 'member',
  summary: 'Changes a rule or switches it off.',
  schema: {
    params: RuleId,
    body: RuleFields,
    response: { 200: z.object({ id: Id }), ...refusals },
  },
} as const

export const removeRule = {
  method: 'DELETE',
  url: '/notification-rules/:ruleId',
  permission: 'member',
  summary: 'Removes a rule; what it told stays.',
  schema: { params: RuleId, response: { 200: z.object({ id: Id }), ...refusals } },
} as const

export const previewRule = {
  method: 'POST',
  url: '/notification-rules/preview',
  permission: 'member',
  summary: 'Whom a rule would have told of what in the last thirty days. Nothing is kept.',
  schema: {
    body: RuleFields,
    response: {
      201: z.object({
        /** Events that the rule names, and those of them that its condition lets through. */
        happened: z.int(),
        matching: z.int(),
        people: z.array(z.object({ id: Id, name: z.string(), count: z.int() })),
        posts: z.int(),
        examples: z.array(z.object({ at: Instant, title: z.string() })),
        /** True when there was more than was looked at. */
        isPartial: z.boolean(),
      }),
      ...refusals,
    },
  },
} as const

const Habits = z.object({
  timeZone: z.string().max(60),
  morning: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  wantsEmail: z.boolean(),
  mentionsByEmail: z.boolean(),
})

export const readHabits = {
  method: 'GET',
  url: '/notification-habits',
  permission: 'member',
  summary: 'When and how one wants to be told.',
  schema: { response: { 200: Habits, ...refusals } },
} as const

export const changeHabits = {
  method: 'PUT',
  url: '/notification-habits',
  permission: 'member',
  summary: 'Changes when and how one wants to be told.',
  schema: { body: Habits, response: { 200: Habits, ...refusals } },
} as const

const Target = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(TARGET_KINDS),
  /** The address is a secret; this much of it says where it leads. */
  host: z.string(),
  language: Language,
  isOn: z.boolean(),
  lastAcceptedAt: Instant.nullable(),
  lastFailedAt: Instant.nullable(),
  lastFailure: z.string(),
})
const TargetId = z.object({ targetId: Id })

export const listTargets = {
  method: 'GET',
  url: '/webhook-targets',
  permission: 'notifications.manage',
  summary: 'The Slack and Teams channels that may be told.',
  schema: { response: { 200: z.object({ targets: z.array(Target) }), ...refusals } },
} as const

export const addTarget = {
  method: 'POST',
  url: '/webhook-targets',
  permission: 'notifications.manage',
  summary: 'Adds a Slack or Teams channel by its incoming webhook.',
  schema: {
    body: z.object({
      name: z.string().trim().min(1).max(80),
      kind: z.enum(TARGET_KINDS),
      url: z.string().max(2000),
      language: Language,
    }),
    response: { 201: z.object({ id: Id }), ...refusals },
  },
} as const

export const removeTarget = {
  method: 'DELETE',
  url: '/webhook-targets/:targetId',
  permission: 'notifications.manage',
  summary: 'Removes a channel; rules that told it tell it no more.',
  schema: { params: TargetId, response: { 200: z.object({ id: Id }), ...refusals } },
} as const

export const tryTarget = {
  method: 'POST',
  url: '/webhook-targets/:targetId/trial',
  permission: 'notifications.manage',
  summary: 'Posts a test sentence to a channel and says what it answered.',
  schema: {
    params: TargetId,
    response: {
      201: z.object({
        kind: z.enum(['accepted', 'refused', 'unknown', 'not_sent']),
        answer: z.string(),
      }),
      ...refusals,
    },
  },
} as const
