import * as z from 'zod'

import { Day, Id, Instant, Money, pageOf, refusals } from '../../http/contract.ts'
import { Channel, Lane } from '../gate/contract.ts'

/** Every "no" about messages. `gate_says_no` carries the first reason's code. */
export const REFUSAL_CODES = [
  'bad_cursor',
  'no_such_message',
  'no_statement',
  'message_not_unknown',
  'message_already_left',
  'gate_says_no',
  'say_what_you_saw',
  'no_such_attachment',
  'is_a_copy',
  'message_not_sent',
  'message_of_other_mode',
] as const

export const EVENT_NAMES = [
  'message.claimed',
  'message.accepted',
  'message.refused',
  'message.unknown',
  'message.bounced',
  'message.withdrawn',
  'message.decided',
  'message.copied',
] as const

export const MessageState = z.enum([
  'claimed',
  'handed_over',
  'accepted',
  'refused',
  'unknown',
  'delivered',
  'bounced',
  'withdrawn',
])

export const MessageRow = z.object({
  id: Id,
  customerId: Id,
  customerName: z.string(),
  runId: Id.nullable(),
  state: MessageState,
  channel: Channel,
  lane: Lane,
  stepKey: z.string(),
  stepName: z.string().nullable(),
  language: z.string(),
  subject: z.string(),
  senderName: z.string().nullable(),
  totals: z.array(Money),
  isTest: z.boolean(),
  attempt: z.int(),
  onDay: Day,
  claimedAt: Instant,
  answeredAt: Instant.nullable(),
  /** What the mail server said. */
  answer: z.string(),
})

export const listMessages = {
  method: 'GET',
  url: '/messages',
  permission: 'messages.read',
  summary: 'Messages, newest first.',
  schema: {
    querystring: z.object({
      customerId: Id.optional(),
      runId: Id.optional(),
      state: MessageState.optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: { 200: pageOf(MessageRow), ...refusals },
  },
} as const

export const getMessage = {
  method: 'GET',
  url: '/messages/:id',
  permission: 'messages.read',
  summary: 'A message as it left, with the figures that it stated.',
  schema: {
    params: z.object({ id: Id }),
    response: {
      200: MessageRow.extend({
        recipients: z.array(z.object({ name: z.string(), address: z.string() })),
        text: z.string(),
        html: z.string(),
        messageIdHeader: z.string(),
        /** What went with it, the statement first. */
        attachments: z.array(
          z.object({ name: z.string(), mediaType: z.string(), url: z.string() }),
        ),
        items: z.array(
          z.object({
            openItemId: Id,
            number: z.string(),
            dueOn: Day,
            currency: z.string(),
            openMinor: z.int(),
          }),
        ),
        handedOverAt: Instant.nullable(),
        /** Of a copy that somebody asked for: which message it is of, and why it was sent. */
        copy: z.object({ of: Id, why: z.string() }).nullable(),
      }),
      ...refusals,
    },
  },
} as const

export const messageStatement = {
  method: 'GET',
  url: '/messages/:id/statement.pdf',
  permission: 'messages.read',
  summary: 'The statement that went with a message.',
  schema: { params: z.object({ id: Id }), response: { 200: z.unknown(), ...refusals } },
} as const

export const messageAttachment = {
  method: 'GET',
  url: '/messages/:id/attachments/:sha256',
  permission: 'messages.read',
  summary: 'A document that went with a message, by its content’s hash.',
  schema: {
    params: z.object({ id: Id, sha256: z.string().max(64) }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

export const messagePage = {
  method: 'GET',
  url: '/messages/:id/page',
  permission: 'messages.read',
  summary: 'The HTML of a message as a page of its own, for a frame.',
  schema: { params: z.object({ id: Id }), response: { 200: z.unknown(), ...refusals } },
} as const

export const decideMessage = {
  method: 'POST',
  url: '/messages/:id/decision',
  permission: 'messages.decide',
  summary: 'A person says what became of a message whose sending is unknown.',
  schema: {
    params: z.object({ id: Id }),
    body: z.object({
      decision: z.enum(['it_arrived', 'send_again']),
      /** What they saw; without it nothing is sent again. */
      note: z.string().trim().max(500).default(''),
    }),
    response: {
      200: z.object({ state: MessageState, againAs: Id.nullable() }),
      ...refusals,
    },
  },
} as const

export const withdrawMessage = {
  method: 'POST',
  url: '/messages/:id/withdrawal',
  permission: 'messages.decide',
  summary: 'Takes back a message that has not been handed over. Its steps are open again.',
  schema: {
    params: z.object({ id: Id }),
    body: z.object({ why: z.string().trim().max(500).default('') }),
    response: { 200: z.object({ state: MessageState }), ...refusals },
  },
} as const
