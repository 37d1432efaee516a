import { appendEvents } from '../../access/index.ts'
import { USUAL_ROUTES } from '../../collecting/desk/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { overdueOn } from '../account.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Disputed } from '../story/disputes.ts'
import type { Story } from '../story/story.ts'
import { calendarOf } from '../trade.ts'
import { writeAgreements } from './agreements.ts'
import type { Cast } from './cast.ts'
import { eventsOf } from './events.ts'
import { writeMeetings } from './meetings.ts'
import { at } from './moments.ts'

/** Writes what people said, promised, disputed and agreed, with the events that tell of it. */
export async function writeStory(
  tx: Transaction,
  cast: Cast,
  { story, today }: { story: Story; today: Day },
): Promise<void> {
  await insertAll(tx, 'departments', departmentRows(cast))
  await insertAll(tx, 'disputes', disputeRows(cast, story, today))
  await insertAll(tx, 'disputeQuestions', questionRows(cast, story, today))
  await insertAll(tx, 'promises', promiseRows(cast, story))
  await insertAll(tx, 'balls', ballRows(cast, story))
  await insertAll(tx, 'holds', holdRows(cast, story))
  await insertAll(tx, 'comments', commentRows(cast, story))
  await writeMeetings(tx, cast, story)
  await insertAll(tx, 'unmatchedCash', unmatchedRows(cast, story, today))
  await insertAll(tx, 'snoozes', snoozeRows(cast, story, today))
  await writeAgreements(tx, cast, story.agreements)
  await appendEvents(
    tx,
    eventsOf(story)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ by, ...event }) => ({
        ...event,
        organisationId: cast.organisationId,
        by:
          by === 'system'
            ? { kind: 'system' as const }
            : { kind: 'person' as const, id: cast.people[by] },
      })),
  )
}

/** Two departments that nobody has an account in, and that answer by mail. */
const ANSWERING = [
  { department: 'logistics', name: 'Depot Hamburg', address: 'depot', language: 'de' },
  { department: 'quality', name: 'Service Desk', address: 'service', language: 'en' },
  { department: 'billing', name: 'Billing', address: 'billing', language: 'en' },
] as const

function departmentRows({ organisationId, keys }: Cast): Row<'departments'>[] {
  return ANSWERING.map(({ department, name, address, language }) => ({
    organisationId,
    department,
    name: keys.encrypt(name),
    address: keys.encrypt(`${address}@kessler-moreau.example`),
    language,
  }))
}

/** One question that still waits, asked yesterday. */
function questionRows(
  { organisationId, people, keys }: Cast,
  { disputes }: Story,
  today: Day,
): Row<'disputeQuestions'>[] {
  const asked = disputes.find(({ resolvedOn, reason, openedOn }) => {
    const isOf = ANSWERING.some(({ department }) => department === USUAL_ROUTES[reason].department)
    return resolvedOn === null && isOf && openedOn < today
  })
  if (!asked) return []
  const { department } = USUAL_ROUTES[asked.reason]
  const who = ANSWERING.find((one) => one.department === department) ?? ANSWERING[0]
  const { customer } = asked.account
  return [
    {
      id: newId(),
      organisationId,
      customerId: customer.id,
      disputeId: asked.id,
      department,
      recipientName: keys.encrypt(who.name),
      recipientAddress: keys.encrypt(`${who.address}@kessler-moreau.example`),
      question: keys.encrypt('Is the customer right? If not, what proves it?'),
      language: who.language,
      answerBy: addDays(today, 5),
      askedBy: people[customer.collector],
      askedAt: at(asked.account, addDays(today, -1), '11:40'),
      delivery: 'accepted',
    },
  ]
}

function disputeRows(
  { organisationId, people }: Cast,
  { disputes }: Story,
  today: Day,
): Row<'disputes'>[] {
  return disputes.map(({ account, item, minor, ...dispute }) => ({
    ...handlingOf(account, dispute, today),
    id: dispute.id,
    organisationId,
    customerId: account.customer.id,
    receivableId: item.document.id,
    reason: dispute.reason,
    amountMinor: minor,
    currency: item.document.currency,
    note: dispute.note,
    openedOn: dispute.openedOn,
    revisitOn: dispute.resolvedOn === null ? addDays(dispute.openedOn, 14) : null,
    ownerId: people[account.customer.owner],
    state: dispute.resolvedOn === null ? 'open' : 'resolved',
    resolution: dispute.resolution,
    resolvedOn: dispute.resolvedOn,
    openedBy: people[account.customer.collector],
    openedAt: at(account, dispute.openedOn, '11:20'),
  }))
}

