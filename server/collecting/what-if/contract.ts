import * as z from 'zod'

import { Day, Id, Instant, Money, refusals } from '../../http/contract.ts'
import { Channel, Lane } from '../gate/contract.ts'
import { PlaybookContent, Segment } from '../playbooks/content/contract.ts'
import { Playbook } from '../playbooks/contract.ts'
import { Plan, RunEntry } from '../runs/contract.ts'

const ById = z.object({ id: Id })

export const listPlaybooks = {
  method: 'GET',
  url: '/playbooks',
  permission: 'playbooks.read',
  summary: 'Playbooks in the order in which they win, with the number of customers each serves.',
  schema: {
    response: {
      200: z.object({ rows: z.array(Playbook.extend({ customers: z.int() })) }),
      ...refusals,
    },
  },
} as const

const Position = z.object({ playbookName: z.string(), stepKey: z.string(), on: Day }).nullable()

export const draftEffect = {
  method: 'GET',
  url: '/playbooks/:id/draft/effect',
  permission: 'playbooks.read',
  summary: 'Whom a draft would move: from which next step to which, and when.',
  schema: {
    params: ById,
    response: {
      200: z.object({
        customers: z.int(),
        moved: z.int(),
        gained: z.int(),
        lost: z.int(),
        examples: z.array(
          z.object({ customerId: Id, customerName: z.string(), from: Position, to: Position }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const rehearseDraft = {
  method: 'POST',
  url: '/playbooks/:id/draft/rehearsal',
  permission: 'playbooks.read',
  summary:
    'What would have gone in the last 90 days and what will go in the next 30, old against new.',
  schema: {
    params: ById,
    response: {
      200: z.object({
        today: Day,
        customers: z.int(),
        /** Fewer than `customers` when only a sample was played through. */
        played: z.int(),
        days: z.array(
          z.object({
            on: Day,
            old: z.object({ messages: z.int(), tasks: z.int() }),
            new: z.object({ messages: z.int(), tasks: z.int() }),
          }),
        ),
        steps: z.array(
          z.object({ stepKey: z.string(), name: z.string(), old: z.int(), new: z.int() }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const previewSegment = {
  method: 'POST',
  url: '/playbooks/segment-preview',
  permission: 'playbooks.read',
  summary: 'Which customers a segment has.',
  schema: {
    body: z.object({ segment: Segment }),
    response: {
      200: z.object({
        customers: z.int(),
        owed: z.array(Money),
        examples: z.array(z.object({ id: Id, number: z.string(), name: z.string() })),
      }),
      ...refusals,
    },
  },
} as const

export const playbookExample = {
  method: 'POST',
  url: '/playbooks/example',
  permission: 'playbooks.read',
  summary:
    'What an invoice would get and when: "due 1 March → friendly reminder Wednesday 4 March 08:30".',
  schema: {
    body: z.object({
      content: PlaybookContent,
      /** A real customer, for its place and hours; absent takes one that the segment has. */
      customerId: Id.optional(),
      dueOn: Day.optional(),
    }),
    response: {
      200: z.object({
        customer: z.object({ id: Id, name: z.string(), timeZone: z.string() }).nullable(),
        dueOn: Day,
        steps: z.array(
          z.object({
            stepKey: z.string(),
            name: z.string(),
            lane: Lane,
            channel: Channel,
            on: Day,
            at: Instant,
            /** 'HH:MM' at the contact. */
            localTime: z.string(),
            /** The day by the offset alone, when weekends or holidays moved it. */
            movedFrom: Day.nullable(),
          }),
        ),
        decisionOn: Day.nullable(),
      }),
      ...refusals,
    },
  },
} as const

export const rehearseDay = {
  method: 'POST',
  url: '/rehearsals',
  permission: 'runs.read',
  summary:
    'What a run would decide on a day, today or in the future, if nothing changed. Writes nothing.',
  schema: {
    body: z.object({ legalEntityId: Id, onDay: Day }),
    response: {
      200: z.object({
        onDay: Day,
        plan: Plan,
        /** The first entries of each decision, largest amount first. */
        entries: z.array(
          RunEntry.omit({ id: true, state: true, messageId: true, taskId: true, outcome: true }),
        ),
      }),
      ...refusals,
    },
  },
} as const
