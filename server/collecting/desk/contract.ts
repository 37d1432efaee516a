import * as z from 'zod'

import { Currency, Id, Money } from '../../http/contract.ts'

export const Person = z.object({ id: Id, name: z.string() })

export const CustomerId = z.object({ customerId: Id })

export const Done = z.object({ id: Id })

/** A reason on a row: a code that the language files turn into a chip, with its values. */
export const Reason = z.object({
  code: z.enum([
    'largest',
    'first_week',
    'promise_broken',
    'promise_due_today',
    'reply_waiting',
    'task_due',
    'decision_needed',
    'unknown_message',
    'dispute_to_revisit',
    'ball_returns',
    'monday_commercial',
    'late_week_consumer',
    'long_overdue',
    'no_contact',
    'reminded_recently',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const CurrencyStanding = z.object({
  currency: Currency,
  owedMinor: z.int(),
  overdueMinor: z.int(),
})

/** score = money at risk × urgency × chance that acting helps; each factor with its reason. */
export const Score = z.object({
  value: z.number(),
  atRisk: Money,
  urgency: z.number(),
  chance: z.number(),
})

/** Every "no" of the desk. */
export const REFUSAL_CODES = [
  'no_such_customer',
  'no_such_person',
  'no_such_promise',
  'no_such_task',
  'no_such_dispute',
  'no_such_receivable',
  'no_such_reply',
  'bad_cursor',
  'nothing_open',
  'wrong_currency',
  'promise_of_nothing',
  'more_than_owed',
  'already_promised',
  'promised_for_the_past',
  'promised_too_late',
  'promise_not_open',
  'already_disputed',
  'disputes_more_than_open',
  'revisit_in_the_past',
  'revisit_too_late',
  'dispute_not_open',
  'no_such_question',
  'question_not_open',
  'too_many_questions',
  'answer_by_in_the_past',
  'answer_by_too_late',
  'task_not_open',
  'task_is_open',
  'reply_already_triaged',
  'snooze_into_the_past',
  'snooze_too_long',
  'already_with_seller',
  'in_legal_lane',
  'no_seller',
  'not_with_seller',
  'not_their_seller',
  'nothing_overdue',
  'promises_broken',
  'taken_too_often',
] as const

/** What the time line can tell, besides what other rooms add. */
export const EVENT_NAMES = [
  'promise.taken',
  'promise.kept',
  'promise.partly_kept',
  'promise.broken',
  'promise.withdrawn',
  'dispute.opened',
  'dispute.resolved',
  'dispute.questioned',
  'dispute.answered',
  'dispute.time_asked',
  'dispute.question_withdrawn',
  'task.added',
  'task.done',
  'task.reopened',
  'task.assigned',
  'call.logged',
  'comment.written',
  'reply.waiting',
  'reply.triaged',
  'ball.handed_over',
  'ball.taken',
  'ball.returned',
  'ball.returned_by_clock',
  'customer.snoozed',
  'customer.done_today',
  'message.held',
  'payment.received',
  'payment.reversed',
  'receivable.invoice',
  'receivable.credit_note',
  'receivable.debit_note',
  'receivable.on_account',
] as const
