import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../../../http/contract.ts'
import { CustomerId, Done, Person } from '../contract.ts'

export const APPROVAL_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'expired'] as const

/** A promise that a seller wants to take though it goes beyond their mandate. */
const PromiseProposal = z.object({
  openItemId: Id.nullable().default(null),
  amount: Money,
  promisedFor: Day,
  saidBy: z.string().max(200).default(''),
  channel: z.enum(['call', 'email', 'visit', 'letter', 'other']).default('call'),
})

/** A proposal as it is kept: who said it is encrypted. */
export const KeptProposal = z.union([
  z.object({ promise: PromiseProposal.extend({ outcomeId: Id.optional() }) }),
  z.object({
    planId: Id,
    currency: Currency,
    instalments: z.array(z.object({ dueOn: Day, minor: z.int() })).min(1),
  }),
])

export const askForPromise = {
  method: 'POST',
  url: '/customers/:customerId/approvals',
  permission: 'promises.take',
  summary: 'Asks for approval of a promise that goes beyond the mandate.',
  schema: {
    params: CustomerId,
    body: z.object({ promise: PromiseProposal, note: z.string().max(1000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

const Approval = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  kind: z.enum(['promise', 'plan', 'discount', 'waiver', 'ball', 'terms']),
  /** What is asked for: when the last money is to come, how much, in how many parts. */
  amount: Money,
  until: Day,
  instalments: z.int(),
  beyond: z.array(
    z.object({
      limit: z.enum(['extension', 'instalments', 'first_payment', 'discount', 'waiver']),
      asked: z.int(),
      allowed: z.int(),
    }),
  ),
  note: z.string(),
  approver: z.enum(['sales_manager', 'credit_manager']),
  state: z.enum(APPROVAL_STATES),
  askedBy: Person.nullable(),
  askedAt: Instant,
  expiresAt: Instant,
  decidedBy: Person.nullable(),
  decidedAt: Instant.nullable(),
  decisionNote: z.string(),
  /** What they owe in that currency, and how they kept what they promised before. */
  owedMinor: z.int(),
  overdueMinor: z.int(),
  promisesKept: z.int(),
  promisesMissed: z.int(),
  /** Whoever insures a debt that is to be put off; empty where nobody does. */
  insurer: z.string(),
  /** Whether the reader may decide it. */
  mayDecide: z.boolean(),
})

export const listApprovals = {
  method: 'GET',
  url: '/approvals',
  permission: 'customers.read',
  summary: 'What was asked for beyond a mandate, and what was decided.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      customer: Id.optional(),
      state: z.enum(APPROVAL_STATES).optional(),
      /** Those that the reader asked for. */
      mine: z.enum(['true', 'false']).optional(),
    }),
    response: { 200: pageOf(Approval), ...refusals },
  },
} as const

export const decideApproval = {
  method: 'POST',
  url: '/approvals/:approvalId/decision',
  permission: 'approvals.decide',
  summary: 'Approves or refuses; an approved promise or plan is in force at once.',
  schema: {
    params: z.object({ approvalId: Id }),
    body: z.object({
      decision: z.enum(['approved', 'refused']),
      note: z.string().max(1000).default(''),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

export const withdrawApproval = {
  method: 'POST',
  url: '/approvals/:approvalId/withdrawal',
  permission: 'promises.take',
  summary: 'Takes one’s own request back.',
  schema: {
    params: z.object({ approvalId: Id }),
    body: z.object({}),
    response: { 201: Done, ...refusals },
  },
} as const
