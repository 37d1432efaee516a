import { appendEvent, type Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation, lookingInto } from '../../database/tenancy.ts'
import { addJob } from '../../jobs/jobs.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personOf } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { openGate, type Gate } from '../gate/index.ts'
import { makePlan } from './make-plan.ts'
import { askToPrepare } from './prepare.ts'
import type { Entry } from './rules/entry.ts'
import { insertEntries } from './store/entries.ts'
import * as store from './store/runs.ts'

export const PLAN_TASK = 'runs:plan'

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
  customersABatch?: number,
): Promise<void> {
  const now = world.clock()
  try {
    await prepareFacts(world, { organisationId, runId, now })
    await inOrganisation(world.db, organisationId, async (tx) => {
      const run = await store.selectRunForUpdate(tx, runId)
      if (run?.state !== 'planning') return
      const gate = await gateOf(tx, run, now)

      const write = (entries: readonly Entry[]) =>
        insertEntries(tx, { id: runId, organisationId }, entries)
      // A second connection: jobs are few at once, so that the pool has two for each of them.
      const plan = await lookingInto(world.db, organisationId, (facts) =>
        makePlan(facts, gate, { customersABatch, write }),
      )

      await store.finishPlanning(tx, runId, plan, now)
      await askToPrepare(tx, { organisationId, runId })
      await appendEvent(tx, {
        organisationId,
        at: now,
        name: 'run.planned',
        by: run.plannedBy ? { kind: 'person', id: run.plannedBy } : { kind: 'system' },
        subject: { kind: 'run', id: runId },
        data: { onDay: run.onDay, ...plan.counts },
      })
    })
  } catch (error) {
    world.log.error({ error, runId }, 'a run could not be planned')
    await failRun(world, organisationId, runId, String(error))
  }
}

/**
 * Turns the books' page and lets go of what was a test, ahead and for good: facts are read on another
 * connection than the one that writes the plan, which sees only what was committed.
 */
function prepareFacts(
  world: World,
  { organisationId, runId, now }: { organisationId: string; runId: string; now: Instant },
): Promise<void> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const run = await store.selectRunForUpdate(tx, runId)
    if (run?.state !== 'planning') return
    const { isTest } = await gateOf(tx, run, now)
    if (!isTest) await store.releaseTestSteps(tx, organisationId, now)
  })
}

async function gateOf(
  tx: Transaction,
  { organisationId, legalEntityId, onDay: day }: store.RunRow,
  now: Instant,
): Promise<Gate> {
  const gate = await openGate(tx, { organisationId, legalEntityId, now, day })
  if (!gate) throw new Error(`no company ${legalEntityId}`)
  return gate
}

function failRun(world: World, organisationId: string, runId: string, failure: string) {
  return inOrganisation(world.db, organisationId, (tx) =>
    store.setRunState(tx, runId, { state: 'failed', failure, finishedAt: world.clock() }),
  )
}
