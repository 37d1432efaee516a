import { appendEvent, type Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personOf } from '../../ledger/index.ts'
import { reason } from '../gate/rules/reasons.ts'
import { askFor, noted, withdraw } from './outcomes.ts'
import { leaveLetters } from './own/letters.ts'
import { closeEntries } from './store/delivery.ts'
import { releaseSteps, releaseStepsOfTask } from './store/messages.ts'
import * as store from './store/read.ts'
import { closeTasksOfMessage, markAddressBounced } from './store/tasks.ts'

export type Deciding = {
  readonly organisationId: string
  readonly at: Instant
  readonly by: Doer
  readonly owners: readonly string[] | null
}

/** Holds a message whose fate is unknown; nothing else is a person's to decide. */
export async function holdUnknown(
  tx: Transaction,
  { owners }: Deciding,
  id: string,
): Promise<store.Decidable> {
  const message = await store.selectForDecision(tx, id, owners)
  if (!message) throw new Refusal('not_found', 'no_such_message')
  if (message.state !== 'unknown') throw new Refusal('conflict', 'message_not_unknown')
  return message
}

/** A person found out that it arrived. */
export function sayItArrived(
  tx: Transaction,
  deciding: Deciding,
  message: store.Decidable,
  note: string,
): Promise<void> {
  return decided(tx, deciding, message, { state: 'accepted', outcome: 'it_arrived', note })
}

/** A person wants it sent again: the old one counts no more, its steps are open. */
export async function setAside(
  tx: Transaction,
  deciding: Deciding,
  message: store.Decidable,
  note: string,
): Promise<void> {
  await releaseSteps(tx, [message.id], deciding.at)
  await decided(tx, deciding, message, { state: 'withdrawn', outcome: 'send_again', note })
}

type Outcome = {
  readonly state: 'accepted' | 'withdrawn'
  readonly outcome: 'it_arrived' | 'send_again'
  readonly note: string
}

async function decided(
  tx: Transaction,
  { organisationId, at, by }: Deciding,
  { id, customerId, answer }: store.Decidable,
  { state, outcome, note }: Outcome,
): Promise<void> {
  await store.setMessageState(tx, id, { state, answer, answeredAt: at })
  await closeTasksOfMessage(tx, id, { outcome, at, by: personOf(by) })
  await appendEvent(tx, {
    organisationId,
    at,
    name: 'message.decided',
    by,
    subject: { kind: 'message', id },
    customerId,
    why: note,
    data: { outcome },
  })
}

/** Takes back what has not been handed over. */
export async function withdrawMessage(
  tx: Transaction,
  deciding: Deciding,
  id: string,
  why: string,
): Promise<void> {
  const message = await store.selectForDecision(tx, id, deciding.owners)
  if (!message) throw new Refusal('not_found', 'no_such_message')
  if (message.state !== 'claimed') throw new Refusal('conflict', 'message_already_left')
  await withdraw(tx, deciding, [message], why === '' ? 'withdrawn by a person' : why)
  await leaveLetters(tx, deciding, [id], 'dropped_by_person')
  const outcome = [reason('dropped_by_person')]
  await closeEntries(tx, [message.runEntryId], { state: 'suppressed', outcome })
}

export type Bounce = {
  readonly organisationId: string
  readonly at: Instant
  /** A soft bounce leaves the address as it is. */
  readonly isPermanent: boolean
  readonly diagnostic: string
}

const MAY_BOUNCE: ReadonlySet<store.MessageState> = new Set([
  'accepted',
  'delivered',
  'unknown',
  'handed_over',
])

/**
 * A delivery report says that nobody got it: its steps are not reached, the address is not written to
 * again, somebody looks for another. False when there is nothing to bounce: reports come twice.
 */
export async function messageBounced(
  tx: Transaction,
  messageId: string,
  { organisationId, at, isPermanent, diagnostic }: Bounce,
): Promise<boolean> {
  const message = await store.selectForDecision(tx, messageId, null)
  if (!message || !MAY_BOUNCE.has(message.state)) return false
  const answer = diagnostic.slice(0, 1000)
  await store.setMessageState(tx, messageId, { state: 'bounced', answer, answeredAt: at })
  await releaseSteps(tx, [messageId], at)
  await closeTasksOfMessage(tx, messageId, { outcome: 'bounced', at, by: null })
  const where = { organisationId, at }
  if (isPermanent && message.contactId) await markAddressBounced(tx, message.contactId, at)
  if (isPermanent) await askFor(tx, where, 'contact', [message])
  await leaveLetters(tx, where, [messageId], 'email_bounced')
  await noted(tx, where, 'message.bounced', [message])
  return true
}

/** The message of a Message-ID header, for whoever reads delivery reports. */
export function messageOfHeader(
  tx: Transaction,
  organisationId: string,
  header: string,
): Promise<string | null> {
  return store.selectByHeader(tx, organisationId, header)
}

/** A task that was dropped instead of done leaves its step open. */
export function releaseTask(tx: Transaction, taskId: string, at: Instant): Promise<void> {
  return releaseStepsOfTask(tx, taskId, at)
}
