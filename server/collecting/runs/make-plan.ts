import { setImmediate } from 'node:timers/promises'

import type { Transaction } from '../../database/database.ts'
import { gatherFacts, gatheringOf, selectCandidates, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import { narrowingOf } from '../gate/rules/narrow.ts'
import { entryOf, type Entry } from './rules/entry.ts'
import { planTally, usualOf, type Plan, type PlanError } from './rules/plan.ts'
import { withPlanned } from './rules/planned.ts'
import { selectVolumes } from './store/runs.ts'

/** Facts of so many customers are gathered at once; those of two batches are in memory. */
const CUSTOMERS_A_BATCH = 1000

type Making = {
  readonly customersABatch?: number | undefined
  readonly write: (entries: readonly Entry[]) => Promise<void>
}

/**
 * Decides every customer for whom anything may be due, batch by batch in id order. What is written may
 * go by another transaction than `tx`: then the database does both at once.
 */
export async function makePlan(tx: Transaction, gate: Gate, making: Making): Promise<Plan> {
  const { customersABatch = CUSTOMERS_A_BATCH, write } = making
  const { organisationId, entity, context, policy } = gate
  const scope = { organisationId, legalEntityId: entity.id }
  const candidates = await selectCandidates(tx, scope, narrowingOf(context.playbooks, context.day))
  const tally = planTally()
  const errors: PlanError[] = []
  const ongoing = { errors, planned: new Map<string, number>() }
  const gathering = gatheringOf(gate)
  const batches = batchesOf(candidates, customersABatch)
  const read = (place: number) => gatherBatch(tx, gathering, batches[place])
  let facts = await read(0)
  let unwritten: Entry[] = []
  for (const [place] of batches.entries()) {
    // The next batch is read and the last one written while this one is decided.
    const going = [decideAll(facts, gate, ongoing), read(place + 1), write(unwritten)] as const
    // When one fails, none goes on after its transaction is over.
    await Promise.allSettled(going)
    const [entries, next] = await Promise.all(going)
    for (const entry of entries) tally.add(entry)
    unwritten = entries
    facts = next
  }
  await write(unwritten)
  const earlier = await selectVolumes(tx, { legalEntityId: entity.id, before: context.day })
  return tally.plan(usualOf(earlier), policy.unusualVolumeFactor, errors)
}

function batchesOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, place) =>
    ids.slice(place * size, (place + 1) * size),
  )
}

async function gatherBatch(
  tx: Transaction,
  gathering: ReturnType<typeof gatheringOf>,
  customerIds: readonly string[] = [],
): Promise<CustomerFacts[]> {
  return customerIds.length === 0 ? [] : gatherFacts(tx, { ...gathering, customerIds })
}

/** So many customers are decided before the database's answers are looked at. */
const CUSTOMERS_AT_A_GO = 50

async function decideAll(
  facts: readonly CustomerFacts[],
  gate: Gate,
  ongoing: Ongoing,
): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let from = 0; from < facts.length; from += CUSTOMERS_AT_A_GO) {
    for (const customer of facts.slice(from, from + CUSTOMERS_AT_A_GO)) {
      entries.push(...decided(customer, gate, ongoing))
    }
    await setImmediate()
  }
  return entries
}

type Ongoing = { readonly errors: PlanError[]; readonly planned: Map<string, number> }

/** One broken record goes to the list of errors; the others go on. */
function decided(customer: CustomerFacts, gate: Gate, { errors, planned }: Ongoing): Entry[] {
  try {
    const facts = withPlanned(customer, planned)
    const decision = decide(facts, gate.context)
    const entry = entryOf(facts, decision, gate.context.day)
    const hash = decision.kind === 'message' ? decision.recipient.emailHash : null
    if (hash !== null) planned.set(hash, (planned.get(hash) ?? 0) + 1)
    return entry ? [entry] : []
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    errors.push({ customerId: customer.id, customerName: customer.name, cause })
    return []
  }
}
