import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../../../http/contract.ts'
import { DEPARTMENTS, DISPUTE_REASONS, Done, Person, Reachable, ShownMail } from '../contract.ts'

/** How a dispute can have ended. */
export const RESOLUTIONS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'paid',
  'written_off',
  'withdrawn',
] as const

/** How a person can settle it; a document that is not there yet is asked for and waited for. */
export const DECISIONS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'paid',
  'withdrawn',
] as const

export const EXPECTED_DOCUMENTS = ['credit_note', 'corrected_invoice'] as const

const DisputePath = z.object({ disputeId: Id })
const Note = z.string().trim().max(2000)

export const openDispute = {
  method: 'POST',
  url: '/receivables/:receivableId/disputes',
  permission: 'disputes.open',
  summary: 'Notes that a customer disputes an invoice or a part of it; the rest stays collectable.',
  schema: {
    params: z.object({ receivableId: Id }),
    body: z.object({
      reason: z.enum(DISPUTE_REASONS),
      /** Null disputes all that is open. */
      amountMinor: z.int().positive().nullable().default(null),
      /** In the customer's own words. */
      note: Note.default(''),
      /** Left out: by the reason, as the organisation has set it. */
      department: z.enum(DEPARTMENTS).nullable().default(null),
      deadlineOn: Day.nullable().default(null),
      ownerId: Id.nullable().default(null),
      revisitOn: Day.nullable().default(null),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

const Dispute = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  receivable: z.object({ id: Id, number: z.string() }),
  reason: z.enum(DISPUTE_REASONS),
  amount: Money,
  note: z.string(),
  department: z.enum(DEPARTMENTS),
  openedOn: Day,
  deadlineOn: Day.nullable(),
  /** Open, and its deadline has passed. */
  isOverdue: z.boolean(),
  revisitOn: Day.nullable(),
  owner: Person.nullable(),
  state: z.enum(['open', 'resolved']),
  /** The document that was asked for and has not come yet. */
  expects: z.enum(EXPECTED_DOCUMENTS).nullable(),
  expectedBy: Day.nullable(),
  resolution: z.enum(RESOLUTIONS).nullable(),
  resolvedOn: Day.nullable(),
  /** Questions to departments that wait for an answer. */
  openQuestions: z.int(),
})

const YES = z.enum(['yes'])

/** Which disputes: what the list page filters by, and what stands behind a figure of the causes. */
export const DisputeFilter = {
  customer: Id.optional(),
  state: z.enum(['open', 'resolved']).optional(),
  mine: YES.optional(),
  overdue: YES.optional(),
  department: z.enum(DEPARTMENTS).optional(),
  reason: z.enum(DISPUTE_REASONS).optional(),
  resolution: z.enum(RESOLUTIONS).optional(),
  currency: Currency.optional(),
  /** Opened on these days. */
  from: Day.optional(),
  to: Day.optional(),
  /** Who owned the customer on the invoice's day; 'none' where nobody did. */
  seller: z.union([Id, z.literal('none')]).optional(),
} as const

export const listDisputes = {
  method: 'GET',
  url: '/disputes',
  permission: 'customers.read',
  summary: 'Disputes, those that are due first on top.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      ...DisputeFilter,
    }),
    response: { 200: pageOf(Dispute), ...refusals },
  },
} as const

const Document = z.object({ id: Id, number: z.string() })

