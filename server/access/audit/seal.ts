import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { listOrganisations } from '../organisations/index.ts'
import { recentBound, sealedText, type SealedEvent } from './rules.ts'
import * as store from './store.ts'

const BATCH = 2000

/** What the first seal of an organisation builds on. */
export function genesisOf(organisationId: string): Buffer {
  return createHash('sha256').update(`goodterms ${organisationId}`).digest()
}

/** The hash that seals an event at its place in the chain. */
export function hashOf(before: Uint8Array, sequence: number, event: SealedEvent): Buffer {
  return createHash('sha256').update(before).update(sealedText(sequence, event)).digest()
}

/**
 * Seals what happened and is not sealed yet: apart from the acts themselves, so that they need not
 * queue for the end of the chain. `everything` also finds what an hour-long transaction left behind.
 */
export async function sealEvents(
  world: World,
  organisationId: string,
  { everything = false } = {},
): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await inOrganisation(world.db, organisationId, (tx) =>
      sealBatch(tx, organisationId, everything),
    )
    total += sealed
    if (sealed < BATCH) return total
  }
}

async function sealBatch(
  tx: Transaction,
  organisationId: string,
  everything: boolean,
): Promise<number> {
  if (!(await store.tryLockChain(tx, organisationId))) return 0
  const last = await store.selectLastSeal(tx, organisationId)
  const newest = everything ? null : await store.selectNewestSealed(tx, organisationId)
  const from = recentBound(newest)
  const events = await store.selectUnsealed(tx, organisationId, { from, limit: BATCH })

  const seals: store.Seal[] = []
  let hash: Buffer = last?.hash ?? genesisOf(organisationId)
  let sequence = last?.sequence ?? 0
  for (const event of events) {
    sequence += 1
    hash = hashOf(hash, sequence, event)
    seals.push({ sequence, eventId: event.id, hash })
  }

  if (seals.length > 0) await store.insertSeals(tx, organisationId, seals)
  return seals.length
}

/** Seals the events of every organisation. */
export async function sealAll(world: World, options: { everything?: boolean } = {}): Promise<void> {
  for (const { id } of await listOrganisations(world.db)) await sealEvents(world, id, options)
}

const PAUSE_MILLISECONDS = 3000

/** Seals every few seconds until stopped; of several workers one seals an organisation at a time. */
export function startSealing(world: World): { stop: () => Promise<void> } {
  const stopping = new AbortController()

  async function keepSealing(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sealAll(world).catch((error: unknown) => world.log.error(error, 'sealing failed'))
      await pause(PAUSE_MILLISECONDS, undefined, stopping).catch(() => {})
    }
  }

  const sealing = keepSealing()
  return {
    stop: () => {
      stopping.abort()
      return sealing
    },
  }
}
