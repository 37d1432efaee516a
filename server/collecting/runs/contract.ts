import * as z from 'zod'

import { Day, Id, Instant, Money, pageOf, refusals } from '../../http/contract.ts'
import { Decision } from '../gate/contract.ts'

export * from './entries/contract.ts'

/** Every "no" about runs and their entries. */
export const REFUSAL_CODES = [
  'bad_cursor',
  'no_such_legal_entity',
  'rehearsal_in_the_past',
  'no_such_run',
  'no_such_entry',
  'no_statement',
  'run_still_planning',
  'run_already_approved',
  'run_is_of_another_day',
  'run_is_over',
  'run_not_sending',
  'count_changed',
  'no_mail_settings',
  'undo_too_late',
  'entry_already_done',
  'entry_needs_no_approval',
  'needs_another_approver',
] as const

export const EVENT_NAMES = [
  'run.planned',
  'run.approved',
  'run.approval_undone',
  'run.cancelled',
  'run.sent',
  'entry.dropped',
  'entry.approved',
  'task.made',
  'customer.decision_needed',
] as const

export const RunState = z.enum(['planning', 'planned', 'sending', 'sent', 'cancelled', 'failed'])

const Group = z.object({
  decision: Decision,
  /** For what goes: the step; for what is held: the first reason. */
  key: z.string(),
  customers: z.int(),
  totals: z.array(Money),
})

export const Plan = z.object({
  counts: z.object({
    message: z.int(),
    task: z.int(),
    held: z.int(),
    decisionNeeded: z.int(),
    needsApproval: z.int(),
    errors: z.int(),
  }),
  /** What the messages ask for, per currency. */
  totals: z.array(Money),
  groups: z.array(Group),
  /** How many messages runs of this company usually have; null while there are too few runs. */
  usual: z.int().nullable(),
  isUnusual: z.boolean(),
  /** Records that could not be decided, each with its cause; the others went on. */
  errors: z.array(z.object({ customerId: Id, customerName: z.string(), cause: z.string() })),
})

export const Run = z.object({
  id: Id,
  legalEntityId: Id,
  legalEntityName: z.string(),
  onDay: Day,
  state: RunState,
  plan: Plan,
  plannedAt: Instant.nullable(),
  plannedBy: z.object({ id: Id, name: z.string() }).nullable(),
  approvedAt: Instant.nullable(),
  approvedBy: z.object({ id: Id, name: z.string() }).nullable(),
  finishedAt: Instant.nullable(),
  failure: z.string(),
  /** Until when the approval can be taken back; null when it cannot. */
  undoUntil: Instant.nullable(),
  isTest: z.boolean(),
})

export const RunReport = Run.extend({
  ledgerSyncedAt: Instant.nullable(),
  paymentsConsideredUntil: Day.nullable(),
  progress: z.object({
    /** Messages that the approval covers, and how far they are. */
    messages: z.int(),
    waiting: z.int(),
    /** Of the waiting: those whose contact's working hours have not begun. */
    waitingForHours: z.int(),
    waitingForApproval: z.int(),
    sent: z.int(),
    suppressed: z.int(),
    dropped: z.int(),
    failed: z.int(),
    tasksMade: z.int(),
    /** Of the sent: what the mail servers said. */
    accepted: z.int(),
    refused: z.int(),
    unknown: z.int(),
    bounced: z.int(),
  }),
})

export const listRuns = {
  method: 'GET',
  url: '/runs',
  permission: 'runs.read',
  summary: 'Runs, newest first.',
  schema: {
    querystring: z.object({
      legalEntityId: Id.optional(),
      onDay: Day.optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: { 200: pageOf(Run), ...refusals },
  },
} as const

export const getRun = {
  method: 'GET',
  url: '/runs/:id',
  permission: 'runs.read',
  summary: 'A run with its plan, how it compares with the usual, and how far it is.',
  schema: { params: z.object({ id: Id }), response: { 200: RunReport, ...refusals } },
} as const

export const planRun = {
  method: 'POST',
  url: '/runs',
  permission: 'runs.plan',
  summary:
    "Plans today's run of a company. Asking again gives the same run unless `again` is true.",
  schema: {
    body: z.object({
      legalEntityId: Id,
      /** Cancels the run of today that was planned but not approved, and plans afresh. */
      again: z.boolean().default(false),
    }),
    response: { 202: z.object({ id: Id, isNew: z.boolean() }), ...refusals },
  },
} as const

export const approveRun = {
  method: 'POST',
  url: '/runs/:id/approval',
  permission: 'runs.send',
  summary: 'Sends what was planned. Names the number of messages seen, so that nobody sends more.',
  schema: {
    params: z.object({ id: Id }),
    body: z.object({ expectedMessages: z.int().min(0) }),
    response: { 202: z.object({ undoUntil: Instant }), ...refusals },
  },
} as const

export const undoApproval = {
  method: 'DELETE',
  url: '/runs/:id/approval',
  permission: 'runs.send',
  summary: 'Takes an approval back before the first message leaves.',
  schema: {
    params: z.object({ id: Id }),
    response: { 200: z.object({ state: RunState }), ...refusals },
  },
} as const

export const cancelRun = {
  method: 'POST',
  url: '/runs/:id/cancellation',
  permission: 'runs.send',
  summary: 'Stops a run: what has left has left, nothing further goes.',
  schema: {
    params: z.object({ id: Id }),
    response: { 200: z.object({ state: RunState, stopped: z.int() }), ...refusals },
  },
} as const
