import * as z from 'zod'

import { Day, Id, Instant, refusals } from '../../http/contract.ts'
import { Freshness } from '../contract.ts'

export const SOURCE_KINDS = ['file', 'einvoice', 'bank', 'connector', 'manual', 'demo'] as const

export const listSources = {
  method: 'GET',
  url: '/sources',
  permission: 'imports.read',
  summary: 'Where facts come from, and how far each place is known.',
  schema: {
    response: {
      200: z.object({
        sources: z.array(
          z.object({
            id: Id,
            legalEntityId: Id,
            kind: z.enum(SOURCE_KINDS),
            name: z.string(),
            ledgerSyncedAt: Instant.nullable(),
            paymentsConsideredUntil: Day.nullable(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const readFreshness = {
  method: 'GET',
  url: '/freshness',
  permission: 'member',
  summary: 'The as-of line: how far the facts are known, per legal entity.',
  schema: {
    response: {
      200: z.object({ entities: z.array(Freshness), isFresh: z.boolean() }),
      ...refusals,
    },
  },
} as const
