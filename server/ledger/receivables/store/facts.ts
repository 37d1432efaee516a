import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type ItemRow = {
  readonly openItemId: string
  readonly customerId: string
  readonly receivableId: string
  readonly kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  readonly documentNumber: string
  readonly sequence: number
  readonly instalments: number
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly deliveredOn: Day | null
  readonly isDueAssumed: boolean
  readonly vanishedOn: Day | null
  readonly currency: string
  readonly totalMinor: number
  readonly openMinor: number
  readonly documentDisputedMinor: number
  readonly purchaseOrder: string
}

/** What these customers have open at the end of a day, by due day. */
export async function selectOpenOn(
  tx: Transaction,
  customerIds: readonly string[],
  on: Day,
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.id as open_item_id, i.customer_id, i.receivable_id, r.kind,
      r.number as document_number, i.sequence,
      (select count(*)::integer from open_items s where s.receivable_id = r.id) as instalments,
      i.issued_on, i.due_on, r.delivered_on, r.due_is_assumed as is_due_assumed, r.vanished_on,
      i.currency, i.total_minor, i.open_minor + coalesce(later.minor, 0)::bigint as open_minor,
      coalesce((select sum(d.amount_minor) from disputes d
        where d.receivable_id = r.id and d.opened_on <= ${on}
          and (d.resolved_on is null or d.resolved_on > ${on})), 0)::bigint
        as document_disputed_minor,
      r.purchase_order
    from open_items i join receivables r on r.id = i.receivable_id
    left join lateral (
      select sum(a.amount_minor) as minor from allocations a
      where a.open_item_id = i.id and a.allocated_on > ${on}) later on true
    where i.customer_id = any(${customerIds}::uuid[]) and i.issued_on <= ${on}
      and (i.closed_on is null or i.closed_on > ${on})
      and i.open_minor + coalesce(later.minor, 0) <> 0
    order by i.due_on, r.number, i.sequence`.execute(tx)
  return rows
}

export type UnappliedRow = {
  readonly customerId: string
  readonly currency: string
  readonly unappliedMinor: number
}

/** Money of these customers that is set against nothing at the end of a day. */
export async function selectUnappliedOn(
  tx: Transaction,
  customerIds: readonly string[],
  on: Day,
): Promise<UnappliedRow[]> {
  const { rows } = await sql<UnappliedRow>`
    select customer_id, currency, sum(minor)::bigint as unapplied_minor from (
      select p.customer_id, p.currency, p.amount_minor as minor from payments p
      where p.customer_id = any(${customerIds}::uuid[]) and p.received_on <= ${on}
      union all
      select p.customer_id, p.currency, -a.amount_minor
      from allocations a join payments p on p.id = a.payment_id
      where p.customer_id = any(${customerIds}::uuid[]) and a.allocated_on <= ${on}
    ) parts group by customer_id, currency having sum(minor) <> 0`.execute(tx)
  return rows
}

export type AccountRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly address: string
  readonly country: string
  readonly language: string
  readonly legalEntityId: string
  readonly entityName: string
  readonly entityAddress: string
  readonly entityCountry: string
  readonly entityTimeZone: string
  readonly entityVatId: string
  readonly entityPaymentDetails: string
  readonly entityIban: string
  readonly ledgerSyncedAt: Instant | null
  readonly paymentsConsideredUntil: Day | null
}

/** The customers with the entity that invoices them and how far its facts are known. */
export async function selectAccounts(
  tx: Transaction,
  customerIds: readonly string[],
): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select c.id, c.number, c.name, c.address, c.country, c.language, c.legal_entity_id,
      e.name as entity_name, e.address as entity_address, e.country as entity_country,
      e.time_zone as entity_time_zone, e.vat_id as entity_vat_id,
      e.payment_details as entity_payment_details, e.iban as entity_iban,
      s.ledger_synced_at, s.payments_considered_until
    from customers c join legal_entities e on e.id = c.legal_entity_id
    left join (
      select legal_entity_id, min(ledger_synced_at) as ledger_synced_at,
        min(payments_considered_until) as payments_considered_until
      from sources group by legal_entity_id) s on s.legal_entity_id = e.id
    where c.id = any(${customerIds}::uuid[])`.execute(tx)
  return rows
}
