import * as z from 'zod'

import { Day, Id, Instant, refusals } from '../../../http/contract.ts'
import { CustomerId, Done, Person } from '../contract.ts'

const Given = z.object({ id: Id, returnsOn: Day })

export const handToSeller = {
  method: 'POST',
  url: '/customers/:customerId/ball',
  permission: 'tasks.work',
  summary: 'Hands the customer to its seller, with a question: finance pauses until it returns.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: Given, ...refusals },
  },
} as const

export const takeBall = {
  method: 'POST',
  url: '/customers/:customerId/ball/taking',
  permission: 'ball.take',
  summary: 'The seller takes their overdue customer over from finance, for some business days.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: Given, ...refusals },
  },
} as const

export const offerBall = {
  method: 'POST',
  url: '/customers/:customerId/ball/offer',
  permission: 'tasks.work',
  summary: 'Asks the seller whether they take the customer over; finance goes on until they do.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: z.object({ id: Id, until: Day }), ...refusals },
  },
} as const

export const declineOffer = {
  method: 'POST',
  url: '/customers/:customerId/ball/offer/declining',
  permission: 'ball.take',
  summary:
    'The seller says no thanks to an offer; finance hears it and does not ask again for a while.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const takeBack = {
  method: 'POST',
  url: '/customers/:customerId/ball/return',
  permission: 'tasks.work',
  summary: 'Gives the ball back to finance.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

/** Why the reader cannot take a customer over now. */
export const TAKING_REFUSALS = [
  'already_with_seller',
  'in_legal_lane',
  'not_their_seller',
  'nothing_overdue',
  'promises_broken',
  'taken_too_often',
] as const

export const BALL_KINDS = ['taken', 'passed', 'legal'] as const

const Held = z.object({
  id: Id,
  kind: z.enum(BALL_KINDS),
  holder: Person.nullable(),
  givenBy: Person.nullable(),
  /** What finance asked, or why the seller took it. */
  note: z.string(),
  since: Day,
  returnsOn: Day,
  returnedOn: Day.nullable(),
  returnedWhy: z.enum(['outcome', 'clock', 'finance', 'seller', 'legal']).nullable(),
  returnedBy: Person.nullable(),
  recordedAt: Instant,
})

export const readBall = {
  method: 'GET',
  url: '/customers/:customerId/ball',
  permission: 'customers.read',
  summary: 'Who holds the customer and until when, everybody who did, and whether one may take it.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        now: Held.nullable(),
        /** Working days of the customer's place until it returns, today's not counted. */
        businessDaysLeft: z.int().nullable(),
        history: z.array(Held),
        /** The seller is asked whether they take it over, and has not answered yet. */
        offer: z
          .object({ by: Person.nullable(), note: z.string(), until: Day, isMine: z.boolean() })
          .nullable(),
        taking: z.object({
          refusal: z.enum(TAKING_REFUSALS).nullable(),
          businessDays: z.int(),
          returnsOn: Day,
          /** How often it may still be taken this quarter. */
          left: z.int(),
        }),
      }),
      ...refusals,
    },
  },
} as const
