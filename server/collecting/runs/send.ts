import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addJob } from '../../jobs/jobs.ts'
import { millisecondsOf, type Instant } from '../../kernel/day.ts'
import { openMailer, type Mailer } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import {
  deletePrepared,
  deliverMessages,
  findLeftBehind,
  openDispatch,
  type Claimed,
  type DeskKeys,
  type Dispatch,
} from '../messages/index.ts'
import { startClaim, type Claiming } from './claim-batch.ts'
import { resumeMessages } from './resume.ts'
import * as runs from './store/runs.ts'
import { selectRest, selectRunsToContinue } from './store/sending.ts'

export const SEND_TASK = 'runs:send'

/** So many customers are locked at once, for a fraction of a second. */
const ENTRIES_A_BATCH = 100

/** The first are fewer, so that the mail server has something to do soon. */
const ENTRIES_AT_FIRST = 20

/** So many batches are delivered, or wait for it, while the next is claimed: no connection stands still. */
const BATCHES_AHEAD = 3

/** No more is claimed ahead than may leave within so long: what waits knows nothing new. */
const SECONDS_AHEAD = 3

/** When the mail server is away the run goes on after so long. */
const TRY_AGAIN_SECONDS = 120

export type SendRequest = { readonly organisationId: string; readonly runId: string }

export async function deskKeysOf(world: World, organisationId: string): Promise<DeskKeys> {
  return { keys: await world.secrets.of(organisationId), installation: world.secrets.installation }
}

/**
 * Sends what is approved of a run and whose time has come, in small batches, each asked anew at the
 * gate. May run in many processes at once and be killed at any instant: nothing goes twice.
 */
export async function sendRun(world: World, { organisationId, runId }: SendRequest): Promise<void> {
  const keys = await deskKeysOf(world, organisationId)
  const run = await inOrganisation(world.db, organisationId, (tx) => runs.selectRun(tx, runId))
  if (run?.state !== 'sending') return

  const [others, ours] = await Promise.all([
    goOn(world, organisationId, keys),
    sendEntries(world, run, keys),
  ])
  await finish(world, { organisationId, runId }, !(others && ours))
}

/** Claims a batch while those before it are delivered. False when the mail server is away. */
async function sendEntries(world: World, run: runs.RunRow, keys: DeskKeys): Promise<boolean> {
  const { organisationId } = run
  const mailer = await openMailer(world, organisationId)
  const most = batchOf(mailer)
  const dispatch = openDispatch(world, organisationId, mailer?.connections)
  const deliver = (messages: readonly Claimed[]) =>
    deliverAll(world, organisationId, messages, dispatch)
  const delivering: Promise<boolean>[] = []
  let size = ENTRIES_AT_FIRST
  let claiming = startClaim({ world, run, keys }, Math.min(size, most), null)
  for (;;) {
    const { taken } = await claiming.judged
    const isAhead = delivering.length >= BATCHES_AHEAD
    const isTaken = isAhead ? await delivering.shift() : true
    size *= 2
    const next =
      taken > 0 && isTaken ? startClaim({ world, run, keys }, Math.min(size, most), claiming) : null
    const messages = await claimedOf(claiming, next, deliver)
    delivering.push(deliver(messages))
    if (next === null) return (await Promise.all(delivering)).every(Boolean) && isTaken !== false
    claiming = next
  }
}

/** When one cannot be claimed, what was claimed beside it is delivered: nobody else looks after it. */
async function claimedOf(
  { messages }: Claiming,
  beside: Claiming | null,
  deliver: (messages: readonly Claimed[]) => Promise<boolean>,
): Promise<Claimed[]> {
  try {
    return await messages
  } catch (error) {
    if (beside) await deliver(await beside.messages)
    throw error
  }
}

function batchOf(mailer: Pick<Mailer, 'messagesPerMinute'> | null): number {
  if (!mailer) return ENTRIES_A_BATCH
  const soon = Math.floor((mailer.messagesPerMinute / 60) * SECONDS_AHEAD)
  return Math.max(1, Math.min(ENTRIES_A_BATCH, soon))
}

/** Goes on with what others left behind. False when the mail server is away. */
async function goOn(world: World, organisationId: string, keys: DeskKeys): Promise<boolean> {
  const { toResume } = await findLeftBehind(world, organisationId)
  const messages = await resumeMessages(world, organisationId, { ids: toResume, keys })
  return deliverAll(world, organisationId, messages)
}

/** False when the mail server did not take any and another try is for later. Never throws. */
async function deliverAll(
  world: World,
  organisationId: string,
  messages: readonly Claimed[],
  dispatch?: Dispatch,
): Promise<boolean> {
  try {
    const results = await deliverMessages(world, organisationId, messages, dispatch)
    return results.length === 0 || results.some((result) => result !== 'not_sent')
  } catch (error) {
    world.log.error({ error }, 'messages could not be delivered')
    return false
  }
}

async function finish(
  world: World,
  { organisationId, runId }: SendRequest,
  isMailAway: boolean,
): Promise<void> {
  await inOrganisation(world.db, organisationId, async (tx) => {
    const run = await runs.selectRunForUpdate(tx, runId)
    if (run?.state !== 'sending') return
    const rest = await selectRest(tx, runId)
    const at = world.clock()
    if (rest.approved === 0 && rest.unfinished === 0) {
      await runs.setRunState(tx, runId, { state: 'sent', finishedAt: at })
      await appendEvent(tx, {
        organisationId,
        at,
        name: 'run.sent',
        by: { kind: 'system' },
        subject: { kind: 'run', id: runId },
      })
      await deletePrepared(tx, organisationId)
      return
    }
    const later = isMailAway ? TRY_AGAIN_SECONDS : secondsUntil(rest.nextAt, at)
    if (later !== null) await askToSend(tx, { organisationId, runId }, later)
  })
}

function secondsUntil(then: Instant | null, now: Instant): number | null {
  if (then === null || then <= now) return null
  return Math.ceil((millisecondsOf(then) - millisecondsOf(now)) / 1000)
}

/** Asks for a run to be gone on with, after so many seconds. */
export function askToSend(
  tx: Transaction,
  { organisationId, runId }: SendRequest,
  inSeconds: number,
): Promise<void> {
  return addJob(tx, {
    task: SEND_TASK,
    payload: { organisationId, runId },
    key: `${SEND_TASK}:${runId}`,
    queue: `${SEND_TASK}:${runId}`,
    inSeconds,
  })
}

/** Every minute: what dead processes left behind, and runs whose next entries have come due. */
export async function continueSending(world: World, organisationId: string): Promise<void> {
  const keys = await deskKeysOf(world, organisationId)
  await goOn(world, organisationId, keys)
  const due = await inOrganisation(world.db, organisationId, async (tx) => {
    await deletePrepared(tx, organisationId)
    return selectRunsToContinue(tx, organisationId, world.clock())
  })
  for (const runId of due) await sendRun(world, { organisationId, runId })
}
