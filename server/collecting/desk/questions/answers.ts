import { appendEvent, type Link } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { dayIn, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import { answerRefusalOf, laterDayOf } from './rules.ts'
import * as store from './store.ts'
import type { QuestionWords } from './words/types.ts'

/** What the bearer of a question's link is shown: this dispute and nothing else of the customer. */
export type AskedQuestion = {
  readonly organisationName: string
  readonly companyName: string
  readonly customerName: string
  readonly number: string
  readonly issuedOn: Day
  readonly reason: keyof QuestionWords['reasons']
  readonly amount: Money
  readonly disputeNote: string
  readonly askerName: string
  readonly askerTitle: string
  readonly question: string
  readonly answerBy: Day
  readonly state: 'asked' | 'answered' | 'withdrawn'
  readonly answer: store.Answer | null
  readonly isDisputeOpen: boolean
}

type Linked = Pick<Link, 'id' | 'organisationId' | 'subject'>

/** The question that a link is about. */
export async function askedByLink(
  tx: Transaction,
  world: World,
  link: Linked,
): Promise<AskedQuestion> {
  const keys = await world.secrets.of(link.organisationId)
  const row = await store.selectAsked(tx, link.subject.id)
  if (!row) throw new Refusal('not_found', 'no_such_question')
  const { amountMinor: minor, currency } = row
  return { ...row, question: keys.decrypt(row.question), amount: { minor, currency } }
}

/** Puts an answer on the dispute, in the transaction that takes the link's use. It decides nothing. */
export async function answerByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  { answer, note }: { readonly answer: store.Answer; readonly note: string },
): Promise<void> {
  const { organisationId, subject } = link
  const keys = await world.secrets.of(organisationId)
  const held = await store.lockQuestion(tx, subject.id)
  const asked = held && (await store.selectAsked(tx, subject.id))
  if (!asked) throw new Refusal('not_found', 'no_such_question')
  const { isDisputeOpen, customerId, disputeId, department, timeZone, reportingCurrency } = asked
  const now = world.clock()
  const today = dayIn(timeZone, now)

  const refusal = answerRefusalOf({ isQuestionOpen: held.state === 'asked', isDisputeOpen })
  if (refusal) throw new Refusal('conflict', refusal)

  const answerNote = keys.encrypt(note)
  const isPostponed = answer === 'need_time'
  const answerBy = isPostponed ? laterDayOf(asked.answerBy, today) : asked.answerBy
  if (isPostponed) await store.postponeQuestion(tx, asked.id, { answerBy, answerNote })
  else {
    const answered = { state: 'answered', answer, answerNote, answeredAt: now } as const
    await store.closeQuestion(tx, asked.id, answered)
  }
  await appendEvent(tx, {
    organisationId,
    at: now,
    name: isPostponed ? 'dispute.time_asked' : 'dispute.answered',
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'dispute', id: disputeId },
    data: {
      questionId: asked.id,
      linkId: link.id,
      department,
      ...(isPostponed ? { until: answerBy } : { outcome: answer }),
    },
  })
  const organisation = { id: organisationId, reportingCurrency }
  await refreshWorklist(tx, organisation, [customerId], today)
}
