import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import type { Keys } from '../../world.ts'
import { disputedParts, nameOfItem } from './rules.ts'
import * as store from './store/facts.ts'

/** An open item on a day: total − allocated = open, of which a part may be in dispute. */
export type ItemFact = store.ItemRow & {
  /** The document's number, with the place of an instalment behind it. */
  readonly number: string
  readonly disputedMinor: number
}

/** What is frozen when a customer is written to; money per currency. */
export type SnapshotFacts = {
  readonly customerId: string
  readonly legalEntityId: string
  readonly asOf: Day
  readonly ledgerSyncedAt: Instant | null
  readonly paymentsConsideredUntil: Day | null
  readonly entity: {
    readonly name: string
    readonly address: string
    readonly country: string
    readonly timeZone: string
    readonly vatId: string
    readonly paymentDetails: string
    readonly iban: string
  }
  readonly customer: {
    readonly number: string
    readonly name: string
    readonly address: string
    readonly country: string
    readonly language: string
  }
  readonly currencies: readonly {
    readonly currency: string
    readonly items: readonly ItemFact[]
    readonly unappliedMinor: number
  }[]
}

/** What these customers have open at the end of a day, by due day then number. */
export async function itemFacts(
  tx: Transaction,
  customerIds: readonly string[],
  on: Day,
): Promise<ItemFact[]> {
  const rows = await store.selectOpenOn(tx, customerIds, on)
  const disputed = disputedParts(rows)
  return rows.map((row, index) => ({
    ...row,
    number: nameOfItem(row.documentNumber, row.sequence, row.instalments),
    disputedMinor: disputed[index] ?? 0,
  }))
}

/** The facts of statements and messages at the end of a day, of many customers at once. */
export async function freezeSnapshotFacts(
  tx: Transaction,
  keys: Keys,
  customerIds: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, SnapshotFacts>> {
  const accounts = await store.selectAccounts(tx, customerIds)
  const items = Map.groupBy(await itemFacts(tx, customerIds, on), (item) => item.customerId)
  const unapplied = await store.selectUnappliedOn(tx, customerIds, on)
  const money = Map.groupBy(unapplied, (row) => row.customerId)

  return new Map(
    accounts.map((account) => [
      account.id,
      {
        ...headOf(account, keys, on),
        currencies: currenciesOf(items.get(account.id) ?? [], money.get(account.id) ?? []),
      },
    ]),
  )
}

function headOf(account: store.AccountRow, keys: Keys, asOf: Day) {
  const { id, number, name, country, language, legalEntityId } = account
  return {
    customerId: id,
    legalEntityId,
    asOf,
    ledgerSyncedAt: account.ledgerSyncedAt,
    paymentsConsideredUntil: account.paymentsConsideredUntil,
    entity: {
      name: account.entityName,
      address: account.entityAddress,
      country: account.entityCountry,
      timeZone: account.entityTimeZone,
      vatId: account.entityVatId,
      paymentDetails: account.entityPaymentDetails,
      iban: account.entityIban,
    },
    customer: { number, name, address: keys.decrypt(account.address), country, language },
  }
}

function currenciesOf(items: readonly ItemFact[], money: readonly store.UnappliedRow[]) {
  const currencies = [...new Set([...items, ...money].map(({ currency }) => currency))].toSorted()
  return currencies.map((currency) => ({
    currency,
    items: items.filter((item) => item.currency === currency),
    unappliedMinor: money.find((row) => row.currency === currency)?.unappliedMinor ?? 0,
  }))
}
