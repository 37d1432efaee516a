import type * as z from 'zod'

import { revokeLinks } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { mailReadiness } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { refusalOf } from './rules.ts'
import { orderQuestion } from './send.ts'
import * as store from './store.ts'

type Asking = z.output<typeof contract.askDepartment.schema.body>
type Answered = z.input<(typeof contract.listQuestions.schema.response)[200]>

/** Asks a colleague without a login about a dispute. The mail leaves by a job; only it has the link. */
export function askDepartment(
  world: World,
  actor: Actor,
  disputeId: string,
  asking: Asking,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const found = await store.selectDispute(desk.tx, disputeId)
    if (!found) throw new Refusal('not_found', 'no_such_dispute')
    await lockDeskCustomer(desk, found.customerId)
    const dispute = (await store.selectDispute(desk.tx, disputeId)) ?? found
    const organisationId = desk.organisation.id
    const readiness = await mailReadiness(desk.tx, organisationId)

    if (readiness !== 'ready') throw new Refusal('conflict', 'no_mail_settings')
    const asked = { isDisputeOpen: dispute.isOpen, openQuestions: dispute.openQuestions }
    const refusal = refusalOf(asking, asked, desk.today)
    if (refusal) throw new Refusal('conflict', refusal)

    const { customerId } = dispute
    return { id: await askWithin(desk, { disputeId, customerId, asking, isAtOnce: false }) }
  })
}

type Keeping = {
  readonly disputeId: string
  readonly customerId: string
  readonly asking: Asking
  /** The program asks, because a dispute came to a department. */
  readonly isAtOnce: boolean
}

/** Asks in the transaction of a desk that holds the customer; the mail leaves after it. */
export async function askWithin(desk: Desk, keeping: Keeping): Promise<string> {
  const { disputeId, customerId, asking } = keeping
  const id = await keepQuestion(desk, keeping)
  const { department, answerBy } = asking
  await happened(desk, {
    name: 'dispute.questioned',
    customerId,
    subject: { kind: 'dispute', id: disputeId },
    data: { questionId: id, department, until: answerBy },
  })
  await orderQuestion(desk.tx, { organisationId: desk.organisation.id, questionId: id })
  return id
}

async function keepQuestion(
  { tx, keys, actor, organisation, now }: Desk,
  { asking, ...about }: Keeping,
): Promise<string> {
  const id = newId()
  await store.insertQuestion(tx, {
    ...about,
    id,
    organisationId: organisation.id,
    department: asking.department,
    recipientName: keys.encrypt(asking.name),
    recipientAddress: keys.encrypt(asking.email),
    question: keys.encrypt(asking.question),
    language: asking.language,
    answerBy: asking.answerBy,
    askedBy: actor.personId,
    askedAt: now,
  })
  return id
}

/** Takes a question back; whoever opens its link learns so. */
export function withdrawQuestion(
  world: World,
  actor: Actor,
  questionId: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const known = await store.selectQuestion(desk.tx, questionId)
    if (!known) throw new Refusal('not_found', 'no_such_question')
    await findCustomer(desk, known.customerId)
    const ending = {
      organisationId: desk.organisation.id,
      subject: { kind: 'dispute_question', id: questionId },
      by: { kind: 'person', id: actor.personId },
    } as const
    // A link first, then its question: an answer takes them in this order, and waits or is waited for.
    await revokeLinks(desk.tx, world, ending)
    const question = await store.lockQuestion(desk.tx, questionId)
    const { customerId, disputeId } = known

    if (question?.state !== 'asked') throw new Refusal('conflict', 'question_not_open')

    await store.closeQuestion(desk.tx, questionId, { state: 'withdrawn' })
    // One that its mail brought meanwhile ends too.
    await revokeLinks(desk.tx, world, { ...ending, sparesActing: true })
    const subject = { kind: 'dispute', id: disputeId }
    const data = { questionId }
    await happened(desk, { name: 'dispute.question_withdrawn', customerId, subject, data })
    return { id: questionId }
  })
}

/** What was asked about a dispute and answered, the newest first. */
export function listQuestions(world: World, actor: Actor, disputeId: string): Promise<Answered> {
  return atDesk(world, actor, async (desk) => {
    const dispute = await store.selectDispute(desk.tx, disputeId)
    if (!dispute) throw new Refusal('not_found', 'no_such_dispute')
    await findCustomer(desk, dispute.customerId)
    const { decrypt } = desk.keys
    const rows = await store.selectQuestions(desk.tx, disputeId)

    return {
      questions: rows.map((row) => ({
        id: row.id,
        department: row.department,
        name: decrypt(row.recipientName),
        email: decrypt(row.recipientAddress),
        question: decrypt(row.question),
        askedBy: { id: row.askedBy, name: row.askedByName },
        askedAt: row.askedAt,
        answerBy: row.answerBy,
        delivery: row.delivery,
        state: row.state,
        answer: row.answer,
        note: decrypt(row.answerNote),
        answeredAt: row.answeredAt,
        isReminded: !['none', 'waiting', 'refused'].includes(row.reminder),
        isPassedOn: row.passedOnFrom !== null,
      })),
    }
  })
}
