import { appendEvent, type Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addSeconds, type Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personOf } from '../../ledger/index.ts'
import { mailReadiness } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { openGate } from '../gate/index.ts'
import { reason } from '../gate/rules/reasons.ts'
import { withdraw } from '../messages/index.ts'
import { askToAllocate } from './allocation.ts'
import { askToPrepare } from './prepare.ts'
import { askToSend } from './send.ts'
import * as store from './store/approval.ts'
import { selectRunForUpdate, setRunState, type RunRow } from './store/runs.ts'

/** Somebody acting on a run: where and who. */
export type Acting = { readonly organisationId: string; readonly by: Doer }

/**
 * Sends what was planned and needs no further approval. `expectedMessages` is the number that the
 * person has seen: should it have changed, nothing is sent.
 */
export function approveRun(
  world: World,
  acting: Acting,
  { runId, expectedMessages }: { runId: string; expectedMessages: number },
): Promise<{ undoUntil: Instant }> {
  return withRun(world, acting, runId, async (tx, run) => {
    const { organisationId, by } = acting
    const at = world.clock()
    if (run.state !== 'planned') throw new Refusal('conflict', refusalOfState(run.state))
    const gate = await openGate(tx, { ...run, now: at })
    if (gate && run.onDay < gate.entity.today)
      throw new Refusal('conflict', 'run_is_of_another_day')
    const messages = await store.countReady(tx, runId)
    if (messages !== expectedMessages) {
      throw new Refusal('conflict', 'count_changed', {
        expected: expectedMessages,
        actual: messages,
      })
    }
    if (messages > 0 && (await mailReadiness(tx, organisationId)) !== 'ready') {
      throw new Refusal('conflict', 'no_mail_settings')
    }

    const undoSeconds = gate?.policy.undoSeconds ?? 0
    const undoUntil = addSeconds(at, undoSeconds)
    await store.approveEntries(tx, runId)
    await askToAllocate(tx, { organisationId, at, onDay: run.onDay }, runId)
    const approvedBy = personOf(by)
    await setRunState(tx, runId, { state: 'sending', approvedAt: at, approvedBy, undoUntil })
    await noted(tx, acting, { at, name: 'run.approved', runId, data: { messages } })
    await askToPrepare(tx, { organisationId, runId })
    await askToSend(tx, { organisationId, runId }, undoSeconds)
    return { undoUntil }
  })
}

function refusalOfState(state: RunRow['state']): string {
  if (state === 'planning') return 'run_still_planning'
  if (state === 'cancelled' || state === 'failed') return 'run_is_over'
  return 'run_already_approved'
}

/** Takes an approval back before the first message leaves. */
export function undoApproval(
  world: World,
  acting: Acting,
  runId: string,
): Promise<{ state: RunRow['state'] }> {
  return withRun(world, acting, runId, async (tx, run) => {
    const at = world.clock()
    if (run.state !== 'sending') throw new Refusal('conflict', 'run_not_sending')
    const isLate = run.undoUntil === null || at >= run.undoUntil
    if (isLate || (await store.hasBegun(tx, runId))) throw new Refusal('conflict', 'undo_too_late')

    await store.takeBackEntries(tx, runId)
    const change = {
      state: 'planned' as const,
      approvedAt: null,
      approvedBy: null,
      undoUntil: null,
    }
    await setRunState(tx, runId, change)
    await noted(tx, acting, { at, name: 'run.approval_undone', runId, data: {} })
    return { state: 'planned' as const }
  })
}

/** Stops a run: what has left has left; nothing further goes. */
export function cancelRun(
  world: World,
  acting: Acting,
  runId: string,
): Promise<{ state: RunRow['state']; stopped: number }> {
  return withRun(world, acting, runId, async (tx, run) => {
    const at = world.clock()
    if (!['planning', 'planned', 'sending'].includes(run.state)) {
      throw new Refusal('conflict', 'run_is_over')
    }
    const outcome = [reason('run_cancelled')]
    const stopped = await store.stopEntries(tx, runId, outcome)
    const waiting = await store.selectWaitingMessages(tx, runId)
    await withdraw(tx, { organisationId: acting.organisationId, at }, waiting, 'run_cancelled')
    await setRunState(tx, runId, { state: 'cancelled', finishedAt: at })
    await noted(tx, acting, { at, name: 'run.cancelled', runId, data: { stopped } })
    return { state: 'cancelled' as const, stopped }
  })
}

