import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'

type Named = { readonly id: string; readonly name: string }

/** The names of the customers and people of some events. */
export async function selectNames(
  tx: Transaction,
  rows: readonly { readonly customerId: string; readonly actorId: string | null }[],
) {
  const customers = await sql<Named>`select id, name from customers
    where id = any(${rows.map(({ customerId }) => customerId)}::uuid[])`.execute(tx)
  const people = await sql<Named>`select p.id, p.name from members m
    join people p on p.id = m.person_id
    where p.id = any(${rows.flatMap(({ actorId }) => actorId ?? [])}::uuid[])`.execute(tx)
  return { customers: mapOf(customers.rows), people: mapOf(people.rows) }
}

function mapOf(rows: readonly Named[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of these customers, those whom somebody sees who sees these owners' ones; null sees all. */
export async function selectVisibleCustomers(
  tx: Transaction,
  ids: readonly string[],
  owners: readonly string[] | null,
): Promise<Named[]> {
  const { rows } = await sql<Named>`select id, name from customers
    where id = any(${[...ids]}::uuid[])
      and (${owners}::uuid[] is null or owner_id = any(${owners}::uuid[]))
    order by name, id`.execute(tx)
  return rows
}
