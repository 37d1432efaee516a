import * as z from 'zod'

import { Day, Id, pageOf, refusals } from '../../../http/contract.ts'
import { Person, CustomerId, Done, Reason, CurrencyStanding, Score } from '../contract.ts'

const WorklistRow = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string(), language: z.string() }),
  standings: z.array(CurrencyStanding),
  daysLate: z.int(),
  reasons: z.array(Reason),
  score: Score,
  owner: Person.nullable(),
  collector: Person.nullable(),
  withSeller: z.boolean(),
  isDoneToday: z.boolean(),
  snoozedUntil: Day.nullable(),
})

export const listWorklist = {
  method: 'GET',
  url: '/worklist',
  permission: 'tasks.read',
  summary: 'The customers to act on today, what matters first, each with its reasons.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      show: z.enum(['open', 'done', 'snoozed']).default('open'),
      owner: Id.optional(),
      collector: Id.optional(),
      entity: Id.optional(),
      reason: z.string().optional(),
      sort: z.enum(['matters', 'amount', 'oldest', 'name']).default('matters'),
    }),
    response: {
      200: pageOf(WorklistRow).extend({ doneToday: z.int(), total: z.int() }),
      ...refusals,
    },
  },
} as const

/** Done for today: the row leaves the list and counts in 'X of Y today'. */
export const finishForToday = {
  method: 'POST',
  url: '/customers/:customerId/done',
  permission: 'tasks.work',
  summary: 'Marks a customer as handled today.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(2000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const snooze = {
  method: 'POST',
  url: '/customers/:customerId/snoozes',
  permission: 'tasks.work',
  summary: 'Puts the customer away from the worklist until a day.',
  schema: {
    params: CustomerId,
    body: z.object({ until: Day, note: z.string().max(500).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

/** Undoes a snooze or a 'done': the row is back. */
export const wake = {
  method: 'POST',
  url: '/customers/:customerId/waking',
  permission: 'tasks.work',
  summary: 'Brings a snoozed or finished customer back to the worklist.',
  schema: { params: CustomerId, response: { 201: CustomerId, ...refusals } },
} as const
