import * as z from 'zod'

import { Day, Id, Instant, Money, refusals } from '../../../http/contract.ts'
import { CurrencyStanding, CustomerId, Done, Person, Reason } from '../contract.ts'
import { TASK_KINDS } from '../tasks/contract.ts'

const SellerCard = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string() }),
  owner: Person,
  standings: z.array(CurrencyStanding),
  reasons: z.array(Reason),
  /** For 'paid since you last met': what came. */
  paid: z.array(Money),
  meetingOn: Day.nullable(),
  /** Null on whole days, and where only the day is known. */
  meetingAt: Instant.nullable(),
  /** The last day on which the seller holds the customer; null when finance does. */
  ballUntil: Day.nullable(),
  /** Finance asks whether they take the customer over. */
  isOffered: z.boolean(),
  /** What is theirs to do by now: the longest waiting. */
  task: z.object({ kind: z.enum(TASK_KINDS), dueOn: Day }).nullable(),
})

export const readSellerHome = {
  method: 'GET',
  url: '/seller-home',
  permission: 'tasks.read',
  summary: 'Needs you · finance is handling it · paid since you last met.',
  schema: {
    response: {
      200: z.object({
        needsYou: z.array(SellerCard),
        withFinance: z.array(SellerCard),
        paid: z.array(SellerCard),
      }),
      ...refusals,
    },
  },
} as const

export const sayThanks = {
  method: 'POST',
  url: '/customers/:customerId/thanks',
  permission: 'tasks.work',
  summary: 'Thanks were said for what came: it is no news any more.',
  schema: { params: CustomerId, response: { 201: Done, ...refusals } },
} as const

export const takeBackThanks = {
  method: 'DELETE',
  url: '/customers/:customerId/thanks/:thanksId',
  permission: 'tasks.work',
  summary: 'Thanks were crossed off by mistake: what came is news again.',
  schema: { params: CustomerId.extend({ thanksId: Id }), response: { 200: Done, ...refusals } },
} as const
