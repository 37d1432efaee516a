import * as z from 'zod'

import { Day, Id, Instant, Money, pageOf, refusals } from '../../../http/contract.ts'
import { Channel, Decision, Lane, Reason, ReasonCode } from '../../gate/contract.ts'

export const EntryState = z.enum([
  'planned',
  'approved',
  'sent',
  'suppressed',
  'dropped',
  'task_made',
  'failed',
])

export const RunEntry = z.object({
  id: Id,
  customerId: Id,
  customerNumber: z.string(),
  customerName: z.string(),
  decision: Decision,
  state: EntryState,
  playbookId: Id.nullable(),
  stepKey: z.string().nullable(),
  stepName: z.string().nullable(),
  lane: Lane.nullable(),
  channel: Channel.nullable(),
  templateKey: z.string().nullable(),
  language: z.string().nullable(),
  contactName: z.string().nullable(),
  senderName: z.string().nullable(),
  totals: z.array(Money),
  items: z.int(),
  oldestDueOn: Day.nullable(),
  reasons: z.array(Reason),
  needsApproval: z.boolean(),
  isApproved: z.boolean(),
  sendAt: Instant.nullable(),
  messageId: Id.nullable(),
  taskId: Id.nullable(),
  /** Why it was suppressed or failed at the moment of sending. */
  outcome: z.array(Reason),
})

export const listEntries = {
  method: 'GET',
  url: '/runs/:id/entries',
  permission: 'runs.read',
  summary: 'What a run decided, a row a customer, by group.',
  schema: {
    params: z.object({ id: Id }),
    querystring: z.object({
      decision: Decision.optional(),
      reason: ReasonCode.optional(),
      stepKey: z.string().optional(),
      state: EntryState.optional(),
      needsApproval: z.stringbool().optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: { 200: pageOf(RunEntry), ...refusals },
  },
} as const

/** A message as its recipient will see it, or what keeps it from being written. */
export const Preview = z.object({
  to: z.array(z.object({ name: z.string(), address: z.string() })),
  from: z.object({ name: z.string(), address: z.string() }),
  /** In test mode the message goes here instead. */
  testRecipient: z.string().nullable(),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ name: z.string(), url: z.string().nullable() })),
  sendAt: Instant.nullable(),
  timeZone: z.string().nullable(),
  findings: z.array(z.object({ code: z.string(), detail: z.string() })),
})

export const previewEntry = {
  method: 'GET',
  url: '/runs/:id/entries/:entryId/preview',
  permission: 'runs.read',
  summary: 'The message of an entry exactly as the recipient will see it.',
  schema: {
    params: z.object({ id: Id, entryId: Id }),
    response: { 200: Preview, ...refusals },
  },
} as const

export const entryPage = {
  method: 'GET',
  url: '/runs/:id/entries/:entryId/page',
  permission: 'runs.read',
  summary: "The HTML of an entry's message as a page of its own, for a frame.",
  schema: {
    params: z.object({ id: Id, entryId: Id }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

export const entryStatement = {
  method: 'GET',
  url: '/runs/:id/entries/:entryId/statement.pdf',
  permission: 'runs.read',
  summary: 'The statement that will be attached, as a PDF.',
  schema: {
    params: z.object({ id: Id, entryId: Id }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

export const dropEntry = {
  method: 'POST',
  url: '/runs/:id/entries/:entryId/drop',
  permission: 'runs.send',
  summary: 'Leaves one customer out of a run. The step stays open.',
  schema: {
    params: z.object({ id: Id, entryId: Id }),
    body: z.object({ why: z.string().trim().max(500).default('') }),
    response: { 200: z.object({ state: EntryState }), ...refusals },
  },
} as const

export const approveEntry = {
  method: 'POST',
  url: '/runs/:id/entries/:entryId/approval',
  permission: 'messages.approve',
  summary: 'Lets an ask-first entry go.',
  schema: {
    params: z.object({ id: Id, entryId: Id }),
    response: { 200: z.object({ state: EntryState }), ...refusals },
  },
} as const
