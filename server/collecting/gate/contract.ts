import * as z from 'zod'

import { Day, Id, Instant, Money, refusals } from '../../http/contract.ts'

export const Lane = z.enum(['seller', 'finance', 'legal'])
export const Channel = z.enum(['email', 'sms', 'letter', 'call', 'visit', 'notice'])
export const Decision = z.enum(['message', 'task', 'held', 'decision_needed'])

/** Why something is held, needs approval, or goes another way. The web has a sentence for each. */
export const REASON_CODES = [
  // The figures cannot be trusted.
  'ledger_stale',
  'ledger_never_synced',
  'bank_stale',
  // This may not be asked for now.
  'disputed',
  'promised',
  'item_on_hold',
  'invoice_too_new',
  'vanished_from_source',
  'credits_cover',
  'unapplied_cash_covers',
  'below_floor',
  // The customer is not to be written to now.
  'customer_on_hold',
  'ball_with_seller',
  'ball_with_legal',
  'unmatched_cash',
  'cash_search_open',
  'reply_waiting',
  'meeting_today',
  'seller_spoke',
  'seller_question_open',
  'terms_talk',
  'minimum_gap',
  'frequency_cap',
  'not_a_business_day',
  'decision_open',
  'message_unknown',
  'message_in_flight',
  // Nobody can be reached this way.
  'no_contact',
  'no_email_address',
  'email_bounced',
  'do_not_contact',
  'no_sms_consent',
  'no_phone',
  'no_postal_address',
  'task_open',
  // A person is asked first, or told.
  'ask_first_step',
  'ask_first_amount',
  'due_date_assumed',
  'ladder_exhausted',
  // Nothing follows.
  'no_playbook',
  // Between the plan and the sending, or while sending.
  'paid',
  'step_changed',
  'nothing_due',
  'already_sent',
  'run_cancelled',
  'dropped_by_person',
  'template_broken',
  'mail_not_ready',
  'mail_refused',
  'record_broken',
] as const

export const ReasonCode = z.enum(REASON_CODES)

export const Reason = z.object({
  code: ReasonCode,
  /** What completes the sentence: days, numbers of invoices, amounts as plain decimals. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The open items it concerns; empty when it concerns the whole customer. */
  openItemIds: z.array(Id),
})

export const StepName = z.object({
  key: z.string(),
  name: z.string(),
  /** 0 before the due day, then 1, 2, 3… */
  level: z.int(),
})

export const customerWhy = {
  method: 'GET',
  url: '/customers/:id/why',
  permission: 'customers.read',
  summary:
    'What the next run would decide for a customer today, with every reason, and what follows.',
  schema: {
    params: z.object({ id: Id }),
    response: {
      200: z.object({
        onDay: Day,
        playbook: z
          .object({
            id: Id,
            name: z.string(),
            version: z.int(),
            /** Chosen for this customer, won by its segment, or nothing matched better. */
            because: z.enum(['chosen', 'segment', 'fallback']),
          })
          .nullable(),
        decision: z.union([Decision, z.literal('nothing')]),
        step: StepName.nullable(),
        lane: Lane.nullable(),
        channel: Channel.nullable(),
        /** When it would leave, in the contact's hours. */
        plannedAt: Instant.nullable(),
        timeZone: z.string().nullable(),
        totals: z.array(Money),
        needsApproval: z.boolean(),
        reasons: z.array(Reason),
        lastContactOn: Day.nullable(),
        items: z.array(
          z.object({
            openItemId: Id,
            number: z.string(),
            dueOn: Day,
            currency: z.string(),
            openMinor: z.int(),
            collectableMinor: z.int(),
            reached: StepName.extend({ on: Day }).nullable(),
            /** The next step of this item and the business day on which it falls due. */
            next: StepName.extend({ on: Day }).nullable(),
          }),
        ),
        /** What recent runs decided for this customer, newest first. */
        history: z.array(
          z.object({
            runId: Id,
            entryId: Id,
            onDay: Day,
            decision: Decision,
            state: z.string(),
            stepKey: z.string().nullable(),
            reasons: z.array(Reason),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const
