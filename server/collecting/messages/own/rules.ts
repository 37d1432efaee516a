import type { Day, Instant } from '../../../kernel/day.ts'
import { capReasons } from '../../gate/rules/contact.ts'
import type { ContactFact, CustomerFacts, GateContext } from '../../gate/rules/facts.ts'
import { freshnessReasons, silenceReasons, standstillReasons } from '../../gate/rules/pauses.ts'
import { reason, type Reason, type ReasonCode } from '../../gate/rules/reasons.ts'
import { leavingAt } from '../../runs/rules/hours.ts'

/**
 * Why a message that the customer themselves asked for cannot go to somebody. It answers them, so
 * that neither a gap nor a promise holds it; who must not be written to is not.
 */
export function hindrancesOf(
  facts: Pick<CustomerFacts, 'ball' | 'contacts'>,
  contactId: string | null,
): Reason[] {
  if (facts.ball?.lane === 'legal') return [reason('ball_with_legal')]
  const contact = facts.contacts.find(({ id }) => id === contactId)
  return contact ? lackOf(contact) : [reason('no_contact')]
}

function lackOf({ doNotContact, emailHash, hasBounced }: ContactFact): Reason[] {
  if (doNotContact) return [reason('do_not_contact')]
  if (emailHash === null) return [reason('no_email_address')]
  return hasBounced ? [reason('email_bounced')] : []
}

/** The part of a plan that falls due next, as it stands. */
export type Instalment = {
  readonly number: number
  readonly count: number
  readonly dueOn: Day
  readonly currency: string
  /** What of it is still to come. */
  readonly minor: number
  readonly receivableIds: readonly string[]
  /** Whether it still waits, in a plan that is in force. */
  readonly isOpen: boolean
}

type Announcing = {
  readonly contactId: string | null
  readonly instalment: Instalment
  readonly context: GateContext
}

/**
 * Why an instalment is not announced: everything that keeps a reminder back keeps this back too, but
 * for the gap and the promise, since the customer agreed to be told. After its day nothing is said.
 */
export function instalmentHindrancesOf(
  facts: CustomerFacts,
  { contactId, instalment, context }: Announcing,
): Reason[] {
  const { day, policy, freshness } = context
  const { isOpen, minor, dueOn, currency, receivableIds } = instalment
  if (!isOpen || day > dueOn) return [reason('nothing_due')]
  if (minor <= 0) return [reason('paid')]
  const onAccount = facts.unapplied.find((cash) => cash.currency === currency)
  const isConcerned = oneOf(receivableIds)
  const hold = facts.holds.find(isConcerned)
  const to = { contactId, emailHash: null, language: facts.language, timeZone: facts.timeZone }
  return [
    ...(onAccount && onAccount.minor >= minor ? [reason('unapplied_cash_covers')] : []),
    ...(facts.disputes.some(isConcerned) ? [reason('disputed')] : []),
    ...(hold ? [reason('item_on_hold', { until: hold.endsOn })] : []),
    ...freshnessReasons(freshness, policy),
    ...standstillReasons(facts, 'finance', day),
    ...silenceReasons(facts, policy, 0, day),
    ...capReasons(facts, to, policy),
    ...hindrancesOf({ ...facts, ball: null }, contactId),
  ]
}

type Answering = {
  readonly contactId: string | null
  readonly receivableIds: readonly string[]
  /** Another dispute holds these invoices. */
  readonly isDisputed: boolean
  readonly context: GateContext
}

/** What keeps even an answer back: somebody else speaks with them, or their money may be there. */
const KEEPING_BACK: ReadonlySet<ReasonCode> = new Set([
  'customer_on_hold',
  'ball_with_seller',
  'ball_with_legal',
  'unmatched_cash',
  'cash_search_open',
])

type Concerning = { readonly receivableId: string | null }

/** Whether something is of one of these invoices. */
function oneOf(receivableIds: readonly string[]): (one: Concerning) => boolean {
  const ids = new Set<string | null>(receivableIds)
  return ({ receivableId }) => receivableId !== null && ids.has(receivableId)
}

