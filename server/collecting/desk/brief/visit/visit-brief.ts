import type * as z from 'zod'

import type { Actor } from '../../../../http/actor.ts'
import { dayIn } from '../../../../kernel/day.ts'
import type { World } from '../../../../world.ts'
import { spokenIn } from '../../../playbooks/rules/spoken.ts'
import { whyOf } from '../../../what-if/index.ts'
import { atDesk, findCustomer, type Desk } from '../../common/desk.ts'
import { personOf } from '../../common/person.ts'
import type { VisitBrief } from './contract.ts'
import { gatherVisit, type VisitFacts } from './facts.ts'
import { openingOf } from './rules/opening.ts'
import { questionsOf } from './rules/questions.ts'
import { sayOpening } from './words/opening.ts'

type Brief = z.input<typeof VisitBrief>
type Why = Awaited<ReturnType<typeof whyOf>>

/** One page has room for so many. */
const ITEMS_SHOWN = 10

/** All that one should know before calling or visiting a customer. */
export async function readVisitBrief(
  world: World,
  actor: Actor,
  customerId: string,
): Promise<Brief> {
  const told = await atDesk(world, actor, async (desk) => {
    const customer = await findCustomer(desk, customerId)
    const facts = await gatherVisit(world, actor, { desk, customer })
    return briefOf(facts, desk)
  })
  return { ...told, next: nextOf(await whyOf(world, actor, customerId)) }
}

function briefOf(facts: VisitFacts, desk: Desk): Omit<Brief, 'next'> {
  const { freshness, head, today } = facts
  const areAmountsSure = freshness.isLedgerFresh && freshness.arePaymentsFresh
  return {
    customer: { id: facts.id, number: head.number, name: head.name, language: head.language },
    readAt: desk.now,
    today,
    freshness,
    areAmountsSure,
    opening: openingIn(facts, areAmountsSure),
    questions: questionsOf(questionFacts(facts)).map((one) => ({
      ...one,
      numbers: [...one.numbers],
    })),
    standings: facts.standings,
    ...itemsOf(facts),
    ...talkOf(facts, desk),
    ...commitmentsOf(facts),
    mandates: facts.mandates,
    habits: facts.habits,
    ...peopleOf(facts),
  }
}

function openingIn(facts: VisitFacts, areAmountsSure: boolean): Brief['opening'] {
  const { items, today, head, freshness } = facts
  const { ledgerSyncedAt, paymentsConsideredUntil } = freshness
  const synced = ledgerSyncedAt === null ? null : dayIn('UTC', ledgerSyncedAt)
  const days = [synced, paymentsConsideredUntil].filter((one) => one !== null).toSorted()
  const sentences = sayOpening(openingOf(items, today), {
    language: head.language,
    today,
    booksOf: areAmountsSure ? null : (days[0] ?? today),
  })
  return { language: head.language, sentences }
}

function questionFacts(facts: VisitFacts) {
  const { items, today, promises, disputes, behaviour, contacts, standings } = facts
  const late = items.filter(
    (item) => item.dueOn < today && item.openMinor - item.disputedMinor > 0 && !item.isPromised,
  )
  return {
    ...behaviour,
    today,
    late,
    brokenPromise:
      promises.find(({ state }) => state === 'broken' || state === 'partly_kept')?.promisedFor ??
      null,
    livePromise:
      promises
        .filter(({ state }) => state === 'open')
        .map(({ promisedFor }) => promisedFor)
        .toSorted()[0] ?? null,
    disputedNumbers: disputes.map(({ number }) => number),
    hasMoneyOnAccount: standings.some(({ onAccountMinor }) => onAccountMinor > 0),
    knowsWhoPays: contacts.some(({ role }) => role === 'accounts_payable' || role === 'approver'),
    knowsWhenTheyPay: facts.habits.calendar.kept > 0,
    hasBouncedAddress: contacts.some(({ emailBouncedAt }) => emailBouncedAt !== null),
  }
}

function itemsOf({ items, today, evidence }: VisitFacts) {
  const owed = items.filter(({ openMinor }) => openMinor > 0)
  const missing = new Map(evidence.missing.map((one) => [one.receivableId, one.kinds]))
  const ofAccount = evidence.evidence.filter(({ receivable }) => receivable === null)
  return {
    items: owed.slice(0, ITEMS_SHOWN).map((item) => {
      const own = evidence.evidence.filter(({ receivable }) => receivable?.id === item.receivableId)
      return {
        id: item.openItemId,
        receivableId: item.receivableId,
        number: item.number,
        issuedOn: item.issuedOn,
        dueOn: item.dueOn,
        currency: item.currency,
        openMinor: item.openMinor,
        disputedMinor: item.disputedMinor,
        isLate: item.dueOn < today,
        isPromised: item.isPromised,
        purchaseOrder: item.purchaseOrder,
        evidence: {
          present: [...new Set([...own, ...ofAccount].map(({ kind }) => kind))],
          missing: missing.get(item.receivableId) ?? [],
        },
      }
    }),
    moreItems: Math.max(0, owed.length - ITEMS_SHOWN),
    requiredEvidence: evidence.requiredKinds,
    documents: evidence.evidence.length,
  }
}

function talkOf({ said, sent, meeting }: VisitFacts, { keys, actor }: Desk) {
  const spoken = spokenIn(actor.language)
  return {
    said: said.map(({ on, kind, text, sealed }) => ({
      on,
      kind,
      text: text || keys.decrypt(sealed),
    })),
    sent: sent.map((one) => ({ ...one, step: spoken(one.step) })),
    meeting: meeting
      ? {
          onDay: meeting.onDay,
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
          person: personOf(meeting.personId, meeting.personName),
        }
      : null,
  }
}

function commitmentsOf({ promises, disputes, level }: VisitFacts) {
  return {
    level,
    promises: promises.map(({ minor, currency, ...promise }) => ({
      ...promise,
      amount: { minor, currency },
    })),
    disputes: disputes.map(({ minor, currency, ...dispute }) => ({
      ...dispute,
      amount: { minor, currency },
    })),
  }
}

function peopleOf({ head, contacts }: VisitFacts) {
  return {
    ball: {
      lane: head.lane ?? ('finance' as const),
      holder: personOf(head.holderId, head.holderName),
      since: head.takenOn,
      returnsOn: head.returnsOn,
    },
    owner: personOf(head.ownerId, head.ownerName),
    collector: personOf(head.collectorId, head.collectorName),
    contacts: contacts.map(({ id, name, role, email, phone, isPrimary, emailBouncedAt }) => ({
      id,
      name,
      role,
      email,
      phone,
      isPrimary,
      hasBounced: emailBouncedAt !== null,
    })),
  }
}

function nextOf({ decision, step, channel, plannedAt, reasons, items }: Why): Brief['next'] {
  const ahead = items.flatMap(({ next }) => next ?? [])
  const [following] = ahead.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return { decision, step, channel, plannedAt, reasons, following: following ?? null }
}
