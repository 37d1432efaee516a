import type { Doer } from '../../access/index.ts'
import { followSource } from '../../ledger/index.ts'
import type { CustomersPlanned } from './planned.ts'
import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import { disputedDocuments, undisputedAmong } from './store/holds.ts'

type Planned = {
  readonly customers: CustomersPlanned | null
  readonly hasDocuments: boolean
}

/** Says how many customers the file has as blocked and how many documents as disputed. */
export async function noteHolds(run: Run, pass: Planned) {
  const blocked = pass.customers?.blocked.size ?? 0
  if (blocked > 0) run.found.add(importFinding('customers_blocked', {}, { count: blocked }))
  if (!pass.hasDocuments || !hasField(run, 'disputed')) return
  const { length } = await disputedDocuments(run.tx)
  if (length > 0) run.found.add(importFinding('documents_disputed', {}, { count: length }))
}

/** Holds what the file has as blocked or disputed; lifts such holds where it now says the contrary. */
export async function followHolds(run: Run, { customers, hasDocuments }: Planned, by: Doer) {
  const { tx, organisationId, at, entity, sourceName: source } = run
  const doing = { organisationId, at, by, owners: null }
  const shared = { source, today: entity.today }
  if (customers && hasField(run, 'blocked')) {
    await followSource(tx, doing, {
      ...shared,
      reason: 'other',
      held: [...customers.blocked].map((customerId) => ({ customerId, receivableId: null })),
      isFree: ({ customerId }) => customers.unblocked.has(customerId),
    })
  }
  if (!hasDocuments || !hasField(run, 'disputed')) return
  const free = await undisputedAmong(tx, organisationId)
  await followSource(tx, doing, {
    ...shared,
    reason: 'dispute',
    held: await disputedDocuments(tx),
    isFree: ({ receivableId }) => receivableId !== null && free.has(receivableId),
  })
}

function hasField({ mapping }: Run, name: 'blocked' | 'disputed'): boolean {
  return mapping.columns.some(({ field }) => field === name)
}
