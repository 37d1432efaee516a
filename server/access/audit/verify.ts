import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { isSlippedIn, laterOf, type BreakKind } from './rules.ts'
import { genesisOf, hashOf } from './seal.ts'
import * as store from './store.ts'

const BATCH = 5000

export type Break = {
  /** Where in the chain; for an event that is in no seal yet, the place that it would get. */
  readonly sequence: number
  readonly eventId: string | null
  readonly kind: BreakKind
}

export type Verification = {
  readonly isIntact: boolean
  readonly events: number
  readonly sealed: number
  readonly unsealed: number
  /** The newest seal's hash: kept elsewhere, it proves later that nothing was cut off. */
  readonly head: string
  readonly firstBreak: Break | null
}

/** Follows the chain of an organisation's events from the first row and says where it first breaks. */
export function verifyEvents(world: World, organisationId: string): Promise<Verification> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const chain = await followChain(tx, organisationId)
    const events = await store.countEvents(tx, organisationId)
    const firstBreak = chain.firstBreak ?? (await slippedInUnsealed(tx, organisationId, chain))
    return {
      isIntact: firstBreak === null,
      events,
      sealed: chain.sealed,
      unsealed: Math.max(0, events - chain.sealed),
      head: chain.head.toString('hex'),
      firstBreak,
    }
  })
}

type Chain = {
  readonly sealed: number
  readonly head: Buffer
  readonly newest: string | null
  readonly firstBreak: Break | null
}

async function followChain(tx: Transaction, organisationId: string): Promise<Chain> {
  let chain: Chain = {
    sealed: 0,
    head: genesisOf(organisationId),
    newest: null,
    firstBreak: null,
  }
  let after = 0
  for (;;) {
    const seals = await store.selectChain(tx, organisationId, { after, limit: BATCH })
    const last = seals.at(-1)
    if (!last) return chain
    chain = followed(chain, seals)
    after = last.sequence
  }
}

function followed(chain: Chain, seals: readonly store.SealAndEvent[]): Chain {
  let { sealed, head, newest, firstBreak } = chain
  seals.forEach((seal, at) => {
    firstBreak ??= breakAt({ sealed, head, newest }, seal, seals[at + 1])
    sealed += 1
    head = seal.hash
    newest = laterOf(newest, seal.eventId)
  })
  return { sealed, head, newest, firstBreak }
}

function breakAt(
  { sealed, head, newest }: Pick<Chain, 'sealed' | 'head' | 'newest'>,
  seal: store.SealAndEvent,
  next: store.SealAndEvent | undefined,
): Break | null {
  const place = { sequence: sealed + 1, eventId: seal.eventId }
  if (seal.sequence !== sealed + 1) return { ...place, eventId: null, kind: 'missing' }
  if (!seal.event) return { ...place, kind: 'missing' }
  if (!hashOf(head, seal.sequence, seal.event).equals(seal.hash)) {
    const fitsNextPlace = next && hashOf(next.hash, seal.sequence + 1, seal.event).equals(seal.hash)
    return { ...place, kind: fitsNextPlace ? 'reordered' : 'changed' }
  }
  return isSlippedIn(seal.eventId, newest) ? { ...place, kind: 'inserted' } : null
}

/** An event that nobody sealed and that is older than what was sealed long ago. */
async function slippedInUnsealed(
  tx: Transaction,
  organisationId: string,
  { newest, sealed }: Chain,
): Promise<Break | null> {
  const from = '00000000-0000-0000-0000-000000000000'
  const [oldest] = await store.selectUnsealed(tx, organisationId, { from, limit: 1 })
  if (!oldest || !isSlippedIn(oldest.id, newest)) return null
  return { sequence: sealed + 1, eventId: oldest.id, kind: 'inserted' }
}
