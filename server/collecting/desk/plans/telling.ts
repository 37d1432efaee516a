import type * as z from 'zod'

import type { World } from '../../../world.ts'
import { askForLetter, claimOwn, previewOwn, type OwnMessage } from '../../messages/index.ts'
import { findCustomer, happened, type Desk } from '../common/desk.ts'
import { doingAt, sendSoon } from '../common/own-mail.ts'
import { chosen, contactsFor, shownMail, shownOf } from '../common/telling.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

type Preview = z.input<(typeof contract.previewAcceleration.schema.response)[200]>
type Accelerated = z.input<(typeof contract.acceleratePlan.schema.response)[201]>
type Told = Omit<Accelerated, 'id'>
type Reasons = Preview['reasons']

type Telling = {
  readonly customerId: string
  readonly planId: string
  /** Null: the first whom mail reaches. */
  readonly contactId: string | null
}

/** The mail that says of a plan that all of it is due, as it would leave now; or why none may go. */
export async function mailShown(desk: Desk, world: World, telling: Telling): Promise<Preview> {
  const { mailable, addressee, own } = await ownOf(desk, telling)
  const contacts = shownOf(mailable)
  const preview = await previewOwn(desk.tx, doingAt(desk, world), own)
  if (preview.kind === 'no') {
    return { contacts, mail: null, reasons: preview.reasons.map(({ code }) => code) }
  }
  const mail = addressee ? shownMail(preview, own, addressee) : null
  return { contacts, mail, reasons: [] }
}

/**
 * Tells the customer in the transaction that makes the rest due: by a mail with the plan's identity,
 * which leaves once; where none may go, by the letter of a person.
 */
export async function tellByMail(desk: Desk, world: World, telling: Telling): Promise<Told> {
  const { customerId, planId } = telling
  const { own } = await ownOf(desk, telling)
  const claim = await claimOwn(desk.tx, doingAt(desk, world), own)
  if (claim.kind === 'no') {
    const reasons = claim.reasons.map(({ code }) => code)
    return askToWrite(desk, telling, reasons)
  }

  const { id: messageId } = claim
  const { undoSeconds } = desk.policy
  await sendSoon(desk.tx, { organisationId: desk.organisation.id, messageId }, undoSeconds)
  const subject = { kind: 'plan', id: planId }
  await happened(desk, { name: 'plan.told', customerId, subject, data: { messageId } })
  return { messageId, taskId: null, reasons: [], undoSeconds }
}

/** It holds once the customer has it in writing: whoever collects writes to them, today. */
export async function askToWrite(
  desk: Desk,
  { customerId, planId }: Telling,
  reasons: Reasons,
): Promise<Told> {
  const { tx, now: at, organisation } = desk
  const [reason] = reasons
  const taskId = await askForLetter(
    tx,
    { organisationId: organisation.id, at },
    { planId, senderId: desk.actor.personId, ...(reason ? { reason } : {}) },
  )
  const subject = { kind: 'task', id: taskId }
  await happened(desk, { name: 'task.added', customerId, subject, data: { kind: 'letter' } })
  return { messageId: null, taskId, reasons, undoSeconds: 0 }
}

async function ownOf(desk: Desk, { customerId, planId, contactId }: Telling) {
  const { legalEntityId } = await findCustomer(desk, customerId)
  const { all, mailable } = await contactsFor(desk, customerId)
  const addressee = chosen(all, mailable, contactId)
  const own: OwnMessage = {
    customerId,
    legalEntityId,
    lane: 'finance',
    templateKey: 'plan_accelerated',
    cycle: planId,
    contactId: addressee?.id ?? null,
    senderId: desk.actor.personId,
    receivableIds: await store.selectReceivableIds(desk.tx, planId),
    hasStatement: true,
    files: [],
  }
  return { mailable, addressee, own }
}
