import * as z from 'zod'

import { Day, Id, refusals } from '../../http/contract.ts'
import { Person } from '../../ledger/contract.ts'

/** What a team's manager can help with. */
export const TEAM_MATTERS = [
  'approvals_waiting',
  'conversations_unwritten',
  'tasks_untouched',
  'promises_broken',
  'mandates_ending',
] as const

const Matter = z.enum(TEAM_MATTERS)

export const readTeam = {
  method: 'GET',
  url: '/team',
  permission: 'team.read',
  summary: 'What waits with each seller of one’s team, or of all: each count opens to its rows.',
  schema: {
    response: {
      200: z.object({
        sellers: z.array(
          z.object({
            /** Null is what nobody has. */
            seller: Person.nullable(),
            counts: z.record(Matter, z.int()),
          }),
        ),
        untouchedDays: z.int(),
        lookBackDays: z.int(),
        endingDays: z.int(),
      }),
      ...refusals,
    },
  },
} as const

export const listTeamRows = {
  method: 'GET',
  url: '/team/rows',
  permission: 'team.read',
  summary: 'The rows behind a count of a seller, the oldest first.',
  schema: {
    querystring: z.object({
      matter: Matter,
      /** Null is what nobody has. */
      seller: z.union([Id, z.literal('none')]),
    }),
    response: {
      200: z.object({
        rows: z.array(
          z.object({
            id: Id,
            customer: z.object({ id: Id, name: z.string() }),
            /** When it was asked, came back, was due, was not kept, or ends. */
            on: Day,
          }),
        ),
        /** There are more than are shown. */
        isPartial: z.boolean(),
      }),
      ...refusals,
    },
  },
} as const
