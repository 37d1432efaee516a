import * as z from 'zod'

import { Day, Id, Language, Money, refusals } from '../../../../http/contract.ts'
import { CustomerId, Done } from '../../contract.ts'

export const RECORD_KINDS = ['conversation', 'acknowledgement'] as const

export const JURISDICTIONS = [
  'DE',
  'AT',
  'CH',
  'FR',
  'ES',
  'UK',
  'IE',
  'BE',
  'NL',
  'general',
] as const

export const TALK_CHANNELS = ['call', 'visit', 'email', 'other'] as const

const Named = z.object({ name: z.string(), value: z.string() })

/** Every sentence and figure of a record, ready: the page, the link's page and the PDF only place it. */
export const RecordDocument = z.object({
  language: Language,
  title: z.string(),
  firstLine: z.object({ text: z.string(), isWarning: z.boolean() }),
  parties: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
  sections: z.array(
    z.object({
      heading: z.string(),
      facts: z.array(Named),
      table: z
        .object({
          columns: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          sums: z.array(Named.extend({ isStrong: z.boolean() })),
        })
        .nullable(),
      paragraphs: z.array(z.string()),
      /** Information beside the matter, smaller. */
      isNote: z.boolean(),
    }),
  ),
  /** What the signer agrees to. */
  consent: z.string(),
})

export const Name = z.string().trim().min(1).max(120)
export const Role = z.string().trim().max(120).default('')
const Address = z.union([z.email().max(254), z.literal('')]).default('')

export const RecordDraft = z.object({
  kind: z.enum(RECORD_KINDS),
  language: Language,
  jurisdiction: z.enum(JURISDICTIONS),
  signer: z.object({ name: Name, role: Role, address: Address }),
  talk: z
    .object({
      on: Day,
      channel: z.enum(TALK_CHANNELS),
      where: z.string().trim().max(200).default(''),
      said: z.string().trim().max(2000).default(''),
      agreed: z.string().trim().max(2000).default(''),
    })
    .nullable()
    .default(null),
  openItemIds: z.array(Id).max(100).default([]),
  promiseId: Id.nullable().default(null),
  planId: Id.nullable().default(null),
  outcomeId: Id.nullable().default(null),
  supersedesId: Id.nullable().default(null),
})

/** By which law limitation begins anew; one that nobody has read is never counted on. */
export const LimitationSource = z.object({
  source: z.string(),
  isLookedUp: z.boolean(),
  lookedUpOn: Day.nullable(),
})

export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a record can be made from: the account of today, what was agreed last, whom to ask. */
export const readRecordDraft = {
  method: 'GET',
  url: '/customers/:customerId/record-draft',
  permission: 'records.make',
  summary: 'What a record of a conversation with a customer would begin with.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        language: Language,
        jurisdiction: z.enum(JURISDICTIONS),
        signer: z.object({ name: z.string(), role: z.string(), address: z.string() }),
        limitation: z.array(LimitationSource.extend({ jurisdiction: z.enum(JURISDICTIONS) })),
        today: Day,
        items: z.array(
          z.object({
            openItemId: Id,
            number: z.string(),
            issuedOn: Day,
            dueOn: Day,
            open: Money,
            disputedMinor: z.int(),
            isOverdue: z.boolean(),
          }),
        ),
        promises: z.array(z.object({ id: Id, amount: Money, promisedFor: Day })),
        plans: z.array(z.object({ id: Id, total: Money, instalments: z.int(), until: Day })),
        outcome: z
          .object({ id: Id, channel: z.enum(TALK_CHANNELS), on: Day, said: z.string() })
          .nullable(),
      }),
      ...refusals,
    },
  },
} as const

export const previewRecord = {
  method: 'POST',
  url: '/customers/:customerId/record-preview',
  permission: 'records.make',
  summary: 'Exactly what would be signed, and its fingerprint; nothing is kept.',
  schema: {
    params: CustomerId,
    body: RecordDraft,
    response: {
      200: z.object({ document: RecordDocument, documentHash: Hash }),
      ...refusals,
    },
  },
} as const

export const makeRecord = {
  method: 'POST',
  url: '/customers/:customerId/records',
  permission: 'records.make',
  summary: 'Freezes a record as it was previewed, to be signed.',
  schema: {
    params: CustomerId,
    body: z.object({
      /** Of the client's making: sent twice, it is one record. */
      id: Id,
      draft: RecordDraft,
      documentHash: Hash,
    }),
    response: { 201: Done, ...refusals },
  },
} as const
