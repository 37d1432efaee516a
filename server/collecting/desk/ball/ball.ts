import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type { DeskCustomer } from '../common/store.ts'
import { atSystemDesk } from '../common/system.ts'
import { endOpenOffer, selectLatestOffer, type OfferRow } from '../offers/store.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import type * as contract from './contract.ts'
import {
  daysLeftOf,
  isStanding,
  quarterOf,
  refusalOfPassing,
  refusalOfTaking,
  returnDayOf,
} from './rules.ts'
import * as store from './store.ts'

type Given = { id: string; returnsOn: Day }
type Ball = z.input<(typeof contract.readBall.schema.response)[200]>

/** Hands a customer to their seller: finance pauses until the ball returns. */
export function handToSeller(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<Given> {
  return atDesk(world, actor, async (desk) => {
    const customer = await lockDeskCustomer(desk, customerId)
    const held = await store.selectHeldBall(desk.tx, customerId)

    const refusal = refusalOfPassing({ ownerId: customer.ownerId, heldBy: held?.lane ?? null })
    if (refusal) throw new Refusal('conflict', refusal)

    return give(desk, customer, { kind: 'passed', note })
  })
}

/** The seller takes their overdue customer over: finance pauses until the ball returns. */
export function takeBall(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<Given> {
  return atDesk(world, actor, (desk) => takeWithin(desk, customerId, note))
}

/** The same in the transaction of a desk. */
export async function takeWithin(desk: Desk, customerId: string, note: string): Promise<Given> {
  const customer = await lockDeskCustomer(desk, customerId)
  const standing = await takingStanding(desk, customer)

  const refusal = refusalOfTaking(desk.actor.personId, standing, limitsOf(desk))
  if (refusal) throw new Refusal('conflict', refusal)

  return give(desk, customer, { kind: 'taken', note })
}

async function give(
  desk: Desk,
  customer: DeskCustomer,
  { kind, note }: { kind: 'taken' | 'passed'; note: string },
): Promise<Given> {
  const id = newId()
  const returnsOn = await returnsOnOf(desk, customer.id)
  const state = kind === 'taken' ? 'taken' : 'overtaken'
  await endOpenOffer(desk.tx, customer.id, { state, on: desk.today })
  await store.insertBall(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId: customer.id,
    lane: 'seller',
    kind,
    holderId: customer.ownerId,
    givenBy: desk.actor.personId,
    takenOn: desk.today,
    returnsOn,
    note,
    recordedAt: desk.now,
  })
  await happened(desk, {
    name: kind === 'taken' ? 'ball.taken' : 'ball.handed_over',
    customerId: customer.id,
    subject: { kind: 'ball', id },
    why: note,
    data: { holderId: customer.ownerId, returnsOn },
  })
  return { id, returnsOn }
}

export async function returnsOnOf(desk: Desk, customerId: string): Promise<Day> {
  const isBusinessDay = await businessDaysOf(desk, customerId)
  return returnDayOf(desk.today, desk.policy.ballBusinessDays, isBusinessDay)
}

async function businessDaysOf({ tx }: Desk, customerId: string) {
  const { country, region } = await store.selectPlace(tx, customerId)
  return businessCalendar(country, region).isBusinessDay
}

export async function takingStanding({ tx, today }: Desk, { id, ownerId }: DeskCustomer) {
  const held = await store.selectHeldBall(tx, id)
  const facts = await store.selectTakingFacts(tx, id, { today, quarter: quarterOf(today) })
  return { ...facts, ownerId, heldBy: held?.lane ?? null }
}

export function limitsOf({ policy }: Desk) {
  const { ballTakesPerQuarter, ballNotAfterBrokenPromises } = policy
  return {
    takesPerQuarter: ballTakesPerQuarter,
    notAfterBrokenPromises: ballNotAfterBrokenPromises,
  }
}

/** Gives the ball back to finance before its time. */
export function takeBack(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    const held = await store.selectHeldBall(desk.tx, customerId)

    if (held?.lane !== 'seller') throw new Refusal('conflict', 'not_with_seller')

    const why = held.holderId === actor.personId ? 'seller' : 'finance'
    await returnWithin(desk, customerId, { ballId: held.id, why, note })
    return { id: held.id }
  })
}

