import type { Transaction } from '../../../database/database.ts'
import type { OwnMessage } from '../own/message.ts'

export type OwnRow = Omit<OwnMessage, 'hasStatement' | 'receivableIds' | 'files'> & {
  /** Encrypted. */
  readonly snapshot: string
}

/** What is kept of a message that a person asked for. */
export async function selectWhole(tx: Transaction, id: string): Promise<OwnRow> {
  const row = await tx
    .selectFrom('messages')
    .select([
      'customerId',
      'legalEntityId',
      'lane',
      'templateKey',
      'cycle',
      'contactId',
      'senderId',
      'snapshot',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- claimOwn wrote its lane and template
  return row as OwnRow
}
