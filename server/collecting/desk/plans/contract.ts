import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../../../http/contract.ts'
import { ReasonCode } from '../../gate/contract.ts'
import { CustomerId, Person, Reachable, ShownMail } from '../contract.ts'

export const PLAN_STATES = [
  'proposed',
  'awaiting_approval',
  'agreed',
  'kept',
  'broken',
  /** After a missed instalment the whole rest was made due. */
  'accelerated',
  /** Another plan took its place. */
  'replaced',
  'withdrawn',
  'refused',
] as const

export const PlanOffer = z.object({
  currency: Currency,
  items: z.array(z.object({ openItemId: Id, minor: z.int().positive() })).max(200),
  instalments: z.array(z.object({ dueOn: Day, minor: z.int().positive() })).max(60),
  waivesCharges: z.boolean().default(false),
  /** One instalment missed makes the whole due. */
  accelerates: z.boolean().default(true),
  remindsDaysBefore: z.int().min(0).max(30).nullable().default(3),
  note: z.string().max(1000).default(''),
  /** Whoever insures the debt knows of it; otherwise somebody is asked to tell them. */
  insurerTold: z.boolean().default(false),
})

const Beyond = z.object({
  limit: z.enum(['extension', 'instalments', 'first_payment', 'discount', 'waiver']),
  asked: z.int(),
  allowed: z.int(),
})

const Proposed = z.object({
  id: Id,
  state: z.enum(['agreed', 'awaiting_approval']),
  approvalId: Id.nullable(),
  beyond: z.array(Beyond),
})

export const proposePlan = {
  method: 'POST',
  url: '/customers/:customerId/plans',
  permission: 'plans.propose',
  summary: 'Agrees on instalments within the mandate; beyond it, asks for approval.',
  schema: {
    params: CustomerId,
    body: PlanOffer,
    response: { 201: Proposed, ...refusals },
  },
} as const

const Plan = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  state: z.enum(PLAN_STATES),
  total: Money,
  receivedMinor: z.int(),
  /** What is still open of what it covers. */
  openMinor: z.int(),
  items: z.array(z.object({ openItemId: Id, number: z.string(), minor: z.int() })),
  instalments: z.array(
    z.object({
      number: z.int(),
      dueOn: Day,
      minor: z.int(),
      receivedMinor: z.int(),
      state: z.enum(['open', 'kept', 'partly_kept', 'broken']),
    }),
  ),
  waivesCharges: z.boolean(),
  accelerates: z.boolean(),
  note: z.string(),
  proposedBy: Person.nullable(),
  proposedAt: Instant,
  agreedOn: Day.nullable(),
  endedOn: Day.nullable(),
  /** Why it was taken back or its rest made due; '' where nobody said. */
  endedWhy: z.string(),
  approvalId: Id.nullable(),
  /** The plan whose place it takes, once it is agreed. */
  replacesId: Id.nullable(),
  /** The plan that took its place, or asks for approval to. */
  replacedById: Id.nullable(),
  /** The signed record that repeats it. */
  signedRecordId: Id.nullable(),
})

export const listPlans = {
  method: 'GET',
  url: '/plans',
  permission: 'customers.read',
  summary: 'Plans by instalments, the latest first.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      customer: Id.optional(),
      state: z.enum(PLAN_STATES).optional(),
    }),
    response: { 200: pageOf(Plan), ...refusals },
  },
} as const

export const withdrawPlan = {
  method: 'POST',
  url: '/plans/:planId/withdrawal',
  permission: 'plans.propose',
  summary: 'Takes a plan back; finance goes on with what is open.',
  schema: {
    params: z.object({ planId: Id }),
    body: z.object({ why: z.string().min(1).max(500) }),
    response: { 201: z.object({ id: Id }), ...refusals },
  },
} as const

export const acceleratePlan = {
  method: 'POST',
  url: '/plans/:planId/acceleration',
  permission: 'plans.accelerate',
  summary:
    'Makes the whole rest of a plan due whose instalment did not come, and tells the customer by mail or has a person write.',
  schema: {
    params: z.object({ planId: Id }),
    body: z.object({
      why: z.string().trim().min(1).max(500),
      /** Where no mail may go, a person writes all the same. */
      tell: z.enum(['mail', 'letter']).default('letter'),
      /** To whom the mail goes; null: the first whom mail reaches. */
      contactId: Id.nullable().default(null),
    }),
    response: {
      201: z.object({
        id: Id,
        /** The mail that leaves. */
        messageId: Id.nullable(),
        /** The letter that a person writes instead, and why no mail goes. */
        taskId: Id.nullable(),
        reasons: z.array(ReasonCode),
        undoSeconds: z.int(),
      }),
      ...refusals,
    },
  },
} as const

export const previewAcceleration = {
  method: 'GET',
  url: '/plans/:planId/acceleration',
  permission: 'plans.accelerate',
  summary: 'What the customer would be told by mail if the rest of a plan were made due now.',
  schema: {
    params: z.object({ planId: Id }),
    querystring: z.object({ contactId: Id.optional() }),
    response: {
      200: z.object({
        contacts: z.array(Reachable),
        /** Null where no mail may go: a person writes then. */
        mail: ShownMail.nullable(),
        /** Why no mail may go. */
        reasons: z.array(ReasonCode),
      }),
      ...refusals,
    },
  },
} as const

export const replacePlan = {
  method: 'POST',
  url: '/plans/:planId/replacement',
  permission: 'plans.propose',
  summary: 'Agrees on other instalments in place of a plan; beyond the mandate, once approved.',
  schema: {
    params: z.object({ planId: Id }),
    body: PlanOffer,
    response: { 201: Proposed, ...refusals },
  },
} as const
