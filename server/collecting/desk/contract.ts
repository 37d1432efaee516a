import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../../http/contract.ts'

const Person = z.object({ id: Id, name: z.string() })
const CustomerId = z.object({ customerId: Id })
const Done = z.object({ id: Id })

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

const CurrencyStanding = z.object({
  currency: Currency,
  owedMinor: z.int(),
  overdueMinor: z.int(),
})

/** score = money at risk × urgency × chance that acting helps; each factor with its reason. */
const Score = z.object({
  value: z.number(),
  atRisk: Money,
  urgency: z.number(),
  chance: z.number(),
})

const WorklistRow = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string(), language: z.string() }),
  standings: z.array(CurrencyStanding),
  daysLate: z.int(),
  reasons: z.array(Reason),
  score: Score,
  owner: Person.nullable(),
  collector: Person.nullable(),
  withSeller: z.boolean(),
  isDoneToday: z.boolean(),
  snoozedUntil: Day.nullable(),
})

export const listWorklist = {
  method: 'GET',
  url: '/worklist',
  permission: 'tasks.read',
  summary: 'The customers to act on today, what matters first, each with its reasons.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      show: z.enum(['open', 'done', 'snoozed']).default('open'),
      owner: Id.optional(),
      collector: Id.optional(),
      entity: Id.optional(),
      reason: z.string().optional(),
      sort: z.enum(['matters', 'amount', 'oldest', 'name']).default('matters'),
    }),
    response: {
      200: pageOf(WorklistRow).extend({ doneToday: z.int(), total: z.int() }),
      ...refusals,
    },
  },
} as const

const BriefItem = z.object({
  id: Id,
  number: z.string(),
  issuedOn: Day,
  dueOn: Day,
  daysLate: z.int(),
  currency: Currency,
  openMinor: z.int(),
})

export const readBrief = {
  method: 'GET',
  url: '/customers/:customerId/brief',
  permission: 'customers.read',
  summary: 'What to know before acting on a customer: why now, what is open, what was said last.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        customer: z.object({ id: Id, number: z.string(), name: z.string(), language: z.string() }),
        standings: z.array(
          CurrencyStanding.extend({
            promisedMinor: z.int(),
            disputedMinor: z.int(),
            onAccountMinor: z.int(),
          }),
        ),
        reasons: z.array(Reason),
        score: Score.nullable(),
        ball: z.object({
          lane: z.enum(['finance', 'seller', 'legal']),
          holder: Person.nullable(),
          since: Day.nullable(),
          returnsOn: Day.nullable(),
        }),
        owner: Person.nullable(),
        collector: Person.nullable(),
        items: z.array(BriefItem),
        moreItems: z.int(),
        lastWords: z.object({ on: Day, text: z.string(), kind: z.string() }).nullable(),
        lastMessage: z.object({ on: Day, channel: z.string(), stepKey: z.string() }).nullable(),
        promises: z.array(z.object({ id: Id, amount: Money, promisedFor: Day, state: z.string() })),
        contact: z
          .object({ id: Id, name: z.string(), email: z.string(), phone: z.string() })
          .nullable(),
        tasks: z.array(
          z.object({ id: Id, kind: z.string(), lane: z.string(), dueOn: Day, note: z.string() }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const TIMELINE_KINDS = [
  'message',
  'reply',
  'task',
  'call',
  'promise',
  'dispute',
  'payment',
  'receivable',
  'comment',
  'hold',
  'held',
  'ball',
  'change',
] as const

const TimelineEntry = z.object({
  id: z.string(),
  at: Instant,
  on: Day,
  kind: z.enum(TIMELINE_KINDS),
  /** What happened, as the event says it: 'promise.taken'. The language files have a sentence. */
  name: z.string(),
  by: Person.nullable(),
  /** ours on the right, theirs on the left, money across, the rest small and grey. */
  side: z.enum(['ours', 'theirs', 'money', 'note']),
  money: Money.nullable(),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  subject: z.object({ kind: z.string(), id: Id.nullable() }),
})

export const readTimeline = {
  method: 'GET',
  url: '/customers/:customerId/timeline',
  permission: 'customers.read',
  summary: 'Everything that happened with a customer, newest first, decisions not to act included.',
  schema: {
    params: CustomerId,
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      kinds: z.string().optional(),
    }),
    response: { 200: pageOf(TimelineEntry), ...refusals },
  },
} as const

const Task = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  kind: z.enum([
    'call',
    'visit',
    'letter',
    'sms',
    'notice',
    'decision',
    'contact',
    'unknown_message',
    'other',
  ]),
  lane: z.enum(['seller', 'finance', 'legal']),
  dueOn: Day,
  note: z.string(),
  state: z.enum(['open', 'done', 'dropped']),
  outcome: z.string(),
  assignee: Person.nullable(),
  messageId: Id.nullable(),
})

