import type { Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'

export function selectTargets(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('webhookTargets')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
}

export function selectTarget(tx: Transaction, id: string) {
  return tx
    .selectFrom('webhookTargets')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

export async function insertTarget(
  tx: Transaction,
  row: Insertable<Schema['webhookTargets']>,
): Promise<void> {
  await tx.insertInto('webhookTargets').values(row).execute()
}

/** Its address is forgotten at once. */
export async function closeTarget(tx: Transaction, id: string, removedAt: Instant): Promise<void> {
  await tx
    .updateTable('webhookTargets')
    .set({ removedAt, isOn: false, url: '' })
    .where('id', '=', id)
    .execute()
}

export async function noteOutcome(
  tx: Transaction,
  id: string,
  outcome:
    | { readonly lastAcceptedAt: Instant }
    | { readonly lastFailedAt: Instant; readonly lastFailure: string },
): Promise<void> {
  await tx.updateTable('webhookTargets').set(outcome).where('id', '=', id).execute()
}
