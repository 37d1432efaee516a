import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, happened, lockDeskCustomer, refuseStranger, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

type NewTask = z.output<typeof contract.addTask.schema.body>
type Query = z.output<typeof contract.listTasks.schema.querystring>
type Page = z.input<(typeof contract.listTasks.schema.response)[200]>
type Done = Promise<{ id: string }>

export function listTasks(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async ({ tx }) => {
    const key = keyOf(query.cursor, 2)
    const { state, customer, assignee, kind, limit } = query
    const rows = await store.selectTasks(tx, {
      organisationId: actor.organisationId,
      owners: actor.owners,
      state,
      customer,
      assignee,
      kind,
      after: key ? [String(key[0]), String(key[1])] : null,
      limit,
    })

    const page = pageFrom(rows, limit, (row) => [row.dueOn, row.id])
    return {
      next: page.next,
      rows: page.rows.map(({ customerId, customerName, assigneeId, assigneeName, ...row }) => ({
        ...row,
        customer: { id: customerId, name: customerName },
        assignee: personOf(assigneeId, assigneeName),
      })),
    }
  })
}

/** Adds a task for somebody, or for nobody yet. */
export function addTask(world: World, actor: Actor, customerId: string, task: NewTask): Done {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    await refuseStranger(desk, task.assigneeId)

    return addWithin(desk, customerId, task)
  })
}

export type OwnTask = Omit<NewTask, 'kind'> & { readonly kind: store.TaskKind }

/** The same in the transaction of a desk that holds the customer. */
export async function addWithin(
  desk: Desk,
  customerId: string,
  task: OwnTask,
): Promise<{ id: string }> {
  const id = newId()
  await store.insertTask(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    ...task,
    // A task of a person's own has no step; its id keeps it apart from the next one.
    cycle: id,
    createdAt: desk.now,
  })
  const subject = { kind: 'task', id }
  await happened(desk, { name: 'task.added', customerId, subject, data: { kind: task.kind } })
  return { id }
}

/** Closes a task with what came of it. */
export function completeTask(
  world: World,
  actor: Actor,
  taskId: string,
  { outcome, note }: { outcome: string; note: string },
): Done {
  return withTask(world, actor, taskId, (desk, task) => closeWithin(desk, task, { outcome, note }))
}

/** The same in the transaction of a desk that holds the customer. */
export async function closeWithin(
  desk: Desk,
  task: { readonly id: string; readonly kind: string; readonly customerId: string },
  { outcome, note }: { readonly outcome: string; readonly note: string },
): Promise<void> {
  const closing = { outcome, at: desk.now, by: desk.actor.personId }

  const wasOpen = await store.closeTask(desk.tx, task.id, closing)
  if (!wasOpen) throw new Refusal('conflict', 'task_not_open')

  await happened(desk, {
    name: 'task.done',
    customerId: task.customerId,
    subject: { kind: 'task', id: task.id },
    why: note,
    data: { kind: task.kind, outcome },
  })
}

/** Opens a closed task again. */
export function reopenTask(world: World, actor: Actor, taskId: string): Done {
  return withTask(world, actor, taskId, async (desk, { customerId }) => {
    const wasClosed = await store.reopenTask(desk.tx, taskId)
    if (!wasClosed) throw new Refusal('conflict', 'task_is_open')

    await happened(desk, {
      name: 'task.reopened',
      customerId,
      subject: { kind: 'task', id: taskId },
    })
  })
}

export function assignTask(
  world: World,
  actor: Actor,
  taskId: string,
  assigneeId: string | null,
): Done {
  return withTask(world, actor, taskId, async (desk, { customerId }) => {
    await refuseStranger(desk, assigneeId)

    await store.assignTask(desk.tx, taskId, assigneeId)
    await happened(desk, {
      name: 'task.assigned',
      customerId,
      subject: { kind: 'task', id: taskId },
      data: { assigneeId },
    })
  })
}

type Task = NonNullable<Awaited<ReturnType<typeof store.selectTask>>>

function withTask(
  world: World,
  actor: Actor,
  taskId: string,
  work: (desk: Desk, task: Task) => Promise<void>,
): Done {
  return atDesk(world, actor, async (desk) => {
    const task = await store.selectTask(desk.tx, taskId)
    if (!task) throw new Refusal('not_found', 'no_such_task')
    await lockDeskCustomer(desk, task.customerId)
    await work(desk, task)
    return { id: taskId }
  })
}
