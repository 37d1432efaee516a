import type { Transaction } from '../../database/database.ts'

export async function selectPeople(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const query = tx.selectFrom('people').select(['id', 'name'])
  const rows = await query.where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
