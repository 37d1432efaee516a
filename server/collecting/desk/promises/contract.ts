import * as z from 'zod'

import { Day, Id, Money, pageOf, refusals } from '../../../http/contract.ts'
import { Person, CustomerId, Done } from '../contract.ts'

export const PROMISE_STATES = ['open', 'kept', 'partly_kept', 'broken', 'withdrawn'] as const

export const takePromise = {
  method: 'POST',
  url: '/customers/:customerId/promises',
  permission: 'promises.take',
  summary: 'Takes a promise to pay, for one open item or an amount of the account.',
  schema: {
    params: CustomerId,
    body: z.object({
      openItemId: Id.nullable().default(null),
      amount: Money,
      promisedFor: Day,
      saidBy: z.string().max(200).default(''),
      channel: z.enum(['call', 'email', 'visit', 'letter', 'other']).default('call'),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

const Promised = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  openItem: z.object({ id: Id, number: z.string() }).nullable(),
  amount: Money,
  receivedMinor: z.int(),
  /** Promises not kept before it, on the same debt. */
  level: z.int(),
  promisedFor: Day,
  madeOn: Day,
  state: z.enum(PROMISE_STATES),
  judgedOn: Day.nullable(),
  /** Its last day, where that is over and it is judged once the payments of that day are known. */
  awaitsPaymentsOf: Day.nullable(),
  saidBy: z.string(),
  takenBy: Person.nullable(),
  /** The signed record that repeats it. */
  signedRecordId: Id.nullable(),
})

export const listPromises = {
  method: 'GET',
  url: '/promises',
  permission: 'customers.read',
  summary: 'Promises, the next ones due first.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      customer: Id.optional(),
      state: z.enum(PROMISE_STATES).optional(),
    }),
    response: { 200: pageOf(Promised), ...refusals },
  },
} as const

export const withdrawPromise = {
  method: 'POST',
  url: '/promises/:promiseId/withdrawal',
  permission: 'promises.take',
  summary: 'Withdraws a promise that was taken by mistake.',
  schema: {
    params: z.object({ promiseId: Id }),
    body: z.object({ why: z.string().min(1).max(500) }),
    response: { 201: Done, ...refusals },
  },
} as const
