import type { Database } from '../../database/database.ts'

export async function selectDataKey(
  db: Database,
  organisationId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('organisations')
    .select('dataKey')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.dataKey
}
