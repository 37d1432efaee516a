import type { Insertable } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'

const SHOWN = [
  'id',
  'kind',
  'certificate',
  'fingerprint',
  'validFrom',
  'validUntil',
  'createdAt',
  'replacedAt',
] as const

export function selectKeys(tx: Transaction) {
  return tx
    .selectFrom('signingKeys')
    .select(SHOWN)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
}

/** What the organisation seals with now. */
export function selectKeyInUse(tx: Transaction) {
  return tx
    .selectFrom('signingKeys')
    .select([...SHOWN, 'chain', 'privateKey', 'endingNotedAt', 'endNotedAt'])
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
}

export async function selectFingerprints(tx: Transaction): Promise<string[]> {
  const rows = await tx.selectFrom('signingKeys').select('fingerprint').execute()
  return rows.map(({ fingerprint }) => fingerprint)
}

/** Takes the key in use out of use; what it sealed stays verifiable, its private part goes. */
export async function replaceKeyInUse(tx: Transaction, at: Instant): Promise<void> {
  await tx
    .updateTable('signingKeys')
    .set({ replacedAt: at, privateKey: '' })
    .where('replacedAt', 'is', null)
    .execute()
}

export async function insertKey(
  tx: Transaction,
  row: Insertable<Schema['signingKeys']>,
): Promise<void> {
  await tx.insertInto('signingKeys').values(row).execute()
}

export async function noteEnding(
  tx: Transaction,
  id: string,
  noted: { endingNotedAt?: Instant; endNotedAt?: Instant },
): Promise<void> {
  await tx.updateTable('signingKeys').set(noted).where('id', '=', id).execute()
}

export async function selectTimestamps(tx: Transaction) {
  const row = await tx.selectFrom('timestampSettings').selectAll().executeTakeFirst()
  return row ?? { url: '', lastGoodAt: null, lastFailedAt: null, problem: '' }
}

export async function saveTimestamps(
  db: Database,
  organisationId: string,
  change: {
    url?: string
    lastGoodAt?: Instant | null
    lastFailedAt?: Instant | null
    problem?: string
  },
): Promise<void> {
  await db
    .insertInto('timestampSettings')
    .values({ organisationId, ...change })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(change))
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
