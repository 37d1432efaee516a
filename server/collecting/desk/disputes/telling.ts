import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Contact } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { claimOwn, previewOwn, type OwnMessage } from '../../messages/index.ts'
import { atDesk, findCustomer, happened, type Desk } from '../common/desk.ts'
import { doingAt, sendSoon } from '../common/own-mail.ts'
import { asThough } from '../common/store.ts'
import { chosen, contactsFor, shownMail, shownOf } from '../common/telling.ts'
import type * as contract from './contract.ts'
import { findDispute, type HeldDispute } from './held.ts'
import { isMailed, type Decision } from './rules/settle.ts'
import * as store from './store/disputes.ts'
import { selectEvidenceFile } from './store/evidence.ts'
import { addTellingTask } from './tasks.ts'
import { disputeWords } from './words/words.ts'

type Query = z.output<typeof contract.previewTelling.schema.querystring>
type Preview = z.input<(typeof contract.previewTelling.schema.response)[200]>

/** What the customer would be told if a dispute ended so, and by which way. Nothing is kept. */
export function previewTelling(
  world: World,
  actor: Actor,
  disputeId: string,
  query: Query,
): Promise<Preview> {
  return atDesk(world, actor, async (desk) => {
    const dispute = await findDispute(desk, disputeId)
    const { resolution, documentId, evidenceId = null, contactId = null } = query
    const { all, mailable } = await contactsFor(desk, dispute.customerId)
    const addressee = chosen(all, mailable, contactId)
    const receivable = await store.selectReceivable(desk.tx, dispute.receivableId)
    if (!receivable) throw new Refusal('not_found', 'no_such_receivable')
    const language = addressee?.language ?? receivable.language
    const document = documentId ? await numberOf(desk, dispute, documentId) : ''
    const text = disputeWords(language).told[resolution](receivable.number, '', document)

    const about = { dispute, resolution, evidenceId, text, contactId: addressee?.id ?? null }
    const isForMail = text !== '' && isMailed(resolution)
    const { mail, reasons } = isForMail
      ? await mailOf(desk, world, about, addressee)
      : { mail: null, reasons: [] }
    return { language, text, contacts: shownOf(mailable), mail, reasons }
  })
}

async function numberOf(
  { tx }: Desk,
  { customerId, currency, receivableId: not }: HeldDispute,
  documentId: string,
): Promise<string> {
  const document = await store.selectDocument(tx, documentId, { customerId, currency, not })
  return document?.number ?? ''
}

type About = {
  readonly dispute: HeldDispute
  readonly resolution: Decision
  readonly evidenceId: string | null
  readonly contactId: string | null
  readonly text: string
}

async function mailOf(
  desk: Desk,
  world: World,
  about: About,
  addressee: Contact | null,
): Promise<Pick<Preview, 'mail' | 'reasons'>> {
  const own = await ownOf(desk, about)
  const ended = { resolution: about.resolution }
  const preview = await asThough(desk.tx, async () => {
    await store.settleDispute(desk.tx, about.dispute.id, ended, desk.today)
    return previewOwn(desk.tx, doingAt(desk, world), own)
  })
  if (preview.kind === 'no') return { mail: null, reasons: preview.reasons.map(({ code }) => code) }
  return { mail: addressee ? shownMail(preview, own, addressee) : null, reasons: [] }
}

async function ownOf(desk: Desk, about: About): Promise<OwnMessage> {
  const { dispute, resolution, evidenceId, contactId, text } = about
  const { customerId, receivableId, id } = dispute
  const { legalEntityId } = await findCustomer(desk, customerId)
  const isProved = resolution === 'delivery_proved' && evidenceId !== null
  const proof = isProved ? await selectEvidenceFile(desk.tx, evidenceId, customerId) : null
  return {
    customerId,
    legalEntityId,
    lane: 'finance',
    templateKey: 'dispute_settled',
    cycle: id,
    contactId,
    senderId: desk.actor.personId,
    receivableIds: [receivableId],
    hasStatement: false,
    files: proof ? [proof] : [],
    said: text,
  }
}

export type Told = {
  readonly messageId: string | null
  readonly taskId: string | null
  readonly reasons: readonly string[]
}

/**
 * Tells the customer how their dispute ended, in the transaction that ends it: by a mail of its own
 * identity, which leaves once; where none may go, by a task with the text.
 */
export async function tellCustomer(desk: Desk, world: World, telling: About): Promise<Told> {
  const { dispute, resolution } = telling
  const { customerId, id: disputeId } = dispute
  if (!isMailed(resolution)) return byHand(desk, telling, [])
  const { all, mailable } = await contactsFor(desk, customerId)
  const addressee = chosen(all, mailable, telling.contactId)
  const own = await ownOf(desk, { ...telling, contactId: addressee?.id ?? null })
  const claim = await claimOwn(desk.tx, doingAt(desk, world), own)
  if (claim.kind === 'no') {
    const reasons = claim.reasons.map(({ code }) => code)
    return byHand(desk, telling, reasons)
  }

  const { id: messageId } = claim
  const { id: organisationId } = desk.organisation
  await sendSoon(desk.tx, { organisationId, messageId }, desk.policy.undoSeconds)
  await happened(desk, {
    name: 'dispute.told',
    customerId,
    subject: { kind: 'dispute', id: disputeId },
    data: { messageId },
  })
  return { messageId, taskId: null, reasons: [] }
}

async function byHand(
  desk: Desk,
  { dispute: { customerId }, text }: About,
  reasons: readonly string[],
): Promise<Told> {
  const taskId = await addTellingTask(desk, { customerId, text })
  return { messageId: null, taskId, reasons }
}
