import type { Transaction } from '../../../database/database.ts'
import { dayIn, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { decimalOf } from '../../../kernel/money.ts'
import type { ReasonCode } from '../../gate/rules/reasons.ts'
import { selectLetter, selectUntold } from '../store/acceleration.ts'
import { insertTasks } from '../store/tasks.ts'

type Where = { readonly organisationId: string; readonly at: Instant }

type Asking = {
  readonly planId: string
  /** Whoever writes if nobody collects from this customer. */
  readonly senderId: string | null
  /** The mail that did not tell them, and why; neither where a person chose to write. */
  readonly messageId?: string
  readonly reason?: ReasonCode
}

/** Asks whoever collects to write to the customer that all of a plan is due: it holds once they know. */
export async function askForLetter(
  tx: Transaction,
  { organisationId, at }: Where,
  { planId, senderId, messageId, reason }: Asking,
): Promise<string> {
  const { customerId, collectorId, timeZone, currency, minor, why } = await selectLetter(tx, planId)
  const id = newId()
  const task = {
    id,
    customerId,
    kind: 'letter' as const,
    lane: 'finance' as const,
    stepKey: null,
    playbookId: null,
    cycle: planId,
    runEntryId: null,
    messageId: messageId ?? null,
    assigneeId: collectorId ?? senderId,
    dueOn: dayIn(timeZone, at),
    note: `${decimalOf({ minor, currency })} ${currency} · ${why}`,
    ...(reason ? { reason } : {}),
  }
  await insertTasks(tx, { organisationId, at }, [task])
  return id
}

/**
 * Of mails that did not leave or did not arrive, those that the customer must learn of become a person's
 * letter, each once. What is not so any more, nobody needs to be told.
 */
export async function leaveLetters(
  tx: Transaction,
  where: Where,
  messageIds: readonly string[],
  reason: ReasonCode,
): Promise<void> {
  for (const untold of await selectUntold(tx, messageIds)) {
    await askForLetter(tx, where, { ...untold, reason })
  }
}
