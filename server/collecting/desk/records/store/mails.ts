import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'
import type { Schema } from '../../../../database/schema.ts'
import type { Instant } from '../../../../kernel/day.ts'

export type MailDelivery =
  | 'waiting'
  | 'handed_over'
  | 'accepted'
  | 'refused'
  | 'unknown'
  | 'given_up'

/** Keeps a mail to be sent; false when the record has its copy of this kind already. */
export async function insertMail(
  tx: Transaction,
  row: Insertable<Schema['recordMails']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('recordMails')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function selectMails(tx: Transaction, recordId: string) {
  return tx
    .selectFrom('recordMails')
    .selectAll()
    .where('recordId', '=', recordId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function countRequests(tx: Transaction, recordId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from record_mails
    where record_id = ${recordId} and kind = 'request'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** A request that has not left gives way to the one that is asked for now. */
export async function dropWaitingRequests(tx: Transaction, recordId: string): Promise<void> {
  await tx
    .updateTable('recordMails')
    .set({ delivery: 'given_up' })
    .where('recordId', '=', recordId)
    .where('kind', '=', 'request')
    .where('delivery', '=', 'waiting')
    .execute()
}

/** The mail that a link went with, and whether a newer one was asked for since. */
export async function selectMailOfLink(tx: Transaction, linkId: string) {
  const { rows } = await sql<{ isTest: boolean; isLatest: boolean }>`
    select m.is_test, not exists (select from record_mails n
      where n.record_id = m.record_id and n.kind = 'request'
        and (n.asked_at, n.id) > (m.asked_at, m.id)) as is_latest
    from record_mails m where m.link_id = ${linkId}`.execute(tx)
  return rows[0]
}

export async function selectMail(tx: Transaction, id: string) {
  return tx.selectFrom('recordMails').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A mail, held until the transaction ends. */
export async function lockMail(tx: Transaction, id: string) {
  return tx
    .selectFrom('recordMails')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

type HandingOver = {
  readonly linkId: string | null
  readonly isTest: boolean
  readonly handedOverAt: Instant
  readonly handedOverBy: string
}

export async function noteHandingOver(
  tx: Transaction,
  id: string,
  handing: HandingOver,
): Promise<void> {
  await tx
    .updateTable('recordMails')
    .set({ delivery: 'handed_over', ...handing })
    .where('id', '=', id)
    .execute()
}

export async function noteDelivery(
  tx: Transaction,
  id: string,
  noted: {
    readonly delivery: MailDelivery
    readonly answer?: string
    readonly answeredAt?: Instant
  },
): Promise<void> {
  await tx.updateTable('recordMails').set(noted).where('id', '=', id).execute()
}

/** Who asked, and where answers to them go. */
export async function selectAsker(tx: Transaction, personId: string) {
  return tx
    .selectFrom('people')
    .select(['name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
}

export async function isDemo(tx: Transaction, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('organisations')
    .select('isDemo')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.isDemo ?? false
}
