import * as z from 'zod'

import { Day, Id, refusals } from '../../../http/contract.ts'
import { CustomerId, Done } from '../contract.ts'

export const handToSeller = {
  method: 'POST',
  url: '/customers/:customerId/ball',
  permission: 'tasks.work',
  summary: 'Hands the customer to its seller: finance pauses until the ball returns.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: z.object({ id: Id, returnsOn: Day }), ...refusals },
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
