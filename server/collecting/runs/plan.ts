import { appendEvent, type Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addJob } from '../../jobs/jobs.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personOf } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, selectCandidates, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import { narrowingOf } from '../gate/rules/narrow.ts'
import { entryOf, type Entry } from './rules/entry.ts'
import { planTally, usualOf, type Plan, type PlanError } from './rules/plan.ts'
import { withPlanned } from './rules/planned.ts'
import { insertEntries } from './store/entries.ts'
import * as store from './store/runs.ts'

export const PLAN_TASK = 'runs:plan'

/** Facts of so many customers are in memory at once. */
const CUSTOMERS_A_BATCH = 1000

export type Ordering = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly by: Doer
  /** Plans afresh what was planned today and not approved yet. */
  readonly again?: boolean
}

/**
 * Begins today's run of a company, planned by a job. Asked again, by whomever and however often, it
 * is the same run.
 */
export function orderRun(
  world: World,
  ordering: Ordering,
): Promise<{ id: string; isNew: boolean }> {
  const { organisationId, legalEntityId, by, again = false } = ordering
  return inOrganisation(world.db, organisationId, async (tx) => {
    const at = world.clock()
    const gate = await openGate(tx, { organisationId, legalEntityId, now: at })
    if (!gate) throw new Refusal('not_found', 'no_such_legal_entity')
    const onDay = gate.entity.today
    const row = { organisationId, legalEntityId, onDay, plannedBy: personOf(by), createdAt: at }

    await store.supersedeRuns(tx, { legalEntityId, before: onDay }, at)
    let run = await store.insertRun(tx, { ...row, id: newId(), state: 'planning' })
    if (!run.isNew && again) {
      await discard(tx, run.id, at)
      run = await store.insertRun(tx, { ...row, id: newId(), state: 'planning' })
    }
    if (run.isNew) {
      const payload = { organisationId, runId: run.id }
      await addJob(tx, { task: PLAN_TASK, payload, key: `${PLAN_TASK}:${run.id}` })
    }
    return run
  })
}

async function discard(tx: Transaction, id: string, at: ReturnType<World['clock']>): Promise<void> {
  const run = await store.selectRunForUpdate(tx, id)
  if (run?.state !== 'planned') throw new Refusal('conflict', 'run_already_approved')
  await store.setRunState(tx, id, { state: 'cancelled', failure: 'superseded', finishedAt: at })
}

/** Plans a run that was ordered. Safe to be called twice: what is planned stays as it is. */
export async function planRun(
  world: World,
  { organisationId, runId }: { organisationId: string; runId: string },
  customersABatch = CUSTOMERS_A_BATCH,
): Promise<void> {
  try {
    await inOrganisation(world.db, organisationId, async (tx) => {
      const run = await store.selectRunForUpdate(tx, runId)
      if (run?.state !== 'planning') return
      const now = world.clock()
      const { legalEntityId, onDay: day } = run
      const gate = await openGate(tx, { organisationId, legalEntityId, now, day })
      if (!gate) throw new Error(`no company ${legalEntityId}`)
      if (!gate.isTest) await store.releaseTestSteps(tx, organisationId, now)

      const write = (entries: readonly Entry[]) =>
        insertEntries(tx, { id: runId, organisationId }, entries)
      const plan = await makePlan(tx, gate, { customersABatch, write })

      await store.finishPlanning(tx, runId, plan, now)
      await appendEvent(tx, {
        organisationId,
        at: now,
        name: 'run.planned',
        by: run.plannedBy ? { kind: 'person', id: run.plannedBy } : { kind: 'system' },
        subject: { kind: 'run', id: runId },
        data: { onDay: day, ...plan.counts },
      })
    })
  } catch (error) {
    world.log.error({ error, runId }, 'a run could not be planned')
    await failRun(world, organisationId, runId, String(error))
  }
}

function failRun(world: World, organisationId: string, runId: string, failure: string) {
  return inOrganisation(world.db, organisationId, (tx) =>
    store.setRunState(tx, runId, { state: 'failed', failure, finishedAt: world.clock() }),
  )
}

type Making = {
  readonly customersABatch?: number
  readonly write: (entries: readonly Entry[]) => Promise<void>
}

/** Decides every customer for whom anything may be due, batch by batch in id order. */
export async function makePlan(tx: Transaction, gate: Gate, making: Making): Promise<Plan> {
  const { customersABatch = CUSTOMERS_A_BATCH, write } = making
  const { organisationId, entity, context, policy } = gate
  const scope = { organisationId, legalEntityId: entity.id }
  const candidates = await selectCandidates(tx, scope, narrowingOf(context.playbooks, context.day))
  const tally = planTally()
  const errors: PlanError[] = []
  const planned = new Map<string, number>()
  const gathering = gatheringOf(gate)
  for (let from = 0; from < candidates.length; from += customersABatch) {
    const customerIds = candidates.slice(from, from + customersABatch)
    const facts = await gatherFacts(tx, { ...gathering, customerIds })
    const entries = facts.flatMap((customer) => decided(customer, gate, { errors, planned }))
    for (const entry of entries) tally.add(entry)
    await write(entries)
  }
  const earlier = await store.selectVolumes(tx, { legalEntityId: entity.id, before: context.day })
  return tally.plan(usualOf(earlier), policy.unusualVolumeFactor, errors)
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
