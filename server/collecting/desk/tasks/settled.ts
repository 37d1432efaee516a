import { appendEvent } from '../../../access/index.ts'
import type { World } from '../../../world.ts'
import { atSystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import * as store from './store.ts'

/** What a playbook asked people to do is called off once nothing of the customer is late any more. */
export function callOffSettledTasks(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const settled = await store.selectSettledTasks(desk.tx, organisationId, desk.today)

    for (const { id, customerId, kind } of settled) {
      await store.dropTask(desk.tx, id, { outcome: 'paid', at: desk.now })
      await appendEvent(desk.tx, {
        name: 'task.called_off',
        organisationId,
        at: desk.now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'task', id },
        data: { kind },
      })
    }
    const customerIds = [...new Set(settled.map(({ customerId }) => customerId))]
    await refreshWorklist(desk.tx, desk.organisation, customerIds, desk.today)
    return settled.length
  })
}
