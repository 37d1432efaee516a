import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'

export type ContactRow = {
  readonly id: string
  readonly customerId: string
  readonly role: Selectable<Schema['contacts']>['role']
  readonly name: string
  readonly email: string
  readonly emailHash: string | null
  readonly phone: string
  readonly language: string | null
  readonly timeZone: string | null
  readonly isPrimary: boolean
  readonly smsConsentSource: string | null
  readonly smsConsentAt: Instant | null
  readonly doNotContact: boolean
  readonly emailBouncedAt: Instant | null
}

function contacts(tx: Transaction) {
  return tx
    .selectFrom('contacts')
    .select([
      'id',
      'customerId',
      'role',
      'name',
      'email',
      'emailHash',
      'phone',
      'language',
      'timeZone',
      'isPrimary',
      'smsConsentSource',
      'smsConsentAt',
      'doNotContact',
      'emailBouncedAt',
    ])
    .where('removedAt', 'is', null)
}

/** The contacts of many customers, the primary one of each first. */
export function selectContactsOf(tx: Transaction, customerIds: readonly string[]) {
  return contacts(tx)
    .where('customerId', '=', sql<string>`any(${customerIds}::uuid[])`)
    .orderBy('customerId')
    .orderBy('isPrimary', 'desc')
    .orderBy('id')
    .execute()
}

export function selectContact(tx: Transaction, contactId: string) {
  return contacts(tx).where('id', '=', contactId).executeTakeFirst()
}

export async function insertContact(
  tx: Transaction,
  row: Insertable<Schema['contacts']>,
): Promise<void> {
  await tx.insertInto('contacts').values(row).execute()
}

export async function updateContact(
  tx: Transaction,
  contactId: string,
  change: Updateable<Schema['contacts']>,
): Promise<void> {
  await tx.updateTable('contacts').set(change).where('id', '=', contactId).execute()
}

/** There is one primary contact: the others stop being it. */
export async function clearPrimary(
  tx: Transaction,
  customerId: string,
  but: string,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ isPrimary: false })
    .where('customerId', '=', customerId)
    .where('id', '<>', but)
    .where('isPrimary', '=', true)
    .execute()
}

export async function hasPrimary(tx: Transaction, customerId: string): Promise<boolean> {
  const query = contacts(tx).where('customerId', '=', customerId).where('isPrimary', '=', true)
  return (await query.executeTakeFirst()) !== undefined
}

export async function selectCountry(tx: Transaction, customerId: string): Promise<string> {
  const query = tx.selectFrom('customers').select('country').where('id', '=', customerId)
  return (await query.executeTakeFirst())?.country ?? ''
}

/** Marks every contact of this address; says whose they are. */
export async function markBounced(
  tx: Transaction,
  emailHash: string,
  at: Instant,
): Promise<{ id: string; customerId: string }[]> {
  return tx
    .updateTable('contacts')
    .set({ emailBouncedAt: at })
    .where('emailHash', '=', emailHash)
    .where('removedAt', 'is', null)
    .where('emailBouncedAt', 'is', null)
    .returning(['id', 'customerId'])
    .execute()
}
