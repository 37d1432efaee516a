import * as z from 'zod'

import { Day, Id, Instant, Money, pageOf, refusals } from '../../../http/contract.ts'
import { Person, CustomerId } from '../contract.ts'

export const TIMELINE_KINDS = [
  'message',
  'reply',
  'task',
  'call',
  'outcome',
  'promise',
  'dispute',
  'payment',
  'receivable',
  'comment',
  'hold',
  'held',
  /** In another system, before this one. */
  'elsewhere',
  'ball',
  'change',
] as const

const TimelineEntry = z.object({
  id: z.string(),
  at: Instant,
  on: Day,
  kind: z.enum(TIMELINE_KINDS),
  /** What happened, as the event says it: 'promise.taken'. The language files have a sentence. */
  name: z.string(),
  by: Person.nullable(),
  /** ours on the right, theirs on the left, money across, the rest small and grey. */
  side: z.enum(['ours', 'theirs', 'money', 'note']),
  money: Money.nullable(),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  subject: z.object({ kind: z.string(), id: Id.nullable() }),
})

export const readTimeline = {
  method: 'GET',
  url: '/customers/:customerId/timeline',
  permission: 'customers.read',
  summary: 'Everything that happened with a customer, newest first, decisions not to act included.',
  schema: {
    params: CustomerId,
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      kinds: z.string().optional(),
    }),
    response: { 200: pageOf(TimelineEntry), ...refusals },
  },
} as const
