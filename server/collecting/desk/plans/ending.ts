import { happened, type Desk } from '../common/desk.ts'
import { dropTask } from '../tasks/store.ts'
import * as store from './store.ts'

type Replaced = {
  readonly customerId: string
  readonly planId: string
  readonly byPlanId: string
}

/** Ends a plan whose place another has taken, if it has not ended by itself meanwhile. */
export async function endReplaced(
  desk: Desk,
  { customerId, planId, byPlanId }: Replaced,
): Promise<void> {
  if (!(await store.movePlan(desk.tx, planId, { to: 'replaced', on: desk.today }))) return
  await dropTasksOf(desk, customerId, planId)
  await happened(desk, {
    name: 'plan.replaced',
    customerId,
    subject: { kind: 'plan', id: planId },
    data: { byPlanId },
  })
}

/** What a plan that is over asked people to do is called off. */
export async function dropTasksOf(desk: Desk, customerId: string, planId: string): Promise<void> {
  for (const { id, kind } of await store.selectTasksOf(desk.tx, planId)) {
    await dropTask(desk.tx, id, { outcome: 'plan_ended', at: desk.now })
    const subject = { kind: 'task', id }
    await happened(desk, { name: 'task.called_off', customerId, subject, data: { kind } })
  }
}
