import type { Transaction } from '../../database/database.ts'

/** The demo's legal entities by their code. */
export async function selectEntityIds(
  tx: Transaction,
  organisationId: string,
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('legalEntities')
    .where('organisationId', '=', organisationId)
    .select(['id', 'code'])
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** The demo's members by the hash of their address. */
export async function selectMemberIds(
  tx: Transaction,
  organisationId: string,
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('members as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .where('m.organisationId', '=', organisationId)
    .select(['p.id', 'p.emailHash'])
    .execute()
  return new Map(rows.map(({ id, emailHash }) => [emailHash, id]))
}
