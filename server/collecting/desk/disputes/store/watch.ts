import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Day, Instant } from '../../../../kernel/day.ts'
import type { Disputes } from './disputes.ts'

export type Watched = Pick<
  Disputes,
  'id' | 'customerId' | 'receivableId' | 'reason' | 'amountMinor' | 'currency' | 'settledBy'
> & {
  readonly expects: 'credit_note' | 'corrected_invoice' | null
  readonly creditedBeforeMinor: number | null
  readonly openedAt: Instant
}

const WATCHED = sql`d.id, d.customer_id, d.receivable_id, d.reason, d.amount_minor, d.currency,
  d.settled_by, d.expects, d.credited_before_minor, d.opened_at`

/** Customers of whom a dispute may end, begin again, or be due. */
export async function selectConcerned(
  tx: Transaction,
  organisationId: string,
  today: Day,
): Promise<string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct d.customer_id from disputes d
    where d.organisation_id = ${organisationId} and ((d.state = 'open'
        and (d.expects is not null or (d.deadline_on < ${today} and d.escalated_on is null)
          or not exists (select from open_items i
            where i.receivable_id = d.receivable_id and i.closed_on is null)))
      or (d.closed_with_invoice and exists (select from open_items i
        where i.receivable_id = d.receivable_id and i.closed_on is null)))
    order by d.customer_id`.execute(tx)
  return rows.map(({ customerId }) => customerId)
}

type Ended = Watched & { readonly lastMove: Schema['allocations']['kind'] | null }

/** Open disputes on documents of which nothing is open any more, and what closed those last. */
export async function selectEnded(tx: Transaction, customers: readonly string[]): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select ${WATCHED}, (select a.kind from allocations a
        join open_items i on i.id = a.open_item_id
        where i.receivable_id = d.receivable_id and a.reverses_id is null
          and not exists (select from allocations u where u.reverses_id = a.id)
        order by a.recorded_at desc, a.id desc limit 1) as last_move
    from disputes d
    where d.customer_id = any(${[...customers]}::uuid[]) and d.state = 'open'
      and not exists (select from open_items i
        where i.receivable_id = d.receivable_id and i.closed_on is null)
    order by d.id`.execute(tx)
  return rows
}

/** Disputes that ended with their invoice, of which something is open again. */
export async function selectRisen(tx: Transaction, customers: readonly string[]) {
  const { rows } = await sql<Watched & { openMinor: number; country: string; region: string }>`
    select ${WATCHED}, e.country, e.region,
      (select sum(i.open_minor) from open_items i where i.receivable_id = r.id)::bigint as open_minor
    from disputes d
    join receivables r on r.id = d.receivable_id
    join legal_entities e on e.id = r.legal_entity_id
    where d.customer_id = any(${[...customers]}::uuid[]) and d.closed_with_invoice
      and exists (select from open_items i
        where i.receivable_id = d.receivable_id and i.closed_on is null and i.open_minor > 0)
    order by d.id`.execute(tx)
  return rows
}

export async function selectWaiting(
  tx: Transaction,
  customers: readonly string[],
): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select ${WATCHED} from disputes d
    where d.customer_id = any(${[...customers]}::uuid[]) and d.state = 'open'
      and d.expects is not null
    order by d.id`.execute(tx)
  return rows
}

/** Marks those whose deadline passed as told, and returns them: each once, whoever asks. */
export async function escalate(tx: Transaction, customers: readonly string[], today: Day) {
  const { rows } = await sql<
    Watched & { deadlineOn: Day; department: string; ownerId: string | null }
  >`
    update disputes d set escalated_on = ${today}
    where d.customer_id = any(${[...customers]}::uuid[]) and d.state = 'open'
      and d.deadline_on < ${today} and d.escalated_on is null
    returning ${WATCHED}, d.deadline_on, d.department, d.owner_id`.execute(tx)
  return rows
}
