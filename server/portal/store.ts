import type { Transaction } from '../database/database.ts'

export async function selectOrganisationName(tx: Transaction, id: string): Promise<string> {
  const { name } = await tx
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return name
}