/** Department and deadline by the reason; those that are over were told of the day after. */
function handlingOf(
  { customer }: Disputed['account'],
  { reason, openedOn, resolvedOn, resolution }: Omit<Disputed, 'account' | 'item' | 'minor'>,
  today: Day,
) {
  const { department, businessDays } = USUAL_ROUTES[reason]
  const deadlineOn = calendarOf(customer).addBusinessDays(openedOn, businessDays)
  const isOver = resolvedOn === null && deadlineOn < today
  return {
    department,
    deadlineOn,
    escalatedOn: isOver ? addDays(deadlineOn, 1) : null,
    closedWithInvoice: resolution === 'paid',
  }
}

function promiseRows(
  { organisationId, people, keys }: Cast,
  { promises }: Story,
): Row<'promises'>[] {
  return promises.map(({ account, item, minor, ...promise }) => ({
    id: promise.id,
    organisationId,
    customerId: account.customer.id,
    openItemId: item?.id ?? null,
    amountMinor: minor,
    currency: promise.currency,
    promisedFor: promise.promisedFor,
    madeOn: promise.madeOn,
    saidBy: keys.encrypt(account.customer.contacts[0]?.name ?? ''),
    channel: 'call',
    state: promise.state,
    judgedOn: promise.judgedOn,
    receivedMinor: promise.judgedOn === null ? null : promise.state === 'kept' ? minor : 0,
    takenBy: people[account.customer.collector],
    takenAt: at(account, promise.madeOn, '10:40'),
  }))
}

function ballRows({ organisationId, people }: Cast, { balls }: Story): Row<'balls'>[] {
  return balls.map(({ account, takenOn, ...ball }) => ({
    id: ball.id,
    organisationId,
    customerId: account.customer.id,
    lane: 'seller',
    holderId: people[account.customer.owner],
    takenOn,
    returnsOn: ball.returnsOn,
    note: ball.note,
    returnedOn: ball.returnedOn,
    returnedWhy: ball.returnedWhy,
    recordedAt: at(account, takenOn, '15:05'),
  }))
}

function holdRows({ organisationId, people }: Cast, { holds }: Story): Row<'holds'>[] {
  return holds.map(({ account, isApproved, ...hold }) => ({
    ...hold,
    organisationId,
    customerId: account.customer.id,
    receivableId: null,
    createdBy: people[account.customer.collector],
    approvedBy: isApproved ? people.marta : null,
    createdAt: at(account, hold.startsOn, '14:10'),
  }))
}

function commentRows(
  { organisationId, people, keys }: Cast,
  { comments }: Story,
): Row<'comments'>[] {
  return comments.map(({ id, account, by, body, on }) => ({
    id,
    organisationId,
    customerId: account.customer.id,
    personId: people[by],
    body: keys.encrypt(body),
    writtenAt: at(account, on, '16:30'),
  }))
}

function unmatchedRows(cast: Cast, { unmatched }: Story, today: Day): Row<'unmatchedCash'>[] {
  return unmatched.map((account, index) => ({
    id: newId(),
    organisationId: cast.organisationId,
    legalEntityId: cast.entities[account.customer.entity],
    customerId: account.customer.id,
    amountMinor: overdueOn(account, today)[0]?.openOn(today) ?? 100_00,
    currency: account.customer.currency,
    receivedOn: addDays(today, -index),
  }))
}

function snoozeRows(cast: Cast, { snoozed }: Story, today: Day): Row<'snoozes'>[] {
  return snoozed.map((account, index) => ({
    id: newId(),
    organisationId: cast.organisationId,
    customerId: account.customer.id,
    personId: cast.people[account.customer.collector],
    untilOn: addDays(today, 1 + index),
    note: 'Waiting for the copy of the delivery note.',
    createdAt: cast.now,
  }))
}