/** What the time line of one dispute tells; the language files have a sentence for each name. */
const Entry = z.object({
  id: Id,
  at: Instant,
  name: z.string(),
  by: Person.nullable(),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const readDispute = {
  method: 'GET',
  url: '/disputes/:disputeId',
  permission: 'customers.read',
  summary: 'One dispute with everything: amounts, clock, evidence and history.',
  schema: {
    params: DisputePath,
    response: {
      200: Dispute.extend({
        openedBy: Person.nullable(),
        /** The invoice now: what is open, in dispute by all disputes, and may be asked for. */
        invoice: z.object({
          issuedOn: Day,
          dueOn: Day.nullable(),
          total: Money,
          open: Money,
          disputed: Money,
          collectable: Money,
        }),
        /** Business days left until the deadline; negative when it passed, null without one. */
        daysLeft: z.int().nullable(),
        escalatedOn: Day.nullable(),
        settledBy: Document.nullable(),
        proof: z.object({ id: Id, name: z.string() }).nullable(),
        others: z.array(
          z.object({
            id: Id,
            reason: z.enum(DISPUTE_REASONS),
            amount: Money,
            state: z.enum(['open', 'resolved']),
          }),
        ),
        evidence: z.array(
          z.object({
            id: Id,
            name: z.string(),
            kind: z.string(),
            isSigned: z.boolean(),
            bytes: z.int(),
            addedAt: Instant,
            addedBy: Person.nullable(),
            /** Brought by somebody without a login, with their answer. */
            isFromAnswer: z.boolean(),
          }),
        ),
        /** Documents that came since and could be the one that it waits for. */
        candidates: z.array(
          Document.extend({
            kind: z.enum(['invoice', 'credit_note']),
            issuedOn: Day,
            total: Money,
            /** Names the disputed invoice, its order or purchase order. */
            isRelated: z.boolean(),
          }),
        ),
        history: z.array(Entry),
      }),
      ...refusals,
    },
  },
} as const

export const changeDispute = {
  method: 'PUT',
  url: '/disputes/:disputeId',
  permission: 'disputes.open',
  summary:
    'Changes amount, reason, department, owner or days of a dispute; the history keeps both.',
  schema: {
    params: DisputePath,
    body: z.object({
      reason: z.enum(DISPUTE_REASONS),
      amountMinor: z.int().positive(),
      department: z.enum(DEPARTMENTS),
      ownerId: Id.nullable(),
      deadlineOn: Day.nullable(),
      revisitOn: Day.nullable(),
      /** Why it changes. */
      why: Note.default(''),
    }),
    response: { 200: Done, ...refusals },
  },
} as const

const Telling = z.object({
  text: z.string().trim().min(1).max(5000),
  /** Whom to write to; left out, whom we usually write to. */
  contactId: Id.nullable().default(null),
})

export const previewTelling = {
  method: 'GET',
  url: '/disputes/:disputeId/telling',
  permission: 'disputes.resolve',
  summary: 'What the customer would be told if the dispute ended so, and by which way.',
  schema: {
    params: DisputePath,
    querystring: z.object({
      resolution: z.enum(DECISIONS),
      documentId: Id.optional(),
      evidenceId: Id.optional(),
      contactId: Id.optional(),
    }),
    response: {
      200: z.object({
        language: z.string(),
        /** The words that a person may change; empty where there is nothing to tell. */
        text: z.string(),
        contacts: z.array(Reachable),
        /** Null where no mail may go: the text becomes a task then. */
        mail: ShownMail.nullable(),
        /** Why no mail may go. */
        reasons: z.array(z.string()),
      }),
      ...refusals,
    },
  },
} as const

export const resolveDispute = {
  method: 'POST',
  url: '/disputes/:disputeId/resolution',
  permission: 'disputes.resolve',
  summary:
    'Settles a dispute. With a credit note or corrected invoice that is not there yet it asks for it and stays open until it comes.',
  schema: {
    params: DisputePath,
    body: z.object({
      resolution: z.enum(DECISIONS),
      note: Note.default(''),
      /** The credit note or corrected invoice, when it is there already. */
      documentId: Id.nullable().default(null),
      /** The delivery note that proves it. */
      evidenceId: Id.nullable().default(null),
      /** What the customer is told: by email where it may go, else by whoever has the task. */
      telling: Telling.nullable().default(null),
    }),
    response: {
      201: Done.extend({
        state: z.enum(['open', 'resolved']),
        /** The mail that tells the customer; it leaves after some seconds. */
        messageId: Id.nullable(),
        /** The task that holds the text for the customer, where no mail may go. */
        taskId: Id.nullable(),
        /** Why no mail may go. */
        reasons: z.array(z.string()),
      }),
      ...refusals,
    },
  },
} as const

export const addDisputeEvidence = {
  method: 'POST',
  url: '/disputes/:disputeId/evidence',
  permission: 'evidence.add',
  summary: "Lays one of the customer's documents beside a dispute.",
  schema: {
    params: DisputePath,
    body: z.object({ evidenceId: Id }),
    response: { 201: Done, ...refusals },
  },
} as const
