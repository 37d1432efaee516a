import type { Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Reason, Route } from './rules.ts'

export function selectDepartments(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('departments as d')
    .leftJoin('people as p', 'p.id', 'd.personId')
    .selectAll('d')
    .select('p.name as personName')
    .where('d.organisationId', '=', organisationId)
    .execute()
}

/** The routes that the organisation has set itself. */
export async function selectRoutes(
  tx: Transaction,
  organisationId: string,
): Promise<(Route & { readonly reason: Reason })[]> {
  const rows = await tx
    .selectFrom('disputeRoutes')
    .select(['reason', 'department', 'businessDays'])
    .where('organisationId', '=', organisationId)
    .execute()
  return rows.flatMap(({ reason, department, businessDays }) =>
    department === null || businessDays === null ? [] : [{ reason, department, businessDays }],
  )
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

/** Keeps the words about a reason; where it goes is not what is changed. */
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