type Returning = {
  readonly ballId: string
  readonly why: 'seller' | 'finance' | 'outcome'
  readonly note: string
}

/** Gives a ball back in the transaction of a desk that holds the customer. */
export async function returnWithin(
  desk: Desk,
  customerId: string,
  { ballId, why, note }: Returning,
): Promise<void> {
  await store.returnBall(desk.tx, ballId, returning(desk, why))
  const subject = { kind: 'ball', id: ballId }
  await happened(desk, { name: 'ball.returned', customerId, subject, why: note, data: { why } })
}

function returning({ today, now, actor }: Desk, why: store.Return['why']): store.Return {
  return { on: today, at: now, why, by: actor.personId }
}

/** Who holds a customer and until when, who did, and whether the reader may take it. */
export function readBall(world: World, actor: Actor, customerId: string): Promise<Ball> {
  return atDesk(world, actor, async (desk) => {
    const customer = await findCustomer(desk, customerId)
    const balls = await store.selectBalls(desk.tx, customerId)
    const standing = await takingStanding(desk, customer)
    const isBusinessDay = await businessDaysOf(desk, customerId)
    const offer = await selectLatestOffer(desk.tx, customerId)

    const { today, policy } = desk
    const limits = limitsOf(desk)
    const held = balls.find(({ returnedOn }) => returnedOn === null)
    return {
      now: held ? ballOf(held) : null,
      businessDaysLeft: held ? daysLeftOf(today, held.returnsOn, isBusinessDay) : null,
      history: balls.map(ballOf),
      offer: offer && isStanding(offer, today) ? offerOf(offer, actor) : null,
      taking: {
        refusal: refusalOfTaking(actor.personId, standing, limits),
        businessDays: policy.ballBusinessDays,
        returnsOn: returnDayOf(today, policy.ballBusinessDays, isBusinessDay),
        left: Math.max(0, limits.takesPerQuarter - standing.takenThisQuarter),
      },
    }
  })
}

function offerOf({ askerId, askerName, note, until, offeredTo }: OfferRow, { personId }: Actor) {
  const isMine = offeredTo === personId
  return { by: personOf(askerId, askerName), note, until, isMine }
}

function ballOf(row: store.BallRead): Ball['history'][number] {
  const { id, kind, note, returnsOn, returnedOn, returnedWhy, recordedAt } = row
  return {
    id,
    kind,
    note,
    returnsOn,
    returnedOn,
    returnedWhy,
    recordedAt,
    since: row.takenOn,
    holder: personOf(row.holderId, row.holderName),
    givenBy: personOf(row.giverId, row.giverName),
    returnedBy: personOf(row.returnerId, row.returnerName),
  }
}

/** Returns the balls whose time is over. Runs hourly; running it twice does no harm. */
export function returnOverdueBalls(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const overdue = await store.selectBallsToReturn(desk.tx, organisationId, desk.today)

    const back = { on: desk.today, at: desk.now, why: 'clock', by: null } as const
    let returned = 0
    for (const { id, customerId, holderId, hasOutcome } of overdue) {
      if (!(await store.returnBall(desk.tx, id, back))) continue
      returned += 1
      await appendEvent(desk.tx, {
        name: 'ball.returned_by_clock',
        organisationId,
        at: desk.now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'ball', id },
        data: { holderId, hasOutcome },
      })
    }
    const customerIds = [...new Set(overdue.map(({ customerId }) => customerId))]
    await refreshWorklist(desk.tx, desk.organisation, customerIds, desk.today)
    return returned
  })
}
