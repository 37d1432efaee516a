import type { Transaction } from '../../database/database.ts'
import { selectDifferences, WHATS, type Difference } from './store/verify.ts'

const SHOWN = 100

/**
 * Compares everything that is kept beside the ledger with what its facts say, worked out another way.
 * An empty list is a sound ledger; of each kind of difference the first hundred are told.
 */
export async function verifyLedger(tx: Transaction, organisationId: string): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const what of WHATS) {
    differences.push(...(await selectDifferences(tx, organisationId, what, SHOWN)))
  }
  return differences
}
