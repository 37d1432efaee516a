import type { Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'

export function selectDepartments(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('departments as d')
    .leftJoin('people as p', 'p.id', 'd.personId')
    .selectAll('d')
    .select('p.name as personName')
    .where('d.organisationId', '=', organisationId)
    .execute()
}

export function selectRoutes(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('disputeRoutes')
    .select(['reason', 'department', 'businessDays'])
    .where('organisationId', '=', organisationId)
    .execute()
}

/** The questions that the organisation has words of its own for. */
export async function selectQuestions(
  tx: Transaction,
  organisationId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('disputeRoutes')
    .select(['reason', 'question'])
    .where('organisationId', '=', organisationId)
    .execute()
  return new Map(rows.flatMap(({ reason, question }) => (question ? [[reason, question]] : [])))
}

/** Where the reason goes is written only where nothing was: that is not what is changed. */
export async function keepQuestion(
  tx: Transaction,
  row: Insertable<Schema['disputeRoutes']>,
): Promise<void> {
  await tx
    .insertInto('disputeRoutes')
    .values(row)
    .onConflict((at) =>
      at.columns(['reason', 'organisationId']).doUpdateSet({ question: row.question ?? null }),
    )
    .execute()
}

export async function keepDepartment(
  tx: Transaction,
  row: Insertable<Schema['departments']>,
): Promise<void> {
  const { personId, name, address, language, asksAtOnce } = row
  await tx
    .insertInto('departments')
    .values(row)
    .onConflict((at) =>
      at
        .columns(['department', 'organisationId'])
        .doUpdateSet({ personId, name, address, language, asksAtOnce }),
    )
    .execute()
}

export async function keepRoutes(
  tx: Transaction,
  rows: readonly Insertable<Schema['disputeRoutes']>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('disputeRoutes')
    .values([...rows])
    .onConflict((at) =>
      at.columns(['reason', 'organisationId']).doUpdateSet((given) => ({
        department: given.ref('excluded.department'),
        businessDays: given.ref('excluded.businessDays'),
      })),
    )
    .execute()
}
