import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import { countReminded, keepReminded } from './store/reminders.ts'

/** Says how many documents of the file were asked for elsewhere. */
export async function noteReminders({ tx, found }: Run): Promise<void> {
  const count = await countReminded(tx)
  if (count > 0) found.add(importFinding('documents_reminded', {}, { count }))
}

/** Has what was asked for elsewhere count for gap and level of the playbooks. */
export function followReminders(run: Run): Promise<void> {
  const { tx, organisationId, entity, sourceName: source } = run
  return keepReminded(tx, { organisationId, today: entity.today, source })
}
