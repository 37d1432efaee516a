import { appendEvent } from '../../../access/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SystemDesk } from '../common/system.ts'
import { insertTermsTask } from './store.ts'

type Missed = { readonly customerId: string; readonly promiseId: string; readonly level: number }

/** A second promise not kept: the customer's owner is asked to speak of other terms, once. */
export async function askForTerms(desk: SystemDesk, missed: Missed): Promise<void> {
  const { customerId, promiseId, level } = missed
  const id = newId()
  const isNew = await insertTermsTask(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    cycle: promiseId,
    dueOn: desk.today,
    createdAt: desk.now,
  })
  if (!isNew) return
  await appendEvent(desk.tx, {
    name: 'terms.proposed',
    organisationId: desk.organisation.id,
    at: desk.now,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'task', id },
    data: { level: level + 1 },
  })
}
