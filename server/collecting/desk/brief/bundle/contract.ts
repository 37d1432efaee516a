import * as z from 'zod'

import { Language, refusals } from '../../../../http/contract.ts'
import { CustomerId } from '../../contract.ts'

/** application/pdf: a cover, the statement, and the documents behind it. */
export const readEvidenceBundle = {
  method: 'GET',
  url: '/customers/:customerId/evidence-bundle.pdf',
  permission: 'customers.read',
  summary:
    "A customer's documents and statement as one PDF, with a cover that says what is missing.",
  schema: {
    params: CustomerId,
    querystring: z.object({ language: Language.default('en') }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const
