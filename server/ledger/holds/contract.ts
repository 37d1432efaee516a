import * as z from 'zod'

import { Day, Id, pageOf, refusals } from '../../http/contract.ts'
import { Created, CustomerName, CustomerPath, Done, Paging, Person } from '../contract.ts'

export const HOLD_REASONS = [
  'dispute',
  'legal',
  'insolvency',
  'relationship',
  'data',
  'agreement',
  'other',
] as const

/** waiting: holds already, but only for the days that need no approval, until somebody approves. */
export const HOLD_STATES = ['planned', 'waiting', 'in_force', 'ended', 'lifted'] as const

const Hold = z.object({
  id: Id,
  receivable: z.object({ id: Id, number: z.string() }).nullable(),
  reason: z.enum(HOLD_REASONS),
  note: z.string(),
  startsOn: Day,
  endsOn: Day,
  /** The last day that it holds as things are: without the approval it needs, an earlier one. */
  holdsUntil: Day,
  state: z.enum(HOLD_STATES),
  needsApproval: z.boolean(),
  createdBy: Person.nullable(),
  approvedBy: Person.nullable(),
  liftedOn: Day.nullable(),
  liftedBy: Person.nullable(),
})

const HoldPath = z.object({ holdId: Id })

export const listCustomerHolds = {
  method: 'GET',
  url: '/customers/:customerId/holds',
  permission: 'customers.read',
  summary: 'The holds on a customer and their invoices, newest first, ended ones included.',
  schema: {
    params: CustomerPath,
    response: { 200: z.object({ holds: z.array(Hold) }), ...refusals },
  },
} as const

export const listHolds = {
  method: 'GET',
  url: '/holds',
  permission: 'customers.read',
  summary: 'Holds of all customers that are in force, or that wait for approval.',
  schema: {
    querystring: Paging.extend({ state: z.enum(['in_force', 'waiting']).default('in_force') }),
    response: { 200: pageOf(Hold.extend({ customer: CustomerName })), ...refusals },
  },
} as const

export const placeHold = {
  method: 'POST',
  url: '/customers/:customerId/holds',
  permission: 'holds.place',
  summary:
    'Holds a customer, or one invoice: nothing is sent until it ends by itself or is lifted.',
  schema: {
    params: CustomerPath,
    body: z.object({
      receivableId: Id.nullable().default(null),
      reason: z.enum(HOLD_REASONS),
      note: z.string().max(1000).default(''),
      startsOn: Day.optional(),
      endsOn: Day,
    }),
    response: { 201: Created.extend({ needsApproval: z.boolean(), holdsUntil: Day }), ...refusals },
  },
} as const

export const approveHold = {
  method: 'POST',
  url: '/holds/:holdId/approval',
  permission: 'holds.approve',
  summary: 'Approves a hold that somebody else placed, so that it holds to its end.',
  schema: { params: HoldPath, response: { 200: Done, ...refusals } },
} as const

export const liftHold = {
  method: 'POST',
  url: '/holds/:holdId/lifting',
  permission: 'holds.place',
  summary: 'Ends a hold today.',
  schema: {
    params: HoldPath,
    body: z.object({ why: z.string().max(500).default('') }),
    response: { 200: Done, ...refusals },
  },
} as const
