import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { WriteScope } from './write-documents.ts'

/** Writes the payments that are new and sets them against their invoices; says which items moved. */
export async function writePayments(tx: Transaction, scope: WriteScope): Promise<string[]> {
  const recorded = sql`${scope.at}::timestamptz, ${scope.recordedBy}::uuid`
  await sql`
    insert into payments (id, organisation_id, legal_entity_id, customer_id, amount_minor, currency,
      received_on, reference, source_id, external_id, recorded_at, recorded_by)
    select payment_id, ${scope.organisationId}::uuid, entity_id, customer_id, amount_minor, currency,
      received_on, reference, ${scope.sourceId}::uuid, external_id, ${recorded}
    from plan_payments where not is_known`.execute(tx)
  await sql`
    insert into allocations (id, organisation_id, customer_id, open_item_id, payment_id, kind,
      amount_minor, allocated_on, recorded_at, recorded_by)
    select gen_random_uuid(), ${scope.organisationId}::uuid, customer_id, item_id, payment_id,
      'payment', amount_minor, allocated_on, ${recorded}
    from plan_allocations`.execute(tx)
  await sql`
    insert into allocations (id, organisation_id, customer_id, open_item_id, kind, amount_minor,
      allocated_on, recorded_at, recorded_by)
    select gen_random_uuid(), ${scope.organisationId}::uuid, min(customer_id::text)::uuid, item_id,
      'adjustment', -least(sum(amount_minor), max(adjusted))::bigint, max(adjusted_on), ${recorded}
    from plan_allocations where adjusted > 0 group by item_id`.execute(tx)
  const { rows } = await sql<{ itemId: string }>`
    select distinct item_id from plan_allocations`.execute(tx)
  return rows.map(({ itemId }) => itemId)
}

export async function paidCustomers(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct customer_id as id from plan_payments where not is_known`.execute(tx)
  return rows.map(({ id }) => id)
}
