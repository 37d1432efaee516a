import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, lockDeskCustomer, type Desk } from '../common/desk.ts'
import * as store from './store/disputes.ts'

export type HeldDispute = NonNullable<Awaited<ReturnType<typeof store.selectDispute>>>

/** Works on one dispute while its customer is held: of two people the second sees what the first did. */
export function withDispute<Result>(
  world: World,
  actor: Actor,
  disputeId: string,
  work: (desk: Desk, dispute: HeldDispute) => Promise<Result>,
): Promise<Result> {
  return atDesk(world, actor, async (desk) => {
    const found = await store.selectDispute(desk.tx, disputeId)
    if (!found) throw new Refusal('not_found', 'no_such_dispute')
    await lockDeskCustomer(desk, found.customerId)
    return work(desk, (await store.selectDispute(desk.tx, disputeId)) ?? found)
  })
}

/** A dispute that the reader may see. */
export async function findDispute(desk: Desk, disputeId: string): Promise<HeldDispute> {
  const found = await store.selectDispute(desk.tx, disputeId)
  if (!found) throw new Refusal('not_found', 'no_such_dispute')
  await findCustomer(desk, found.customerId)
  return found
}
