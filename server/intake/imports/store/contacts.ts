import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'

export type KnownContact = {
  readonly id: string
  readonly customerId: string
  readonly role: string
  readonly name: string
  readonly emailHash: string | null
  readonly phone: string
  readonly phoneHash: string | null
  readonly isPrimary: boolean
}

export async function selectContacts(
  tx: Transaction,
  organisationId: string,
  customerIds: readonly string[],
): Promise<KnownContact[]> {
  const { rows } = await sql<KnownContact>`
    select id, customer_id, role, name, email_hash, phone, phone_hash, is_primary from contacts
    where organisation_id = ${organisationId} and customer_id = any(${customerIds}::uuid[])
      and removed_at is null order by id`.execute(tx)
  return rows
}

export type NewContact = {
  readonly id: string
  readonly customerId: string
  readonly role: string
  readonly name: string
  readonly email: string
  readonly emailHash: string | null
  readonly phone: string
  readonly phoneHash: string | null
  readonly isPrimary: boolean
}

export async function insertContacts(
  tx: Transaction,
  { organisationId, at }: { organisationId: string; at: Instant },
  rows: readonly NewContact[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into contacts (id, organisation_id, customer_id, role, name, email, email_hash, phone,
      phone_hash, is_primary, created_at)
    select v.id, ${organisationId}::uuid, v.customer_id, v.role, v.name, v.email, v.email_hash,
      v.phone, v.phone_hash, v.is_primary, ${at}::timestamptz
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => row.role)}::text[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.emailHash)}::text[],
      ${rows.map((row) => row.phone)}::text[], ${rows.map((row) => row.phoneHash)}::text[],
      ${rows.map((row) => row.isPrimary)}::boolean[])
      as v (id, customer_id, role, name, email, email_hash, phone, phone_hash, is_primary)`.execute(
    tx,
  )
}

export async function updateContacts(
  tx: Transaction,
  rows: readonly Pick<NewContact, 'id' | 'role' | 'name' | 'phone' | 'phoneHash'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update contacts c set role = v.role, name = v.name, phone = v.phone, phone_hash = v.phone_hash
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.role)}::text[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.phone)}::text[],
      ${rows.map((row) => row.phoneHash)}::text[]) as v (id, role, name, phone, phone_hash)
    where c.id = v.id`.execute(tx)
}
