import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, refusals } from '../../../../http/contract.ts'
import { Freshness } from '../../../../ledger/contract.ts'
import { ALL_EVIDENCE_KINDS, EVIDENCE_KINDS } from '../../../../ledger/evidence/contract.ts'
import { Channel, Decision, Reason as GateReason, StepName } from '../../../gate/contract.ts'
import { DISPUTE_REASONS, CurrencyStanding, CustomerId, Person } from '../../contract.ts'
import { Limits } from '../../mandates/contract.ts'

const QuestionCode = z.enum([
  'promise_broken',
  'promise_due',
  'arrived',
  'lost',
  'wrong',
  'order_number',
  'dispute',
  'on_account',
  'who_pays',
  'when_pays',
  'new_address',
])

const VisitItem = z.object({
  id: Id,
  receivableId: Id,
  number: z.string(),
  issuedOn: Day,
  dueOn: Day,
  currency: Currency,
  openMinor: z.int(),
  disputedMinor: z.int(),
  isLate: z.boolean(),
  isPromised: z.boolean(),
  purchaseOrder: z.string(),
  evidence: z.object({
    present: z.array(z.enum(ALL_EVIDENCE_KINDS)),
    missing: z.array(z.enum(EVIDENCE_KINDS)),
  }),
})

const VisitPromise = z.object({
  id: Id,
  amount: Money,
  receivedMinor: z.int().nullable(),
  madeOn: Day,
  promisedFor: Day,
  state: z.enum(['open', 'kept', 'partly_kept', 'broken', 'withdrawn']),
  level: z.int(),
})

const Said = z.object({
  on: Day,
  kind: z.enum(['reply', 'call', 'outcome']),
  text: z.string(),
})

const VisitContact = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(['accounts_payable', 'buyer', 'director', 'approver', 'legal', 'other']),
  email: z.string(),
  phone: z.string(),
  isPrimary: z.boolean(),
  hasBounced: z.boolean(),
})

const Mandate = z.object({
  currency: Currency,
  limits: Limits,
  source: z.enum(['grant', 'policy', 'usual']),
  decidesThemselves: z.boolean(),
  latestDay: Day,
  /** Until when a grant holds; null where policy gives the room. */
  expiresOn: Day.nullable(),
})

const SentMessage = z.object({
  id: Id,
  on: Day,
  channel: z.enum(['email', 'sms', 'letter']),
  step: z.string(),
  state: z.string(),
})

/** What the gate says of the next run, in short. */
const NextStep = z.object({
  decision: z.union([Decision, z.literal('nothing')]),
  step: StepName.nullable(),
  channel: Channel.nullable(),
  plannedAt: Instant.nullable(),
  reasons: z.array(GateReason),
  /** What follows after that, when nothing changes. */
  following: StepName.extend({ on: Day }).nullable(),
})

const Meeting = z.object({
  onDay: Day,
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  person: Person.nullable(),
})

export const VisitBrief = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string(), language: z.string() }),
  /** When it was put together, and the company's day then. */
  readAt: Instant,
  today: Day,
  freshness: Freshness,
  /** False where the books are too old: amounts may be named only with that said first. */
  areAmountsSure: z.boolean(),
  /** What to open with, in the customer's language; empty when nothing is to be asked for. */
  opening: z.object({ language: z.string(), sentences: z.array(z.string()) }),
  questions: z.array(
    z.object({ code: QuestionCode, numbers: z.array(z.string()), day: Day.nullable() }),
  ),
  standings: z.array(
    CurrencyStanding.extend({
      /** Open credit notes, negative; no part of what is owed. */
      creditMinor: z.int(),
      promisedMinor: z.int(),
      disputedMinor: z.int(),
      onAccountMinor: z.int(),
    }),
  ),
  items: z.array(VisitItem),
  moreItems: z.int(),
  requiredEvidence: z.array(z.enum(EVIDENCE_KINDS)),
  documents: z.int(),
  said: z.array(Said),
  promises: z.array(VisitPromise),
  /** How many promises on what is overdue were not kept. */
  level: z.int(),
  disputes: z.array(
    z.object({
      id: Id,
      number: z.string(),
      reason: z.enum(DISPUTE_REASONS),
      amount: Money,
      note: z.string(),
      openedOn: Day,
      revisitOn: Day.nullable(),
    }),
  ),
  mandates: z.array(Mandate),
  habits: z.object({
    averageDaysLate: z.number().nullable(),
    calendar: z.object({
      weekdays: z.array(z.int().min(1).max(7)),
      monthDays: z.array(z.int().min(1).max(31)),
      kept: z.int(),
      payments: z.int(),
    }),
  }),
  sent: z.array(SentMessage),
  next: NextStep,
  ball: z.object({
    lane: z.enum(['finance', 'seller', 'legal']),
    holder: Person.nullable(),
    since: Day.nullable(),
    returnsOn: Day.nullable(),
  }),
  owner: Person.nullable(),
  collector: Person.nullable(),
  contacts: z.array(VisitContact),
  meeting: Meeting.nullable(),
})

export const readVisitBrief = {
  method: 'GET',
  url: '/customers/:customerId/visit-brief',
  permission: 'customers.read',
  summary: 'All that one should know before calling or visiting a customer, on one page.',
  schema: { params: CustomerId, response: { 200: VisitBrief, ...refusals } },
} as const
