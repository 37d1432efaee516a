import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../doing.ts'
import { weightsOf, type Weights } from './rules.ts'
import { selectCurrencies, selectNewestRates, upsertRate, type StoredRate } from './store.ts'

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

/** Sets the rate of a pair on a day; customers are put into order by it at the next turn of the day. */
export async function setRate(tx: Transaction, doing: Doing, rate: StoredRate): Promise<void> {
  const id = newId()
  await upsertRate(tx, { id, organisationId: doing.organisationId, ...rate })
  await appendEvent(tx, {
    ...doing,
    name: 'rate.set',
    subject: { kind: 'exchange_rate', id },
    data: { ...rate },
  })
}
