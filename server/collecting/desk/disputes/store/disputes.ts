import { sql, type Insertable, type Updateable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Day } from '../../../../kernel/day.ts'

export type Disputes = Schema['disputes']

/** A document with what of it is open and in dispute, and the place of the company that issued it. */
export async function selectReceivable(tx: Transaction, id: string) {
  const { rows } = await sql<{
    customerId: string
    customerOwnerId: string | null
    collectorId: string | null
    language: string
    currency: string
    number: string
    openMinor: number
    disputedMinor: number
    country: string
    region: string
  }>`
    select r.customer_id, c.owner_id as customer_owner_id, c.collector_id, c.language, r.currency,
      r.number, e.country, e.region,
      coalesce((select sum(i.open_minor) from open_items i where i.receivable_id = r.id), 0)::bigint
        as open_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.receivable_id = r.id and d.state = 'open'), 0)::bigint as disputed_minor
    from receivables r
    join customers c on c.id = r.customer_id
    join legal_entities e on e.id = r.legal_entity_id
    where r.id = ${id}`.execute(tx)
  return rows[0]
}

export async function insertDispute(tx: Transaction, row: Insertable<Disputes>): Promise<void> {
  await tx.insertInto('disputes').values(row).execute()
}

export function selectDispute(tx: Transaction, id: string) {
  return tx.selectFrom('disputes').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateDispute(
  tx: Transaction,
  id: string,
  changes: Updateable<Disputes>,
): Promise<void> {
  await tx.updateTable('disputes').set(changes).where('id', '=', id).execute()
}

export type Settlement = {
  readonly resolution: NonNullable<Disputes['resolution']>
  readonly settledBy?: string | null
  readonly proofId?: string | null
  readonly closedWithInvoice?: boolean
}

/** Ends a dispute that is open; tells whether it was. */
export async function settleDispute(
  tx: Transaction,
  id: string,
  { resolution, settledBy = null, proofId = null, closedWithInvoice = false }: Settlement,
  today: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('disputes')
    .set({
      state: 'resolved',
      resolution,
      resolvedOn: today,
      settledBy,
      proofId,
      closedWithInvoice,
      expects: null,
      creditedBeforeMinor: null,
      expectedBy: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Expecting = {
  readonly expects: NonNullable<Disputes['expects']>
  readonly creditedBeforeMinor: number
  readonly by: Day
  readonly linkedId: string | null
}

/** A document is asked for: its day is the new deadline. */
export async function expectDocument(
  tx: Transaction,
  id: string,
  { expects, creditedBeforeMinor, by, linkedId }: Expecting,
): Promise<void> {
  await updateDispute(tx, id, {
    expects,
    creditedBeforeMinor,
    expectedBy: by,
    deadlineOn: by,
    escalatedOn: null,
    settledBy: linkedId,
  })
}

/** A document of the same customer and currency, by its id. */
export async function selectDocument(
  tx: Transaction,
  id: string,
  of: { readonly customerId: string; readonly currency: string; readonly not: string },
) {
  return tx
    .selectFrom('receivables')
    .select(['id', 'kind', 'number'])
    .where('id', '=', id)
    .where('customerId', '=', of.customerId)
    .where('currency', '=', of.currency)
    .where('id', '<>', of.not)
    .executeTakeFirst()
}
