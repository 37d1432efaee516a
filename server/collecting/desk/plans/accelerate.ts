import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { judgeCommitments } from '../commitments/commitments.ts'
import { isOver } from '../commitments/rules.ts'
import { selectPaymentsUntil } from '../commitments/store.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { asThough } from '../common/store.ts'
import type * as contract from './contract.ts'
import { dropTasksOf } from './ending.ts'
import { planOf } from './plans.ts'
import { refusalOfAcceleration, sumOf } from './rules.ts'
import * as store from './store.ts'
import { askToWrite, mailShown, tellByMail } from './telling.ts'

type Asked = z.output<typeof contract.acceleratePlan.schema.body>
type Accelerated = z.input<(typeof contract.acceleratePlan.schema.response)[201]>
type Preview = z.input<(typeof contract.previewAcceleration.schema.response)[200]>

/**
 * Makes the whole rest of a plan due whose instalment did not come, and has the customer told. What has
 * come is judged first: of the money and of whoever pulls the clause, the one that comes first counts.
 */
export function acceleratePlan(
  world: World,
  actor: Actor,
  planId: string,
  { why, tell, contactId }: Asked,
): Promise<Accelerated> {
  return atDesk(world, actor, async (desk) => {
    const { customerId, ...data } = await makeRestDue(desk, planId, why)
    await dropTasksOf(desk, customerId, planId)
    const subject = { kind: 'plan', id: planId }
    await happened(desk, { name: 'plan.accelerated', customerId, subject, why, data })

    const telling = { customerId, planId, contactId }
    const told =
      tell === 'mail' ? await tellByMail(desk, world, telling) : await askToWrite(desk, telling, [])
    return { id: planId, ...told }
  })
}

/** What the customer would be told if the rest of a plan were made due now. Nothing is kept. */
export function previewAcceleration(
  world: World,
  actor: Actor,
  planId: string,
  contactId: string | null,
): Promise<Preview> {
  return atDesk(world, actor, (desk) =>
    asThough(desk.tx, async () => {
      const { customerId } = await makeRestDue(desk, planId, '')
      return mailShown(desk, world, { customerId, planId, contactId })
    }),
  )
}

async function makeRestDue(desk: Desk, planId: string, why: string) {
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
  const missedMinor = sumOf(due) - progress.receivedMinor
  return { customerId, minor: progress.openMinor, currency: plan.currency, missedMinor }
}
