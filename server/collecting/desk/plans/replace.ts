import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { judgeCommitments } from '../commitments/commitments.ts'
import { atDesk, lockDeskCustomer } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { endReplaced } from './ending.ts'
import { planOf, proposeWithin } from './plans.ts'
import { refusalOfReplacing } from './rules.ts'
import * as store from './store.ts'

type Offer = z.output<typeof contract.replacePlan.schema.body>
type Proposed = z.input<(typeof contract.replacePlan.schema.response)[201]>

/**
 * Agrees on other instalments in place of a plan, whose history stays. What goes beyond the mandate
 * waits for approval, and the plan that was goes on until then.
 */
export function replacePlan(
  world: World,
  actor: Actor,
  planId: string,
  offer: Offer,
): Promise<Proposed> {
  return atDesk(world, actor, async (desk) => {
    const { customerId } = await planOf(desk, planId)
    await lockDeskCustomer(desk, customerId)
    await judgeCommitments(desk, [customerId])
    const plan = await planOf(desk, planId)
    const progress = await store.selectProgress(desk.tx, planId)

    const refusal = refusalOfReplacing({ ...plan, ...progress }, offer)
    if (refusal) throw new Refusal('conflict', refusal)

    const proposed = await proposeWithin(desk, customerId, { ...offer, replacesId: planId })
    if (proposed.state === 'agreed') {
      await endReplaced(desk, { customerId, planId, byPlanId: proposed.id })
    }
    return proposed
  })
}