/** What keeps even an answer about these invoices back: a hold, old books, and who else speaks. */
function keptBack(
  facts: CustomerFacts,
  isConcerned: (one: Concerning) => boolean,
  { day, policy, freshness }: GateContext,
): Reason[] {
  const hold = facts.holds.find(isConcerned)
  return [
    ...(hold ? [reason('item_on_hold', { until: hold.endsOn })] : []),
    ...freshnessReasons(freshness, policy),
    ...standstillReasons(facts, 'finance', day).filter(({ code }) => KEEPING_BACK.has(code)),
  ]
}

/**
 * Why how a dispute ended is not mailed. It answers the customer, so that neither a gap nor a promise
 * holds it; but it asks for money, and so it needs figures that hold and nobody else who is speaking.
 */
export function settlementHindrancesOf(
  facts: CustomerFacts,
  { contactId, receivableIds, isDisputed, context }: Answering,
): Reason[] {
  const isConcerned = oneOf(receivableIds)
  if (!facts.items.some((item) => isConcerned(item) && item.openMinor > 0)) return [reason('paid')]
  return [
    ...(isDisputed ? [reason('disputed')] : []),
    ...keptBack(facts, isConcerned, context),
    ...hindrancesOf({ ...facts, ball: null }, contactId),
  ]
}

type Accelerating = {
  readonly contactId: string | null
  readonly receivableIds: readonly string[]
  /** What is due at once; null when that is not so any more. */
  readonly acceleration: { readonly currency: string; readonly minor: number } | null
  readonly context: GateContext
}

/**
 * Why it is not mailed that all of a plan is due. The agreement gives the day, so that no gap holds it;
 * but nobody is asked for all at once who disputes it, who wrote and was not read, or whose money is there.
 */
export function accelerationHindrancesOf(
  facts: CustomerFacts,
  { contactId, receivableIds, acceleration, context }: Accelerating,
): Reason[] {
  if (!acceleration) return [reason('nothing_due')]
  const { currency, minor } = acceleration
  if (minor <= 0) return [reason('paid')]
  const onAccount = facts.unapplied.find((cash) => cash.currency === currency)
  const isConcerned = oneOf(receivableIds)
  const silence = silenceReasons(facts, context.policy, 0, context.day)
  return [
    ...(onAccount && onAccount.minor >= minor ? [reason('unapplied_cash_covers')] : []),
    ...(facts.disputes.some(isConcerned) ? [reason('disputed')] : []),
    ...keptBack(facts, isConcerned, context),
    ...silence.filter(({ code }) => code === 'reply_waiting'),
    ...hindrancesOf({ ...facts, ball: null }, contactId),
  ]
}

type Hours = { readonly from: string; readonly to: string }

/** Whether it waits: for their working hours, a working day, or the day after a meeting with them. */
export function waitsForThem(
  facts: CustomerFacts,
  contactId: string | null,
  { now, hours }: { readonly now: Instant; readonly hours: Hours },
): boolean {
  const contact = facts.contacts.find(({ id }) => id === contactId)
  const zone = contact?.timeZone ?? facts.timeZone
  return (
    !facts.isBusinessDay || facts.hasMeetingToday || leavingAt(zone, now, hours, hours.from) > now
  )
}

type Copying = {
  readonly contactId: string | null
  /** What the message that left was about; none for one that asked for nothing. */
  readonly receivableIds: readonly string[]
  readonly day: Day
}

/**
 * Why what left cannot be sent once more to somebody who asked. Neither a gap nor a promise nor old
 * figures hold it, which says itself of which day it is; but nobody gets it who has paid since, who
 * disputes it or is spared, or with whom somebody else speaks.
 */
export function copyHindrancesOf(
  facts: CustomerFacts,
  { contactId, receivableIds, day }: Copying,
): Reason[] {
  const isConcerned = (one: { readonly receivableId: string | null }) =>
    one.receivableId !== null && receivableIds.includes(one.receivableId)
  const isOpen = facts.items.some((item) => isConcerned(item) && item.openMinor > 0)
  if (receivableIds.length > 0 && !isOpen) return [reason('paid')]
  const hold = facts.holds.find(isConcerned)
  return [
    ...(facts.disputes.some(isConcerned) ? [reason('disputed')] : []),
    ...(hold ? [reason('item_on_hold', { until: hold.endsOn })] : []),
    ...standstillReasons(facts, 'finance', day).filter(({ code }) => KEEPING_BACK.has(code)),
    ...hindrancesOf({ ...facts, ball: null }, contactId),
  ]
}
