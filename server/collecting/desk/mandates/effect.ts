import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { addDays } from '../../../kernel/day.ts'
import type { World } from '../../../world.ts'
import { atDesk } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { isWithin } from './rules.ts'
import * as store from './store.ts'

type Rows = z.output<typeof contract.tryMandateLimits.schema.body>['rows']
type Effect = z.input<(typeof contract.tryMandateLimits.schema.response)[201]>

/** A quarter of a year. */
const LOOKED_BACK_DAYS = 90

/** What such limits would have let through of what was agreed lately. Changes nothing. */
export function tryMandateLimits(world: World, actor: Actor, rows: Rows): Promise<Effect> {
  return atDesk(world, actor, async ({ tx, today }) => {
    const since = addDays(today, -LOOKED_BACK_DAYS)
    const agreed = await store.selectAgreed(tx, actor.organisationId, since)
    const before = await store.selectLimits(tx, null)

    return {
      since,
      agreed: agreed.length,
      withinNow: agreed.filter((one) => isWithin(one, before)).length,
      withinThen: agreed.filter((one) => isWithin(one, rows)).length,
    }
  })
}
