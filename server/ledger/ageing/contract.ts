import * as z from 'zod'

import { Currency, Day, Id, refusals } from '../../http/contract.ts'
import { AccountOrGroup, Freshness, Scope } from '../contract.ts'

/** owner: today's; seller: who owned the customer on the invoice's day. Each sums to the whole. */
export const AGEING_BY = [
  'organisation',
  'entity',
  'owner',
  'seller',
  'collector',
  'segment',
  'country',
  'customer',
] as const

/** One row of one currency: not due + Σ buckets + credit − on account = balance. */
export const Ageing = z.object({
  currency: Currency,
  notDueMinor: z.int(),
  /** One a boundary, the last one open-ended. */
  bucketsMinor: z.array(z.int()),
  /** Credit notes, as a negative. Zero when policy sets them against the oldest first. */
  creditMinor: z.int(),
  /** Money not yet set against anything, as a positive. */
  onAccountMinor: z.int(),
  balanceMinor: z.int(),
})

export const readAgeing = {
  method: 'GET',
  url: '/ageing',
  permission: 'customers.read',
  summary: 'What is owed by days past due, today or as of a past day.',
  schema: {
    querystring: Scope.extend({
      by: z.enum(AGEING_BY).default('organisation'),
      /** Left out: today, in each entity's own time zone. */
      asOf: Day.optional(),
      customer: Id.optional(),
      scope: AccountOrGroup.default('account'),
    }),
    response: {
      200: z.object({
        asOf: Day.nullable(),
        /** Upper ends of the buckets in days: 30, 60, 90, 120 and beyond. */
        bounds: z.array(z.int()),
        credits: z.enum(['own_column', 'oldest_first']),
        /** key: an id, a country, a segment; null is what has none. The largest 1,000 customers. */
        rows: z.array(Ageing.extend({ key: z.string().nullable(), name: z.string() })),
        totals: z.array(Ageing),
        freshness: z.array(Freshness),
      }),
      ...refusals,
    },
  },
} as const
