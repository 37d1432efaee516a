import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { addDays, dayIn, type Day } from '../../kernel/day.ts'
import { businessCalendar } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, talksOf, type Gate } from '../gate/index.ts'
import { type Spoken, spokenIn } from '../playbooks/rules/spoken.ts'
import type * as contract from './contract.ts'
import { type Change, changeOf, concernedBy } from './effect.ts'
import { type PastCustomer, play, type Played } from './rules/play.ts'
import type { SegmentRow } from './store/customers.ts'
import { selectPastItems, selectPastPauses } from './store/past.ts'

type Rehearsal = z.input<(typeof contract.rehearseDraft.schema.response)[200]>

const DAYS_BACK = 90
const DAYS_AHEAD = 30

/** Playing 120 days through twice takes a few milliseconds a customer: so many answer a page. */
const MOST_PLAYED = 300

/** What would have gone in the last 90 days and what will go in the next 30, old against new. */
export function rehearseDraft(world: World, actor: Actor, playbookId: string): Promise<Rehearsal> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    const now = world.clock()
    const change = await changeOf(tx, organisationId, playbookId)
    const concerned = await concernedBy(tx, organisationId, { playbookId, change })
    const sample = spread(concerned, MOST_PLAYED).map(({ row }) => row)
    const tally = newTally(spokenIn(actor.language))
    let today: Day | null = null
    for (const [legalEntityId, rows] of Map.groupBy(sample, (row) => row.legalEntityId)) {
      const gate = await openGate(tx, { organisationId, legalEntityId, now })
      if (!gate) continue
      today ??= gate.context.day
      for (const past of await pastOf(tx, gate, rows)) tally.add(past, gate, change)
    }
    const on = today ?? dayIn('UTC', now)
    return { ...tally.told(on), today: on, customers: concerned.length, played: sample.length }
  })
}

/** Every so-many-th, so that a sample is of the whole alphabet. */
function spread<Row>(rows: readonly Row[], most: number): Row[] {
  if (rows.length <= most) return [...rows]
  return Array.from(
    { length: most },
    (_, index) => rows[Math.floor((index * rows.length) / most)],
  ).filter((row) => row !== undefined)
}

async function pastOf(
  tx: Transaction,
  gate: Gate,
  rows: readonly SegmentRow[],
): Promise<PastCustomer[]> {
  const customerIds = rows.map(({ id }) => id)
  const from = addDays(gate.context.day, -DAYS_BACK)
  const facts = await gatherFacts(tx, { ...gatheringOf(gate), customerIds })
  const items = await selectPastItems(tx, customerIds, from)
  const pauses = await selectPastPauses(tx, customerIds, from)
  const { day, policy } = gate.context
  const talks = await talksOf(tx, { customerIds, day: addDays(day, DAYS_AHEAD), policy }, from)
  return facts.map((customer) => ({
    ...customer,
    items: items.get(customer.id) ?? [],
    promises: pauses.get(customer.id)?.promises ?? [],
    disputes: pauses.get(customer.id)?.disputes ?? [],
    holds: pauses.get(customer.id)?.holds ?? [],
    isBusinessDay: businessCalendar(customer.country, customer.region).isBusinessDay,
    // Of another day than today nothing is known of these.
    contacts: customer.contacts.map((contact) => ({ ...contact, recentMessages: 0 })),
    ball: null,
    unmatchedCash: [],
    unapplied: [],
    waitingReplies: [],
    hasMeetingToday: false,
    sellerTalks: talks.get(customer.id) ?? [],
    sellerAskedOn: null,
    outsideContacts: [],
    pendingMessages: [],
    termsTalkUntil: null,
    openTasks: [],
    payments: [],
    answers: [],
  }))
}

type Side = { messages: number; tasks: number }
type Steps = Map<string, { name: string; old: number; new: number }>

function newTally(spoken: Spoken) {
  const days = new Map<Day, { old: Side; new: Side }>()
  const steps: Steps = new Map()

  function note(side: 'old' | 'new', { on, kind, stepKey, name }: Played): void {
    const day = days.get(on) ?? { old: { messages: 0, tasks: 0 }, new: { messages: 0, tasks: 0 } }
    day[side][kind === 'message' ? 'messages' : 'tasks'] += 1
    days.set(on, day)
    const step = steps.get(stepKey) ?? { name: spoken(name), old: 0, new: 0 }
    step[side] += 1
    steps.set(stepKey, step)
  }

  return {
    add(past: PastCustomer, { context }: Gate, change: Change): void {
      const span = { from: addDays(context.day, -DAYS_BACK), to: addDays(context.day, DAYS_AHEAD) }
      const { policy, tones } = context
      const old = { policy, tones, playbooks: change.old }
      for (const one of play(past, old, span)) note('old', one)
      for (const one of play(past, { ...old, playbooks: change.new }, span)) note('new', one)
    },
    told(today: Day): Pick<Rehearsal, 'days' | 'steps'> {
      const nothing = { old: { messages: 0, tasks: 0 }, new: { messages: 0, tasks: 0 } }
      const first = addDays(today, -DAYS_BACK)
      return {
        days: Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) => {
          const on = addDays(first, index)
          return { on, ...(days.get(on) ?? nothing) }
        }),
        steps: [...steps].map(([stepKey, step]) => ({ stepKey, ...step })),
      }
    },
  }
}
