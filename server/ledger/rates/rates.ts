import type { Transaction } from '../../database/database.ts'
import { weightsOf, type Weights } from './rules.ts'
import { selectCurrencies, selectNewestRates } from './store.ts'

/** The weights that put amounts of several currencies into one order, by the newest rates on file. */
export async function currencyWeights(tx: Transaction, organisationId: string): Promise<Weights> {
  const { reporting, used } = await selectCurrencies(tx, organisationId)
  const rates = await selectNewestRates(tx, organisationId)
  return weightsOf(
    reporting,
    used,
    rates.map(({ base, quote, rate }) => ({ base, quote, rate: Number(rate) })),
  )
}
