import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { insertTasks } from '../messages/index.ts'
import { selectToAllocate } from './store/approval.ts'

type Where = { readonly organisationId: string; readonly at: Instant; readonly onDay: Day }

/** Money that covers the debt and is set against nothing wants a person, not a reminder. */
export async function askToAllocate(
  tx: Transaction,
  { organisationId, at, onDay }: Where,
  runId: string,
): Promise<void> {
  const entries = await selectToAllocate(tx, runId)
  const tasks = entries.map(({ entryId, customerId, ownerId, collectorId }) => ({
    id: newId(),
    customerId,
    kind: 'allocation' as const,
    lane: 'finance' as const,
    stepKey: null,
    playbookId: null,
    cycle: entryId,
    runEntryId: entryId,
    messageId: null,
    assigneeId: collectorId ?? ownerId,
    dueOn: onDay,
    note: '',
  }))
  await insertTasks(tx, { organisationId, at }, tasks)
}
