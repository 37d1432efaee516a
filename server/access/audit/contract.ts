import * as z from 'zod'

import { Id, Instant, pageOf, refusals } from '../../http/contract.ts'

const Entry = z.object({
  id: Id,
  at: Instant,
  name: z.string(),
  /** Who did it; '' for the program itself. */
  by: z.string(),
  byKind: z.enum(['person', 'system', 'operator', 'customer']),
  customerId: Id.nullable(),
  subjectKind: z.string(),
  subjectId: Id.nullable(),
  why: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Its place in the sealed chain; null for the newest few seconds. */
  sequence: z.int().nullable(),
})

export const listAudit = {
  method: 'GET',
  url: '/audit',
  permission: 'audit.read',
  summary: 'What happened, the newest first.',
  schema: {
    querystring: z.object({
      cursor: Id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** 'hold' finds hold.placed, hold.lifted…; 'hold.placed' that alone. */
      name: z
        .string()
        .regex(/^[a-z_]+(\.[a-z_]+)?$/)
        .optional(),
      personId: Id.optional(),
      customerId: Id.optional(),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
    response: { 200: pageOf(Entry), ...refusals },
  },
} as const

export const verifyAudit = {
  method: 'POST',
  url: '/audit/verification',
  permission: 'audit.read',
  summary: 'Checks the whole chain of events and says where it is broken, if it is.',
  schema: {
    response: {
      200: z.object({
        isIntact: z.boolean(),
        events: z.int(),
        sealed: z.int(),
        unsealed: z.int(),
        /** The hash of the newest seal, to keep elsewhere. */
        head: z.string(),
        firstBreak: z
          .object({
            sequence: z.int(),
            eventId: Id.nullable(),
            kind: z.enum(['changed', 'missing', 'reordered', 'inserted']),
          })
          .nullable(),
      }),
      ...refusals,
    },
  },
} as const
