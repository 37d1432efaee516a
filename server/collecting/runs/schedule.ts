import { policyOf } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { timeIn } from '../../kernel/day.ts'
import { businessCalendar, openBooks } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { approveRun } from './approve.ts'
import { orderRun, planRun } from './plan.ts'
import { hasRunOn, selectPlanned } from './store/schedule.ts'

const BY = { kind: 'system' } as const

/**
 * Orders the day's run of every company whose morning has come. A company that has, or had, a run
 * today gets no other by itself; days on which nobody was there are not caught up with, only their
 * steps are.
 */
export async function orderDueRuns(world: World, organisationId: string): Promise<void> {
  const due = await inOrganisation(world.db, organisationId, async (tx) => {
    const now = world.clock()
    const { runPlannedAt } = await policyOf(tx, organisationId)
    const entities = await openBooks(tx, organisationId, now)
    const morning = entities.filter(
      ({ timeZone, country, region, today }) =>
        timeIn(timeZone, now) >= runPlannedAt &&
        businessCalendar(country, region).isBusinessDay(today),
    )
    const open: string[] = []
    for (const { id, today } of morning) if (!(await hasRunOn(tx, id, today))) open.push(id)
    return open
  })
  for (const legalEntityId of due) {
    await orderRun(world, { organisationId, legalEntityId, by: BY })
  }
}

type Request = { readonly organisationId: string; readonly runId: string }

/** Plans a run and, where the policy says so and nothing is unusual, sends it. */
export async function planAndMaybeSend(world: World, request: Request): Promise<void> {
  await planRun(world, request)
  const { organisationId, runId } = request
  const planned = await inOrganisation(world.db, organisationId, async (tx) => {
    const { sendsAutomatically } = await policyOf(tx, organisationId)
    return sendsAutomatically ? selectPlanned(tx, runId) : undefined
  })
  if (!planned || planned.isUnusual || planned.messages === 0 || planned.plannedBy !== null) return
  const { messages: expectedMessages } = planned
  await approveRun(world, { organisationId, by: BY }, { runId, expectedMessages })
}
