import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { contactsOf } from '../../../ledger/index.ts'
import { statementName } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { openGate, type Gate } from '../../gate/index.ts'
import { byStanding } from '../../gate/rules/contact.ts'
import { freshnessReasons } from '../../gate/rules/pauses.ts'
import {
  claimOwn,
  previewOwn,
  selectMessage,
  storedFrom,
  type OwnMessage,
  type OwnPreview,
  type WholeMessage,
} from '../../messages/index.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { doingAt, mailableOf, sendSoon } from '../common/own-mail.ts'
import type * as contract from './contract.ts'
import { refusalOf, sumsOf } from './rules.ts'
import * as store from './store.ts'

type Preview = z.input<(typeof contract.previewCopy.schema.response)[200]>
type Order = z.output<typeof contract.sendCopy.schema.body>

/** A message that left, with what it was about and the gate of today. */
type Sent = {
  readonly message: WholeMessage
  readonly legalEntityId: string
  readonly gate: Gate
  readonly items: readonly { openItemId: string; currency: string; openMinor: number }[]
  readonly receivableIds: readonly string[]
}

/** Holds the message's customer if the actor may see them, and refuses what no copy can be of. */
async function findSent(desk: Desk, messageId: string, isToSend: boolean): Promise<Sent> {
  const { tx, actor, keys, now } = desk
  const message = await selectMessage(tx, messageId, actor.owners)
  if (!message) throw new Refusal('not_found', 'no_such_message')
  const find = isToSend ? lockDeskCustomer : findCustomer
  const { legalEntityId } = await find(desk, message.customerId)
  const { organisationId } = actor
  const gate = await openGate(tx, { organisationId, legalEntityId, now })
  if (!gate) throw new Error(`no company ${legalEntityId}`)

  const no = refusalOf(message, gate.isTest)
  if (no) throw new Refusal('conflict', no)

  const { figures, own } = storedFrom(keys.decrypt(message.snapshot))
  const items = figures.currencies.flatMap(({ currency, items: of }) =>
    of.flatMap(({ isConcerned, openItemId, openMinor }) =>
      isConcerned ? [{ openItemId, currency, openMinor }] : [],
    ),
  )
  const ids = items.map(({ openItemId }) => openItemId)
  const receivableIds = own?.receivableIds ?? (await store.selectReceivableIds(tx, ids))
  return { message, legalEntityId, gate, items, receivableIds }
}

type To = { readonly contactId: string | null; readonly cycle: string; readonly why: string }

function ownOf({ actor }: Desk, sent: Sent, { contactId, cycle, why }: To): OwnMessage {
  const { message, legalEntityId, receivableIds } = sent
  return {
    customerId: message.customerId,
    legalEntityId,
    lane: message.lane === 'seller' ? 'seller' : 'finance',
    templateKey: 'message_copy',
    cycle,
    contactId,
    senderId: actor.personId,
    receivableIds,
    hasStatement: false,
    files: [],
    copy: { of: message.id, why },
  }
}

/** What would go and to whom, or why nothing may. Nothing is kept. */
export function previewCopy(
  world: World,
  actor: Actor,
  messageId: string,
  asked: { readonly contactId?: string | undefined },
): Promise<Preview> {
  return atDesk(world, actor, async (desk) => {
    const sent = await findSent(desk, messageId, false)
    const { message, gate, items } = sent
    const all = await contactsOf(desk.tx, desk.keys, [message.customerId])
    const contacts = mailableOf(all).toSorted(byStanding)
    const usual = contacts.find(({ id }) => id === message.contactId) ?? contacts[0]
    const contactId = asked.contactId ?? usual?.id ?? message.contactId
    const to = { contactId, cycle: '', why: '' }
    const preview = await previewOwn(desk.tx, doingAt(desk, world), ownOf(desk, sent, to))
    const { freshness, policy } = gate.context
    const openItemIds = items.map(({ openItemId }) => openItemId)
    return {
      contacts: contacts.map(({ id, name, email: address }) => ({ id, name, address })),
      ...shown(preview, contactId),
      warnings: freshnessReasons(freshness, policy).map(({ code }) => code),
      stated: sumsOf(items),
      openNow: await store.selectOpenNow(desk.tx, openItemIds),
    }
  })
}

function shown(preview: OwnPreview, contactId: string | null): Pick<Preview, 'mail' | 'reasons'> {
  if (preview.kind === 'no') return { mail: null, reasons: preview.reasons.map(({ code }) => code) }
  const { letter } = preview
  const { hasStatement, snapshot, language, files = [], to, intended, subject, text } = letter
  const [recipient] = to
  const mail = {
    contactId: contactId ?? '',
    to: recipient ? `${recipient.name} <${recipient.address}>`.trim() : '',
    senderName: letter.sender.name,
    subject,
    text,
    attachments: [
      ...(hasStatement ? [statementName(snapshot, language)] : []),
      ...files.map(({ name }) => name),
    ],
    isTest: recipient?.address !== intended[0]?.address,
  }
  return { mail, reasons: [] }
}

/**
 * Has what left sent once more, to one person of this customer who asked for it. It is a message of
 * its own with its own identity, reaches no step, and leaves once, however often the key is given.
 */
export function sendCopy(
  world: World,
  actor: Actor,
  messageId: string,
  { key, contactId, why }: Order,
): Promise<{ id: string; undoSeconds: number }> {
  return atDesk(world, actor, async (desk) => {
    const sent = await findSent(desk, messageId, true)
    const { customerId } = sent.message
    const cycle = `${messageId}@${key}`
    const { undoSeconds } = desk.policy
    const known = await store.selectCopy(desk.tx, customerId, cycle)
    if (known !== null) return { id: known, undoSeconds }

    const own = ownOf(desk, sent, { contactId, cycle, why })
    const claim = await claimOwn(desk.tx, doingAt(desk, world), own)
    if (claim.kind === 'no') {
      throw new Refusal('conflict', 'gate_says_no', { reason: claim.reasons[0]?.code ?? '' })
    }

    const { id } = claim
    const { id: organisationId } = desk.organisation
    await sendSoon(desk.tx, { organisationId, messageId: id }, undoSeconds)
    await happened(desk, {
      name: 'message.copied',
      customerId,
      subject: { kind: 'message', id },
      why,
      data: { of: messageId, contactId },
    })
    return { id, undoSeconds }
  })
}
