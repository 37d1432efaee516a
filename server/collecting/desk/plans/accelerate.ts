import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { decimalOf } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { judgeCommitments } from '../commitments/commitments.ts'
import { isOver } from '../commitments/rules.ts'
import { selectPaymentsUntil } from '../commitments/store.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { selectCollector } from '../outcomes/store.ts'
import { insertTask } from '../tasks/store.ts'
import { dropTasksOf } from './ending.ts'
import { planOf } from './plans.ts'
import { refusalOfAcceleration, sumOf } from './rules.ts'
import * as store from './store.ts'

/**
 * Makes the whole rest of a plan due whose instalment did not come. What has come is judged first:
 * of the money and of whoever pulls the clause, the one that comes first counts.
 */
export function acceleratePlan(
  world: World,
  actor: Actor,
  planId: string,
  why: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const { customerId } = await planOf(desk, planId)
    await lockDeskCustomer(desk, customerId)
    await judgeCommitments(desk, [customerId])
    const plan = await planOf(desk, planId)
    const { instalments, ...progress } = await store.selectProgress(desk.tx, planId)
    const asked = {
      today: desk.today,
      toleranceDays: desk.policy.promiseToleranceDays,
      paymentsUntil: await selectPaymentsUntil(desk.tx, customerId),
    }
    const due = instalments.filter(({ dueOn }) => isOver(dueOn, asked))

    const refusal = refusalOfAcceleration({ ...plan, ...progress, dueMinor: sumOf(due) })
    if (refusal) throw new Refusal('conflict', refusal)

    await store.movePlan(desk.tx, planId, { to: 'accelerated', on: desk.today, why })
    await dropTasksOf(desk, customerId, planId)
    const rest = { minor: progress.openMinor, currency: plan.currency }
    const note = `${decimalOf(rest)} ${rest.currency} · ${why}`
    await askToTell(desk, { customerId, planId, note })
    const data = { ...rest, missedMinor: sumOf(due) - progress.receivedMinor }
    const subject = { kind: 'plan', id: planId }
    await happened(desk, { name: 'plan.accelerated', customerId, subject, why, data })
    return { id: planId }
  })
}

type Telling = { readonly customerId: string; readonly planId: string; readonly note: string }

/** It holds once the customer has it in writing: whoever collects writes to them, today. */
async function askToTell(desk: Desk, { customerId, planId, note }: Telling): Promise<void> {
  const collectorId = await selectCollector(desk.tx, customerId)
  await insertTask(desk.tx, {
    id: newId(),
    organisationId: desk.organisation.id,
    customerId,
    kind: 'letter',
    lane: 'finance',
    cycle: planId,
    dueOn: desk.today,
    note,
    assigneeId: collectorId ?? desk.actor.personId,
    createdAt: desk.now,
  })
}
