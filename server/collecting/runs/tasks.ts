import { appendEvents } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { EndDecision, TaskDecision } from '../gate/rules/decision.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import { insertReachedSteps, insertTasks, type NewTask } from '../messages/index.ts'
import { DECISION_KEY } from '../playbooks/rules/content.ts'
import { senderOf } from './rules/entry.ts'

export type ToDo = {
  readonly decision: TaskDecision | EndDecision
  readonly facts: CustomerFacts
  readonly entryId: string
}

type Where = {
  readonly organisationId: string
  readonly at: Instant
  readonly onDay: Day
  readonly isTest: boolean
}

/** Makes what a run decided into tasks, each once, and notes the steps that they reach. */
export async function makeTasks(
  tx: Transaction,
  where: Where,
  todos: readonly ToDo[],
): Promise<void> {
  if (todos.length === 0) return
  const { organisationId, at, onDay, isTest } = where
  const tasks = todos.map((todo) => taskOf(todo, onDay))
  const made = await insertTasks(tx, { organisationId, at }, tasks)

  const steps = todos.flatMap(({ decision, facts }, index) =>
    decision.claims.map(({ openItemId, stepKey, level, dueOn }) => ({
      id: newId(),
      customerId: facts.id,
      openItemId,
      playbookId: decision.chosen.playbook.id,
      stepKey,
      level,
      cycleDueOn: dueOn,
      messageId: null,
      taskId: made[index]?.id ?? null,
    })),
  )
  await insertReachedSteps(tx, { organisationId, on: onDay, isTest }, steps)
  await appendEvents(
    tx,
    tasks.flatMap((task, index) => {
      if (!made[index]?.isNew) return []
      const { id, kind, customerId, stepKey } = task
      return [
        {
          organisationId,
          at,
          name: kind === 'decision' ? 'customer.decision_needed' : 'task.made',
          by: { kind: 'system' as const },
          subject: { kind: 'task', id },
          customerId,
          data: { kind, step: stepKey },
        },
      ]
    }),
  )
}

function taskOf({ decision, facts, entryId }: ToDo, onDay: Day): NewTask {
  const common = {
    id: newId(),
    customerId: facts.id,
    playbookId: decision.chosen.playbook.id,
    cycle: decision.cycle,
    runEntryId: entryId,
    messageId: null,
    note: '',
  }
  if (decision.kind === 'decision_needed') {
    return {
      ...common,
      kind: 'decision',
      lane: 'finance',
      stepKey: DECISION_KEY,
      assigneeId: facts.collectorId ?? facts.ownerId,
      dueOn: decision.decideUntil,
    }
  }
  const { taskKind, lane, step } = decision
  return {
    ...common,
    // A message that finds no way is for a person; an email as a task does not exist.
    kind: taskKind === 'email' ? 'other' : taskKind,
    lane,
    stepKey: step.key,
    assigneeId:
      taskKind === 'contact' ? (facts.ownerId ?? facts.collectorId) : senderOf(facts, decision),
    dueOn: onDay,
  }
}
