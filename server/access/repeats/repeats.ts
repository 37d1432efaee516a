import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { isProcessAlive } from '../../jobs/liveness.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'
import { listOrganisations } from '../organisations/index.ts'
import { forgottenBefore, meaningOf } from './rules.ts'
import * as store from './store.ts'

type Asking = { readonly actor: Actor; readonly key: string; readonly requestHash: string }

/** What the holders of Idempotency-Keys asked and were answered, for a day, in PostgreSQL. */
export function openRepeats(world: World) {
  const within = <Result>({ organisationId }: Actor, work: (tx: Transaction) => Promise<Result>) =>
    inOrganisation(world.db, organisationId, work)

  return {
    claim: async (asking: Asking) => {
      const keys = await world.secrets.of(asking.actor.organisationId)
      const claim = await within(asking.actor, (tx) => claimKey(tx, world, asking))
      if (claim.kind !== 'answered') return claim
      return { ...claim, answer: keys.decrypt(claim.answer) }
    },
    keep: async (actor: Actor, id: string, { status, text }: { status: number; text: string }) => {
      const keys = await world.secrets.of(actor.organisationId)
      const answer = keys.encrypt(text)
      await within(actor, (tx) => store.updateAnswer(tx, id, { status, answer }))
    },
    release: (actor: Actor, id: string) => within(actor, (tx) => store.deleteClaim(tx, id)),
  }
}

async function claimKey(tx: Transaction, world: World, asking: Asking) {
  const { actor, key, requestHash } = asking
  const { organisationId, personId } = actor
  const now = world.clock()
  const claim = {
    id: newId(),
    organisationId,
    personId,
    key,
    requestHash,
    heldBy: world.processId,
    createdAt: now,
  }
  const earlier = (await store.insertClaim(tx, claim))
    ? undefined
    : await store.selectKept(tx, personId, key)
  if (!earlier) return { kind: 'first', id: claim.id } as const

  const isHeld = await isProcessAlive(tx, earlier.heldBy)
  const known = { ...earlier, isAnswered: earlier.status !== null, isHeld }
  const meaning = meaningOf(known, requestHash, now)

  if (meaning === 'answered') {
    return { kind: meaning, status: earlier.status ?? 0, answer: earlier.answer ?? '' } as const
  }
  if (meaning !== 'over') return { kind: meaning } as const
  await store.deleteClaim(tx, earlier.id)
  const isMine = await store.insertClaim(tx, claim)
  return isMine
    ? ({ kind: 'first', id: claim.id } as const)
    : ({ kind: 'still_being_done' } as const)
}

/** Forgets answers that are a day old. */
export async function forgetOldAnswers(world: World): Promise<void> {
  for (const { id } of await listOrganisations(world.db)) {
    await inOrganisation(world.db, id, (tx) =>
      store.deleteClaimsBefore(tx, forgottenBefore(world.clock())),
    )
  }
}
