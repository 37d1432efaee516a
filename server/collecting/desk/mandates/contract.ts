import * as z from 'zod'

import { Currency, Day, Id, Instant, refusals } from '../../../http/contract.ts'
import { CustomerId, Done, Person } from '../contract.ts'

export const Limits = z.object({
  longestExtensionDays: z.int().min(0).max(365),
  mostInstalments: z.int().min(0).max(60),
  smallestFirstPaymentPercent: z.int().min(0).max(100),
  /** Hundredths of a per cent: 150 is 1.5 %. */
  largestDiscountBasisPoints: z.int().min(0).max(10_000),
  waivesCharges: z.boolean(),
})

const Approver = z.enum(['sales_manager', 'credit_manager'])

const Grant = Limits.extend({
  id: Id,
  person: Person.nullable(),
  currency: Currency,
  reason: z.string(),
  grantedBy: Person.nullable(),
  grantedAt: Instant,
  expiresOn: Day,
  isInForce: z.boolean(),
})

/** A time that room was used: what was agreed, by whom, and by which right. */
const Use = z.object({
  id: Id,
  person: Person.nullable(),
  kind: z.enum(['promise', 'plan', 'discount', 'waiver']),
  until: Day.nullable(),
  instalments: z.int().nullable(),
  source: z.enum(['approval', 'grant', 'policy', 'usual']),
  usedAt: Instant,
})

export const readMandate = {
  method: 'GET',
  url: '/customers/:customerId/mandate',
  permission: 'customers.read',
  summary: 'What may be offered to a customer without asking, and what is left of it.',
  schema: {
    params: CustomerId,
    querystring: z.object({ currency: Currency }),
    response: {
      200: z.object({
        currency: Currency,
        overdueMinor: z.int(),
        limits: Limits,
        source: z.enum(['grant', 'policy', 'usual']),
        approver: Approver,
        /** Who is asked for more, where one person it is. */
        decider: Person.nullable(),
        /** The reader is not held to the limits: they decide themselves what goes beyond. */
        decidesThemselves: z.boolean(),
        /** Finance takes promises of any day; its plans keep to the limits. */
        promisesFreely: z.boolean(),
        /** Since when this debt has been put off; the extension is counted from there. */
        putOffSince: Day.nullable(),
        /** The last day that may be agreed on without asking. */
        latestDay: Day,
        grants: z.array(Grant),
        /** The latest times that room was used with this customer. */
        uses: z.array(Use),
      }),
      ...refusals,
    },
  },
} as const

export const grantMandate = {
  method: 'POST',
  url: '/customers/:customerId/mandates',
  permission: 'mandates.grant',
  summary: 'Gives somebody more room with one customer, until a day.',
  schema: {
    params: CustomerId,
    body: Limits.extend({
      personId: Id,
      currency: Currency,
      expiresOn: Day,
      reason: z.string().max(500).default(''),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

export const revokeMandate = {
  method: 'POST',
  url: '/mandates/:mandateId/revocation',
  permission: 'mandates.grant',
  summary: 'Takes such room back.',
  schema: {
    params: z.object({ mandateId: Id }),
    body: z.object({ why: z.string().max(500).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

const PolicyLimits = Limits.extend({
  segment: z.enum(['commercial', 'consumer']).nullable(),
  currency: Currency,
  /** Applies where no more than this is overdue; null has no ceiling. */
  upToMinor: z.int().positive().nullable(),
  approver: Approver,
})

export const readMandateLimits = {
  method: 'GET',
  url: '/mandate-limits',
  permission: 'member',
  summary: 'What sellers may offer by policy, per segment and amount.',
  schema: {
    response: {
      200: z.object({
        rows: z.array(PolicyLimits),
        /** What holds where no row fits. */
        usual: Limits.extend({ approver: Approver }),
      }),
      ...refusals,
    },
  },
} as const

export const changeMandateLimits = {
  method: 'PUT',
  url: '/mandate-limits',
  permission: 'mandates.set',
  summary: 'Sets what sellers may offer by policy; rows that are left out end.',
  schema: {
    body: z.object({ rows: z.array(PolicyLimits).max(100) }),
    response: { 200: z.object({}), ...refusals },
  },
} as const

export const tryMandateLimits = {
  method: 'POST',
  url: '/mandate-limits/effect',
  permission: 'mandates.set',
  summary: 'What such limits would have let through of what was agreed lately. Changes nothing.',
  schema: {
    body: z.object({ rows: z.array(PolicyLimits).max(100) }),
    response: {
      201: z.object({
        since: Day,
        agreed: z.int(),
        /** How much of it would have needed nobody’s approval, as it is and as it would be. */
        withinNow: z.int(),
        withinThen: z.int(),
      }),
      ...refusals,
    },
  },
} as const
