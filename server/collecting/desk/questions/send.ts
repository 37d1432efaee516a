import { appendEvent, createLink, revokeLinks } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import { addJob, type Job } from '../../../jobs/jobs.ts'
import { isProcessAlive } from '../../../jobs/liveness.ts'
import { addDays, instantAt } from '../../../kernel/day.ts'
import {
  deliver,
  messageDomainOf,
  messageIdOf,
  testMailboxOf,
  type Delivery,
  type Mail,
} from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { questionMail, type Kind } from './mail.ts'
import { lastDayOf } from './rules.ts'
import * as store from './store.ts'

const SEND_QUESTION = 'desk:send_question'
const SEND_REMINDER = 'desk:send_question_reminder'

const SYSTEM = { kind: 'system' } as const

type Which = { readonly organisationId: string; readonly questionId: string }

export function questionJobs(world: World): Job[] {
  return [
    { task: SEND_QUESTION, work: (payload) => sendQuestion(world, whichOf(payload)) },
    { task: SEND_REMINDER, work: (payload) => sendReminder(world, whichOf(payload)) },
  ]
}

function whichOf({ organisationId, questionId }: Readonly<Record<string, unknown>>): Which {
  return { organisationId: String(organisationId), questionId: String(questionId) }
}

/** Has a question's mail leave soon. */
export function orderQuestion(tx: Transaction, which: Which): Promise<void> {
  return order(tx, SEND_QUESTION, which)
}

/** Has the reminder of a question leave soon. */
export function orderReminder(tx: Transaction, which: Which): Promise<void> {
  return order(tx, SEND_REMINDER, which)
}

function order(tx: Transaction, task: string, which: Which): Promise<void> {
  return addJob(tx, { task, payload: which, key: `${task}:${which.questionId}`, attempts: 10 })
}

/**
 * Sends a question's mail once. Its link is made at the moment of sending and is nowhere but in the
 * mail; when the mail did not leave the link ends, and the next try makes another.
 */
export function sendQuestion(world: World, which: Which): Promise<void> {
  return send(world, which, 'question')
}

/** Sends the one reminder of a question, with a link of its own: the first one is known to nobody. */
export function sendReminder(world: World, which: Which): Promise<void> {
  return send(world, which, 'reminder')
}

async function send(world: World, which: Which, kind: Kind): Promise<void> {
  const mail = await claimed(world, which, kind)
  if (!mail) return
  const delivery = await handedOver(world, which.organisationId, mail)
  await (kind === 'question' ? note(world, which, delivery) : noteReminder(world, which, delivery))
  // Nothing left for certain: the job comes again, later each time.
  if (delivery.kind === 'not_sent') throw new Error(`not sent: ${delivery.reason}`)
}

/** Notes that this process hands the mail over, and makes it; null when there is nothing to send. */
async function claimed(
  world: World,
  { organisationId, questionId }: Which,
  kind: Kind,
): Promise<Mail | null> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const held = await store.lockQuestion(tx, questionId)
    if (!held || held.state !== 'asked') return null
    const [delivery, by] = stateOf(held, kind)
    if (delivery === 'handed_over' && !(await isProcessAlive(tx, by))) {
      await noteState(tx, questionId, kind, 'unknown')
      return null
    }
    const asked = await store.selectAsked(tx, questionId)
    if (!asked || delivery !== 'waiting' || (kind === 'reminder' && !asked.isDisputeOpen)) {
      return null
    }
    const mail = await made(tx, world, { organisationId, asked, kind })
    await noteState(tx, questionId, kind, 'handed_over', world)
    return mail
  })
}

type Held = NonNullable<Awaited<ReturnType<typeof store.lockQuestion>>>

function stateOf(held: Held, kind: Kind): [state: string, by: string] {
  return kind === 'question'
    ? [held.delivery, held.handedOverBy]
    : [held.reminder, held.reminderHandedOverBy]
}

function noteState(
  tx: Transaction,
  questionId: string,
  kind: Kind,
  ...[state, by]: [store.Delivery, Pick<World, 'clock' | 'processId'>?]
): Promise<void> {
  if (kind === 'reminder') return store.noteReminder(tx, questionId, state, by?.processId)
  if (!by) return store.noteDelivery(tx, questionId, state)
  const handing = { handedOverAt: by.clock(), handedOverBy: by.processId }
  return store.noteHandingOver(tx, questionId, handing)
}

type Making = {
  readonly organisationId: string
  readonly asked: store.AskedRow
  readonly kind: Kind
}

async function made(
  tx: Transaction,
  world: World,
  { organisationId, asked, kind }: Making,
): Promise<Mail> {
  const keys = await world.secrets.of(organisationId)
  const domain = await messageDomainOf(tx, organisationId)
  if (domain === null) throw new Error('no mail settings')
  const recipient = {
    name: keys.decrypt(asked.recipientName),
    address: keys.decrypt(asked.recipientAddress),
  }
  const link = await createLink(tx, world, {
    organisationId,
    purpose: 'answer_dispute',
    subject: { kind: 'dispute_question', id: asked.id },
    customerId: asked.customerId,
    recipient,
    language: asked.language,
    maxUses: 3,
    expiresAt: instantAt(asked.timeZone, addDays(lastDayOf(asked.answerBy), 1), '00:00'),
    by: SYSTEM,
  })
  const asker = world.secrets.installation.decrypt(asked.askerEmail)
  const testMailbox = await testMailboxOf(tx, organisationId)
  return questionMail(asked, {
    kind,
    at: world.clock(),
    url: link.url,
    messageId: messageIdOf(['dispute_question', asked.id, link.id], domain),
    question: keys.decrypt(asked.question),
    askerAddress: asker,
    to: recipient,
    testMailbox: testMailbox === '' ? asker : testMailbox,
  })
}

/** What goes wrong here may have gone wrong after the mail left. */
async function handedOver(world: World, organisationId: string, mail: Mail): Promise<Delivery> {
  try {
    return await deliver(world, organisationId, mail)
  } catch (error) {
    world.log.error({ error }, 'a question could not be handed over')
    return { kind: 'unknown', answer: '' }
  }
}

async function note(
  world: World,
  { organisationId, questionId }: Which,
  { kind }: Delivery,
): Promise<void> {
  const subject = { kind: 'dispute_question', id: questionId }
  await inOrganisation(world.db, organisationId, async (tx) => {
    // One that may have arrived keeps its link; one that did not must not have any. The link is held
    // before its question, as by whoever answers.
    if (kind === 'not_sent' || kind === 'refused') {
      await revokeLinks(tx, world, { organisationId, subject, by: SYSTEM })
    }
    await store.noteDelivery(tx, questionId, kind === 'not_sent' ? 'waiting' : kind)
  })
}

/** The link of a reminder that did not leave is known to nobody; the first mail keeps its own. */
async function noteReminder(
  world: World,
  { organisationId, questionId }: Which,
  { kind }: Delivery,
): Promise<void> {
  await inOrganisation(world.db, organisationId, async (tx) => {
    await store.noteReminder(tx, questionId, kind === 'not_sent' ? 'waiting' : kind)
    const asked = await store.selectAsked(tx, questionId)
    if (!asked || kind !== 'accepted') return
    await appendEvent(tx, {
      organisationId,
      at: world.clock(),
      name: 'dispute.reminded',
      by: SYSTEM,
      customerId: asked.customerId,
      subject: { kind: 'dispute', id: asked.disputeId },
      data: { questionId, department: asked.department, until: asked.answerBy },
    })
  })
}
