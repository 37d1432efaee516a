import { appendEvent, type Link } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { dayIn, type Day, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { attachEvidence } from '../../../ledger/index.ts'
import type { Keys, World } from '../../../world.ts'
import { departmentsOf } from '../departments/departments.ts'
import type { Department } from '../departments/rules.ts'
import { insertDisputeEvidence } from '../disputes/store/evidence.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import { answerRefusalOf, laterDayOf, passingRefusalOf } from './rules.ts'
import { orderQuestion } from './send.ts'
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
  /** Departments that can be asked by mail: names of them, and no addresses. */
  readonly others: readonly Department[]
  /** To whom it was passed on. */
  readonly passedOnTo: Department | null
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
  const reachable = await reachableOf(tx, link.organisationId, keys)
  const { amountMinor: minor, currency } = row
  return {
    ...row,
    question: keys.decrypt(row.question),
    amount: { minor, currency },
    others: reachable
      .map(({ department }) => department)
      .filter((department) => department !== row.department),
    passedOnTo: await store.selectPassedOnTo(tx, row.id),
  }
}

async function reachableOf(tx: Transaction, id: string, keys: Keys) {
  const departments = await departmentsOf({ tx, organisation: { id }, keys }, 'en')
  return departments.filter(({ address }) => address !== '')
}

/** A file that came with an answer, kept already. */
export type AnswerFile = {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly name: string
}

type Given = {
  readonly answer: Exclude<store.Answer, 'not_us'>
  readonly note: string
  readonly file: AnswerFile | null
}

/** Puts an answer on the dispute, in the transaction that takes the link's use. It decides nothing. */
export async function answerByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  { answer, note, file }: Given,
): Promise<void> {
  const held = await hold(tx, world, link)
  const { asked, keys, now, today } = held

  const refusal = answerRefusalOf(held)
  if (refusal) throw new Refusal('conflict', refusal)

  const answerNote = keys.encrypt(note)
  const isPostponed = answer === 'need_time'
  const answerBy = isPostponed ? laterDayOf(asked.answerBy, today) : asked.answerBy
  if (isPostponed) await store.postponeQuestion(tx, asked.id, { answerBy, answerNote })
  else {
    const answered = { state: 'answered', answer, answerNote, answeredAt: now } as const
    await store.closeQuestion(tx, asked.id, answered)
  }
  if (file) await keepFile(tx, held, file)
  await tell(tx, held, {
    name: isPostponed ? 'dispute.time_asked' : 'dispute.answered',
    data: isPostponed ? { until: answerBy } : { outcome: answer },
  })
}

type Passing = { readonly department: Department; readonly note: string }

/** Passes a question on to another department, which gets a mail and a link of its own. */
export async function passOnByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  { department, note }: Passing,
): Promise<void> {
  const held = await hold(tx, world, link)
  const { asked, keys, now } = held
  const reachable = await reachableOf(tx, link.organisationId, keys)
  const next = reachable.find((one) => one.department === department)
  const passes = await store.selectPasses(tx, asked.id)

  const refusal = passingRefusalOf({ ...held, passes })
  if (refusal) throw new Refusal('conflict', refusal)
  if (!next || department === asked.department) throw new Refusal('invalid', 'no_such_department')

  const answerNote = keys.encrypt(note)
  const passed = { state: 'answered', answer: 'not_us', answerNote, answeredAt: now } as const
  await store.closeQuestion(tx, asked.id, passed)
  const questionId = newId()
  await store.insertQuestion(tx, {
    id: questionId,
    organisationId: link.organisationId,
    customerId: asked.customerId,
    disputeId: asked.disputeId,
    department,
    recipientName: keys.encrypt(next.name),
    recipientAddress: keys.encrypt(next.address),
    question: asked.question,
    language: next.language,
    answerBy: asked.answerBy,
    askedBy: asked.askedBy,
    askedAt: now,
    passedOnFrom: asked.id,
  })
  await tell(tx, held, { name: 'dispute.passed_on', data: { to: department } })
  await orderQuestion(tx, { organisationId: link.organisationId, questionId })
}

type Held = {
  readonly link: Linked
  readonly asked: store.AskedRow
  readonly keys: Keys
  readonly now: Instant
  readonly today: Day
  readonly isQuestionOpen: boolean
  readonly isDisputeOpen: boolean
}

async function hold(tx: Transaction, world: World, link: Linked): Promise<Held> {
  const keys = await world.secrets.of(link.organisationId)
  const held = await store.lockQuestion(tx, link.subject.id)
  const asked = held && (await store.selectAsked(tx, link.subject.id))
  if (!asked) throw new Refusal('not_found', 'no_such_question')
  const { isDisputeOpen, timeZone } = asked
  const now = world.clock()
  const isQuestionOpen = held.state === 'asked'
  return { link, asked, keys, now, today: dayIn(timeZone, now), isQuestionOpen, isDisputeOpen }
}

/** The file becomes evidence of the invoice and lies beside the dispute. */
async function keepFile(
  tx: Transaction,
  { link: { organisationId }, asked, now }: Held,
  file: AnswerFile,
): Promise<void> {
  const doing = { organisationId, owners: null, at: now, by: { kind: 'system' } } as const
  const { id: evidenceId } = await attachEvidence(tx, doing, {
    customerId: asked.customerId,
    receivableId: asked.receivableId,
    kind: asked.department === 'logistics' ? 'delivery_note' : 'other',
    isSigned: false,
    file,
  })
  await insertDisputeEvidence(tx, {
    id: newId(),
    organisationId,
    disputeId: asked.disputeId,
    evidenceId,
    questionId: asked.id,
    addedAt: now,
  })
}

type Telling = { readonly name: string; readonly data: Readonly<Record<string, unknown>> }

async function tell(
  tx: Transaction,
  { link, asked, now, today }: Held,
  { name, data }: Telling,
): Promise<void> {
  const { customerId, disputeId, department, reportingCurrency } = asked
  await appendEvent(tx, {
    organisationId: link.organisationId,
    at: now,
    name,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'dispute', id: disputeId },
    data: { questionId: asked.id, linkId: link.id, department, ...data },
  })
  const organisation = { id: link.organisationId, reportingCurrency }
  await refreshWorklist(tx, organisation, [customerId], today)
}
