import * as z from 'zod'

import { Currency, Id, Language, refusals, Role } from '../../http/contract.ts'
import { Email, Name } from '../people/contract.ts'
import { Me, Password } from '../sessions/contract.ts'

export const getSetup = {
  method: 'GET',
  url: '/setup',
  permission: 'public',
  summary: 'Whether this installation waits for its first organisation, and whom the demo offers.',
  schema: {
    response: {
      200: z.object({
        isNeeded: z.boolean(),
        /** While only demo organisations exist: the people whose desk one may try. */
        demo: z
          .object({
            people: z.array(
              z.object({ id: Id, name: z.string(), title: z.string(), roles: z.array(Role) }),
            ),
          })
          .nullable(),
      }),
      ...refusals,
    },
  },
} as const

export const setUp = {
  method: 'POST',
  url: '/setup',
  permission: 'public',
  summary:
    'Makes the first organisation with its legal entity and administrator, and signs them in.',
  schema: {
    body: z.object({
      organisation: z.object({ name: Name, language: Language }),
      legalEntity: z.object({
        name: Name,
        country: z.string().regex(/^[A-Z]{2}$/),
        region: z.string().max(10).default(''),
        currency: Currency,
        timeZone: z.string().min(1).max(60),
      }),
      administrator: z.object({ name: Name, email: Email, password: Password }),
    }),
    response: { 201: Me, ...refusals },
  },
} as const
