import * as z from 'zod'

import { Currency, Id, Language, refusals } from '../../http/contract.ts'

const Nothing = z.object({})
const AmountPerCurrency = z.record(Currency, z.int().nonnegative())
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The limits and tolerances that an organisation chooses. Meanings: server/access/policy. */
export const Policy = z.object({
  /** Last day of each bucket but the final one, rising. */
  ageingBounds: z
    .array(z.int().min(1).max(3650))
    .min(1)
    .max(8)
    .refine((bounds) => bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))),
  /** Whether credit notes stand apart or are set against the oldest debt first. */
  ageingCredits: z.enum(['own_column', 'oldest_first']),
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
  contactHours: z.object({ from: Time, to: Time }).refine(({ from, to }) => from < to),
  undoSeconds: z.int().min(0).max(60),
  evidenceRequired: z.array(z.enum(['invoice', 'order', 'delivery_note', 'contract', 'other'])),
  /** A longer hold needs a second person. */
  holdDaysWithoutApproval: z.int().min(0).max(3650),
  /** The company's time of day at which the day's run is planned. */
  runPlannedAt: Time,
  /** A planned run that is not unusual goes without anybody looking at it. */
  sendsAutomatically: z.boolean(),
  /** Who asked for a run does not approve its ask-first messages. */
  approvalNeedsAnother: z.boolean(),
  /** How long a seller holds a customer before finance goes on. */
  ballBusinessDays: z.int().min(1).max(10),
  ballTakesPerQuarter: z.int().min(0).max(20),
  /** After a no to an offer the seller is not asked again for so long. */
  ballOfferPauseDays: z.int().min(0).max(90),
  /** From this many promises not kept, the seller does not take the customer over again. */
  ballNotAfterBrokenPromises: z.int().min(1).max(20),
  /** Nothing formal goes out for so many business days after the seller spoke with the customer. */
  toneGapDays: z.int().min(0).max(30),
  /** Money may take so long after the promised day. */
  promiseToleranceDays: z.int().min(0).max(30),
})

const Choice = <Part extends z.ZodType>(part: Part) => part.nullable().optional()

const PolicyChange = z.object({
  ageingBounds: Choice(Policy.shape.ageingBounds),
  ageingCredits: Choice(Policy.shape.ageingCredits),
  ledgerFreshHours: Choice(Policy.shape.ledgerFreshHours),
  bankFreshBusinessDays: Choice(Policy.shape.bankFreshBusinessDays),
  replyPauseDays: Choice(Policy.shape.replyPauseDays),
  minimumGapDays: Choice(Policy.shape.minimumGapDays),
  messagesPerPersonIn30Days: Choice(Policy.shape.messagesPerPersonIn30Days),
  amountFloorMinor: Choice(Policy.shape.amountFloorMinor),
  askFirstAboveMinor: Choice(Policy.shape.askFirstAboveMinor),
  newInvoiceGraceDays: Choice(Policy.shape.newInvoiceGraceDays),
  unusualVolumeFactor: Choice(Policy.shape.unusualVolumeFactor),
  contactHours: Choice(Policy.shape.contactHours),
  undoSeconds: Choice(Policy.shape.undoSeconds),
  evidenceRequired: Choice(Policy.shape.evidenceRequired),
  holdDaysWithoutApproval: Choice(Policy.shape.holdDaysWithoutApproval),
  runPlannedAt: Choice(Policy.shape.runPlannedAt),
  sendsAutomatically: Choice(Policy.shape.sendsAutomatically),
  approvalNeedsAnother: Choice(Policy.shape.approvalNeedsAnother),
  ballBusinessDays: Choice(Policy.shape.ballBusinessDays),
  ballTakesPerQuarter: Choice(Policy.shape.ballTakesPerQuarter),
  ballOfferPauseDays: Choice(Policy.shape.ballOfferPauseDays),
  ballNotAfterBrokenPromises: Choice(Policy.shape.ballNotAfterBrokenPromises),
  toneGapDays: Choice(Policy.shape.toneGapDays),
  promiseToleranceDays: Choice(Policy.shape.promiseToleranceDays),
}) satisfies z.ZodObject<Record<keyof typeof Policy.shape, z.ZodType>>

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
    body: PolicyChange,
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
