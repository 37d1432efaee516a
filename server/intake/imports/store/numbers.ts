import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

export type Numbered = {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly legalEntityId: string
}

/** Documents of the entity with one of these numbers; a longer number beats one that is part of it. */
export async function selectByNumbers(
  tx: Transaction,
  { organisationId, legalEntityId }: { organisationId: string; legalEntityId: string },
  numbers: readonly string[],
): Promise<Numbered[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<Numbered>`
    select id, number, customer_id, legal_entity_id from receivables
    where organisation_id = ${organisationId} and number = any(${numbers}::text[])
      and legal_entity_id = ${legalEntityId} order by length(number) desc, number limit 20`.execute(
    tx,
  )
  const [longest] = rows
  return rows.filter(
    ({ number }) => number === longest?.number || !longest?.number.includes(number),
  )
}

export async function selectReceivable(
  tx: Transaction,
  { organisationId, owners }: { organisationId: string; owners: readonly string[] | null },
  id: string,
): Promise<Numbered | undefined> {
  const { rows } = await sql<Numbered>`
    select r.id, r.number, r.customer_id, r.legal_entity_id from receivables r
    join customers c on c.id = r.customer_id
    where r.organisation_id = ${organisationId} and r.id = ${id}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`.execute(tx)
  return rows[0]
}
