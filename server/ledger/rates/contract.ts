import * as z from 'zod'

import { Currency, Day, refusals } from '../../http/contract.ts'
import { Done } from '../contract.ts'

const Rate = z.object({
  base: Currency,
  quote: Currency,
  rateOn: Day,
  /** One unit of base is this many of quote: a plain decimal. */
  rate: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/),
  origin: z.string().min(1).max(100),
})

export const listRates = {
  method: 'GET',
  url: '/exchange-rates',
  permission: 'figures.read',
  summary: 'The newest rate of every pair, with its day and where it is from.',
  schema: { response: { 200: z.object({ rates: z.array(Rate) }), ...refusals } },
} as const

export const setRate = {
  method: 'PUT',
  url: '/exchange-rates',
  permission: 'organisation.settings',
  summary: 'Sets the rate of a pair on a day.',
  schema: { body: Rate, response: { 200: Done, ...refusals } },
} as const
