import * as z from 'zod'

import { Id, refusals } from '../../../http/contract.ts'
import { CustomerId, Done } from '../contract.ts'

export const writeComment = {
  method: 'POST',
  url: '/customers/:customerId/comments',
  permission: 'comments.write',
  summary: 'Writes an internal comment; the customer never sees it.',
  schema: {
    params: CustomerId,
    body: z.object({ body: z.string().min(1).max(5000) }),
    response: { 201: Done, ...refusals },
  },
} as const

export const triageReply = {
  method: 'POST',
  url: '/replies/:replyId/triage',
  permission: 'tasks.work',
  summary: 'Marks a reply as read and acted on; automatic steps may go on.',
  schema: { params: z.object({ replyId: Id }), response: { 201: Done, ...refusals } },
} as const
