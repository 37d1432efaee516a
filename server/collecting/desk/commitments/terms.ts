import { appendEvent } from '../../../access/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SystemDesk } from '../common/system.ts'
import { dropTask } from '../tasks/store.ts'
import { insertTermsTask, selectTermsTask } from './store.ts'

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

/** The promise was kept after all: nobody need speak of other terms because of it. */
export async function callOffTerms(
  desk: SystemDesk,
  { customerId, promiseId }: Pick<Missed, 'customerId' | 'promiseId'>,
): Promise<void> {
  const id = await selectTermsTask(desk.tx, promiseId)
  if (id === null) return
  await dropTask(desk.tx, id, { outcome: 'promise_kept', at: desk.now })
  await appendEvent(desk.tx, {
    name: 'task.called_off',
    organisationId: desk.organisation.id,
    at: desk.now,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'task', id },
    data: { kind: 'terms' },
  })
}
