import * as z from 'zod'

import { Currency, Day, Id, Instant, pageOf, refusals } from '../../http/contract.ts'
import { Created, CustomerPath, Paging, Person } from '../contract.ts'

const Share = z.object({ openItemId: Id, amountMinor: z.int().positive() })

const Payment = z.object({
  id: Id,
  /** Money that came is positive; a refund and a reversal are negative. */
  amountMinor: z.int(),
  currency: Currency,
  receivedOn: Day,
  reference: z.string(),
  /** What is not yet set against anything. */
  leftMinor: z.int(),
  isReversed: z.boolean(),
  reversesId: Id.nullable(),
  source: z.string(),
  recordedAt: Instant,
  recordedBy: Person.nullable(),
  allocations: z.array(
    z.object({
      id: Id,
      openItemId: Id,
      receivableId: Id,
      number: z.string(),
      amountMinor: z.int(),
      allocatedOn: Day,
      isReversed: z.boolean(),
    }),
  ),
})

export const listPayments = {
  method: 'GET',
  url: '/customers/:customerId/payments',
  permission: 'customers.read',
  summary: "A customer's payments, newest first, each with what it was set against.",
  schema: {
    params: CustomerPath,
    querystring: Paging,
    response: { 200: pageOf(Payment), ...refusals },
  },
} as const

export const recordPayment = {
  method: 'POST',
  url: '/customers/:customerId/payments',
  permission: 'payments.record',
  summary: 'Records money that came and sets it against open items; the rest stays on account.',
  schema: {
    params: CustomerPath,
    body: z.object({
      amountMinor: z.int().positive(),
      currency: Currency,
      receivedOn: Day,
      reference: z.string().max(500).default(''),
      allocations: z.array(Share).max(1000).default([]),
    }),
    response: { 201: Created, ...refusals },
  },
} as const

export const reversePayment = {
  method: 'POST',
  url: '/payments/:paymentId/reversal',
  permission: 'payments.record',
  summary: 'Takes a payment back (bounced, booked wrongly) with everything it was set against.',
  schema: {
    params: z.object({ paymentId: Id }),
    body: z.object({ reversedOn: Day, why: z.string().trim().min(1).max(500) }),
    response: { 201: Created, ...refusals },
  },
} as const

/** Amounts are given as positives whatever the sign of the document. */
export const allocate = {
  method: 'POST',
  url: '/allocations',
  permission: 'payments.record',
  summary: 'Sets money on account, or a credit note, against open items of the same customer.',
  schema: {
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('payment'),
        paymentId: Id,
        /** Left out: the later of the payment's and the document's day. */
        allocatedOn: Day.optional(),
        shares: z.array(Share).min(1).max(1000),
      }),
      z.object({
        kind: z.literal('credit'),
        creditItemId: Id,
        allocatedOn: Day.optional(),
        shares: z.array(Share).min(1).max(1000),
      }),
    ]),
    response: { 201: z.object({ ids: z.array(Id) }), ...refusals },
  },
} as const

export const reverseAllocation = {
  method: 'POST',
  url: '/allocations/:allocationId/reversal',
  permission: 'payments.record',
  summary: 'Undoes an allocation by a further row; of a credit both sides.',
  schema: {
    params: z.object({ allocationId: Id }),
    body: z.object({ reversedOn: Day, why: z.string().trim().min(1).max(500) }),
    response: { 201: z.object({ ids: z.array(Id) }), ...refusals },
  },
} as const

export const WRITE_OFF_KINDS = ['write_off', 'set_off', 'cancellation', 'adjustment'] as const

export const writeOff = {
  method: 'POST',
  url: '/write-offs',
  permission: 'payments.record',
  summary: 'Closes part or all of an open item without money: written off, set off, cancelled.',
  schema: {
    body: z.object({
      kind: z.enum(WRITE_OFF_KINDS),
      openItemId: Id,
      amountMinor: z.int().positive(),
      allocatedOn: Day,
      why: z.string().trim().min(1).max(500),
    }),
    response: { 201: Created, ...refusals },
  },
} as const
