import { appendEvent, sealPdf, type Sealed } from '../../../access/index.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { attachEvidence } from '../../../ledger/index.ts'
import type { Keys, World } from '../../../world.ts'
import { atDesk } from '../common/desk.ts'
import { auditOf } from './audit.ts'
import { findRecord, subjectOf } from './records.ts'
import { askForMail } from './requests.ts'
import type { SignedAs, Signer } from './shapes.ts'
import { numberOf, recordPdf, type SheetFacts } from './sheet.ts'
import { askForSeal, openSnapshot } from './sign.ts'
import { selectAsker } from './store/mails.ts'
import * as records from './store/records.ts'
import * as store from './store/seals.ts'
import { recordWords } from './words/words.ts'

const SYSTEM = { kind: 'system' } as const

type Which = { readonly organisationId: string; readonly recordId: string }
type Whole = Extract<Sealed, { readonly bytes: Buffer }>

export function verifyUrlOf(world: World, organisationId: string): string {
  return `${world.origin}/verify/${organisationId}`
}

/**
 * Sets and seals a signed record, once: what could not be done is kept and shown, and may be tried
 * again. It may wait for a timestamp authority, so it is never in the transaction of a signature.
 */
export async function sealRecord(world: World, which: Which): Promise<void> {
  const facts = await factsToSeal(world, which)
  if (!facts) return
  const { row, sealedAt: at } = facts
  const pdf = await recordPdf(facts)
  const words = recordWords(row.language)
  const sealed = await sealPdf(world, which.organisationId, {
    bytes: pdf,
    reason: `${words.title[row.kind]} ${numberOf(row.id)}`,
    at,
  })
  if (sealed.state === 'not_sealed') return noteFailure(world, facts, sealed)
  const kept = await world.files.put(which.organisationId, sealed.bytes)
  await keep(world, facts, { sealed, kept })
}

/** What a signed record that has no seal yet is set from; null when there is nothing to do. */
export async function factsToSeal(world: World, which: Which): Promise<SheetFacts | null> {
  const { organisationId, recordId } = which
  const keys = await world.secrets.of(organisationId)
  const sealedAt = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    const row = await records.selectRecord(tx, recordId)
    const [signature] = await records.selectSignatures(tx, [recordId])
    const [seal] = await store.selectSeals(tx, [recordId])
    if (!row || !signature || (seal && seal.state !== 'not_sealed')) return null
    const { name } = await records.selectOrganisation(tx, organisationId)
    return {
      row,
      signature,
      snapshot: openSnapshot(keys, row.snapshot),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- putSignature wrote it
      signedAs: JSON.parse(keys.decrypt(signature.signer)) as SignedAs,
      audit: await auditOf(tx, keys, row),
      organisationName: name,
      verifyUrl: verifyUrlOf(world, organisationId),
      sealedAt,
    }
  })
}

/** The certificate ended, or is not valid yet: seen by everyone who looks, never silent. */
async function noteFailure(
  world: World,
  { row, sealedAt }: SheetFacts,
  { problem, fingerprint }: Extract<Sealed, { readonly state: 'not_sealed' }>,
): Promise<void> {
  const { organisationId, customerId } = row
  await inOrganisation(world.db, organisationId, async (tx) => {
    await store.insertSeal(tx, {
      id: newId(),
      organisationId,
      recordId: row.id,
      state: 'not_sealed',
      problem,
      fingerprint,
      sealedAt,
    })
    await appendEvent(tx, {
      organisationId,
      at: sealedAt,
      name: 'record.not_sealed',
      by: SYSTEM,
      customerId,
      subject: subjectOf(row.id),
      data: { problem },
    })
  })
}

type Keeping = {
  readonly sealed: Whole
  readonly kept: { readonly sha256: string; readonly bytes: number }
}

/** Keeps the sealed file with the customer, and asks for the mails to both sides. */
async function keep(world: World, facts: SheetFacts, { sealed, kept }: Keeping): Promise<void> {
  const { row, sealedAt: at } = facts
  const { organisationId, customerId, id: recordId } = row
  const keys = await world.secrets.of(organisationId)
  await inOrganisation(world.db, organisationId, async (tx) => {
    await records.holdCustomer(tx, customerId)
    const [before] = await store.selectSeals(tx, [recordId])
    if (before && before.state !== 'not_sealed') return
    const name = fileNameOf(facts)
    const doing = { organisationId, at, by: SYSTEM, owners: null }
    const file = { ...kept, mediaType: 'application/pdf', name }
    const place = { customerId, receivableId: null, kind: 'record', isSigned: true } as const
    const evidence = await attachEvidence(tx, doing, { ...place, file })
    await store.insertSeal(tx, {
      id: newId(),
      organisationId,
      recordId,
      state: sealed.state,
      problem: sealed.timestampProblem ?? '',
      fingerprint: sealed.fingerprint,
      sha256: sealed.sha256,
      evidenceId: evidence.id,
      sealedAt: at,
    })
    await appendEvent(tx, {
      organisationId,
      at,
      name: 'record.sealed',
      by: SYSTEM,
      customerId,
      subject: subjectOf(recordId),
      data: { state: sealed.state, sha256: sealed.sha256, problem: sealed.timestampProblem ?? '' },
    })
    const desk = { tx, keys, now: at, organisation: { id: organisationId } }
    const maker = await selectAsker(tx, row.madeById)
    const ours = world.secrets.installation.decrypt(maker?.email ?? '')
    for (const copy of copiesOf(facts, keys, ours)) await askForMail(desk, copy)
  })
}

/** Both sides get the sealed file: the signer where they were asked or wish to be, and who asked. */
function copiesOf({ row, signedAs }: SheetFacts, keys: Keys, ours: string) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- makeRecord wrote it
  const signer = JSON.parse(keys.decrypt(row.signer)) as Signer
  const theirs = signedAs.address === '' ? signer.address : signedAs.address
  const copies = [
    { recordId: row.id, kind: 'copy_theirs', name: signedAs.name, address: theirs },
    { recordId: row.id, kind: 'copy_ours', name: row.madeByName, address: ours },
  ] as const
  return copies.filter(({ address }) => address !== '')
}

/** 'Schuldanerkenntnis-K-10427-2026-03-16.pdf'. */
export function fileNameOf({ row, snapshot }: Pick<SheetFacts, 'row' | 'snapshot'>): string {
  const { customerNumber, asOf } = snapshot.facts
  const number = customerNumber.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 40)
  return `${recordWords(row.language).mail.fileName[row.kind]}-${number}-${asOf}.pdf`
}

/** Tries once more: after a certificate that ended was replaced. */
export function sealAgain(world: World, actor: Actor, recordId: string): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const row = await findRecord(desk, recordId)
    const [seal] = await store.selectSeals(desk.tx, [recordId])

    if (!row.isSigned) throw new Refusal('conflict', 'not_signed_yet')
    if (seal && seal.state !== 'not_sealed') throw new Refusal('conflict', 'already_sealed')

    await askForSeal(desk.tx, desk.organisation.id, recordId)
    return { id: recordId }
  })
}
