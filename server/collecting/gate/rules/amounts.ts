import type { Section } from './decision.ts'
import type { AmountFact, ItemFact } from './facts.ts'
import { amountValues, reason, type Reason } from './reasons.ts'

export type Account = {
  readonly items: readonly ItemFact[]
  readonly unapplied: readonly AmountFact[]
  readonly disputed: ReadonlyMap<string, number>
}

/** What a customer may be asked for, by currency: these items' undisputed parts, less credit and cash. */
export function payablesOf(
  account: Account,
  concerned: readonly ItemFact[],
): ReadonlyMap<string, { asked: number; afterCredits: number; payable: number }> {
  const { items, unapplied, disputed } = account
  const payables = new Map<string, { asked: number; afterCredits: number; payable: number }>()
  for (const { id, currency, openMinor } of concerned) {
    const payable = payables.get(currency) ?? { asked: 0, afterCredits: 0, payable: 0 }
    payable.asked += openMinor - (disputed.get(id) ?? 0)
    payables.set(currency, payable)
  }
  for (const [currency, payable] of payables) {
    payable.afterCredits = payable.asked + creditsIn(items, currency)
    payable.payable = payable.afterCredits
    for (const cash of unapplied) if (cash.currency === currency) payable.payable -= cash.minor
  }
  return payables
}

function creditsIn(items: readonly ItemFact[], currency: string): number {
  let credits = 0
  for (const item of items) {
    if (item.openMinor < 0 && item.currency === currency) credits += item.openMinor
  }
  return credits
}

/** The sections worth asking for, and why the other currencies are not. */
export function sectionsOf(
  account: Account,
  concerned: readonly ItemFact[],
  floorOf: (currency: string) => number,
): { sections: Section[]; reasons: Reason[] } {
  const sections: Section[] = []
  const reasons: Reason[] = []
  const payables = [...payablesOf(account, concerned)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [currency, { asked, afterCredits, payable }] of payables) {
    const items = concerned.filter((item) => item.currency === currency)
    const ids = items.map(({ id }) => id)
    if (afterCredits <= 0) {
      reasons.push(reason('credits_cover', amountValues(currency, asked), ids))
    } else if (payable <= 0) {
      reasons.push(reason('unapplied_cash_covers', amountValues(currency, afterCredits), ids))
    } else if (payable < floorOf(currency)) {
      reasons.push(reason('below_floor', amountValues(currency, payable), ids))
    } else {
      sections.push({
        currency,
        payableMinor: payable,
        items: items.map(({ id }) => ({ id, disputedMinor: account.disputed.get(id) ?? 0 })),
      })
    }
  }
  return { sections, reasons }
}
