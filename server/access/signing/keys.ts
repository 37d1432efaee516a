import type { KeyObject } from 'node:crypto'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent, type Doer } from '../events/index.ts'
import { lockOrganisation, organisationById } from '../organisations/index.ts'
import {
  makeCertificate,
  openPkcs12,
  Pkcs12Refused,
  readCertificate,
  type Certificate,
  type KeyAndCertificate,
} from '../seals/index.ts'
import { isRenewalDue, keyStateOf, unsuitedOf, validityFrom } from './rules.ts'
import * as store from './store.ts'

type Origin = { readonly kind: 'self_made' | 'own'; readonly by: Doer }

/** What the organisation seals with now; the first time, made for a document of this moment. */
export async function keyInUse(world: World, organisationId: string, at: Instant) {
  const known = await inOrganisation(world.db, organisationId, store.selectKeyInUse)
  if (known) return known
  await makeKey(world, organisationId, { by: { kind: 'system' }, firstFor: at })
  return inOrganisation(world.db, organisationId, async (tx) => {
    const made = await store.selectKeyInUse(tx)
    if (!made) throw new Error('a signing key was made and is not there')
    return made
  })
}

type Making = {
  readonly by: Doer
  /** Made only where there is none, and valid from this moment on. */
  readonly firstFor?: Instant
}

/** Makes a new key in which the organisation vouches for itself, in place of the one in use. */
export async function makeKey(
  world: World,
  organisationId: string,
  { by, firstFor }: Making,
): Promise<void> {
  const { name } = await inOrganisation(world.db, organisationId, (tx) =>
    organisationById(tx, organisationId),
  )
  const made = await makeCertificate(name, validityFrom(firstFor ?? world.clock()))
  await inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    if (firstFor && (await store.selectKeyInUse(tx))) return
    await putInUse(tx, world, { organisationId, key: made, origin: { kind: 'self_made', by } })
  })
}

/** Takes the organisation's own certificate (PKCS#12), once it is sure that it can seal with it. */
export async function bringCertificate(
  world: World,
  { organisationId, personId }: Actor,
  { file, password }: { file: Buffer; password: string },
): Promise<void> {
  const key = opened(file, password)
  const certificate = readCertificate(key.certificate)
  const problem = unsuitedOf(
    { ...certificate, ...strengthOf(certificate.publicKey) },
    world.clock(),
  )
  if (problem) {
    throw new Refusal('invalid', problem, {
      from: certificate.validFrom,
      until: certificate.validUntil,
    })
  }
  await inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    const known = await store.selectFingerprints(tx)
    if (known.includes(certificate.fingerprint)) {
      throw new Refusal('conflict', 'certificate_known_already')
    }
    const origin: Origin = { kind: 'own', by: { kind: 'person', id: personId } }
    await putInUse(tx, world, { organisationId, key, origin })
  })
}

function opened(file: Buffer, password: string): KeyAndCertificate {
  try {
    return openPkcs12(file, password)
  } catch (error) {
    if (error instanceof Pkcs12Refused) throw new Refusal('invalid', error.problem)
    throw error
  }
}

const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
}

function strengthOf(key: KeyObject): { keyType: string; keyBits: number } {
  const { modulusLength, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  return {
    keyType: key.asymmetricKeyType ?? '',
    keyBits: modulusLength ?? CURVE_BITS[namedCurve] ?? 0,
  }
}

type Taking = {
  readonly organisationId: string
  readonly key: KeyAndCertificate
  readonly origin: Origin
}

async function putInUse(tx: Transaction, world: World, taking: Taking): Promise<void> {
  const { organisationId, key, origin } = taking
  const certificate = readCertificate(key.certificate)
  const keys = await world.secrets.of(organisationId)
  const before = await store.selectKeyInUse(tx)
  const id = newId()

  await store.replaceKeyInUse(tx, world.clock())
  await store.insertKey(tx, {
    id,
    organisationId,
    kind: origin.kind,
    certificate: key.certificate,
    chain: [...key.chain],
    fingerprint: certificate.fingerprint,
    privateKey: keys.encrypt(key.privateKey.toString('base64')),
    validFrom: certificate.validFrom,
    validUntil: certificate.validUntil,
    createdAt: world.clock(),
    createdBy: origin.by.kind === 'person' ? origin.by.id : null,
  })
  await note(
    tx,
    world,
    { organisationId, id, by: origin.by },
    {
      name: origin.kind === 'own' ? 'signing_key.brought' : 'signing_key.made',
      data: factsOf(certificate, before?.fingerprint),
    },
  )
}

function factsOf({ fingerprint, validUntil }: Certificate, replaced: string | undefined) {
  return { fingerprint, validUntil, ...(replaced ? { replaced } : {}) }
}

type About = { readonly organisationId: string; readonly id: string; readonly by: Doer }

function note(
  tx: Transaction,
  world: World,
  { organisationId, id, by }: About,
  event: { name: string; data: Record<string, unknown> },
): Promise<void> {
  return appendEvent(tx, {
    ...event,
    organisationId,
    at: world.clock(),
    by,
    subject: { kind: 'signing_key', id },
  })
}

/** Renews the key that the organisation made itself, and says once of another's that it ends. */
export async function lookAfterKey(world: World, organisationId: string): Promise<void> {
  const now = world.clock()
  const key = await inOrganisation(world.db, organisationId, store.selectKeyInUse)
  if (!key) return
  if (isRenewalDue(key, now)) {
    await makeKey(world, organisationId, { by: { kind: 'system' } })
    return
  }
  await inOrganisation(world.db, organisationId, (tx) => tellOfEnd(tx, world, organisationId, now))
}

async function tellOfEnd(
  tx: Transaction,
  world: World,
  organisationId: string,
  now: Instant,
): Promise<void> {
  await lockOrganisation(tx, organisationId)
  const key = await store.selectKeyInUse(tx)
  if (!key) return

  const state = keyStateOf(key, now)
  const isEnding = state === 'ends_soon' && key.endingNotedAt === null
  const isEnded = state === 'ended' && key.endNotedAt === null
  if (!isEnding && !isEnded) return

  await store.noteEnding(tx, key.id, isEnding ? { endingNotedAt: now } : { endNotedAt: now })
  await note(
    tx,
    world,
    { organisationId, id: key.id, by: { kind: 'system' } },
    {
      name: isEnding ? 'signing_key.ends_soon' : 'signing_key.ended',
      data: { fingerprint: key.fingerprint, validUntil: key.validUntil },
    },
  )
}
