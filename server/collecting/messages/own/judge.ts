import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { MessageExtra } from '../../../talking/index.ts'
import type { Gate } from '../../gate/index.ts'
import type { CustomerFacts } from '../../gate/rules/facts.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'
import { selectAcceleration } from '../store/acceleration.ts'
import { hasOtherDispute, selectInstalment, selectLastAbout } from '../store/own.ts'
import { selectMessage } from '../store/read.ts'
import type { OwnMessage } from './message.ts'
import {
  accelerationHindrancesOf,
  copyHindrancesOf,
  hindrancesOf,
  instalmentHindrancesOf,
  settlementHindrancesOf,
  waitsForThem,
} from './rules.ts'

/** What the gate says of a message of a person's own, and what its text needs beside the figures. */
export type Judgement = {
  readonly hindrances: readonly Reason[]
  readonly extra: MessageExtra
  /** It may go, but not at this hour or on this day. */
  readonly waits: boolean
  /** The Message-ID of the mail that it goes on from. */
  readonly follows: string | null
  /** What it is called among the messages; left out, as its text is. */
  readonly stepName?: string | undefined
}

type Judging = {
  readonly facts: CustomerFacts
  readonly gate: Gate
  readonly now: Instant
}

/** Each by what it is: an answer is held by less than what begins a conversation. */
export async function judgementOf(
  tx: Transaction,
  own: OwnMessage,
  judging: Judging,
): Promise<Judgement> {
  if (own.templateKey === 'instalment_reminder') return ofInstalment(tx, own, judging)
  if (own.templateKey === 'dispute_settled') return ofSettlement(tx, own, judging)
  if (own.templateKey === 'plan_accelerated') return ofAcceleration(tx, own, judging)
  if (own.copy) return ofCopy(tx, own, judging, own.copy.of)
  const hindrances = hindrancesOf(judging.facts, own.contactId)
  return { hindrances, extra: {}, waits: false, follows: null }
}

/** What falls due of a plan; its cycle is the instalment. */
async function ofInstalment(
  tx: Transaction,
  { cycle, contactId }: OwnMessage,
  { facts, gate: { context } }: Judging,
): Promise<Judgement> {
  const instalment = await selectInstalment(tx, cycle)
  const hindrances = instalmentHindrancesOf(facts, { contactId, instalment, context })
  return { hindrances, extra: { instalment }, waits: false, follows: null }
}

/** How a dispute ended; its cycle is the dispute. */
async function ofSettlement(
  tx: Transaction,
  { cycle, contactId, receivableIds, said = '' }: OwnMessage,
  { facts, gate: { context, policy, isTest }, now }: Judging,
): Promise<Judgement> {
  const isDisputed = await hasOtherDispute(tx, receivableIds, cycle)
  const about = { contactId, receivableIds, isDisputed, context }
  return {
    hindrances: settlementHindrancesOf(facts, about),
    extra: { personalNote: said },
    waits: waitsForThem(facts, contactId, { now, hours: policy.contactHours }),
    follows: await selectLastAbout(tx, { receivableIds, contactId, isTest }),
  }
}

/** That all of a plan is due; its cycle is the plan. */
async function ofAcceleration(
  tx: Transaction,
  { cycle, contactId, receivableIds }: OwnMessage,
  { facts, gate: { context, policy, isTest }, now }: Judging,
): Promise<Judgement> {
  const acceleration = await selectAcceleration(tx, cycle)
  const about = { contactId, receivableIds, acceleration, context }
  return {
    hindrances: accelerationHindrancesOf(facts, about),
    extra: acceleration ? { acceleration } : {},
    waits: waitsForThem(facts, contactId, { now, hours: policy.contactHours }),
    follows: await selectLastAbout(tx, { receivableIds, contactId, isTest }),
  }
}

/** What left once more, because they asked for it. It goes on from the first if the same person gets it. */
async function ofCopy(
  tx: Transaction,
  { contactId, receivableIds }: OwnMessage,
  { facts, gate: { context, isTest } }: Judging,
  of: string,
): Promise<Judgement> {
  const sent = await selectMessage(tx, of, null)
  // What only a tester got is for nobody else, and the other way round.
  const isOfThisMode = sent?.isTest === isTest
  const hindrances = copyHindrancesOf(facts, { contactId, receivableIds, day: context.day })
  return {
    hindrances: isOfThisMode ? hindrances : [reason('record_broken')],
    extra: {},
    waits: false,
    follows: sent && sent.contactId === contactId ? sent.messageIdHeader : null,
    stepName: sent?.stepName,
  }
}
