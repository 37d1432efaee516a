import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer } from '../common/desk.ts'
import { atSystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import { refusalOf, returnDayOf } from './rules.ts'
import * as store from './store.ts'

/** Hands a customer to their seller: finance pauses until the ball returns. */
export function handToSeller(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<{ id: string; returnsOn: Day }> {
  return atDesk(world, actor, async (desk) => {
    const customer = await lockDeskCustomer(desk, customerId)
    const held = await store.selectHeldBall(desk.tx, customerId)

    const refusal = refusalOf({ ownerId: customer.ownerId, heldBy: held?.lane ?? null })
    if (refusal) throw new Refusal('conflict', refusal)

    const id = newId()
    const place = await store.selectPlace(desk.tx, customerId)
    const { isBusinessDay } = businessCalendar(place.country, place.region)
    const returnsOn = returnDayOf(desk.today, isBusinessDay)
    await store.insertBall(desk.tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      lane: 'seller',
      holderId: customer.ownerId,
      takenOn: desk.today,
      returnsOn,
      note,
      recordedAt: desk.now,
    })
    await happened(desk, {
      name: 'ball.handed_over',
      customerId,
      subject: { kind: 'ball', id },
      why: note,
      data: { holderId: customer.ownerId, returnsOn },
    })
    return { id, returnsOn }
  })
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

    await store.returnBall(desk.tx, held.id, desk.today)
    const subject = { kind: 'ball', id: held.id }
    await happened(desk, { name: 'ball.returned', customerId, subject, why: note })
    return { id: held.id }
  })
}

/** Returns the balls whose time is over. Runs daily; running it twice does no harm. */
export function returnOverdueBalls(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const overdue = await store.selectBallsToReturn(desk.tx, organisationId, desk.today)

    for (const { id, customerId, holderId } of overdue) {
      await store.returnBall(desk.tx, id, desk.today)
      await appendEvent(desk.tx, {
        name: 'ball.returned_by_clock',
        organisationId,
        at: desk.now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'ball', id },
        data: { holderId },
      })
    }
    const customerIds = [...new Set(overdue.map(({ customerId }) => customerId))]
    await refreshWorklist(desk.tx, desk.organisation, customerIds, desk.today)
    return overdue.length
  })
}
