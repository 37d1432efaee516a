import * as z from 'zod'

import { Id, Language, refusals } from '../../../http/contract.ts'
import { DEPARTMENTS, DISPUTE_REASONS, Person } from '../contract.ts'

const Department = z.object({
  department: z.enum(DEPARTMENTS),
  /** The colleague who owns its disputes. */
  person: Person.nullable(),
  /** Where it is asked by mail: whoever reads there needs no login. Empty where there is none. */
  name: z.string(),
  address: z.string(),
  language: Language,
  /** Asked as soon as a dispute comes to it, with the usual question for its reason. */
  asksAtOnce: z.boolean(),
})

const Route = z.object({
  reason: z.enum(DISPUTE_REASONS),
  department: z.enum(DEPARTMENTS),
  businessDays: z.int().min(1).max(60),
})

const Question = z.object({
  reason: z.enum(DISPUTE_REASONS),
  /** Words of the organisation's own; null for those that come along. */
  question: z.string().nullable(),
  /** The question that comes along, in the reader's language. */
  usual: z.string(),
})

export const readDepartments = {
  method: 'GET',
  url: '/departments',
  permission: 'customers.read',
  summary: 'Who looks into disputes, by department, and which reason goes where until when.',
  schema: {
    response: {
      200: z.object({
        departments: z.array(Department),
        routes: z.array(Route),
        questions: z.array(Question),
      }),
      ...refusals,
    },
  },
} as const

export const changeDepartment = {
  method: 'PUT',
  url: '/departments',
  permission: 'departments.set',
  summary: 'Sets who owns the disputes of a department, and where it is asked by mail.',
  schema: {
    body: z.object({
      department: z.enum(DEPARTMENTS),
      personId: Id.nullable(),
      name: z.string().trim().max(120).default(''),
      address: z.union([z.literal(''), z.email().max(254)]).default(''),
      language: Language,
      asksAtOnce: z.boolean().default(false),
    }),
    response: { 200: z.object({}), ...refusals },
  },
} as const

export const changeDisputeRoutes = {
  method: 'PUT',
  url: '/dispute-routes',
  permission: 'departments.set',
  summary: 'Sets which department looks into which reason, and within how many business days.',
  schema: {
    body: z.object({ routes: z.array(Route).max(DISPUTE_REASONS.length) }),
    response: { 200: z.object({}), ...refusals },
  },
} as const

export const changeDepartmentQuestion = {
  method: 'PUT',
  url: '/department-questions',
  permission: 'departments.set',
  summary: 'Sets what departments are asked about a reason; null asks again what comes along.',
  schema: {
    body: z.object({
      reason: z.enum(DISPUTE_REASONS),
      question: z.string().trim().min(1).max(2000).nullable(),
    }),
    response: { 200: z.object({}), ...refusals },
  },
} as const
