import * as z from 'zod'

import { Currency, Day, Id, Money, refusals } from '../../../http/contract.ts'
import { Person, CustomerId, Reason, CurrencyStanding, Score } from '../contract.ts'

const BriefItem = z.object({
  id: Id,
  number: z.string(),
  issuedOn: Day,
  dueOn: Day,
  daysLate: z.int(),
  currency: Currency,
  openMinor: z.int(),
})

export const readBrief = {
  method: 'GET',
  url: '/customers/:customerId/brief',
  permission: 'customers.read',
  summary: 'What to know before acting on a customer: why now, what is open, what was said last.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        customer: z.object({ id: Id, number: z.string(), name: z.string(), language: z.string() }),
        standings: z.array(
          CurrencyStanding.extend({
            /** Open credit notes, negative; no part of what is owed. */
            creditMinor: z.int(),
            promisedMinor: z.int(),
            disputedMinor: z.int(),
            onAccountMinor: z.int(),
          }),
        ),
        reasons: z.array(Reason),
        score: Score.nullable(),
        ball: z.object({
          lane: z.enum(['finance', 'seller', 'legal']),
          holder: Person.nullable(),
          since: Day.nullable(),
          returnsOn: Day.nullable(),
        }),
        owner: Person.nullable(),
        collector: Person.nullable(),
        items: z.array(BriefItem),
        moreItems: z.int(),
        lastWords: z.object({ on: Day, text: z.string(), kind: z.string() }).nullable(),
        lastMessage: z.object({ on: Day, channel: z.string(), step: z.string() }).nullable(),
        promises: z.array(z.object({ id: Id, amount: Money, promisedFor: Day, state: z.string() })),
        contact: z
          .object({ id: Id, name: z.string(), email: z.string(), phone: z.string() })
          .nullable(),
        tasks: z.array(
          z.object({
            id: Id,
            kind: z.string(),
            lane: z.string(),
            dueOn: Day,
            note: z.string(),
            /** Why a person does what was to go by mail; '' otherwise. */
            reason: z.string(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const
