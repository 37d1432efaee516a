import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../kernel/ids.ts'
import { reorderCustomers } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { upsertRate, type StoredRate } from './store.ts'

/** Sets the rate of a pair on a day; lists of several currencies go by it from now on. */
export async function setRate(tx: Transaction, doing: Doing, rate: StoredRate): Promise<void> {
  const id = newId()
  await upsertRate(tx, { id, organisationId: doing.organisationId, ...rate })
  await reorderCustomers(tx, doing.organisationId)
  await appendEvent(tx, {
    ...doing,
    name: 'rate.set',
    subject: { kind: 'exchange_rate', id },
    data: { ...rate },
  })
}