/** Leaves one customer out. Their step stays open. */
export function dropEntry(
  world: World,
  acting: Acting,
  { runId, entryId, why }: { runId: string; entryId: string; why: string },
) {
  return withEntry(world, acting, { runId, entryId }, async (tx, entry) => {
    if (entry.state !== 'planned' && entry.state !== 'approved') {
      throw new Refusal('conflict', 'entry_already_done')
    }
    const at = world.clock()
    await store.setEntry(tx, entryId, { state: 'dropped' })
    await appendEvent(tx, {
      organisationId: acting.organisationId,
      at,
      name: 'entry.dropped',
      by: acting.by,
      subject: { kind: 'run_entry', id: entryId },
      customerId: entry.customerId,
      why,
      data: { runId, step: entry.stepKey },
    })
    return { state: 'dropped' as const }
  })
}

/** Lets an ask-first entry go; never the one who asked for the run, where somebody else has to. */
export function approveEntry(
  world: World,
  acting: Acting,
  { runId, entryId }: { runId: string; entryId: string },
) {
  return withEntry(world, acting, { runId, entryId }, async (tx, entry, run) => {
    const at = world.clock()
    const approver = personOf(acting.by)
    if (!entry.needsApproval) throw new Refusal('conflict', 'entry_needs_no_approval')
    if (entry.state !== 'planned' || entry.approvedBy !== null) {
      throw new Refusal('conflict', 'entry_already_done')
    }
    if (!['planned', 'sending', 'sent'].includes(run.state)) {
      throw new Refusal('conflict', 'run_is_over')
    }
    const gate = await openGate(tx, { ...run, now: at })
    if (gate && run.onDay < gate.entity.today)
      throw new Refusal('conflict', 'run_is_of_another_day')
    if (approver === null || (gate?.policy.approvalNeedsAnother && approver === run.plannedBy)) {
      throw new Refusal('conflict', 'needs_another_approver')
    }

    const isUnderWay = run.state !== 'planned'
    const state = isUnderWay ? ('approved' as const) : ('planned' as const)
    await store.setEntry(tx, entryId, { state, approvedBy: approver })
    if (isUnderWay) {
      await setRunState(tx, runId, { state: 'sending', finishedAt: null })
      const { organisationId } = acting
      await askToSend(tx, { organisationId, runId }, gate?.policy.undoSeconds ?? 0)
    }
    await appendEvent(tx, {
      organisationId: acting.organisationId,
      at,
      name: 'entry.approved',
      by: acting.by,
      subject: { kind: 'run_entry', id: entryId },
      customerId: entry.customerId,
      data: { runId, step: entry.stepKey },
    })
    return { state }
  })
}

function withRun<Result>(
  world: World,
  { organisationId }: Acting,
  runId: string,
  work: (tx: Transaction, run: RunRow) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const run = await selectRunForUpdate(tx, runId)
    if (!run) throw new Refusal('not_found', 'no_such_run')
    return work(tx, run)
  })
}

function withEntry<Result>(
  world: World,
  acting: Acting,
  { runId, entryId }: { runId: string; entryId: string },
  work: (tx: Transaction, entry: store.EntryRow, run: RunRow) => Promise<Result>,
): Promise<Result> {
  return withRun(world, acting, runId, async (tx, run) => {
    const entry = await store.selectEntryForUpdate(tx, runId, entryId)
    if (!entry) throw new Refusal('not_found', 'no_such_entry')
    return work(tx, entry, run)
  })
}

type Noted = {
  readonly at: Instant
  readonly name: string
  readonly runId: string
  readonly data: Readonly<Record<string, unknown>>
}

function noted(tx: Transaction, { organisationId, by }: Acting, event: Noted): Promise<void> {
  const { at, name, runId, data } = event
  return appendEvent(tx, {
    organisationId,
    at,
    name,
    by,
    subject: { kind: 'run', id: runId },
    data,
  })
}
