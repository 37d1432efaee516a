import { setTimeout as pause } from 'node:timers/promises'

import { appendEvents } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { dayIn, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Delivery } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { reason } from '../gate/rules/reasons.ts'
import { answerMessage, closeEntries, withdrawClaimed, type Outgoing } from './store/delivery.ts'
import { releaseSteps } from './store/messages.ts'
import { insertTasks, markAddressBounced, selectCarers } from './store/tasks.ts'

export type Affected = Pick<Outgoing, 'id' | 'customerId' | 'contactId' | 'runEntryId'>

/** Pauses between attempts to note an answer while the database is away. */
const ANSWER_PAUSES_MILLISECONDS = [200, 1000, 5000, 20_000]

/** Notes what the mail server said, with everything that follows from it. */
export async function answered(
  world: World,
  organisationId: string,
  message: Affected,
  delivery: Delivery,
): Promise<void> {
  for (const milliseconds of ANSWER_PAUSES_MILLISECONDS) {
    try {
      await noteAnswer(world, organisationId, message, delivery)
      return
    } catch (error) {
      world.log.error({ error, messageId: message.id }, 'an answer could not be noted yet')
      await pause(milliseconds)
    }
  }
  await noteAnswer(world, organisationId, message, delivery)
}

function noteAnswer(
  world: World,
  organisationId: string,
  message: Affected,
  delivery: Delivery,
): Promise<void> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const at = world.clock()
    const isRefused = delivery.kind === 'refused' || isWithoutRecipient(delivery)
    const state = isRefused ? 'refused' : delivery.kind === 'not_sent' ? 'claimed' : delivery.kind
    const answer = answerOf(delivery)
    const isOurs = await answerMessage(tx, message.id, world.processId, { state, answer, at })
    if (!isOurs || state === 'claimed') return

    const where = { organisationId, at }
    const isAddressWrong = delivery.kind !== 'refused' || delivery.of === 'recipient'
    if (state === 'refused') await refused(tx, where, message, isAddressWrong)
    if (state === 'unknown') await askAboutUnknown(tx, where, [message])
    await noted(tx, where, `message.${state}`, [message])
  })
}

function isWithoutRecipient(delivery: Delivery): boolean {
  return delivery.kind === 'not_sent' && delivery.reason === 'no_recipient'
}

/** A message that never left is withdrawn: its steps are open again, its entry says why. */
export function takenBack(
  world: World,
  organisationId: string,
  message: Affected,
  cause: string,
): Promise<void> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const at = world.clock()
    await withdraw(tx, { organisationId, at }, [message], cause.slice(0, 1000))
    const outcome = [reason('record_broken', { cause })]
    await closeEntries(tx, [message.runEntryId], { state: 'failed', outcome })
  })
}

/** Takes claimed messages back in the caller's transaction. */
export async function withdraw(
  tx: Transaction,
  where: Where,
  messages: readonly Affected[],
  answer: string,
): Promise<void> {
  const ids = messages.map(({ id }) => id)
  const withdrawn = await withdrawClaimed(tx, ids, { at: where.at, answer })
  await releaseSteps(tx, [...withdrawn], where.at)
  const gone = messages.filter(({ id }) => withdrawn.has(id))
  await noted(tx, where, 'message.withdrawn', gone)
}

function answerOf(delivery: Delivery): string {
  const why = delivery.kind === 'not_sent' ? `${delivery.reason} ` : ''
  return `${why}${delivery.answer}`.trim().slice(0, 1000)
}

export type Where = { readonly organisationId: string; readonly at: Instant }

/** Nobody got it: its steps are open again, and somebody looks after the address. */
async function refused(
  tx: Transaction,
  where: Where,
  message: Affected,
  isAddressWrong: boolean,
): Promise<void> {
  await releaseSteps(tx, [message.id], where.at)
  if (isAddressWrong && message.contactId !== null) {
    await markAddressBounced(tx, message.contactId, where.at)
  }
  await askFor(tx, where, 'contact', [message])
}

/** A person has to find out whether it arrived; nobody sends it again before. */
export function askAboutUnknown(
  tx: Transaction,
  where: Where,
  messages: readonly Affected[],
): Promise<void> {
  return askFor(tx, where, 'unknown_message', messages)
}

/** A task about each message, once. */
export async function askFor(
  tx: Transaction,
  { organisationId, at }: Where,
  kind: 'contact' | 'unknown_message',
  messages: readonly Affected[],
): Promise<void> {
  const carers = await selectCarers(
    tx,
    messages.map(({ customerId }) => customerId),
  )
  const tasks = messages.map(({ id, customerId }) => {
    const { ownerId = null, collectorId = null } = carers.get(customerId) ?? {}
    return {
      id: newId(),
      customerId,
      kind,
      lane: 'finance' as const,
      stepKey: null,
      playbookId: null,
      cycle: id,
      runEntryId: null,
      messageId: id,
      assigneeId: kind === 'contact' ? (ownerId ?? collectorId) : (collectorId ?? ownerId),
      dueOn: dayIn('UTC', at),
      note: '',
    }
  })
  await insertTasks(tx, { organisationId, at }, tasks)
}

export function noted(
  tx: Transaction,
  { organisationId, at }: Where,
  name: string,
  messages: readonly Affected[],
): Promise<void> {
  return appendEvents(
    tx,
    messages.map(({ id, customerId, runEntryId }) => ({
      organisationId,
      at,
      name,
      by: { kind: 'system' as const },
      subject: { kind: 'message', id },
      customerId,
      data: { runEntryId },
    })),
  )
}
