import type { Transaction } from '../../database/database.ts'
import { seeCustomer } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { pageFrom, partsOf } from '../paging.ts'
import { personRef } from '../totals.ts'
import { selectPayments } from './store/reading.ts'

/** A page of a customer's payments, newest first. */
export async function readPayments(
  tx: Transaction,
  doing: Doing,
  { customerId, cursor, limit }: { customerId: string; cursor?: string | undefined; limit: number },
) {
  await seeCustomer(tx, customerId, doing.owners)
  const after = partsOf(cursor, ['day', 'id'])
  const rows = await selectPayments(tx, { customerId, after, limit })
  const page = pageFrom(rows, limit, ({ receivedOn, id }) => [receivedOn, id])
  return {
    next: page.next,
    rows: page.rows.map(({ recordedById, recordedByName, ...row }) => ({
      ...row,
      recordedBy: personRef(recordedById, recordedByName),
    })),
  }
}
