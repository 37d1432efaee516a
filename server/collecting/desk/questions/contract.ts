import * as z from 'zod'

import { Day, Id, Instant, Language, refusals } from '../../../http/contract.ts'
import { DEPARTMENTS, Done, Person } from '../contract.ts'

/** What a department can say: with need_time it asks for more time, with not_us it passes it on. */
export const ANSWERS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'need_time',
  'not_us',
] as const

export const askDepartment = {
  method: 'POST',
  url: '/disputes/:disputeId/questions',
  permission: 'disputes.open',
  summary: 'Asks a colleague without a login about a dispute, by mail; they answer by its link.',
  schema: {
    params: z.object({ disputeId: Id }),
    body: z.object({
      department: z.enum(DEPARTMENTS),
      name: z.string().trim().max(120).default(''),
      email: z.email().max(254),
      question: z.string().trim().min(1).max(2000),
      language: Language,
      answerBy: Day,
    }),
    response: { 201: Done, ...refusals },
  },
} as const

const Question = z.object({
  id: Id,
  department: z.enum(DEPARTMENTS),
  name: z.string(),
  email: z.string(),
  question: z.string(),
  askedBy: Person,
  askedAt: Instant,
  answerBy: Day,
  /** How far its mail came. */
  delivery: z.enum(['waiting', 'handed_over', 'accepted', 'refused', 'unknown']),
  state: z.enum(['asked', 'answered', 'withdrawn']),
  answer: z.enum(ANSWERS).nullable(),
  note: z.string(),
  answeredAt: Instant.nullable(),
  /** Reminded once, before its day. */
  isReminded: z.boolean(),
  /** Another department passed it on as this one. */
  isPassedOn: z.boolean(),
})

export const listQuestions = {
  method: 'GET',
  url: '/disputes/:disputeId/questions',
  permission: 'customers.read',
  summary: 'What colleagues were asked about a dispute, and what they said.',
  schema: {
    params: z.object({ disputeId: Id }),
    response: { 200: z.object({ questions: z.array(Question) }), ...refusals },
  },
} as const

export const withdrawQuestion = {
  method: 'POST',
  url: '/dispute-questions/:questionId/withdrawal',
  permission: 'disputes.open',
  summary: 'Takes a question back: its link ends at once.',
  schema: { params: z.object({ questionId: Id }), response: { 201: Done, ...refusals } },
} as const
