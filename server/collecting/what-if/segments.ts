import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { dayIn, isTimeZone, type Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { businessCalendar } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { allPlaybooks, inWordsOf, playbooksInForce } from '../playbooks/index.ts'
import type { PlaybookContent, Segment } from '../playbooks/rules/content.ts'
import { isInSegment, playbookOf, type SegmentFacts } from '../playbooks/rules/segment.ts'
import type * as contract from './contract.ts'
import { exampleOf } from './rules/example.ts'
import { selectSegmentRows, type SegmentRow } from './store/customers.ts'

type Listed = z.input<(typeof contract.listPlaybooks.schema.response)[200]>
type SegmentAnswer = z.input<(typeof contract.previewSegment.schema.response)[200]>
type ExampleAnswer = z.input<(typeof contract.playbookExample.schema.response)[200]>

const EXAMPLES = 10

export function segmentFactsOf(row: SegmentRow): SegmentFacts & { playbookId: string | null } {
  return { ...row, owed: new Map(row.owed.map(({ currency, minor }) => [currency, minor])) }
}

/** Playbooks in the order in which they win, each with the number of customers that it serves. */
export function listPlaybooks(world: World, actor: Actor): Promise<Listed> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    const playbooks = await allPlaybooks(tx, organisationId)
    const inForce = await playbooksInForce(tx, organisationId)
    const customers = await selectSegmentRows(tx, organisationId)

    const served = new Map<string, number>()
    for (const row of customers) {
      const id = playbookOf(segmentFactsOf(row), inForce)?.playbook.id
      if (id) served.set(id, (served.get(id) ?? 0) + 1)
    }
    return {
      rows: playbooks.map((playbook) => ({
        ...inWordsOf(actor, playbook),
        customers: served.get(playbook.id) ?? 0,
      })),
    }
  })
}

export function previewSegment(
  world: World,
  actor: Actor,
  segment: Segment,
): Promise<SegmentAnswer> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    const members = await membersOf(tx, organisationId, segment)
    return {
      customers: members.length,
      owed: sumOf(members),
      examples: members.slice(0, EXAMPLES).map(({ id, number, name }) => ({ id, number, name })),
    }
  })
}

async function membersOf(
  tx: Transaction,
  organisationId: string,
  segment: Segment,
): Promise<SegmentRow[]> {
  const rows = await selectSegmentRows(tx, organisationId)
  return rows.filter((row) => isInSegment(segment, segmentFactsOf(row)))
}

function sumOf(rows: readonly SegmentRow[]): Money[] {
  const sums = new Map<string, number>()
  for (const { currency, minor } of rows.flatMap(({ owed }) => owed)) {
    sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

type Wanted = {
  readonly content: PlaybookContent
  readonly customerId?: string | undefined
  readonly dueOn?: Day | undefined
}

/** What an invoice would get and when, at a real customer: their place, weekends and holidays. */
export function showExample(world: World, actor: Actor, wanted: Wanted): Promise<ExampleAnswer> {
  const { organisationId } = actor
  const { content, customerId } = wanted
  return inOrganisation(world.db, organisationId, async (tx) => {
    const rows = await selectSegmentRows(tx, organisationId)
    const named = rows.find(({ id }) => id === customerId)
    if (customerId && !named) throw new Refusal('not_found', 'no_such_customer')
    const members = rows.filter((row) => isInSegment(content.segment, segmentFactsOf(row)))
    const customer = named ?? members.find(({ owed }) => owed.length > 0) ?? members[0]

    const timeZone = customer && isTimeZone(customer.timeZone) ? customer.timeZone : 'UTC'
    const dueOn = wanted.dueOn ?? dayIn(timeZone, world.clock())
    const days = businessCalendar(customer?.country ?? '', customer?.region ?? '')
    return {
      customer: customer ? { id: customer.id, name: customer.name, timeZone } : null,
      dueOn,
      ...exampleOf(content, dueOn, { ...days, timeZone }),
    }
  })
}
