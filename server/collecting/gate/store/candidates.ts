import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { joiningMany } from '../../../database/planner.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { NOTED_LEVEL, type StepEvent } from '../../playbooks/rules/content.ts'
import type { Narrowing } from '../rules/narrow.ts'

/**
 * The customers of a company for whom anything may be due, in id order. One pass over the open items,
 * joined on ids alone and compared with scalar bounds (stack.md §2: 1.3 s for a million).
 */
export async function selectCandidates(
  tx: Transaction,
  scope: Company,
  narrowing: Narrowing,
): Promise<string[]> {
  const { organisationId, legalEntityId } = scope
  const query = sql<{ customerId: string }>`
    with reached as (
      select r.open_item_id, max(r.level) as level, max(r.reached_on) as reached_on
      from reached_steps r
      join open_items i on i.id = r.open_item_id
        and (r.cycle_due_on = i.due_on or r.reached_on > i.due_on)
      where r.organisation_id = ${organisationId} and r.released_at is null
        and i.closed_on is null and r.level > ${NOTED_LEVEL}
      group by r.open_item_id
    ), due as (
      select i.customer_id
      from open_items i
      left join reached r on r.open_item_id = i.id
      where i.organisation_id = ${organisationId} and i.legal_entity_id = ${legalEntityId}
        and i.closed_on is null and i.open_minor > 0
        and ((${narrowing.arrivedFrom !== null} and i.issued_on >= ${narrowing.arrivedFrom}::date)
          or i.due_on <= (${narrowing.dueUntil}::date[])[coalesce(r.level, -1) + 2]
          or (r.level between ${narrowing.endLevel} and 999
            and r.reached_on <= ${narrowing.endReachedUntil}::date))
    ), answered as (
      ${happened(scope, narrowing)}
    )
    select customer_id from (
      select customer_id from due
      union
      select a.customer_id from answered a join customers c on c.id = a.customer_id
        and c.legal_entity_id = ${legalEntityId}
    ) candidates
    order by customer_id`
  const { rows } = await joiningMany(tx, () => query.execute(tx))
  return rows.map(({ customerId }) => customerId)
}

type Company = { readonly organisationId: string; readonly legalEntityId: string }

/** Customers to whom something happened of late that a playbook answers. */
function happened({ organisationId, legalEntityId }: Company, narrowing: Narrowing) {
  const { events, eventsFrom, arrivedFrom } = narrowing
  const has = (event: StepEvent) => events.has(event)
  return sql`
      select customer_id from promises
      where ${has('promise_broken')} and organisation_id = ${organisationId}
        and state = 'broken' and judged_on >= ${eventsFrom}::date
      union all
      select l.customer_id from plan_instalments n join plans l on l.id = n.plan_id
      where ${has('instalment_missed')} and n.organisation_id = ${organisationId}
        and n.state in ('broken', 'partly_kept') and n.judged_on >= ${eventsFrom}::date
      union all
      select customer_id from contacts
      where ${has('email_bounced')} and organisation_id = ${organisationId} and removed_at is null
        and email_bounced_at >= ${addDays(eventsFrom, -1)}::date
      union all
      select customer_id from replies
      where ${has('reply_received')} and organisation_id = ${organisationId}
        and triaged_at is null and received_on >= ${eventsFrom}::date
      union all
      select customer_id from receivables
      where ${has('invoice_created')} and organisation_id = ${organisationId}
        and delivered_on > issued_on and delivered_on >= ${arrivedFrom}::date
      union all
      select p.customer_id from payments p
      join allocations a on a.payment_id = p.id
      join reached_steps r on r.open_item_id = a.open_item_id and r.released_at is null
        and r.level > ${NOTED_LEVEL}
      where ${has('payment_received')} and p.organisation_id = ${organisationId}
        and p.legal_entity_id = ${legalEntityId}
        and p.received_on >= ${eventsFrom}::date`
}

export type Scope = {
  readonly customerIds: readonly string[]
  readonly day: Day
  /** In test mode what was done in test mode counts; afterwards it never happened. */
  readonly isTest: boolean
  /** Messages to be looked at as if they did not exist: the gate is asked again about them. */
  readonly without: readonly string[]
}
