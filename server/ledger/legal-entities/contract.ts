import * as z from 'zod'

import { Currency, Day, Id, refusals } from '../../http/contract.ts'
import { Created, Done } from '../contract.ts'

const Fields = z.object({
  name: z.string().trim().min(1).max(300),
  code: z.string().trim().min(1).max(30),
  currency: Currency,
  timeZone: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Subdivision for holidays ('BY'); '' when the country has one calendar. */
  region: z.string().max(10),
  vatId: z.string().max(50),
  address: z.string().max(1000),
  paymentDetails: z.string().max(1000),
  iban: z.string().max(50),
  defaultTermsDays: z.int().min(0).max(365),
})

export const listEntities = {
  method: 'GET',
  url: '/legal-entities',
  permission: 'member',
  summary: 'The companies that invoice, each with its own today.',
  schema: {
    response: {
      200: z.object({ entities: z.array(Fields.extend({ id: Id, today: Day })) }),
      ...refusals,
    },
  },
} as const

export const createEntity = {
  method: 'POST',
  url: '/legal-entities',
  permission: 'organisation.settings',
  summary: 'Adds a company that invoices.',
  schema: {
    body: Fields.partial().extend({
      name: Fields.shape.name,
      code: Fields.shape.code,
      currency: Currency,
      timeZone: z.string(),
      country: Fields.shape.country,
    }),
    response: { 201: Created, ...refusals },
  },
} as const

/** The currency of an entity stays: its books are in it. */
export const changeEntity = {
  method: 'PATCH',
  url: '/legal-entities/:entityId',
  permission: 'organisation.settings',
  summary: 'Changes a company; what is left out stays.',
  schema: {
    params: z.object({ entityId: Id }),
    body: Fields.omit({ currency: true }).partial(),
    response: { 200: Done, ...refusals },
  },
} as const
