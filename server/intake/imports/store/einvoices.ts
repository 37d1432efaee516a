import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { EinvoiceReceivable } from '../../einvoices/index.ts'

type Buyer = EinvoiceReceivable['buyer']
type Scope = {
  readonly organisationId: string
  readonly sourceId: string
  readonly entity: { readonly id: string }
}

export type KnownBuyer = { readonly number: string; readonly name: string }

/** The customers that buyers are: by VAT number, by an identifier that is a number, by name. */
export async function selectBuyers(
  tx: Transaction,
  { organisationId, entity }: Scope,
  buyers: readonly Buyer[],
): Promise<(KnownBuyer | null)[]> {
  const found: (KnownBuyer | null)[] = []
  for (const { vatId, identifiers, name } of buyers) {
    const { rows } = await sql<KnownBuyer & { rank: number }>`
      select c.number, c.name, case
          when c.number = any(${identifiers.map(({ id }) => id)}::text[]) then 1
          when c.vat_id <> '' and c.vat_id = ${vatId} then 2 else 3 end as rank
      from customers c
      where c.organisation_id = ${organisationId} and c.legal_entity_id = ${entity.id}
        and (c.number = any(${[...identifiers.map(({ id }) => id), vatId ?? '', name ?? '']}::text[])
          or (c.vat_id <> '' and c.vat_id = ${vatId}) or c.name_key = plain_text(${name}))
      order by rank, c.number limit 2`.execute(tx)
    const [first, second] = rows
    // Two customers of one name are not told apart by it.
    found.push(first && !(second && first.rank === 3) ? first : null)
  }
  return found
}

/** Documents that another source brings, too, are its to change: here they are only evidence. */
export async function leaveToTheirSources(tx: Transaction, scope: Scope): Promise<void> {
  await sql`
    create temp table stage_invoices on commit drop as
    select distinct s.number, s.kind, s.customer_number from stage_rows s`.execute(tx)
  await sql`
    delete from stage_rows s where exists (
      select from receivables r where r.organisation_id = ${scope.organisationId}
        and r.number = s.number and r.legal_entity_id = s.entity_id
        and r.source_id <> ${scope.sourceId} and r.currency = s.currency
        and replace(r.kind, 'debit_note', 'invoice') = s.kind)`.execute(tx)
}

/** The documents in the ledger that the invoices of the file are. */
export async function selectInvoiced(tx: Transaction, { organisationId, entity }: Scope) {
  const { rows } = await sql<{ receivableId: string; customerId: string }>`
    select distinct r.id as receivable_id, r.customer_id from stage_invoices s join receivables r
      on r.organisation_id = ${organisationId} and r.number = s.number
      and r.legal_entity_id = ${entity.id} and replace(r.kind, 'debit_note', 'invoice') = s.kind
    order by r.id`.execute(tx)
  return rows
}
