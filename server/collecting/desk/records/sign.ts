import type * as z from 'zod'

import { appendEvent, type Doer } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { addJob } from '../../../jobs/jobs.ts'
import { dayIn, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Keys, World } from '../../../world.ts'
import { atDesk } from '../common/desk.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import type * as contract from './contract.ts'
import { findRecord, lockRecord, revokeOpenLinks, stateIn, subjectOf } from './records.ts'
import { limitationRuleOf, newEndOf } from './rules/jurisdictions.ts'
import { signRefusalOf } from './rules/state.ts'
import { strokesFrom, type Strokes } from './rules/strokes.ts'
import type { SignedAs, Snapshot } from './shapes.ts'
import * as store from './store/records.ts'

export const SEAL_RECORD = 'desk:seal_record'

type Signing = z.output<typeof contract.signRecord.schema.body>

/** Takes the customer's signature on the device of whoever is with them. */
export function signOnDevice(
  world: World,
  actor: Actor,
  recordId: string,
  signing: Signing,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await findRecord(desk, recordId)
    await revokeOpenLinks(desk, world, recordId)
    const row = await lockRecord(desk, recordId)
    const snapshot = openSnapshot(desk.keys, row.snapshot)

    const refusal = signRefusalOf(stateIn(row))
    if (refusal) throw new Refusal('conflict', refusal)
    if (signing.documentHash !== row.documentHash) throw new Refusal('conflict', 'record_changed')
    if (signing.consent !== snapshot.document.consent) throw new Refusal('invalid', 'no_consent')
    const { strokes, typed } = signatureIn(signing)

    const { name, role, consent } = signing
    const signedAs = { name, role, typed, strokes, consent, address: '', from: '', agent: '' }
    await putSignature(desk.tx, world, {
      row,
      snapshot,
      signedAs,
      keys: desk.keys,
      at: desk.now,
      by: { kind: 'person', id: actor.personId },
      link: null,
      isTest: false,
    })
    return { id: recordId }
  })
}

/** A drawn signature, or a typed name; what is neither is refused. */
export function signatureIn({ typed, strokes }: { typed: string; strokes: unknown }): {
  readonly typed: string
  readonly strokes: Strokes
} {
  const isDrawn = Array.isArray(strokes) && strokes.length > 0
  if (!isDrawn && typed === '') throw new Refusal('invalid', 'signature_missing')
  if (!isDrawn) return { typed, strokes: [] }
  const read = strokesFrom(strokes)
  if (!read) throw new Refusal('invalid', 'signature_unreadable')
  return { typed: '', strokes: read }
}

export function openSnapshot(keys: Keys, sealed: string): Snapshot {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- makeRecord wrote it
  return JSON.parse(keys.decrypt(sealed)) as Snapshot
}

export type Putting = {
  readonly row: store.RecordRow
  readonly snapshot: Snapshot
  readonly signedAs: SignedAs
  readonly keys: Keys
  readonly at: Instant
  readonly by: Doer
  readonly link: { readonly id: string } | null
  readonly isTest: boolean
}

/** Puts a signature and what follows from it, in the transaction that holds the customer. */
export async function putSignature(tx: Transaction, world: World, putting: Putting): Promise<void> {
  const { row, signedAs, keys, at, by, link, isTest } = putting
  const { organisationId, customerId } = row
  await store.insertSignature(tx, {
    id: newId(),
    organisationId,
    recordId: row.id,
    how: link ? 'link' : 'device',
    method: signedAs.strokes.length > 0 ? 'drawn' : 'typed',
    signer: keys.encrypt(JSON.stringify(signedAs)),
    linkId: link?.id ?? null,
    isTest,
    documentHash: row.documentHash,
    signedAt: at,
    witnessedBy: by.kind === 'person' ? by.id : null,
  })
  const restarts = isTest ? 0 : await restartLimitation(tx, putting)
  await tellHistory(tx, putting, restarts > 0)
  if (!isTest) await confirmCommitment(tx, putting)
  const { reportingCurrency, timeZone } = await store.selectOrganisation(tx, organisationId)
  const organisation = { id: organisationId, reportingCurrency }
  await refreshWorklist(tx, organisation, [customerId], dayIn(timeZone, at))
  await askForSeal(tx, organisationId, row.id)
}

/** That it is signed, and that it takes the place of others where it does. */
async function tellHistory(
  tx: Transaction,
  { row, at, by, link, isTest }: Putting,
  restartsLimitation: boolean,
): Promise<void> {
  const { organisationId, customerId, kind, documentHash } = row
  const about = { organisationId, at, by, customerId }
  const { source } = limitationRuleOf(row.jurisdiction)
  await appendEvent(tx, {
    ...about,
    name: 'record.signed',
    subject: subjectOf(row.id),
    data: {
      kind,
      how: link ? 'link' : 'device',
      documentHash,
      ...(isTest ? { isTest: 'yes' } : {}),
      ...(restartsLimitation ? { limitation: source } : {}),
    },
  })
  const data = { byId: row.id }
  for (const id of await store.selectReplaced(tx, row.id)) {
    await appendEvent(tx, { ...about, name: 'record.superseded', subject: subjectOf(id), data })
  }
}

export async function askForSeal(tx: Transaction, organisationId: string, recordId: string) {
  await addJob(tx, {
    task: SEAL_RECORD,
    payload: { organisationId, recordId },
    key: `${SEAL_RECORD}:${recordId}`,
    attempts: 10,
  })
}

/** The promise or plan that the record repeats is confirmed by a signature: the history says so. */
async function confirmCommitment(tx: Transaction, { row, at, by }: Putting): Promise<void> {
  const { organisationId, customerId, promiseId, planId } = row
  const about = promiseId ?? planId
  if (about === null) return
  const kind = promiseId === null ? 'plan' : 'promise'
  await appendEvent(tx, {
    organisationId,
    at,
    name: `${kind}.signed`,
    by,
    customerId,
    subject: { kind, id: about },
    data: { recordId: row.id },
  })
}

/** Limitation begins anew for each invoice that is acknowledged, where the place's rule row says so. */
async function restartLimitation(tx: Transaction, { row, snapshot, at }: Putting): Promise<number> {
  const rule = limitationRuleOf(row.jurisdiction)
  if (row.kind !== 'acknowledgement' || rule.source === '') return 0
  const { facts } = snapshot
  const acknowledgedOn = dayIn(facts.timeZone, at)
  const endsOn = newEndOf(rule, facts.segment, acknowledgedOn)
  const acknowledged = facts.items.filter((item) => item.openMinor > item.disputedMinor)
  const receivableIds = [...new Set(acknowledged.map(({ receivableId }) => receivableId))]
  await store.insertRestarts(
    tx,
    receivableIds.map((receivableId) => ({
      id: newId(),
      organisationId: row.organisationId,
      customerId: row.customerId,
      receivableId,
      recordId: row.id,
      jurisdiction: row.jurisdiction,
      source: [rule.source, rule.periodSource].filter(Boolean).join('; '),
      acknowledgedOn,
      endsOn,
      recordedAt: at,
    })),
  )
  return receivableIds.length
}
