import type { Actor } from '../../../http/actor.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import type { DeskCustomer } from '../common/store.ts'
import { limitsOf, returnsOnOf, takingStanding } from './ball.ts'
import { refusalOfOffering, refusalOfTaking } from './rules.ts'
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
    const standing = await takingStanding(desk, customer)
    const offeredOn = await store.selectOpenOffer(desk.tx, customerId, desk.today, OFFER_DAYS)

    const refusal =
      refusalOfOffering({ ownerId, isOffered: offeredOn !== null }) ??
      refusalOfTaking(ownerId ?? '', standing, limitsOf(desk))
    if (refusal) throw new Refusal('conflict', refusal)

    const until = addDays(desk.today, OFFER_DAYS)
    const subject = { kind: 'customer', id: customerId }
    const data = { holderId: ownerId, until }
    await happened(desk, { name: 'ball.offered', customerId, subject, why: note, data })
    return { id: customerId, until }
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
  readonly refusal: ReturnType<typeof refusalOfTaking>
}

/** How the offer of a customer stands for the person of a desk. */
export async function shownOffer(desk: Desk, customer: DeskCustomer): Promise<ShownOffer> {
  const standing = await takingStanding(desk, customer)
  const { offeredOn, ...background } = await store.selectOffer(desk.tx, customer.id, desk.today)
  const held = await store.selectHeldBall(desk.tx, customer.id)
  return {
    ...background,
    customerName: customer.name,
    returnsOn: held?.returnsOn ?? (await returnsOnOf(desk, customer.id)),
    expiresAt: instantAt(desk.organisation.timeZone, addDays(offeredOn, OFFER_DAYS + 1), '00:00'),
    isTheirs: held?.lane === 'seller' && held.holderId === desk.actor.personId,
    refusal: refusalOfTaking(desk.actor.personId, standing, limitsOf(desk)),
  }
}
