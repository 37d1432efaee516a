import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { limitsOf, returnsOnOf, takingStanding } from '../ball/ball.ts'
import { refusalOfDeclining, refusalOfOffering, refusalOfTaking } from '../ball/rules.ts'
import { selectHeldBall } from '../ball/store.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import type { DeskCustomer } from '../common/store.ts'
import { atSystemDesk } from '../common/system.ts'
import * as store from './store.ts'

/** An offer that nobody answers for so long ends. */
const OFFER_DAYS = 7

/** Asks the seller whether they would like to take the customer over; finance goes on until they do. */
export function offerBall(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<{ id: string; until: Day }> {
  return atDesk(world, actor, async (desk) => {
    const customer = await lockDeskCustomer(desk, customerId)
    const { ownerId } = customer
    const { tx, today, policy, now, organisation } = desk
    const standing = await takingStanding(desk, customer)
    const latest = await store.selectLatestOffer(tx, customerId)

    const pauseDays = policy.ballOfferPauseDays
    const refusal =
      refusalOfOffering({ ownerId, latest, today, pauseDays }) ??
      refusalOfTaking(ownerId ?? '', standing, limitsOf(desk))
    if (refusal) throw new Refusal('conflict', refusal)

    const id = newId()
    const until = addDays(today, OFFER_DAYS)
    const offeredTo = ownerId ?? ''
    // One that nobody ended yet: its last day is over, or the customer is another seller's now.
    await store.endOpenOffer(tx, customerId, { state: 'overtaken', on: today })
    await store.insertOffer(tx, {
      id,
      organisationId: organisation.id,
      customerId,
      offeredTo,
      offeredBy: actor.personId,
      note,
      offeredOn: today,
      until,
      recordedAt: now,
    })
    const subject = { kind: 'ball_offer', id }
    const data = { holderId: offeredTo, until }
    await happened(desk, { name: 'ball.offered', customerId, subject, why: note, data })
    return { id, until }
  })
}

/** The seller says no thanks: finance hears it, and does not ask again for a while. */
export function declineOffer(
  world: World,
  actor: Actor,
  customerId: string,
  note: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, (desk) => declineWithin(desk, customerId, note))
}

/** The same in the transaction of a desk. */
export async function declineWithin(
  desk: Desk,
  customerId: string,
  note: string,
): Promise<{ id: string }> {
  await lockDeskCustomer(desk, customerId)
  const { tx, today, actor } = desk
  const latest = await store.selectLatestOffer(tx, customerId)

  const refusal = refusalOfDeclining(actor.personId, latest, today)
  if (refusal || !latest) throw new Refusal('conflict', refusal ?? 'no_open_offer')

  await store.endOpenOffer(tx, customerId, { state: 'declined', on: today, answer: note })
  const subject = { kind: 'ball_offer', id: latest.id }
  const data = { holderId: actor.personId }
  await happened(desk, { name: 'ball.declined', customerId, subject, why: note, data })
  return { id: latest.id }
}

/** Ends offers that nobody answered, and says so to whoever asked. Runs hourly. */
export function endOldOffers(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async ({ tx, today, now }) => {
    const lapsed = await store.lapseOffers(tx, organisationId, today)

    for (const { id, customerId, offeredTo, isTheirs } of lapsed) {
      if (!isTheirs) continue
      await appendEvent(tx, {
        name: 'ball.offer_lapsed',
        organisationId,
        at: now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'ball_offer', id },
        data: { holderId: offeredTo },
      })
    }
    return lapsed.length
  })
}

/** What a seller is shown who is asked whether they take a customer over. */
export type ShownOffer = {
  readonly organisationName: string
  readonly customerName: string
  readonly askerName: string
  readonly note: string
  readonly overdue: readonly Money[]
  readonly daysLate: number
  readonly returnsOn: Day
  readonly expiresAt: Instant
  readonly isTheirs: boolean
  readonly isDeclined: boolean
  readonly refusal: ReturnType<typeof refusalOfTaking>
}

/** How the offer of a customer stands for the person of a desk. */
export async function shownOffer(desk: Desk, customer: DeskCustomer): Promise<ShownOffer> {
  const { tx, today, actor, organisation } = desk
  const { personId } = actor
  const standing = await takingStanding(desk, customer)
  const showing = { customerId: customer.id, personId, today }
  const { until, ...background } = await store.selectShownOffer(tx, showing)
  const held = await selectHeldBall(tx, customer.id)
  return {
    ...background,
    customerName: customer.name,
    returnsOn: held?.returnsOn ?? (await returnsOnOf(desk, customer.id)),
    expiresAt: instantAt(organisation.timeZone, addDays(until, 1), '00:00'),
    isTheirs: held?.lane === 'seller' && held.holderId === personId,
    refusal: refusalOfTaking(personId, standing, limitsOf(desk)),
  }
}
