import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Day, Instant } from '../../../../kernel/day.ts'
import type { Disputes } from './disputes.ts'

export type InvoiceRow = {
  readonly issuedOn: Day
  readonly dueOn: Day | null
  readonly totalMinor: number
  readonly openMinor: number
  readonly disputedMinor: number
  readonly country: string
  readonly region: string
  readonly openedById: string | null
  readonly openedByName: string | null
  readonly escalatedOn: Day | null
  readonly settledById: string | null
  readonly settledByNumber: string | null
  readonly proofId: string | null
  readonly proofName: string | null
}

/** The invoice of a dispute as it stands, and who and what ended the dispute. */
export async function selectInvoice(tx: Transaction, disputeId: string) {
  const { rows } = await sql<InvoiceRow>`
    select r.issued_on, r.total_minor, i.due_on, coalesce(i.open_minor, 0)::bigint as open_minor,
      coalesce((select sum(x.amount_minor) from disputes x
        where x.receivable_id = r.id and x.state = 'open'), 0)::bigint as disputed_minor,
      e.country, e.region, b.id as opened_by_id, b.name as opened_by_name, d.escalated_on,
      s.id as settled_by_id, s.number as settled_by_number, v.id as proof_id, f.name as proof_name
    from disputes d
    join receivables r on r.id = d.receivable_id
    join legal_entities e on e.id = r.legal_entity_id
    left join lateral (select min(due_on) as due_on, sum(open_minor) as open_minor
      from open_items where receivable_id = r.id) as i on true
    left join people b on b.id = d.opened_by
    left join receivables s on s.id = d.settled_by
    left join evidence v on v.id = d.proof_id
    left join files f on f.id = v.file_id
    where d.id = ${disputeId}`.execute(tx)
  return rows[0]
}

export function selectOthers(tx: Transaction, receivableId: string, not: string) {
  return tx
    .selectFrom('disputes')
    .select(['id', 'reason', 'amountMinor', 'currency', 'state'])
    .where('receivableId', '=', receivableId)
    .where('id', '<>', not)
    .orderBy('id', 'desc')
    .execute()
}

export type EvidenceRow = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly isSigned: boolean
  readonly bytes: number
  readonly addedAt: Instant
  readonly adderId: string | null
  readonly adderName: string | null
  readonly isFromAnswer: boolean
}

export async function selectEvidence(tx: Transaction, disputeId: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select v.id, f.name, v.kind, v.is_signed, f.bytes, x.added_at, p.id as adder_id,
      p.name as adder_name, x.question_id is not null as is_from_answer
    from dispute_evidence x
    join evidence v on v.id = x.evidence_id
    join files f on f.id = v.file_id
    left join people p on p.id = x.added_by
    where x.dispute_id = ${disputeId} and v.removed_at is null
    order by x.id desc`.execute(tx)
  return rows
}

export type HistoryRow = {
  readonly id: string
  readonly at: Instant
  readonly name: string
  readonly byId: string | null
  readonly byName: string | null
  readonly why: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What happened with one dispute, oldest first. */
export async function selectHistory(
  tx: Transaction,
  customerId: string,
  disputeId: string,
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select e.id, e.at, e.name, p.id as by_id, p.name as by_name, e.why, e.data
    from events e left join people p on p.id = e.actor_id
    where e.customer_id = ${customerId} and e.subject_kind = 'dispute'
      and e.subject_id = ${disputeId}
    order by e.id limit 500`.execute(tx)
  return rows
}

export type CandidateRow = {
  readonly id: string
  readonly kind: 'invoice' | 'credit_note'
  readonly number: string
  readonly issuedOn: Day
  readonly totalMinor: number
  readonly isRelated: boolean
}

type Sought = Pick<Disputes, 'customerId' | 'receivableId' | 'currency'> & {
  readonly openedAt: Instant
}

/**
 * Documents of the customer that came since a dispute began and settled none yet: those that share
 * an order with the disputed one, or name its number, are related to it.
 */
export async function selectCandidates(tx: Transaction, sought: Sought): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select n.id, n.kind, n.number, n.issued_on, abs(n.total_minor)::bigint as total_minor,
      (n.order_reference <> '' and n.order_reference = r.order_reference)
        or (n.purchase_order <> '' and n.purchase_order = r.purchase_order)
        or strpos(n.number, r.number) > 0
        or n.order_reference = r.number as is_related
    from receivables n join receivables r on r.id = ${sought.receivableId}
    where n.customer_id = ${sought.customerId} and n.id <> r.id and n.currency = ${sought.currency}
      and n.kind in ('invoice', 'credit_note') and n.created_at >= ${sought.openedAt}
      and n.vanished_on is null
      and not exists (select from disputes d where d.settled_by = n.id)
    order by n.issued_on, n.id limit 100`.execute(tx)
  return rows
}

/** Credit set against an invoice, less what was taken back. */
export async function selectCredited(tx: Transaction, receivableId: string): Promise<number> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(a.amount_minor), 0)::bigint as minor
    from allocations a join open_items i on i.id = a.open_item_id
    where i.receivable_id = ${receivableId} and a.kind = 'credit'`.execute(tx)
  return rows[0]?.minor ?? 0
}
