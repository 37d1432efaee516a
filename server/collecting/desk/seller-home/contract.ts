import * as z from 'zod'

import { Day, Id, Money, refusals } from '../../../http/contract.ts'
import { Reason, CurrencyStanding } from '../contract.ts'

const SellerCard = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string() }),
  standings: z.array(CurrencyStanding),
  reasons: z.array(Reason),
  /** For 'paid since you last met': what came. */
  paid: z.array(Money),
  meetingOn: Day.nullable(),
})

export const readSellerHome = {
  method: 'GET',
  url: '/seller-home',
  permission: 'tasks.read',
  summary: 'Needs you · finance is handling it · paid since you last met.',
  schema: {
    response: {
      200: z.object({
        needsYou: z.array(SellerCard),
        withFinance: z.array(SellerCard),
        paid: z.array(SellerCard),
      }),
      ...refusals,
    },
  },
} as const
