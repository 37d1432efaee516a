import type { Day } from '../../../../kernel/day.ts'
import { addWithin, type OwnTask } from '../../tasks/tasks.ts'
import * as store from '../store.ts'
import type { Followed, Logging } from './logging.ts'

type Wanted = {
  readonly kind: OwnTask['kind']
  readonly lane: OwnTask['lane']
  readonly dueOn: Day
  readonly note: string
  readonly assigneeId: string | null
}

/** A task that is there once: one of its kind that is open already is the one. */
export async function onceFor(
  { desk, customer }: Logging,
  task: Wanted,
): Promise<Followed['opened'][number] & { readonly isNew: boolean }> {
  const open = await store.selectOpenTask(desk.tx, customer.id, task.kind)
  const { id } = open === null ? await addWithin(desk, customer.id, task) : { id: open }
  return { kind: 'task', id, isNew: open === null }
}

/** A task of its own. */
export async function taskFor(
  { desk, customer }: Logging,
  task: Wanted,
): Promise<Followed['opened'][number]> {
  const { id } = await addWithin(desk, customer.id, task)
  return { kind: 'task', id }
}
