import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type PaymentRow = {
  readonly id: string
  readonly amountMinor: number
  readonly currency: string
  readonly receivedOn: Day
  readonly reference: string
  readonly leftMinor: number
  readonly isReversed: boolean
  readonly reversesId: string | null
  readonly source: string
  readonly recordedAt: Instant
  readonly recordedById: string | null
  readonly recordedByName: string | null
  readonly allocations: {
    readonly id: string
    readonly openItemId: string
    readonly receivableId: string
    readonly number: string
    readonly amountMinor: number
    readonly allocatedOn: Day
    readonly isReversed: boolean
  }[]
}

export type PaymentPage = {
  readonly customerId: string
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** A customer's payments, newest first. A reversed one and its reversal leave nothing on account. */
export async function selectPayments(
  tx: Transaction,
  { customerId, after, limit }: PaymentPage,
): Promise<PaymentRow[]> {
  const from = after ? sql`and (received_on, id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<PaymentRow>`
    select p.id, p.amount_minor, p.currency, p.received_on, p.reference, p.reverses_id,
      p.recorded_at, r.id is not null as is_reversed, s.name as source,
      p.recorded_by as recorded_by_id, person.name as recorded_by_name,
      case when r.id is not null or p.reverses_id is not null then 0
        else p.amount_minor - coalesce((select sum(a.amount_minor) from allocations a
          where a.payment_id = p.id), 0)::bigint end as left_minor,
      (select coalesce(json_agg(json_build_object('id', a.id, 'openItemId', a.open_item_id,
          'receivableId', d.id, 'number', d.number, 'amountMinor', a.amount_minor,
          'allocatedOn', a.allocated_on, 'isReversed', undo.id is not null)
          order by a.allocated_on, a.id), '[]')
        from allocations a join open_items i on i.id = a.open_item_id
        join receivables d on d.id = i.receivable_id
        left join allocations undo on undo.reverses_id = a.id
        where a.payment_id = p.id and a.reverses_id is null) as allocations
    from (
      select * from payments where customer_id = ${customerId} ${from}
      order by received_on desc, id desc limit ${limit + 1}
    ) p
    join sources s on s.id = p.source_id
    left join payments r on r.reverses_id = p.id
    left join people person on person.id = p.recorded_by
    order by p.received_on desc, p.id desc`.execute(tx)
  return rows
}
