import { appendEvent } from '../../../access/index.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { atSystemDesk } from '../common/system.ts'
import { isAboutToRing } from './rules.ts'
import * as store from './store.ts'

/** Tells sellers once that their time with a customer is nearly over. Runs hourly. */
export function warnOfReturns(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async ({ tx, today, now }) => {
    const held = await store.selectUnwarned(tx, organisationId, today)

    const ringing = held.filter(({ country, region, takenOn, returnsOn }) => {
      const { addBusinessDays } = businessCalendar(country, region)
      return isAboutToRing({ takenOn, dayBefore: addBusinessDays(returnsOn, -1) }, today)
    })
    for (const { id, customerId, holderId, returnsOn } of ringing) {
      if (!(await store.noteWarned(tx, id, today))) continue
      await appendEvent(tx, {
        name: 'ball.rings_soon',
        organisationId,
        at: now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'ball', id },
        data: { holderId, returnsOn },
      })
    }
    return ringing.length
  })
}