export const listTasks = {
  method: 'GET',
  url: '/tasks',
  permission: 'tasks.read',
  summary: 'Tasks, those due first on top.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      state: z.enum(['open', 'done']).default('open'),
      customer: Id.optional(),
      assignee: Id.optional(),
      kind: z.string().optional(),
    }),
    response: { 200: pageOf(Task), ...refusals },
  },
} as const

export const addTask = {
  method: 'POST',
  url: '/customers/:customerId/tasks',
  permission: 'tasks.work',
  summary: 'Adds a task for somebody.',
  schema: {
    params: CustomerId,
    body: z.object({
      kind: z.enum(['call', 'visit', 'letter', 'contact', 'other']),
      lane: z.enum(['seller', 'finance', 'legal']).default('finance'),
      dueOn: Day,
      note: z.string().max(2000).default(''),
      assigneeId: Id.nullable().default(null),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

export const completeTask = {
  method: 'POST',
  url: '/tasks/:taskId/completion',
  permission: 'tasks.work',
  summary: 'Closes a task with what came of it.',
  schema: {
    params: z.object({ taskId: Id }),
    body: z.object({ outcome: z.string().max(200), note: z.string().max(2000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const reopenTask = {
  method: 'POST',
  url: '/tasks/:taskId/reopening',
  permission: 'tasks.work',
  summary: 'Opens a closed task again.',
  schema: { params: z.object({ taskId: Id }), response: { 201: Done, ...refusals } },
} as const

export const assignTask = {
  method: 'PUT',
  url: '/tasks/:taskId/assignee',
  permission: 'tasks.work',
  summary: 'Gives a task to somebody.',
  schema: {
    params: z.object({ taskId: Id }),
    body: z.object({ assigneeId: Id.nullable() }),
    response: { 200: Done, ...refusals },
  },
} as const

export const CALL_OUTCOMES = [
  'promised',
  'already_paid',
  'dispute',
  'needs_documents',
  'wrong_person',
  'short_of_cash',
  'refuses',
  'not_reached',
  'other',
] as const

export const logCall = {
  method: 'POST',
  url: '/customers/:customerId/calls',
  permission: 'tasks.work',
  summary: 'Notes a call and what came of it; closes the call task that asked for it.',
  schema: {
    params: CustomerId,
    body: z.object({
      outcome: z.enum(CALL_OUTCOMES),
      note: z.string().max(2000).default(''),
      contactId: Id.nullable().default(null),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

/** Done for today: the row leaves the list and counts in 'X of Y today'. */
export const finishForToday = {
  method: 'POST',
  url: '/customers/:customerId/done',
  permission: 'tasks.work',
  summary: 'Marks a customer as handled today.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(2000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const snooze = {
  method: 'POST',
  url: '/customers/:customerId/snoozes',
  permission: 'tasks.work',
  summary: 'Puts the customer away from the worklist until a day.',
  schema: {
    params: CustomerId,
    body: z.object({ until: Day, note: z.string().max(500).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

/** Undoes a snooze or a 'done': the row is back. */
export const wake = {
  method: 'POST',
  url: '/customers/:customerId/waking',
  permission: 'tasks.work',
  summary: 'Brings a snoozed or finished customer back to the worklist.',
  schema: { params: CustomerId, response: { 201: CustomerId, ...refusals } },
} as const

export const takePromise = {
  method: 'POST',
  url: '/customers/:customerId/promises',
  permission: 'promises.take',
  summary: 'Takes a promise to pay, for one open item or an amount of the account.',
  schema: {
    params: CustomerId,
    body: z.object({
      openItemId: Id.nullable().default(null),
      amount: Money,
      promisedFor: Day,
      saidBy: z.string().max(200).default(''),
      channel: z.enum(['call', 'email', 'visit', 'letter', 'other']).default('call'),
    }),
    response: { 201: Done, ...refusals },
  },
} as const

const Promised = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  openItem: z.object({ id: Id, number: z.string() }).nullable(),
  amount: Money,
  receivedMinor: z.int(),
  promisedFor: Day,
  madeOn: Day,
  state: z.enum(['open', 'kept', 'partly_kept', 'broken', 'withdrawn']),
  judgedOn: Day.nullable(),
  saidBy: z.string(),
  takenBy: Person.nullable(),
})

export const listPromises = {
  method: 'GET',
  url: '/promises',
  permission: 'customers.read',
  summary: 'Promises, the next ones due first.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      customer: Id.optional(),
      state: z.enum(['open', 'kept', 'partly_kept', 'broken', 'withdrawn']).optional(),
    }),
    response: { 200: pageOf(Promised), ...refusals },
  },
} as const

export const withdrawPromise = {
  method: 'POST',
  url: '/promises/:promiseId/withdrawal',
  permission: 'promises.take',
  summary: 'Withdraws a promise that was taken by mistake.',
  schema: {
    params: z.object({ promiseId: Id }),
    body: z.object({ why: z.string().min(1).max(500) }),
    response: { 201: Done, ...refusals },
  },
} as const

export const DISPUTE_REASONS = [
  'never_received',
  'wrong_amount',
  'price',
  'quality',
  'quantity',
  'not_delivered',
  'missing_po',
  'duplicate',
  'already_paid',
  'wrong_entity',
  'other',
] as const

export const RESOLUTIONS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'paid',
  'withdrawn',
] as const

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
      note: z.string().max(2000).default(''),
      revisitOn: Day.nullable().default(null),
      ownerId: Id.nullable().default(null),
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
  openedOn: Day,
  revisitOn: Day.nullable(),
  owner: Person.nullable(),
  state: z.enum(['open', 'resolved']),
  resolution: z.enum(RESOLUTIONS).nullable(),
  resolvedOn: Day.nullable(),
})

export const listDisputes = {
  method: 'GET',
  url: '/disputes',
  permission: 'customers.read',
  summary: 'Disputes, those to revisit first on top.',
  schema: {
    querystring: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      customer: Id.optional(),
      state: z.enum(['open', 'resolved']).optional(),
    }),
    response: { 200: pageOf(Dispute), ...refusals },
  },
} as const

export const resolveDispute = {
  method: 'POST',
  url: '/disputes/:disputeId/resolution',
  permission: 'disputes.resolve',
  summary: 'Ends a dispute with how it was settled.',
  schema: {
    params: z.object({ disputeId: Id }),
    body: z.object({ resolution: z.enum(RESOLUTIONS), note: z.string().max(2000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const writeComment = {
  method: 'POST',
  url: '/customers/:customerId/comments',
  permission: 'comments.write',
  summary: 'Writes an internal comment; the customer never sees it.',
  schema: {
    params: CustomerId,
    body: z.object({ body: z.string().min(1).max(5000) }),
    response: { 201: Done, ...refusals },
  },
} as const

export const handToSeller = {
  method: 'POST',
  url: '/customers/:customerId/ball',
  permission: 'tasks.work',
  summary: 'Hands the customer to its seller: finance pauses until the ball returns.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: z.object({ id: Id, returnsOn: Day }), ...refusals },
  },
} as const

export const takeBack = {
  method: 'POST',
  url: '/customers/:customerId/ball/return',
  permission: 'tasks.work',
  summary: 'Gives the ball back to finance.',
  schema: {
    params: CustomerId,
    body: z.object({ note: z.string().max(1000).default('') }),
    response: { 201: Done, ...refusals },
  },
} as const

export const triageReply = {
  method: 'POST',
  url: '/replies/:replyId/triage',
  permission: 'tasks.work',
  summary: 'Marks a reply as read and acted on; automatic steps may go on.',
  schema: { params: z.object({ replyId: Id }), response: { 201: Done, ...refusals } },
} as const

const SellerCard = z.object({
  customer: z.object({ id: Id, number: z.string(), name: z.string() }),
  standings: z.array(CurrencyStanding),
  reasons: z.array(Reason),
  /** For 'paid since you last met': what came. */
  paid: z.array(Money),
  meetingOn: Day.nullable(),
})

export const readSellerHome = {
  method: 'GET',
  url: '/seller-home',
  permission: 'tasks.read',
  summary: 'Needs you · finance is handling it · paid since you last met.',
  schema: {
    response: {
      200: z.object({
        needsYou: z.array(SellerCard),
        withFinance: z.array(SellerCard),
        paid: z.array(SellerCard),
      }),
      ...refusals,
    },
  },
} as const

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
  'task_not_open',
  'task_is_open',
  'reply_already_triaged',
  'snooze_into_the_past',
  'snooze_too_long',
  'already_with_seller',
  'in_legal_lane',
  'no_seller',
  'not_with_seller',
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
  'task.added',
  'task.done',
  'task.reopened',
  'task.assigned',
  'call.logged',
  'comment.written',
  'reply.waiting',
  'reply.triaged',
  'ball.handed_over',
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
