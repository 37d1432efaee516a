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
  const payables = new Map<string, { asked: number; afterCredits: number; payable: number }>()
  for (const currency of new Set(concerned.map((item) => item.currency))) {
    const asked = concerned
      .filter((item) => item.currency === currency)
      .reduce((sum, { id, openMinor }) => sum + openMinor - (account.disputed.get(id) ?? 0), 0)
    const credits = account.items
      .filter((item) => item.currency === currency && item.openMinor < 0)
      .reduce((sum, { openMinor }) => sum + openMinor, 0)
    const unapplied = account.unapplied
      .filter((cash) => cash.currency === currency)
      .reduce((sum, { minor }) => sum + minor, 0)
    const afterCredits = asked + credits
    payables.set(currency, { asked, afterCredits, payable: afterCredits - unapplied })
  }
  return payables
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
