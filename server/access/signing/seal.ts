import { createHash } from 'node:crypto'

import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { organisationById } from '../organisations/index.ts'
import {
  askAuthority,
  sealBytes,
  verifyPdf,
  type PdfVerification,
  type TimestampProblem,
} from '../seals/index.ts'
import { keyInUse } from './keys.ts'
import { keyStateOf } from './rules.ts'
import * as store from './store.ts'

export type Sealing = {
  /** Why it is sealed, in the reader's language. */
  readonly reason: string
  readonly location?: string
  /** Who seals; left out, the organisation. */
  readonly name?: string
  /** The moment that the event of the sealing has, too. */
  readonly at: Instant
}

export type Sealed =
  | {
      readonly state: 'sealed_b_b' | 'sealed_b_t'
      readonly bytes: Buffer
      readonly sha256: string
      readonly fingerprint: string
      /** Why there is no timestamp although one was wanted. */
      readonly timestampProblem: TimestampProblem | 'too_long' | null
    }
  | {
      readonly state: 'not_sealed'
      readonly problem: 'certificate_ended' | 'certificate_not_yet_valid'
      readonly fingerprint: string
    }

/**
 * Seals a PDF with the organisation's key: PAdES B-T with a timestamp where an authority is set up
 * and answers, else B-B. What it could not do is in the answer, to be kept and shown. It may wait
 * for the authority: never inside a transaction.
 */
export async function sealPdf(
  world: World,
  organisationId: string,
  { bytes, ...sealing }: Sealing & { readonly bytes: Uint8Array },
): Promise<Sealed> {
  const { reason, location = '', at } = sealing
  const key = await keyInUse(world, organisationId, at)
  const state = keyStateOf(key, at)
  if (state === 'ended' || state === 'not_yet_valid') {
    const problem = state === 'ended' ? 'certificate_ended' : 'certificate_not_yet_valid'
    return { state: 'not_sealed', problem, fingerprint: key.fingerprint }
  }
  const around = await inOrganisation(world.db, organisationId, async (tx) => ({
    organisation: await organisationById(tx, organisationId),
    timestamps: await store.selectTimestamps(tx),
  }))
  const secrets = await world.secrets.of(organisationId)
  const privateKey = Buffer.from(secrets.decrypt(key.privateKey), 'base64')

  let problem: TimestampProblem | null = null
  const stamp = async (value: Buffer) => {
    const stamped = await stampNoted(world, organisationId, around.timestamps.url, value)
    problem = stamped.problem
    return stamped.token
  }
  const sealed = await sealBytes(
    bytes,
    { privateKey, certificate: key.certificate, chain: key.chain },
    {
      text: { reason, location, at, name: sealing.name ?? around.organisation.name },
      stamp: around.timestamps.url === '' ? null : stamp,
    },
  )
  const wanted = around.timestamps.url !== '' && !sealed.isStamped
  return {
    state: sealed.isStamped ? 'sealed_b_t' : 'sealed_b_b',
    bytes: sealed.bytes,
    sha256: createHash('sha256').update(sealed.bytes).digest('hex'),
    fingerprint: key.fingerprint,
    timestampProblem: wanted ? (problem ?? 'too_long') : null,
  }
}

/** Asks the authority, and keeps how it went where administrators see it. */
export async function stampNoted(world: World, organisationId: string, url: string, value: Buffer) {
  const stamped = await askAuthority(url, value)
  const at = world.clock()
  await inOrganisation(world.db, organisationId, async (tx) => {
    const before = await store.selectTimestamps(tx)
    const { problem } = stamped
    await store.saveTimestamps(
      tx,
      organisationId,
      problem ? { lastFailedAt: at, problem } : { lastGoodAt: at, problem: '' },
    )
    // The history hears of each change, not of each attempt.
    if ((before.problem === '') === (problem === null)) return
    await appendEvent(tx, {
      organisationId,
      at,
      name: problem ? 'timestamp.failed' : 'timestamp.works_again',
      by: { kind: 'system' },
      subject: { kind: 'organisation', id: organisationId },
      data: problem ? { problem } : {},
    })
  })
  return stamped
}

/** Verifies a PDF and says which of its seals are the organisation's own. */
export async function verifyOwnPdf(
  world: World,
  organisationId: string,
  bytes: Uint8Array,
): Promise<PdfVerification> {
  const ours = await inOrganisation(world.db, organisationId, store.selectFingerprints)
  return verifyPdf(bytes, { ours: new Set(ours) })
}
