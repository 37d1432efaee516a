import { createLink, revokeLinks } from '../../../access/index.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import type { Job } from '../../../jobs/jobs.ts'
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
import { questionMail } from './mail.ts'
import { lastDayOf } from './rules.ts'
import * as store from './store.ts'

export const SEND_QUESTION = 'desk:send_question'

const SYSTEM = { kind: 'system' } as const

type Which = { readonly organisationId: string; readonly questionId: string }

export function questionJobs(world: World): Job[] {
  return [
    {
      task: SEND_QUESTION,
      work: ({ organisationId, questionId }) =>
        sendQuestion(world, {
          organisationId: String(organisationId),
          questionId: String(questionId),
        }),
    },
  ]
}

/**
 * Sends a question's mail once. Its link is made at the moment of sending and is nowhere but in the
 * mail; when the mail did not leave the link ends, and the next try makes another.
 */
export async function sendQuestion(world: World, which: Which): Promise<void> {
  const mail = await claimed(world, which)
  if (!mail) return
  const delivery = await handedOver(world, which.organisationId, mail)
  await note(world, which, delivery)
  // Nothing left for certain: the job comes again, later each time.
  if (delivery.kind === 'not_sent') throw new Error(`not sent: ${delivery.reason}`)
}

/** Notes that this process hands the mail over, and makes it; null when there is nothing to send. */
async function claimed(world: World, { organisationId, questionId }: Which): Promise<Mail | null> {
  const keys = await world.secrets.of(organisationId)
  const at = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    const held = await store.lockQuestion(tx, questionId)
    if (held?.delivery === 'handed_over' && !(await isProcessAlive(tx, held.handedOverBy))) {
      await store.noteDelivery(tx, questionId, 'unknown')
      return null
    }
    const asked = await store.selectAsked(tx, questionId)
    const domain = await messageDomainOf(tx, organisationId)
    if (!held || !asked || held.delivery !== 'waiting' || held.state !== 'asked') return null
    if (domain === null) throw new Error('no mail settings')

    const recipient = {
      name: keys.decrypt(asked.recipientName),
      address: keys.decrypt(asked.recipientAddress),
    }
    const link = await createLink(tx, world, {
      organisationId,
      purpose: 'answer_dispute',
      subject: { kind: 'dispute_question', id: questionId },
      customerId: asked.customerId,
      recipient,
      language: asked.language,
      maxUses: 3,
      expiresAt: instantAt(asked.timeZone, addDays(lastDayOf(asked.answerBy), 1), '00:00'),
      by: SYSTEM,
    })
    await store.noteHandingOver(tx, questionId, {
      handedOverAt: at,
      handedOverBy: world.processId,
    })
    const asker = world.secrets.installation.decrypt(asked.askerEmail)
    const testMailbox = await testMailboxOf(tx, organisationId)
    return questionMail(asked, {
      at,
      url: link.url,
      messageId: messageIdOf(['dispute_question', questionId, link.id], domain),
      question: keys.decrypt(asked.question),
      askerAddress: asker,
      to: recipient,
      testMailbox: testMailbox === '' ? asker : testMailbox,
    })
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
    await store.noteDelivery(tx, questionId, kind === 'not_sent' ? 'waiting' : kind)
    // One that may have arrived keeps its link; one that did not must not have any.
    if (kind === 'not_sent' || kind === 'refused') {
      await revokeLinks(tx, world, { organisationId, subject, by: SYSTEM })
    }
  })
}
