import { appendEvents, type HistoryEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, addSeconds, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { overdueOn, type Account } from '../account.ts'
import { randomOf, type Random } from '../random.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Taken } from '../story/reminders.ts'
import { CALL_NOTES } from '../story/words.ts'
import type { Cast } from './cast.ts'
import { cycleOf, reachedRows } from './messages.ts'
import { at } from './moments.ts'

type Given = {
  readonly taken: readonly Taken[]
  readonly accounts: readonly Account[]
  readonly entryOf: (step: Taken) => string
  /** The message of which nobody knows whether it arrived. */
  readonly unknown: Taken | null
  readonly bounced: readonly Account[]
  readonly today: Day
}

/** Writes calls and other tasks: most of the past's are done, with what came of them. */
export async function writeTasks(tx: Transaction, cast: Cast, given: Given): Promise<void> {
  const random = randomOf('tasks')
  const calls = given.taken.map((step) =>
    callOf(cast, step, { entryOf: given.entryOf, today: given.today, random }),
  )
  const others = otherTasks(cast, given)
  await insertAll(tx, 'tasks', [...calls.map(({ row }) => row), ...others])
  await insertAll(
    tx,
    'reachedSteps',
    given.taken.flatMap((step) => reachedRows(cast, step, { messageId: null, taskId: step.id })),
  )
  await appendEvents(
    tx,
    calls.flatMap(({ event }) => event ?? []),
  )
}

type Calling = {
  readonly entryOf: (step: Taken) => string
  readonly today: Day
  readonly random: Random
}

function callOf(cast: Cast, step: Taken, { entryOf, today, random }: Calling) {
  const { account, rung, ladder, on } = step
  const { customer } = account
  const assignee = cast.people[rung.lane === 'seller' ? customer.owner : customer.collector]
  const [outcome, note] = random.pick(CALL_NOTES)
  const doneOn = addDays(on, random.between(0, 2))
  // Whoever sells has other things to do, too.
  const isDone = doneOn < today && random.chance(rung.lane === 'seller' ? 0.8 : 0.9)
  const closedAt = addSeconds(at(account, doneOn, '10:15'), random.between(0, 20_000))
  const row: Row<'tasks'> = {
    id: step.id,
    organisationId: cast.organisationId,
    customerId: customer.id,
    kind: 'call',
    lane: rung.lane,
    stepKey: rung.key,
    playbookId: ladder.playbookId,
    cycle: cycleOf(step),
    runEntryId: entryOf(step),
    messageId: null,
    assigneeId: assignee,
    dueOn: on,
    note: '',
    state: isDone ? 'done' : 'open',
    outcome: isDone ? outcome : '',
    createdAt: at(account, on, '08:31'),
    closedAt: isDone ? closedAt : null,
    closedBy: isDone ? assignee : null,
  }
  const event: HistoryEvent = {
    organisationId: cast.organisationId,
    at: closedAt,
    name: 'call.logged',
    by: { kind: 'person', id: assignee },
    customerId: customer.id,
    subject: { kind: 'task', id: step.id },
    why: note,
    data: { outcome, contactId: customer.contacts[0]?.id ?? null },
  }
  return { row, event: isDone ? event : null }
}

function otherTasks(cast: Cast, { accounts, unknown, bounced, today }: Given): Row<'tasks'>[] {
  const nobody = accounts.filter(
    (account) => overdueOn(account, today).length > 0 && account.customer.contacts[0]?.email === '',
  )
  return [
    ...(unknown
      ? [
          taskRow(cast, unknown.account, {
            kind: 'unknown_message',
            messageId: unknown.id,
            dueOn: today,
          }),
        ]
      : []),
    ...nobody.map((account) => taskRow(cast, account, { kind: 'contact', dueOn: today })),
    ...bounced.map((account) =>
      taskRow(cast, account, { kind: 'contact', dueOn: addDays(today, -1) }),
    ),
  ]
}

type Kind = {
  readonly kind: 'contact' | 'unknown_message'
  readonly dueOn: Day
  readonly messageId?: string
}

function taskRow(cast: Cast, account: Account, { kind, dueOn, messageId }: Kind): Row<'tasks'> {
  const id = newId()
  return {
    id,
    organisationId: cast.organisationId,
    customerId: account.customer.id,
    kind,
    lane: 'finance',
    stepKey: null,
    playbookId: null,
    cycle: id,
    runEntryId: null,
    messageId: messageId ?? null,
    assigneeId: cast.people[account.customer.collector],
    dueOn,
    note: '',
    state: 'open',
    outcome: '',
    createdAt: at(account, dueOn, '08:40'),
    closedAt: null,
    closedBy: null,
  }
}
