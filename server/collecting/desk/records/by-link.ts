import { appendEvent } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { stateIn, subjectOf } from './records.ts'
import { overtakenBy, signRefusalOf } from './rules/state.ts'
import type { CameFrom, LinkToSign, Origin, RecordDocument, Signer } from './shapes.ts'
import { openSnapshot, putSignature, signatureIn } from './sign.ts'
import { selectMailOfLink } from './store/mails.ts'
import * as store from './store/records.ts'

/** What the bearer of a link is shown: this record and nothing else of the customer. */
export type RecordToSign = {
  readonly organisationName: string
  readonly document: RecordDocument
  readonly signer: Signer
  readonly state: ReturnType<typeof stateIn>
  /** Whom to ask: who wrote it. */
  readonly writtenBy: string
  readonly overtakenBy: ReturnType<typeof overtakenBy>
  readonly isTest: boolean
}

export async function recordByLink(
  tx: Transaction,
  world: World,
  link: LinkToSign,
): Promise<RecordToSign> {
  const { row, keys } = await rowOf(tx, world, link)
  const { name } = await store.selectOrganisation(tx, link.organisationId)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- makeRecord wrote it
  const signer = JSON.parse(keys.decrypt(row.signer)) as Signer
  return {
    organisationName: name,
    document: openSnapshot(keys, row.snapshot).document,
    signer: { ...signer, name: link.recipient.name || signer.name },
    state: stateIn(row),
    writtenBy: row.madeByName,
    overtakenBy: overtakenBy(row),
    isTest: await isTestLink(tx, link.id),
  }
}

type SigningByLink = {
  readonly name: string
  readonly role: string
  readonly typed: string
  readonly strokes: unknown
  readonly origin: Origin
}

/** Signs in the transaction that takes the link's use and its code. */
export async function signByLink(
  tx: Transaction,
  world: World,
  link: LinkToSign,
  { name, role, origin, ...signing }: SigningByLink,
): Promise<void> {
  const { row, keys } = await heldRowOf(tx, world, link)
  const snapshot = openSnapshot(keys, row.snapshot)

  refuseEnded(row)
  const { typed, strokes } = signatureIn(signing)

  const { consent } = snapshot.document
  await putSignature(tx, world, {
    row,
    snapshot,
    signedAs: { name, role, typed, strokes, consent, ...cameFrom(link, origin) },
    keys,
    at: world.clock(),
    by: { kind: 'customer' },
    link,
    isTest: await isTestLink(tx, link.id),
  })
}

type Refusing = { readonly why: string; readonly origin: Origin }

/**
 * Notes that the customer does not sign, and why, in their words. It needs no one-time code, so what
 * is known of whoever had the link is kept beside it.
 */
export async function refuseByLink(
  tx: Transaction,
  world: World,
  link: LinkToSign,
  { why, origin }: Refusing,
): Promise<void> {
  const { row, keys } = await heldRowOf(tx, world, link)
  const at = world.clock()

  refuseEnded(row)

  const { organisationId, customerId } = row
  await store.insertEnding(tx, {
    id: newId(),
    organisationId,
    recordId: row.id,
    kind: 'refused',
    why: keys.encrypt(why),
    linkId: link.id,
    origin: keys.encrypt(JSON.stringify(cameFrom(link, origin))),
    endedAt: at,
  })
  await appendEvent(tx, {
    organisationId,
    at,
    name: 'record.refused',
    by: { kind: 'customer' },
    customerId,
    subject: subjectOf(row.id),
    data: { kind: row.kind },
  })
}

/** Where the link went, and where what was done by it came from. */
function cameFrom({ recipient }: LinkToSign, { address, agent }: Origin): CameFrom {
  return { address: recipient.address, from: address, agent: agent.slice(0, 300) }
}

function refuseEnded(row: store.RecordRow): void {
  const refusal = signRefusalOf(stateIn(row))
  if (refusal) throw new Refusal('conflict', refusal)
}

/** A link that went to the organisation itself while it tried things out. */
async function isTestLink(tx: Transaction, linkId: string): Promise<boolean> {
  return (await selectMailOfLink(tx, linkId))?.isTest ?? false
}

async function rowOf(tx: Transaction, world: World, link: LinkToSign) {
  const keys = await world.secrets.of(link.organisationId)
  const row = await store.selectRecord(tx, link.subject.id)
  if (!row) throw new Refusal('not_found', 'no_such_record')
  return { row, keys }
}

/** The record as it is once whoever else acts on its customer is done. */
async function heldRowOf(tx: Transaction, world: World, link: LinkToSign) {
  const { row } = await rowOf(tx, world, link)
  await store.holdCustomer(tx, row.customerId)
  const mail = await selectMailOfLink(tx, link.id)
  // One that was asked for meanwhile takes this one's place, wherever this one went.
  if (mail?.isLatest === false) throw new Refusal('gone', 'link_revoked')
  return rowOf(tx, world, link)
}
