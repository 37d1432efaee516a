import type { Insertable } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'
import type { LinkPurpose } from './rules.ts'

const COLUMNS = [
  'id',
  'organisationId',
  'purpose',
  'subjectKind',
  'subjectId',
  'customerId',
  'personId',
  'recipient',
  'language',
  'needsCode',
  'codeHash',
  'codeExpiresAt',
  'codeAttempts',
  'maxUses',
  'uses',
  'createdBy',
  'expiresAt',
  'revokedAt',
] as const

export type LinkRow = Awaited<ReturnType<typeof selectLink>> & object

export function selectLink(tx: Transaction, tokenHash: string, { lock }: { lock: boolean }) {
  const query = tx.selectFrom('signedLinks').select(COLUMNS).where('tokenHash', '=', tokenHash)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function insertLink(
  tx: Transaction,
  row: Insertable<Schema['signedLinks']>,
): Promise<void> {
  await tx.insertInto('signedLinks').values(row).execute()
}

/** Revokes what still opens; tells which. */
export async function revokeOpenLinks(
  tx: Transaction,
  about: {
    readonly kind: string
    readonly id: string
    readonly purposes?: readonly LinkPurpose[] | undefined
    readonly personId?: string | undefined
    readonly sparesActing?: boolean | undefined
  },
  { at, by }: { at: Instant; by: string | null },
): Promise<string[]> {
  let open = tx
    .selectFrom('signedLinks')
    .select('id')
    .where('subjectKind', '=', about.kind)
    .where('subjectId', '=', about.id)
    .where('revokedAt', 'is', null)
    .forUpdate()
  if (about.purposes) open = open.where('purpose', 'in', [...about.purposes])
  if (about.personId !== undefined) open = open.where('personId', '=', about.personId)
  if (about.sparesActing) open = open.skipLocked()
  const rows = await tx
    .updateTable('signedLinks')
    .set({ revokedAt: at, revokedBy: by })
    .where('id', 'in', open)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function addUse(tx: Transaction, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('signedLinks')
    .set((row) => ({
      uses: row('uses', '+', 1),
      lastUsedAt: at,
      codeHash: null,
      codeExpiresAt: null,
    }))
    .where('id', '=', id)
    .execute()
}

export async function insertUse(
  tx: Transaction,
  row: Insertable<Schema['linkUses']>,
): Promise<void> {
  await tx.insertInto('linkUses').values(row).execute()
}

export async function hasUse(tx: Transaction, linkId: string, form: string): Promise<boolean> {
  const row = await tx
    .selectFrom('linkUses')
    .select('id')
    .where('linkId', '=', linkId)
    .where('form', '=', form)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepCode(
  tx: Transaction,
  id: string,
  code: { readonly codeHash: string; readonly codeExpiresAt: Instant },
): Promise<void> {
  await tx.updateTable('signedLinks').set(code).where('id', '=', id).execute()
}

export async function addWrongCode(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('signedLinks')
    .set((row) => ({ codeAttempts: row('codeAttempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function hasOrganisation(db: Database, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
