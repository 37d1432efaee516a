import type { Readable } from 'node:stream'

import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { auditOf } from './audit.ts'
import type * as contract from './contract.ts'
import { findRecord, stateIn } from './records.ts'
import { limitationRuleOf } from './rules/jurisdictions.ts'
import { overtakenBy } from './rules/state.ts'
import { verifyUrlOf } from './seal.ts'
import type { CameFrom, SignedAs, Signer } from './shapes.ts'
import { numberOf } from './sheet.ts'
import { openSnapshot } from './sign.ts'
import { selectMails } from './store/mails.ts'
import * as store from './store/records.ts'
import { selectEvidenceFile, selectSeals } from './store/seals.ts'
import { recordWords } from './words/words.ts'

type List = z.input<(typeof contract.listRecords.schema.response)[200]>
type Whole = z.input<(typeof contract.readRecord.schema.response)[200]>

/** What was put in writing with a customer, the newest first. */
export function listRecords(world: World, actor: Actor, customerId: string): Promise<List> {
  return atDesk(world, actor, async (desk) => {
    await findCustomer(desk, customerId)
    const rows = await store.selectRecordsOf(desk.tx, customerId)
    const ids = rows.map(({ id }) => id)
    const signatures = await store.selectSignatures(desk.tx, ids)
    const seals = await selectSeals(desk.tx, ids)

    return {
      records: rows.map((row) => {
        const signature = signatures.find(({ recordId }) => recordId === row.id)
        return {
          id: row.id,
          kind: row.kind,
          state: stateIn(row),
          signerName: signature ? signedAs(desk, signature).name : signerOf(desk, row).name,
          madeAt: row.madeAt,
          madeBy: { id: row.madeById, name: row.madeByName },
          signedAt: signature?.signedAt ?? null,
          isTest: signature?.isTest ?? false,
          seal: seals.find(({ recordId }) => recordId === row.id)?.state ?? null,
        }
      }),
    }
  })
}

function signerOf({ keys }: Desk, row: store.RecordRow): Signer {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- makeRecord wrote it
  return JSON.parse(keys.decrypt(row.signer)) as Signer
}

function signedAs({ keys }: Desk, row: store.SignatureRow): SignedAs {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- putSignature wrote it
  return JSON.parse(keys.decrypt(row.signer)) as SignedAs
}

/** Everything about one record, as it was frozen. */
export function readRecord(world: World, actor: Actor, recordId: string): Promise<Whole> {
  return atDesk(world, actor, async (desk) => {
    const row = await findRecord(desk, recordId)
    const { document, facts, draft } = openSnapshot(desk.keys, row.snapshot)
    const audit = await auditOf(desk.tx, desk.keys, row)

    return {
      id: row.id,
      number: numberOf(row.id),
      customer: { id: row.customerId, name: row.customerName },
      kind: row.kind,
      jurisdiction: row.jurisdiction,
      state: stateIn(row),
      overtakenBy: overtakenBy(row),
      document,
      documentHash: row.documentHash,
      signer: signerOf(desk, row),
      madeBy: { id: row.madeById, name: row.madeByName },
      madeAt: row.madeAt,
      supersedesId: row.supersedesId,
      supersededBy: await successorOf(desk, row),
      draft: draft ?? null,
      signature: await signatureOf(desk, recordId),
      ending: await endingOf(desk, recordId),
      seal: await sealOf(desk, recordId),
      mails: await mailsOf(desk, recordId),
      audit: audit.map(({ at, name, byId, byName }) => ({ at, name, by: personOf(byId, byName) })),
      limitation: limitationOf(row),
      restarts: await store.selectRestarts(desk.tx, recordId),
      screen: screenOf(row.language),
      verifyUrl: verifyUrlOf(world, desk.organisation.id),
      timeZone: facts.timeZone,
    }
  })
}

async function successorOf({ tx }: Desk, { successorId }: store.RecordRow) {
  const successor = successorId === null ? null : await store.selectRecord(tx, successorId)
  return successor ? { id: successor.id, state: stateIn(successor) } : null
}

function limitationOf({ kind, jurisdiction }: store.RecordRow): Whole['limitation'] {
  const { source, state, lookedUpOn } = limitationRuleOf(jurisdiction)
  const isShown = kind === 'acknowledgement' && source !== ''
  return isShown ? { source, isLookedUp: state === 'looked_up', lookedUpOn } : null
}

function screenOf(language: string): Whole['screen'] {
  const { page } = recordWords(language)
  const { sign, name, role, roleHint, drawFirst: draw, orType, drawHint, clear, doSign } = page
  const { name: missingName, signature: missingSignature, consent: missingConsent } = page.missing
  const missing = { missingName, missingSignature, missingConsent }
  const shown = { sign, name, role, roleHint, draw, orType, drawHint, clear, doSign }
  return { ...shown, ...missing, signed: page.signed }
}

async function signatureOf(desk: Desk, recordId: string): Promise<Whole['signature']> {
  const [row] = await store.selectSignatures(desk.tx, [recordId])
  if (!row) return null
  const { name, role, typed, strokes } = signedAs(desk, row)
  const { how, method, isTest, signedAt, witnessId, witnessName } = row
  const witness = personOf(witnessId, witnessName)
  const drawn = strokes.map((stroke) => stroke.map((point) => [...point]))
  return { how, method, name, role, typed, strokes: drawn, isTest, signedAt, witness }
}

async function endingOf(desk: Desk, recordId: string): Promise<Whole['ending']> {
  const row = await store.selectEnding(desk.tx, recordId)
  if (!row) return null
  const { kind, why, origin, endedAt: at, byId, byName } = row
  const opened = desk.keys.decrypt(origin)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- refuseByLink wrote it
  const from = opened === '' ? null : (JSON.parse(opened) as CameFrom)
  return { kind, why: desk.keys.decrypt(why), at, by: personOf(byId, byName), from }
}

async function sealOf({ tx }: Desk, recordId: string): Promise<Whole['seal']> {
  const [row] = await selectSeals(tx, [recordId])
  if (!row) return null
  const { state, problem, fingerprint, sha256, sealedAt } = row
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the words of sealing
  const known = problem === '' ? null : (problem as NonNullable<Whole['seal']>['problem'])
  return { state, problem: known, fingerprint, sha256, sealedAt }
}

async function mailsOf({ tx, keys }: Desk, recordId: string): Promise<Whole['mails']> {
  const rows = await selectMails(tx, recordId)
  return rows.map(({ id, kind, isTest, delivery, askedAt, answeredAt, ...row }) => ({
    id,
    kind,
    name: keys.decrypt(row.recipientName),
    address: keys.decrypt(row.recipientAddress),
    isTest,
    delivery,
    askedAt,
    answeredAt,
  }))
}

type File = { readonly name: string; readonly bytes: number; readonly stream: Readable }

/** The sealed file of a record. */
export async function recordFile(world: World, actor: Actor, recordId: string): Promise<File> {
  const file = await atDesk(world, actor, async (desk) => {
    await findRecord(desk, recordId)
    const [seal] = await selectSeals(desk.tx, [recordId])
    return seal?.evidenceId ? selectEvidenceFile(desk.tx, seal.evidenceId) : undefined
  })
  if (!file) throw new Refusal('not_found', 'not_sealed_yet')
  const stream = await world.files.stream(actor.organisationId, file.sha256)
  return { name: file.name, bytes: file.bytes, stream }
}
