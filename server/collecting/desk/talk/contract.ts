import * as z from 'zod'

import { Id, refusals } from '../../../http/contract.ts'
import { CustomerId, Done, Person } from '../contract.ts'

export const writeComment = {
  method: 'POST',
  url: '/customers/:customerId/comments',
  permission: 'comments.write',
  summary: 'Writes an internal comment; the customer never sees it.',
  schema: {
    params: CustomerId,
    body: z.object({
      body: z.string().min(1).max(5000),
      /** Colleagues to tell of it. */
      mentions: z.array(Id).max(20).default([]),
    }),
    response: {
      201: z.object({
        id: Id,
        /** Mentioned, but not told: they may not see this customer. */
        notTold: z.array(Person),
      }),
      ...refusals,
    },
  },
} as const

export const triageReply = {
  method: 'POST',
  url: '/replies/:replyId/triage',
  permission: 'tasks.work',
  summary: 'Marks a reply as read and acted on; automatic steps may go on.',
  schema: { params: z.object({ replyId: Id }), response: { 201: Done, ...refusals } },
} as const

export const listMentionable = {
  method: 'GET',
  url: '/customers/:customerId/mentionable',
  permission: 'comments.write',
  summary: 'Colleagues who may see a customer, for mentioning them in a comment.',
  schema: {
    params: CustomerId,
    response: { 200: z.object({ people: z.array(Person) }), ...refusals },
  },
} as const
