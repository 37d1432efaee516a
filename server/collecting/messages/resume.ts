import { setTimeout as pause } from 'node:timers/promises'

import { inOrganisation } from '../../database/tenancy.ts'
import { livingOf } from '../../jobs/liveness.ts'
import { addSeconds, type Instant } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { isInFlight } from './deliver.ts'
import { askAboutUnknown, noted } from './outcomes.ts'
import { markUnknown, selectUnfinished } from './store/delivery.ts'

/** A process whose connection blinked is back within this time; it must not be taken for dead. */
const SECOND_LOOK_MILLISECONDS = 1000

/** What a mail server put off, or was not there for, is tried again after so long. */
const RETRY_AFTER_SECONDS = 120

export type LeftBehind = {
  /** Claimed and, for certain, never handed over: the gate is asked again. */
  readonly toResume: readonly string[]
  /** Handed over by a process that died before the answer: a person decides. */
  readonly unknown: number
}

/** Finds the messages that dead processes left behind, and says which may be gone on with. */
export async function findLeftBehind(world: World, organisationId: string): Promise<LeftBehind> {
  const unfinished = await inOrganisation(world.db, organisationId, (tx) =>
    selectUnfinished(tx, organisationId),
  )
  if (unfinished.length === 0) return { toResume: [], unknown: 0 }
  const dead = await deadOf(world, [...new Set(unfinished.map(({ processId }) => processId))])
  const now = world.clock()

  const toResume = unfinished.filter(
    ({ state, processId, claimedAt }) =>
      state === 'claimed' && (processId === '' ? isDueAgain(claimedAt, now) : dead.has(processId)),
  )
  const lost = unfinished.filter(
    ({ id, state, processId }) =>
      state === 'handed_over' &&
      (dead.has(processId) || (processId === world.processId && !isInFlight(id))),
  )
  let unknown = 0
  for (const [processId, messages] of Map.groupBy(lost, (message) => message.processId)) {
    const ids = messages.map(({ id }) => id)
    unknown += await declareUnknown(world, organisationId, { ids, processId })
  }
  return { toResume: toResume.map(({ id }) => id), unknown }
}

function isDueAgain(since: Instant, now: Instant): boolean {
  return addSeconds(since, RETRY_AFTER_SECONDS) <= now
}

/** The processes that are gone, looked at twice. */
async function deadOf(world: World, processIds: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = processIds.filter((id) => id !== '' && id !== world.processId)
  if (asked.length === 0) return new Set()
  const living = await livingOf(world.db, asked)
  const missing = asked.filter((id) => !living.has(id))
  if (missing.length === 0) return new Set()
  await pause(SECOND_LOOK_MILLISECONDS)
  const back = await livingOf(world.db, missing)
  return new Set(missing.filter((id) => !back.has(id)))
}

function declareUnknown(
  world: World,
  organisationId: string,
  { ids, processId }: { ids: readonly string[]; processId: string },
): Promise<number> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const at = world.clock()
    const answer = 'the sending process ended before the mail server answered'
    const messages = await markUnknown(tx, ids, { processId, at, answer })
    const where = { organisationId, at }
    await askAboutUnknown(tx, where, messages)
    await noted(tx, where, 'message.unknown', messages)
    return messages.length
  })
}
