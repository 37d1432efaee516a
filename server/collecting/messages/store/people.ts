import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

export type SenderRow = {
  readonly id: string
  readonly name: string
  /** Encrypted under the installation's key. */
  readonly email: string
  readonly title: string
  readonly phone: string
  readonly roles: readonly string[]
}

/** The colleagues under whose names messages go. */
export async function selectSenders(
  tx: Transaction,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SenderRow>> {
  const { rows } = await sql<SenderRow>`
    select p.id, p.name, p.email, m.title, m.phone, m.roles
    from people p join members m on m.person_id = p.id and m.organisation_id = ${organisationId}
    where p.id = any(${ids}::uuid[]) and m.left_at is null and p.disabled_at is null`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

export type AddresseeRow = {
  readonly id: string
  /** Encrypted. */
  readonly name: string
  readonly email: string
}

export async function selectAddressees(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AddresseeRow>> {
  const { rows } = await sql<AddresseeRow>`
    select id, name, email from contacts where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Where messages of test mode go when the acting person has no mailbox of their own. */
export async function selectTestMailbox(tx: Transaction, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom('mailSettings')
    .select('testMailbox')
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return row?.testMailbox ?? ''
}
