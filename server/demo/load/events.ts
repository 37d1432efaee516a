import type { HistoryEvent } from '../../access/index.ts'
import type { PersonKey } from '../company.ts'
import type { Disputed } from '../story/disputes.ts'
import type { Ball, Hold, Promised, Story } from '../story/story.ts'
import { at } from './moments.ts'

export type Told = Omit<HistoryEvent, 'organisationId' | 'by'> & {
  readonly by: PersonKey | 'system'
}

/** The events that tell a story on time lines, in the order of time. */
export function eventsOf({ promises, disputes, balls, holds }: Story): Told[] {
  return [
    ...promises.flatMap(promiseEvents),
    ...disputes.flatMap(disputeEvents),
    ...balls.flatMap(ballEvents),
    ...holds.map(holdEvent),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function promiseEvents(promise: Promised): Told[] {
  const { account, id, minor, currency, promisedFor, state, judgedOn } = promise
  const about = { customerId: account.customer.id, subject: { kind: 'promise', id } }
  const data = { minor, currency, promisedFor }
  const takenAt = at(account, promise.madeOn, '10:40')
  const by = account.customer.collector
  const taken: Told = { ...about, name: 'promise.taken', at: takenAt, by, data }
  if (judgedOn === null) return [taken]
  const judgedAt = at(account, judgedOn, '06:10')
  return [taken, { ...about, name: `promise.${state}`, at: judgedAt, by: 'system', data }]
}

function disputeEvents(dispute: Disputed): Told[] {
  const { account, item, id, reason, minor, resolution, resolvedOn, openedOn } = dispute
  const about = { customerId: account.customer.id, subject: { kind: 'dispute', id } }
  const by = account.customer.collector
  const data = { reason, minor, currency: item.document.currency }
  const opened: Told = {
    ...about,
    name: 'dispute.opened',
    at: at(account, openedOn, '11:20'),
    by,
    data,
  }
  if (resolvedOn === null) return [opened]
  const resolvedAt = at(account, resolvedOn, '15:45')
  return [opened, { ...about, name: 'dispute.resolved', at: resolvedAt, by, data: { resolution } }]
}

function ballEvents(ball: Ball): Told[] {
  const { account, id, takenOn, returnedOn, returnedWhy, returnsOn, note } = ball
  const { collector, owner } = account.customer
  const about = { customerId: account.customer.id, subject: { kind: 'ball', id } }
  const handed: Told = {
    ...about,
    name: 'ball.handed_over',
    at: at(account, takenOn, '15:05'),
    by: collector,
    why: note,
    data: { returnsOn },
  }
  if (returnedOn === null) return [handed]
  return [
    handed,
    {
      ...about,
      name: 'ball.returned',
      at: at(account, returnedOn, '17:00'),
      by: returnedWhy === 'clock' ? 'system' : owner,
    },
  ]
}

function holdEvent({ account, id, reason, startsOn, endsOn }: Hold): Told {
  return {
    customerId: account.customer.id,
    subject: { kind: 'hold', id },
    name: 'hold.placed',
    at: at(account, startsOn, '14:10'),
    by: account.customer.collector,
    data: { reason, startsOn, endsOn, receivableId: null },
  }
}
