import * as z from 'zod'

import { Day, Id, pageOf, refusals } from '../../../http/contract.ts'
import { ReasonCode } from '../../gate/contract.ts'
import { Person, CustomerId, Done } from '../contract.ts'

export const TASK_KINDS = [
  'call',
  'visit',
  'letter',
  'sms',
  'notice',
  'decision',
  'contact',
  'unknown_message',
  'allocation',
  'terms',
  'cash_search',
  'insurer',
  'escalation',
  'documents',
  'other',
] as const

const Task = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  kind: z.enum(TASK_KINDS),
  lane: z.enum(['seller', 'finance', 'legal']),
  dueOn: Day,
  note: z.string(),
  /** Why a person does what was to go by mail; '' otherwise. */
  reason: ReasonCode.or(z.literal('')),
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
