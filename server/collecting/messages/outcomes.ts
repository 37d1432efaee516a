import { setTimeout as pause } from 'node:timers/promises'

import { appendEvents } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { dayIn, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Delivery } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { reason } from '../gate/rules/reasons.ts'
import type { Claimed } from './claim.ts'
import { leaveLetters } from './own/letters.ts'
import {
  answerMessages,
  closeEntries,
  releaseClaims,
  withdrawClaimed,
  type AnswerState,
} from './store/delivery.ts'
import { releaseSteps } from './store/messages.ts'
import { insertTasks, markAddressBounced, selectCarers } from './store/tasks.ts'

export type Affected = Pick<Claimed, 'id' | 'customerId' | 'contactId' | 'runEntryId'>

/** Pauses between attempts to note an answer while the database is away. */
const ANSWER_PAUSES_MILLISECONDS = [200, 1000, 5000, 20_000]

export type Answered = { readonly message: Affected; readonly delivery: Delivery }

/** Notes what the mail server said of each, with everything that follows from it. */
export function answerAll(
  world: World,
  organisationId: string,
  answers: readonly Answered[],
): Promise<void> {
  return withPatience(world, () =>
    inOrganisation(world.db, organisationId, (tx) =>
      noteAnswers(tx, { organisationId, at: world.clock() }, world.processId, answers),
    ),
  )
}

/** Lets messages that this process has claimed and not handed over be claimed by whoever looks next. */
export function letGo(
  world: World,
  organisationId: string,
  messageIds: readonly string[],
): Promise<void> {
  const { processId } = world
  return withPatience(world, () =>
    inOrganisation(world.db, organisationId, (tx) =>
      releaseClaims(tx, messageIds, { processId, at: world.clock() }),
    ),
  )
}

async function withPatience(world: World, note: () => Promise<void>): Promise<void> {
  for (const milliseconds of ANSWER_PAUSES_MILLISECONDS) {
    try {
      await note()
      return
    } catch (error) {
      world.log.error({ error }, 'what became of messages could not be noted yet')
      await pause(milliseconds)
    }
  }
  await note()
}

type Noting = Affected & { readonly delivery: Delivery; readonly state: AnswerState }

async function noteAnswers(
  tx: Transaction,
  where: Where,
  processId: string,
  answers: readonly Answered[],
): Promise<void> {
  const all = answers.map(({ message, delivery }) => ({
    ...message,
    delivery,
    state: stateOf(delivery),
    answer: answerOf(delivery),
    hasLeft: mayHaveLeft(delivery),
  }))
  const ours = await answerMessages(tx, all, { processId, at: where.at })
  const done = all.filter(({ id, state }) => ours.has(id) && state !== 'claimed')

  for (const [state, some] of Map.groupBy(done, (one) => one.state)) {
    for (const one of some) if (state === 'refused') await refused(tx, where, one)
    if (state === 'unknown') await askAboutUnknown(tx, where, some)
    await noted(tx, where, `message.${state}`, some)
  }
}

function stateOf(delivery: Delivery): AnswerState {
  if (delivery.kind !== 'not_sent') return delivery.kind
  return isWithoutRecipient(delivery) ? 'refused' : 'claimed'
}

/** Of a sender or a recipient that is refused the server gets no content. */
function mayHaveLeft(delivery: Delivery): boolean {
  if (delivery.kind === 'refused') return delivery.of === 'message'
  return delivery.kind !== 'not_sent'
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
    await leaveLetters(tx, { organisationId, at }, [message.id], 'record_broken')
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
async function refused(tx: Transaction, where: Where, message: Noting): Promise<void> {
  const { delivery } = message
  await releaseSteps(tx, [message.id], where.at)
  const isAddressWrong = delivery.kind !== 'refused' || delivery.of === 'recipient'
  if (isAddressWrong && message.contactId !== null) {
    await markAddressBounced(tx, message.contactId, where.at)
  }
  await askFor(tx, where, 'contact', [message])
  await leaveLetters(tx, where, [message.id], isAddressWrong ? 'email_bounced' : 'mail_refused')
}

/** A person has to find out whether it arrived; nobody sends it again before. */
export async function askAboutUnknown(
  tx: Transaction,
  where: Where,
  messages: readonly Affected[],
): Promise<void> {
  await askFor(tx, where, 'unknown_message', messages)
  const ids = messages.map(({ id }) => id)
  await leaveLetters(tx, where, ids, 'message_unknown')
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
    const { ownerId = null, collectorId = null, timeZone = 'UTC' } = carers.get(customerId) ?? {}
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
      dueOn: dayIn(timeZone, at),
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
