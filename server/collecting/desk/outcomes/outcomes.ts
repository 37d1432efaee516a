import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { dayIn } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { returnWithin } from '../ball/ball.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { closeWithin } from '../tasks/tasks.ts'
import { OutcomeAnswer, type listOutcomes as listContract } from './contract.ts'
import { follow } from './paths/follow.ts'
import { isOfSales, type Answer, type Logging, type NewOutcome } from './paths/logging.ts'
import { ballAfter, refusalOfMoment, refusalOfRepeat } from './rules.ts'
import * as store from './store.ts'

type Listed = z.input<(typeof listContract.schema.response)[200]>

/** Logs what came of a conversation and does what follows from it; the same id twice is one outcome. */
export function logOutcome(
  world: World,
  actor: Actor,
  customerId: string,
  wanted: NewOutcome,
): Promise<Answer> {
  return atDesk(world, actor, (desk) => logWithin(world, desk, customerId, wanted))
}

/** The same in the transaction of a desk. */
export async function logWithin(
  world: World,
  desk: Desk,
  customerId: string,
  { result, ...outcome }: NewOutcome,
): Promise<Answer> {
  const customer = await lockDeskCustomer(desk, customerId)
  const digest = digestOf(desk, customerId, { ...outcome, result })
  const earlier = await store.selectOutcome(desk.tx, outcome.id)
  if (earlier) return repeated(earlier, digest)
  const refusal = refusalOfMoment(outcome.happenedAt, desk.now)
  if (refusal) throw new Refusal('conflict', refusal)
  const at = { ...(await surroundings(desk, customerId, outcome)), world, desk, customer, outcome }
  const taskId = await closeAnswered(at, result.kind)

  const followed = await follow(at, result)
  const ball = await moveBall(at, result.kind)

  const onDay = dayIn(desk.organisation.timeZone, outcome.happenedAt)
  const answer: Answer = {
    mail: null,
    withoutDocument: [],
    retryOn: null,
    ...followed,
    ball: ball.now,
    ballHadReturned: ball.hadReturned,
    id: outcome.id,
    kind: result.kind,
    onDay,
  }
  await keep(at, { answer, digest, ballId: ball.id, taskId, result })
  return answer
}

function digestOf({ keys, actor }: Desk, customerId: string, wanted: NewOutcome): string {
  return keys.hash(`outcome ${JSON.stringify([customerId, actor.personId, wanted])}`)
}

/** A telephone that did not hear the answer hears it again. */
function repeated(earlier: { digest: string; answer: unknown }, digest: string): Answer {
  const refusal = refusalOfRepeat(earlier, digest)
  if (refusal) throw new Refusal('conflict', refusal)
  return OutcomeAnswer.parse(earlier.answer)
}

async function surroundings(
  { tx, keys, now }: Desk,
  customerId: string,
  { contactId, happenedAt }: Logging['outcome'],
): Promise<Pick<Logging, 'contactName' | 'place'>> {
  const contact =
    contactId === null ? undefined : await store.selectContact(tx, customerId, contactId)
  if (contactId !== null && !contact) throw new Refusal('not_found', 'no_such_contact')
  const { country, region, timeZone } = await store.selectPlace(tx, customerId)
  return {
    contactName: contact ? keys.decrypt(contact.name) : '',
    place: {
      triedOn: dayIn(timeZone, happenedAt),
      today: dayIn(timeZone, now),
      isBusinessDay: businessCalendar(country, region).isBusinessDay,
    },
  }
}

/** Completes the task that it answers; one that was done meanwhile stays as it is. */
async function closeAnswered({ desk, customer, outcome }: Logging, kind: string) {
  const wanted = outcome.channel === 'visit' ? 'visit' : 'call'
  const { taskId } = outcome
  const today = desk.today
  const task = await store.selectAnswered(desk.tx, customer.id, { taskId, kind: wanted, today })
  if (!task) return null
  await closeWithin(desk, { ...task, customerId: customer.id }, { outcome: kind, note: '' })
  return task.id
}

type Moved = {
  readonly id: string | null
  readonly now: Answer['ball']
  readonly hadReturned: Answer['ballHadReturned']
}

/** Gives the ball back where the turn is over; says so when it had gone back before this came. */
async function moveBall(at: Logging, kind: Answer['kind']): Promise<Moved> {
  const { desk, customer, outcome } = at
  const held = await store.selectHeldBall(desk.tx, customer.id)
  const then = await store.selectBallAt(desk.tx, customer.id, outcome.happenedAt)

  const isTheirs = isOfSales(at) || held?.holderId === desk.actor.personId
  const { keepsBall } = outcome
  const now = ballAfter({ kind, keepsBall, isTheirs, lane: held?.lane ?? null })
  const hadReturned = then ? returnOf(then) : null

  if (now === 'returned' && held) {
    await returnWithin(desk, customer.id, { ballId: held.id, why: 'outcome', note: '' })
  }
  const ofSeller = held?.lane === 'seller' ? held.id : null
  return { id: ofSeller ?? then?.id ?? null, now, hadReturned }
}

type Then = NonNullable<Awaited<ReturnType<typeof store.selectBallAt>>>

function returnOf({ returnedOn: on, returnedWhy: why }: Then): Answer['ballHadReturned'] {
  return on === null || why === null ? null : { on, why }
}

type Keeping = {
  readonly answer: Answer
  readonly digest: string
  readonly ballId: string | null
  readonly taskId: string | null
  readonly result: NewOutcome['result']
}

async function keep({ desk, customer, outcome }: Logging, keeping: Keeping): Promise<void> {
  const { answer, digest, ballId, taskId, result } = keeping
  const { id, channel, happenedAt, contactId, said } = outcome
  const isNew = await store.insertOutcome(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId: customer.id,
    kind: result.kind,
    channel,
    onDay: answer.onDay,
    happenedAt,
    recordedAt: desk.now,
    loggedBy: desk.actor.personId,
    contactId,
    said: desk.keys.encrypt(said),
    details: JSON.stringify(detailsOf(result)),
    ballId,
    taskId,
    opened: JSON.stringify(answer.opened),
    digest,
    answer: JSON.stringify(answer),
  })
  // Another customer's outcome took the id in this very moment.
  if (!isNew) throw new Refusal('conflict', 'outcome_id_taken')
  await happened(desk, {
    name: 'outcome.logged',
    customerId: customer.id,
    subject: { kind: 'outcome', id },
    data: { outcome: result.kind, channel, ball: answer.ball },
  })
}

/** What was agreed, without what is personal: a new contact's name and address are with the contact. */
function detailsOf(result: NewOutcome['result']): object {
  if (result.kind !== 'wrong_person') return result
  return { kind: result.kind, hasRight: result.right !== null }
}

/** What came of conversations with a customer, the latest first. */
export function listOutcomes(
  world: World,
  actor: Actor,
  customerId: string,
  limit: number,
): Promise<Listed> {
  return atDesk(world, actor, async (desk) => {
    await findCustomer(desk, customerId)
    const rows = await store.selectOutcomes(desk.tx, customerId, limit)

    return {
      outcomes: rows.map(({ byId, byName, said, ...row }) => ({
        ...row,
        by: personOf(byId, byName),
        said: desk.keys.decrypt(said),
        opened: OutcomeAnswer.shape.opened.parse(row.opened),
      })),
    }
  })
}
