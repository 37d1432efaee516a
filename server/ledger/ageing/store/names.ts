import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { allOf, conditionsOf, type CustomerScope } from '../../store/scope.ts'

/** The customers of a scope with most overdue, for a table that stays readable. */
export async function selectLargest(
  tx: Transaction,
  scope: CustomerScope,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c join customer_standings s on s.customer_id = c.id
    where ${allOf(conditionsOf(scope))} and s.organisation_id = ${scope.organisationId}
    order by s.overdue_weight desc, s.owed_weight desc, c.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function selectNames(
  tx: Transaction,
  of: 'people' | 'customers' | 'legal_entities',
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(of)} where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
