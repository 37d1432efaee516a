import { sql } from 'kysely'

import type { Transaction } from '../../../../../database/database.ts'
import type { Day } from '../../../../../kernel/day.ts'

/** Open items that a live promise or an agreed plan covers. */
export async function selectPromisedItems(
  tx: Transaction,
  customerId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select open_item_id as id from promises
      where customer_id = ${customerId} and state = 'open' and open_item_id is not null
    union
    select m.open_item_id from plan_items m join plans l on l.id = m.plan_id
      where l.customer_id = ${customerId} and l.state = 'agreed'`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type PromiseRow = {
  readonly id: string
  readonly minor: number
  readonly currency: string
  readonly receivedMinor: number | null
  readonly madeOn: Day
  readonly promisedFor: Day
  readonly state: 'open' | 'kept' | 'partly_kept' | 'broken' | 'withdrawn'
  readonly level: number
}

export async function selectPromises(
  tx: Transaction,
  customerId: string,
  limit: number,
): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select id, amount_minor as minor, currency, received_minor, made_on, promised_for, state, level
    from promises where customer_id = ${customerId} and state <> 'withdrawn'
    order by promised_for desc, id desc limit ${limit}`.execute(tx)
  return rows
}

export type DisputeRow = {
  readonly id: string
  readonly number: string
  readonly reason:
    | 'never_received'
    | 'wrong_amount'
    | 'price'
    | 'quality'
    | 'quantity'
    | 'not_delivered'
    | 'missing_po'
    | 'duplicate'
    | 'already_paid'
    | 'wrong_entity'
    | 'other'
  readonly minor: number
  readonly currency: string
  readonly note: string
  readonly openedOn: Day
  readonly revisitOn: Day | null
}

export async function selectDisputes(
  tx: Transaction,
  customerId: string,
  limit: number,
): Promise<DisputeRow[]> {
  const { rows } = await sql<DisputeRow>`
    select d.id, r.number, d.reason, d.amount_minor as minor, d.currency, d.note, d.opened_on,
      d.revisit_on
    from disputes d join receivables r on r.id = d.receivable_id
    where d.customer_id = ${customerId} and d.state = 'open'
    order by d.opened_on, d.id limit ${limit}`.execute(tx)
  return rows
}

export type Behaviour = {
  readonly haveSpoken: boolean
  readonly useOrderNumbers: boolean
  readonly remindersSent: number
}

/** What the customer did since a day, and whether their invoices carry order numbers. */
export async function selectBehaviour(
  tx: Transaction,
  customerId: string,
  since: Day,
): Promise<Behaviour> {
  const { rows } = await sql<Behaviour>`
    select
      exists (select from replies where customer_id = ${customerId} and received_on >= ${since})
        or exists (select from outcomes where customer_id = ${customerId}
          and on_day >= ${since} and kind <> 'not_reached')
        or exists (select from promises where customer_id = ${customerId} and made_on >= ${since})
        or exists (select from disputes where customer_id = ${customerId}
          and opened_on >= ${since}) as have_spoken,
      exists (select from receivables where customer_id = ${customerId} and kind = 'invoice'
        and purchase_order <> '') as use_order_numbers,
      (select count(*)::integer from messages where customer_id = ${customerId}
        and on_day >= ${since} and not is_test
        and state in ('handed_over', 'accepted', 'delivered')) as reminders_sent`.execute(tx)
  return rows[0] ?? { haveSpoken: false, useOrderNumbers: false, remindersSent: 0 }
}
