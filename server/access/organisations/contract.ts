import * as z from 'zod'

import { Currency, Id, Language, refusals } from '../../http/contract.ts'

const Nothing = z.object({})
const AmountPerCurrency = z.record(Currency, z.int().nonnegative())
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The limits and tolerances that an organisation chooses. Meanings: server/access/policy. */
export const Policy = z.object({
  /** Last day of each bucket but the final one, rising. */
  ageingBounds: z.array(z.int().min(1).max(3650)).min(1).max(8),
  ledgerFreshHours: z.int().min(1).max(720),
  bankFreshBusinessDays: z.int().min(0).max(30),
  replyPauseDays: z.int().min(0).max(60),
  minimumGapDays: z.int().min(0).max(60),
  /** Messages that one person may get in 30 days, over all channels. */
  messagesPerPersonIn30Days: z.int().min(1).max(60),
  /** Below it nobody is reminded; a currency that is absent has 10 whole units. */
  amountFloorMinor: AmountPerCurrency,
  /** Above it a person approves each message; a currency that is absent has no such limit. */
  askFirstAboveMinor: AmountPerCurrency,
  newInvoiceGraceDays: z.int().min(0).max(60),
  /** A run this many times the usual is alarmed about. */
  unusualVolumeFactor: z.number().min(1.1).max(100),
  contactHours: z.object({ from: Time, to: Time }),
  undoSeconds: z.int().min(0).max(60),
  evidenceRequired: z.array(z.enum(['invoice', 'order', 'delivery_note', 'contract'])),
})

const Organisation = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  language: Language,
  timeZone: z.string(),
  reportingCurrency: Currency,
  isDemo: z.boolean(),
  testMode: z.boolean(),
  policy: Policy,
  /** What holds where nobody has chosen. */
  defaults: Policy,
})

export const getOrganisation = {
  method: 'GET',
  url: '/organisation',
  permission: 'member',
  summary: 'The organisation of this session with its policy.',
  schema: { response: { 200: Organisation, ...refusals } },
} as const

export const changeOrganisation = {
  method: 'PATCH',
  url: '/organisation',
  permission: 'organisation.settings',
  summary: 'Changes name, language, time zone or reporting currency.',
  schema: {
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      language: Language.optional(),
      timeZone: z.string().min(1).max(60).optional(),
      reportingCurrency: Currency.optional(),
    }),
    response: { 200: Organisation, ...refusals },
  },
} as const

export const changePolicy = {
  method: 'PATCH',
  url: '/organisation/policy',
  permission: 'organisation.settings',
  summary: 'Changes parts of the policy; null takes the default again.',
  schema: {
    body: z.object(
      Object.fromEntries(
        Object.entries(Policy.shape).map(([name, part]) => [name, part.nullable().optional()]),
      ) as {
        [Name in keyof typeof Policy.shape]: z.ZodOptional<
          z.ZodNullable<(typeof Policy.shape)[Name]>
        >
      },
    ),
    response: { 200: Organisation, ...refusals },
  },
} as const

export const changeTestMode = {
  method: 'PUT',
  url: '/organisation/test-mode',
  permission: 'organisation.settings',
  summary: "Test mode sends every message to one's own mailbox; off, customers get them.",
  schema: {
    body: z.object({
      isOn: z.boolean(),
      /** To switch it off: the name of the organisation, typed. */
      confirmation: z.string().default(''),
    }),
    response: { 200: Nothing, ...refusals },
  },
} as const
