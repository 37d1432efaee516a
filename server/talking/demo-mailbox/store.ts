import { sql } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'

export type MailRow = {
  readonly id: string
  readonly receivedAt: Instant
  readonly summary: string
  readonly source: Buffer
}

export async function isDemo(db: Database, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .select('isDemo')
    .executeTakeFirst()
  return row?.isDemo === true
}

export async function insertMail(
  tx: Transaction,
  organisationId: string,
  mail: MailRow,
): Promise<void> {
  await tx
    .insertInto('caughtMails')
    .values({ organisationId, ...mail })
    .execute()
}

/** Newest first. The id, made in time's order, decides among mails of one stopped moment. */
export function selectMails(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('caughtMails')
    .where('organisationId', '=', organisationId)
    .select(['id', 'receivedAt', 'summary'])
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function selectMail(tx: Transaction, organisationId: string, id: string) {
  return tx
    .selectFrom('caughtMails')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .select(['receivedAt', 'source'])
    .executeTakeFirst()
}

export async function deleteOldMails(
  tx: Transaction,
  organisationId: string,
  kept: number,
): Promise<void> {
  await sql`
    delete from caught_mails where organisation_id = ${organisationId} and id in (
      select id from caught_mails where organisation_id = ${organisationId}
      order by received_at desc, id desc offset ${kept})`.execute(tx)
}
