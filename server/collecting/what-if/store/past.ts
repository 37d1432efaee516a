import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { PastCustomer, PastItem } from '../rules/play.ts'

/** Every item that was open on any day since `from`, with what was set against it and when. */
export async function selectPastItems(
  tx: Transaction,
  customerIds: readonly string[],
  from: Day,
): Promise<ReadonlyMap<string, PastItem[]>> {
  const { rows } = await sql<{ customerId: string; items: PastItem[] }>`
    select i.customer_id, json_agg(json_build_object('id', i.id, 'receivableId', i.receivable_id,
      'arrivedOn', greatest(r.issued_on, r.delivered_on), 'issuedOn', i.issued_on,
      'dueOn', i.due_on, 'currency', i.currency, 'totalMinor', i.total_minor,
      'dueIsAssumed', r.due_is_assumed, 'isVanished', r.vanished_on is not null,
      'allocations', coalesce(a.list, '[]'::json)) order by i.id) as items
    from open_items i join receivables r on r.id = i.receivable_id
    left join lateral (
      select json_agg(json_build_object('on', allocated_on, 'minor', amount_minor)) as list
      from allocations where open_item_id = i.id) a on true
    where i.customer_id = any(${customerIds}::uuid[])
      and (i.closed_on is null or i.closed_on >= ${from}::date)
    group by i.customer_id`.execute(tx)
  return new Map(rows.map(({ customerId, items }) => [customerId, items]))
}

type PastPauses = Pick<PastCustomer, 'promises' | 'disputes' | 'holds'>

/** What paused reminders since `from`, each with its days. */
export async function selectPastPauses(
  tx: Transaction,
  customerIds: readonly string[],
  from: Day,
): Promise<ReadonlyMap<string, PastPauses>> {
  const { rows } = await sql<PastPauses & { customerId: string }>`
    select c.id as customer_id,
      coalesce((select json_agg(json_build_object('id', p.id, 'openItemId', p.open_item_id,
          'currency', p.currency, 'minor', p.amount_minor, 'promisedFor', p.promised_for,
          'level', p.level,
          'from', p.made_on, 'to', coalesce(p.judged_on, p.promised_for)))
        from promises p where p.customer_id = c.id and p.promised_for >= ${from}::date
          and p.state <> 'withdrawn'), '[]'::json) as promises,
      coalesce((select json_agg(json_build_object('receivableId', d.receivable_id,
          'currency', d.currency, 'minor', d.amount_minor, 'from', d.opened_on,
          'to', d.resolved_on))
        from disputes d where d.customer_id = c.id
          and (d.resolved_on is null or d.resolved_on >= ${from}::date)), '[]'::json) as disputes,
      coalesce((select json_agg(json_build_object('receivableId', h.receivable_id,
          'reason', h.reason, 'endsOn', h.ends_on, 'from', h.starts_on,
          'to', least(h.ends_on, h.lifted_on - 1)))
        from holds h where h.customer_id = c.id and h.ends_on >= ${from}::date), '[]'::json) as holds
    from customers c where c.id = any(${customerIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ customerId, ...pauses }) => [customerId, pauses]))
}
