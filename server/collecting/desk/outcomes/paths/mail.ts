import { Refusal } from '../../../../kernel/refusal.ts'
import { claimOwn, ownText, type OwnMessage } from '../../../messages/index.ts'
import { doingAt, sendSoon } from '../../common/own-mail.ts'
import * as store from '../store.ts'
import { isOfSales, type Followed, type Logging } from './logging.ts'
import { taskFor } from './tasks.ts'

type Letter = Pick<OwnMessage, 'templateKey' | 'receivableIds' | 'hasStatement' | 'files'> & {
  readonly toContactId: string | null
}

/**
 * Has an answer to what the customer said sent by email, once, after this transaction. Where email
 * cannot carry it, a colleague has the ready text and sends it by hand.
 */
export async function answerByMail(
  at: Logging,
  { toContactId, ...letter }: Letter,
): Promise<Pick<Followed, 'opened' | 'mail'>> {
  const { desk, world, customer, outcome } = at
  const contactId = await recipientOf(at, toContactId)
  const own: OwnMessage = {
    ...letter,
    contactId,
    customerId: customer.id,
    legalEntityId: customer.legalEntityId,
    lane: isOfSales(at) ? 'seller' : 'finance',
    cycle: outcome.id,
    senderId: desk.actor.personId,
  }
  const doing = doingAt(desk, world)
  const claim = await claimOwn(desk.tx, doing, own)

  if (claim.kind === 'claimed') {
    const { id: messageId } = claim
    await sendSoon(desk.tx, { organisationId: desk.organisation.id, messageId })
    return {
      opened: [{ kind: 'message', id: messageId }],
      mail: { state: 'on_its_way', reasons: [] },
    }
  }
  const task = await taskFor(at, {
    kind: 'documents',
    lane: own.lane,
    dueOn: desk.today,
    note: await ownText(desk.tx, { ...doing, asOf: desk.today }, own),
    assigneeId: desk.actor.personId,
  })
  const reasons = claim.reasons.map(({ code }) => code)
  return { opened: [task], mail: { state: 'by_hand', reasons } }
}

/** Whoever was named, else whom they spoke to if mail reaches them, else whom mail reaches. */
async function recipientOf(
  { desk, customer, outcome }: Logging,
  toContactId: string | null,
): Promise<string | null> {
  if (toContactId !== null) {
    const named = await store.selectContact(desk.tx, customer.id, toContactId)
    if (!named) throw new Refusal('not_found', 'no_such_contact')
    return toContactId
  }
  const mailable = (await store.selectContacts(desk.tx, customer.id)).filter(
    ({ isMailable }) => isMailable,
  )
  const spokenTo = mailable.find(({ id }) => id === outcome.contactId)
  return (spokenTo ?? mailable[0])?.id ?? outcome.contactId
}
