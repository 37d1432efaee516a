import * as z from 'zod'

import { DEPARTMENTS, DISPUTE_REASONS } from '../../collecting/desk/contract.ts'
import { Currency, Day, Id, Language, refusals } from '../../http/contract.ts'
import { Person } from '../../ledger/contract.ts'

/** How disputes ended, in the words of whoever wants to learn from them. */
export const ENDS = ['ours', 'theirs', 'paid', 'other', 'open'] as const

const Sum = z.object({
  count: z.int(),
  minor: z.int(),
  /** Calendar days from opening to settling, on average; null while none is settled. */
  days: z.number().nullable(),
  ends: z.array(z.object({ end: z.enum(ENDS), count: z.int(), minor: z.int() })),
})

const Asked = {
  /** Opened on these days; left out, the last twelve months. */
  from: Day.optional(),
  to: Day.optional(),
  entity: Id.optional(),
} as const

export const readCauses = {
  method: 'GET',
  url: '/figures/causes',
  permission: 'customers.read',
  summary: 'What stops customers paying: disputes by reason, department, seller and month.',
  schema: {
    querystring: z.object(Asked),
    response: {
      200: z.object({
        from: Day,
        to: Day,
        currencies: z.array(
          z.object({
            currency: Currency,
            whole: Sum,
            reasons: z.array(Sum.extend({ reason: z.enum(DISPUTE_REASONS) })),
            departments: z.array(Sum.extend({ department: z.enum(DEPARTMENTS) })),
            /** By who owned the customer on the invoice's day; null is nobody. */
            sellers: z.array(Sum.extend({ seller: Person.nullable() })),
            months: z.array(z.object({ month: Day, count: z.int(), minor: z.int() })),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

const Form = {
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** Of the column heads; the reader's own when left out. */
  language: Language.optional(),
} as const

export const exportCauses = {
  method: 'GET',
  url: '/exports/causes',
  permission: 'exports.make',
  summary: 'The causes of disputes as a file: a row a reason, department and seller.',
  schema: {
    querystring: z.object({ ...Asked, ...Form }),
    response: { 200: z.any(), ...refusals },
  },
} as const
