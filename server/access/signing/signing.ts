import { randomBytes } from 'node:crypto'

import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { readCertificate, type TimestampProblem } from '../seals/index.ts'
import { bringCertificate, makeKey } from './keys.ts'
import { keyStateOf } from './rules.ts'
import { stampNoted } from './seal.ts'
import * as store from './store.ts'

/** What the organisation seals with, what it sealed with, and where timestamps come from. */
export async function readSigning(world: World, organisationId: string) {
  const { keys, timestamps } = await inOrganisation(world.db, organisationId, async (tx) => ({
    keys: await store.selectKeys(tx),
    timestamps: await store.selectTimestamps(tx),
  }))
  const shown = keys.map(({ certificate, ...key }) => {
    const { subject, issuer } = readCertificate(certificate)
    return { ...key, subject, issuer }
  })
  const key = shown.find(({ replacedAt }) => replacedAt === null) ?? null
  const { url, lastGoodAt, lastFailedAt, problem } = timestamps
  return {
    state: keyStateOf(key, world.clock()),
    key,
    earlier: shown.filter(({ replacedAt }) => replacedAt !== null),
    timestamps: { url, lastGoodAt, lastFailedAt, problem: problemNamed(problem) },
  }
}

/** Written by this room alone, so it is one of its own words. */
function problemNamed(problem: string): TimestampProblem | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return problem === '' ? null : (problem as TimestampProblem)
}

export async function renewKey(world: World, actor: Actor) {
  await makeKey(world, actor.organisationId, { by: { kind: 'person', id: actor.personId } })
  return readSigning(world, actor.organisationId)
}

export async function takeCertificate(
  world: World,
  actor: Actor,
  { file, password }: { file: string; password: string },
) {
  await bringCertificate(world, actor, { file: Buffer.from(file, 'base64'), password })
  return readSigning(world, actor.organisationId)
}

/** Sets where timestamps come from. What the last one said about itself is forgotten. */
export async function changeTimestamps(world: World, actor: Actor, { url }: { url: string }) {
  const { organisationId, personId } = actor
  await inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    const before = await store.selectTimestamps(tx)
    if (before.url === url) return

    await store.saveTimestamps(tx, organisationId, {
      url,
      lastGoodAt: null,
      lastFailedAt: null,
      problem: '',
    })
    await appendEvent(tx, {
      organisationId,
      at: world.clock(),
      name: 'timestamp_authority.changed',
      by: { kind: 'person', id: personId },
      subject: { kind: 'organisation', id: organisationId },
      data: { url },
    })
  })
  return readSigning(world, organisationId)
}

/** Asks the authority for one timestamp, over nothing in particular. */
export async function tryTimestamps(world: World, { organisationId }: Actor) {
  const { url } = await inOrganisation(world.db, organisationId, store.selectTimestamps)
  if (url === '') throw new Refusal('conflict', 'no_timestamp_authority')
  await stampNoted(world, organisationId, url, randomBytes(32))
  return readSigning(world, organisationId)
}
