import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'
import { Created, CustomerPath, Done, Person } from '../contract.ts'

export const EVIDENCE_KINDS = ['invoice', 'order', 'delivery_note', 'contract', 'other'] as const

/** Besides what people add: records that were signed and sealed here. */
export const ALL_EVIDENCE_KINDS = [...EVIDENCE_KINDS, 'record'] as const

const EvidencePath = z.object({ evidenceId: Id })

const Evidence = z.object({
  id: Id,
  receivable: z.object({ id: Id, number: z.string() }).nullable(),
  kind: z.enum(ALL_EVIDENCE_KINDS),
  isSigned: z.boolean(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  addedAt: Instant,
  addedBy: Person.nullable(),
})

export const listEvidence = {
  method: 'GET',
  url: '/customers/:customerId/evidence',
  permission: 'customers.read',
  summary: "A customer's documents, newest first, and what policy still asks for.",
  schema: {
    params: CustomerPath,
    response: {
      200: z.object({
        evidence: z.array(Evidence),
        requiredKinds: z.array(z.enum(EVIDENCE_KINDS)),
        missing: z.array(
          z.object({
            receivableId: Id,
            number: z.string(),
            kinds: z.array(z.enum(EVIDENCE_KINDS)),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

/** A multipart form: one file part, the rest in the address. */
export const addEvidence = {
  method: 'POST',
  url: '/customers/:customerId/evidence',
  permission: 'evidence.add',
  summary: 'Adds a document to a customer, or to one of their invoices.',
  schema: {
    params: CustomerPath,
    querystring: z.object({
      kind: z.enum(EVIDENCE_KINDS),
      receivable: Id.optional(),
      signed: z.enum(['yes', 'no']).default('no'),
    }),
    response: { 201: Created, ...refusals },
  },
} as const

export const downloadEvidence = {
  method: 'GET',
  url: '/evidence/:evidenceId/file',
  permission: 'customers.read',
  summary: 'The document itself, as a download.',
  schema: { params: EvidencePath, response: { 200: z.any(), ...refusals } },
} as const

export const removeEvidence = {
  method: 'DELETE',
  url: '/evidence/:evidenceId',
  permission: 'evidence.add',
  summary: 'Takes a document off; the history keeps that it was there.',
  schema: { params: EvidencePath, response: { 200: Done, ...refusals } },
} as const
