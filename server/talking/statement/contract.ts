import * as z from 'zod'

import { Id, Language, refusals } from '../../http/contract.ts'

/** application/pdf, the account of today. */
export const getStatement = {
  method: 'GET',
  url: '/customers/:customerId/statement.pdf',
  permission: 'customers.read',
  summary: "A customer's statement of account as a PDF, as of today",
  schema: {
    params: z.object({ customerId: Id }),
    querystring: z.object({ language: Language.optional() }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

export const getExampleStatement = {
  method: 'GET',
  url: '/statements/example.pdf',
  permission: 'templates.read',
  summary: 'The statement of an invented account, to see how statements look',
  schema: {
    querystring: z.object({ language: Language.default('en') }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const
