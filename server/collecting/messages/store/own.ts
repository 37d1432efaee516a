import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { OwnMessage } from '../own/message.ts'
import type { Instalment } from '../own/rules.ts'

export type OwnRow = Omit<
  OwnMessage,
  'hasStatement' | 'receivableIds' | 'files' | 'said' | 'copy'
> & {
  /** Encrypted. */
  readonly snapshot: string
}

/** What is kept of a message that a person asked for. */
export async function selectWhole(tx: Transaction, id: string): Promise<OwnRow> {
  const row = await tx
    .selectFrom('messages')
    .select([
      'customerId',
      'legalEntityId',
      'lane',
      'templateKey',
      'cycle',
      'contactId',
      'senderId',
      'snapshot',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- claimOwn wrote its lane and template
  return row as OwnRow
}

/** How often such a message was tried. */
export async function selectLastAttempt(
  tx: Transaction,
  { customerId, templateKey, cycle }: OwnRow,
): Promise<number> {
  const { last } = await tx
    .selectFrom('messages')
    .select((of) => of.fn.coalesce(of.fn.max('attempt'), of.lit(0)).as('last'))
    .where('customerId', '=', customerId)
    .where('playbookId', 'is', null)
    .where('stepKey', '=', templateKey)
    .where('cycle', '=', cycle)
    .executeTakeFirstOrThrow()
  return last
}

/** An instalment and what of it is still to come: what is open of its plan beyond all later ones. */
export async function selectInstalment(tx: Transaction, id: string): Promise<Instalment> {
  const { rows } = await sql<Instalment>`
    select n.number, n.due_on, l.currency,
      (select count(*)::integer from plan_instalments o where o.plan_id = l.id) as count,
      array(select i.receivable_id from plan_items m join open_items i on i.id = m.open_item_id
        where m.plan_id = l.id) as receivable_ids,
      least(n.amount_minor, greatest(0,
        (select coalesce(sum(least(greatest(i.open_minor, 0), m.amount_minor)), 0)
          from plan_items m join open_items i on i.id = m.open_item_id where m.plan_id = l.id)
        - (select coalesce(sum(later.amount_minor), 0) from plan_instalments later
          where later.plan_id = l.id and later.number > n.number)))::bigint as minor,
      l.state = 'agreed' and n.state = 'open' as is_open
    from plan_instalments n join plans l on l.id = n.plan_id
    where n.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`no instalment ${id}`)
  return row
}

/** Whether something else of these invoices is in dispute. */
export async function hasOtherDispute(
  tx: Transaction,
  receivableIds: readonly string[],
  disputeId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from disputes where receivable_id = any(${[...receivableIds]}::uuid[])
      and (state = 'open' or closed_with_invoice) and id <> ${disputeId} limit 1`.execute(tx)
  return rows.length > 0
}

type Sought = Pick<OwnMessage, 'receivableIds' | 'contactId'> & { readonly isTest: boolean }

/** The Message-ID of the last mail to somebody about these invoices; null if none reached them. */
export async function selectLastAbout(
  tx: Transaction,
  { receivableIds, contactId, isTest }: Sought,
): Promise<string | null> {
  const { rows } = await sql<{ header: string }>`
    select m.message_id_header as header
    from open_items i
    join reached_steps r on r.open_item_id = i.id
    join messages m on m.id = r.message_id
    where i.receivable_id = any(${[...receivableIds]}::uuid[]) and m.contact_id = ${contactId}
      and m.is_test = ${isTest} and m.channel = 'email' and m.state in ('accepted', 'delivered')
    order by m.answered_at desc, m.id desc limit 1`.execute(tx)
  return rows[0]?.header ?? null
}
