import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, refusals } from '../../../http/contract.ts'
import { CONTACT_ROLES } from '../../../ledger/contacts/contract.ts'
import { DISPUTE_REASONS, CustomerId, Person } from '../contract.ts'
import { PlanOffer } from '../plans/contract.ts'

export const OUTCOME_KINDS = [
  'promised',
  'wants_plan',
  'dispute',
  'already_paid',
  'needs_documents',
  'wrong_person',
  'short_of_cash',
  'refuses',
  'not_reached',
  'other',
] as const

export const OUTCOME_CHANNELS = ['call', 'visit', 'email', 'other'] as const

/** How they say that they paid. Cash and cheques are reported here and confirmed by finance only. */
export const PAID_BY = ['transfer', 'card', 'direct_debit', 'cheque', 'cash', 'other'] as const

/** Whom a message goes to; null is the person that was spoken to, else the usual one. */
const toContactId = Id.nullable().default(null)

export const Result = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promised'),
    openItemId: Id.nullable().default(null),
    amount: Money,
    promisedFor: Day,
    /** For whoever decides, should it go beyond the mandate. */
    note: z.string().max(1000).default(''),
  }),
  z.object({ kind: z.literal('wants_plan'), plan: PlanOffer }),
  z.object({
    kind: z.literal('dispute'),
    receivableId: Id,
    reason: z.enum(DISPUTE_REASONS),
    /** Null disputes all that is open of it. */
    amountMinor: z.int().positive().nullable().default(null),
    revisitOn: Day.nullable().default(null),
  }),
  z.object({
    kind: z.literal('already_paid'),
    receivableIds: z.array(Id).max(50).default([]),
    paidOn: Day.nullable().default(null),
    amount: Money.nullable().default(null),
    by: z.enum(PAID_BY).default('transfer'),
    reference: z.string().trim().max(140).default(''),
    /** Whether they are asked for the payment's details by email. */
    asksForDetails: z.boolean().default(true),
    toContactId,
  }),
  z.object({
    kind: z.literal('needs_documents'),
    receivableIds: z.array(Id).min(1).max(50),
    toContactId,
  }),
  z.object({
    kind: z.literal('wrong_person'),
    /** Who is the right one; null when nobody knows yet. */
    right: z
      .object({
        name: z.string().trim().min(1).max(200),
        email: z.string().trim().max(320).default(''),
        phone: z.string().trim().max(50).default(''),
        role: z.enum(CONTACT_ROLES).default('accounts_payable'),
      })
      .nullable()
      .default(null),
  }),
  z.object({ kind: z.literal('short_of_cash'), plan: PlanOffer.nullable().default(null) }),
  z.object({ kind: z.literal('refuses'), to: z.enum(['finance', 'legal']).default('finance') }),
  z.object({
    kind: z.literal('not_reached'),
    /** Null is the next working day of the customer's place. */
    retryOn: Day.nullable().default(null),
  }),
  z.object({ kind: z.literal('other') }),
])

const NewOutcome = z.object({
  /** The client's own, made when it was written down: sent twice it is one outcome. */
  id: z.uuidv7(),
  happenedAt: Instant,
  channel: z.enum(OUTCOME_CHANNELS).default('call'),
  contactId: Id.nullable().default(null),
  said: z.string().max(4000).default(''),
  /** The task that it answers; null is the call or visit that was due. */
  taskId: Id.nullable().default(null),
  /** Keeps the ball though the turn could be over. */
  keepsBall: z.boolean().default(false),
  result: Result,
})

const Opened = z.object({
  kind: z.enum(['promise', 'plan', 'approval', 'dispute', 'task', 'message', 'contact']),
  id: Id,
})

const BallReturn = z.object({
  on: Day,
  why: z.enum(['outcome', 'clock', 'finance', 'seller', 'legal']),
})

export const OutcomeAnswer = z.object({
  id: Id,
  kind: z.enum(OUTCOME_KINDS),
  /** The day that it counts for, where the organisation is. */
  onDay: Day,
  opened: z.array(Opened),
  /** What this outcome did with the ball. */
  ball: z.enum(['returned', 'kept', 'not_held']),
  /** It had gone back already, after the conversation and before this was received. */
  ballHadReturned: BallReturn.nullable(),
  /** By email: on its way, or why a colleague sends it by hand. */
  mail: z
    .object({ state: z.enum(['on_its_way', 'by_hand']), reasons: z.array(z.string()) })
    .nullable(),
  /** Invoices that have no document which could be sent. */
  withoutDocument: z.array(z.string()),
  retryOn: Day.nullable(),
})

export const logOutcome = {
  method: 'POST',
  url: '/customers/:customerId/outcomes',
  permission: 'tasks.work',
  summary: 'Logs what came of a conversation and does what follows from it, once for its id.',
  schema: {
    params: CustomerId,
    body: NewOutcome,
    response: { 201: OutcomeAnswer, ...refusals },
  },
} as const

const Outcome = z.object({
  id: Id,
  kind: z.enum(OUTCOME_KINDS),
  channel: z.enum(OUTCOME_CHANNELS),
  onDay: Day,
  happenedAt: Instant,
  recordedAt: Instant,
  by: Person.nullable(),
  contactId: Id.nullable(),
  said: z.string(),
  opened: z.array(Opened),
})

export const listOutcomes = {
  method: 'GET',
  url: '/customers/:customerId/outcomes',
  permission: 'customers.read',
  summary: 'What came of conversations with a customer, the latest first.',
  schema: {
    params: CustomerId,
    querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    response: { 200: z.object({ outcomes: z.array(Outcome) }), ...refusals },
  },
} as const

export const readOutcomeForm = {
  method: 'GET',
  url: '/customers/:customerId/outcome-form',
  permission: 'tasks.work',
  summary: 'What the questions after a conversation are filled in with.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        customer: z.object({ id: Id, name: z.string() }),
        contacts: z.array(
          z.object({
            id: Id,
            name: z.string(),
            role: z.enum(CONTACT_ROLES),
            phone: z.string(),
            isMailable: z.boolean(),
          }),
        ),
        items: z.array(
          z.object({
            openItemId: Id,
            receivableId: Id,
            number: z.string(),
            issuedOn: Day,
            dueOn: Day,
            currency: Currency,
            openMinor: z.int(),
            disputedMinor: z.int(),
            /** Documents that could be sent. */
            documents: z.int(),
          }),
        ),
        /** What may be promised, per currency: the largest first. */
        standings: z.array(
          z.object({
            currency: Currency,
            overdueMinor: z.int(),
            owedMinor: z.int(),
            promisedMinor: z.int(),
            /** The last day that may be agreed on without asking; null is any. */
            latestDay: Day.nullable(),
          }),
        ),
        ball: z
          .object({ holder: Person.nullable(), returnsOn: Day, isMine: z.boolean() })
          .nullable(),
        retryOn: Day,
        isMailReady: z.boolean(),
      }),
      ...refusals,
    },
  },
} as const
