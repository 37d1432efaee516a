import { appendEvent } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { World } from '../../../world.ts'
import { holdCustomers } from '../common/store.ts'
import { atSystemDesk, type SystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import {
  asksForTerms,
  isMissed,
  isOutdated,
  judge,
  judgePlan,
  shareOut,
  type Judgement,
} from './rules.ts'
import * as store from './store.ts'
import { askForTerms, callOffTerms } from './terms.ts'

type Row = store.CommitmentRow & { readonly receivedMinor: number }

/** Judges the open promises and plans of an organisation. Running it twice does no harm. */
export function settleCommitments(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const { promiseToleranceDays } = desk.policy
    const committed = await store.selectCommitted(desk.tx, organisationId, promiseToleranceDays)
    const rows = await sharedOut(desk, committed)
    const news = new Set(rows.filter((row) => hasNews(desk, row)).map((row) => row.customerId))
    // What somebody takes back or replaces meanwhile is not judged after it: who comes first counts.
    await holdCustomers(desk.tx, [...news])
    const changed = await judgeCommitments(desk, [...news])
    await refreshWorklist(desk.tx, desk.organisation, changed, desk.today)
    return changed.length
  })
}

/** Judges what these customers committed themselves to; answers those for whom that changed something. */
export async function judgeCommitments(
  desk: SystemDesk,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await sharedOut(desk, customerIds)

  const changed = new Set<string>()
  const instalments = rows.filter(({ kind }) => kind === 'instalment')
  for (const [planId, plan] of Map.groupBy(instalments, (one) => one.planId)) {
    if (planId !== null && (await settlePlan(desk, planId, plan))) changed.add(customerOf(plan))
  }
  for (const row of rows) {
    if (row.kind === 'promise' && (await settlePromise(desk, row))) changed.add(row.customerId)
  }
  return [...changed]
}

function sharedOut({ tx, today, policy }: SystemDesk, customerIds: readonly string[]) {
  return commitmentsOf(tx, customerIds, { today, toleranceDays: policy.promiseToleranceDays })
}

/** Whether judging it would change anything. */
function hasNews(desk: SystemDesk, row: Row): boolean {
  if (!isToJudge(row) || hasGivenWay(row.planState)) return false
  const state = judgementOf(desk, row)
  const isNoted = row.kind === 'instalment' || state !== 'open'
  return state !== row.state || (isNoted && row.receivedMinor !== row.judgedMinor)
}

/** Whose rest was made due, or whose place another took, is not judged any more. */
function hasGivenWay(planState: Row['planState']): planState is 'accelerated' | 'replaced' {
  return planState === 'accelerated' || planState === 'replaced'
}

/** What customers committed themselves to with what came for it: each unit of money counts once. */
export async function commitmentsOf(
  tx: Transaction,
  customerIds: readonly string[],
  { today, toleranceDays }: { readonly today: Day; readonly toleranceDays: number },
): Promise<Row[]> {
  if (customerIds.length === 0) return []
  const rows = await store.selectCommitments(tx, customerIds)
  const receipts = await store.selectReceipts(tx, customerIds, today)
  const receiptsOf = Map.groupBy(receipts, ({ customerId }) => customerId)

  return [...Map.groupBy(rows, ({ customerId }) => customerId)].flatMap(([customerId, theirs]) => {
    const received = shareOut(theirs, receiptsOf.get(customerId) ?? [], toleranceDays)
    return theirs.map((row) => ({ ...row, receivedMinor: received.get(row.id) ?? 0 }))
  })
}

async function settlePromise(desk: SystemDesk, promise: Row): Promise<boolean> {
  if (!isToJudge(promise)) return false
  const { id, customerId, minor, currency, dueOn, receivedMinor, level } = promise
  const state = judgementOf(desk, promise)
  if (state === 'open' && promise.state === 'open') return false

  const judged = { state, receivedMinor, on: desk.today }
  if (!(await store.judgePromise(desk.tx, promise, judged))) return false
  const isSame = state === promise.state
  if (isSame && state !== 'partly_kept') return true
  await appendEvent(desk.tx, {
    name: state === 'open' ? 'promise.reopened' : `promise.${state}`,
    ...told(desk, customerId),
    subject: { kind: 'promise', id },
    data: { minor, currency, promisedFor: dueOn, receivedMinor, level },
  })
  if (isSame) return true
  if (isMissed(promise.state) && state === 'kept') await forgive(desk, promise)
  if (asksForTerms(level, state)) await askForTerms(desk, { customerId, promiseId: id, level })
  return true
}

/** It was kept after all: nothing that counted it as missed does so any longer. */
async function forgive(desk: SystemDesk, promise: Row): Promise<void> {
  await store.countMissedNoMore(desk.tx, promise)
  await callOffTerms(desk, { customerId: promise.customerId, promiseId: promise.id })
}

/** Open ones are judged, and those of which other money is known than when they were. */
function isToJudge({ state, judgedMinor, receivedMinor }: Row): boolean {
  return state === 'open' || isOutdated(state, { judgedOn: judgedMinor, now: receivedMinor })
}

async function settlePlan(
  desk: SystemDesk,
  planId: string,
  instalments: readonly Row[],
): Promise<boolean> {
  const was = instalments[0]?.planState ?? 'broken'
  if (hasGivenWay(was)) return false
  const states: Judgement[] = []
  let isNews = false
  for (const row of instalments) {
    const state = isToJudge(row) ? judgementOf(desk, row) : row.state
    states.push(state)
    const kept = { state, receivedMinor: row.receivedMinor, on: desk.today }
    if (isToJudge(row) && (await store.keepInstalment(desk.tx, row, kept))) {
      isNews = true
      if (state !== row.state) await tellInstalment(desk, row, state)
    }
  }
  const now = judgePlan(states)
  if (now === was) return isNews
  // One that was missed came in time after all: the plan goes on, unless another has begun since.
  if (now === 'agreed' && was === 'broken' && !(await store.mayGoOn(desk.tx, planId))) return isNews
  const plan = { id: planId, state: was }
  if (!(await store.judgePlan(desk.tx, plan, { state: now, on: desk.today }))) return isNews
  await appendEvent(desk.tx, {
    name: now === 'agreed' ? 'plan.reopened' : `plan.${now}`,
    ...told(desk, customerOf(instalments)),
    subject: { kind: 'plan', id: planId },
  })
  return true
}

function tellInstalment(desk: SystemDesk, row: Row, state: Judgement): Promise<void> {
  const { customerId, planId, minor, currency, dueOn, receivedMinor } = row
  return appendEvent(desk.tx, {
    name: state === 'open' ? 'instalment.reopened' : `instalment.${state}`,
    ...told(desk, customerId),
    subject: { kind: 'plan', id: planId ?? row.id },
    data: { minor, currency, promisedFor: dueOn, receivedMinor },
  })
}

function judgementOf({ policy, today }: SystemDesk, row: Row): Judgement {
  const { receivedMinor, paymentsUntil, state } = row
  // What is paid by now may have been paid late: a missed one is kept by what came in time alone.
  const isNothingOwed = row.isNothingOwed && !isMissed(state)
  const asked = { today, toleranceDays: policy.promiseToleranceDays, paymentsUntil }
  return judge(row, { receivedMinor, isNothingOwed }, asked)
}

function told({ organisation, now }: SystemDesk, customerId: string) {
  return {
    organisationId: organisation.id,
    at: now,
    by: { kind: 'system' } as const,
    customerId,
  }
}

function customerOf(instalments: readonly Row[]): string {
  return instalments[0]?.customerId ?? ''
}
