import * as z from 'zod'

import { Day, Id, Money, pageOf, refusals } from '../../../http/contract.ts'
import { Person, Done } from '../contract.ts'

export const DISPUTE_REASONS = [
  'never_received',
  'wrong_amount',
  'price',
  'quality',
  'quantity',
  'not_delivered',
  'missing_po',
  'duplicate',
  'already_paid',
  'wrong_entity',
  'other',
] as const

export const RESOLUTIONS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'paid',
  'withdrawn',
] as const

export const openDispute = {
  method: 'POST',
  url: '/receivables/:receivableId/disputes',
  permission: 'disputes.open',
  summary: 'Notes that a customer disputes an invoice or a part of it; the rest stays collectable.',
  schema: {
    params: z.object({ receivableId: Id }),
    body: z.object({
      reason: z.enum(DISPUTE_REASONS),
      /** Null disputes all that is open. */
      amountMinor: z.int().positive().nullable().default(null),
      note: z.string().max(2000).default(''),
      revisitOn: Day.nullable().default(null),
      ownerId: Id.nullable().default(null),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

const Dispute = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  receivable: z.object({ id: Id, number: z.string() }),
  reason: z.enum(DISPUTE_REASONS),
  amount: Money,
  note: z.string(),
  openedOn: Day,
  revisitOn: Day.nullable(),
  owner: Person.nullable(),
  state: z.enum(['open', 'resolved']),
  resolution: z.enum(RESOLUTIONS).nullable(),
  resolvedOn: Day.nullable(),
})

export const listDisputes = {
  method: 'GET',
  url: '/disputes',
  permission: 'customers.read',
  summary: 'Disputes, those to revisit first on top.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      customer: Id.optional(),
      state: z.enum(['open', 'resolved']).optional(),
    }),
    response: { 200: pageOf(Dispute), ...refusals },
  },
} as const

export const resolveDispute = {
  method: 'POST',
  url: '/disputes/:disputeId/resolution',
  permission: 'disputes.resolve',
  summary: 'Ends a dispute with how it was settled.',
  schema: {
    params: z.object({ disputeId: Id }),
    body: z.object({ resolution: z.enum(RESOLUTIONS), note: z.string().max(2000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const
