import type { Money } from '../../../kernel/money.ts'

type Sent = {
  readonly channel: string
  readonly state: string
  readonly stepKey: string
  readonly isTest: boolean
}

/** Why there can be no copy of a message; null if there can. */
export function refusalOf({ channel, state, stepKey, isTest }: Sent, isTestNow: boolean) {
  if (stepKey === 'message_copy') return 'is_a_copy'
  const hasLeft = channel === 'email' && (state === 'accepted' || state === 'delivered')
  if (!hasLeft) return 'message_not_sent'
  return isTest === isTestNow ? null : 'message_of_other_mode'
}

type Stated = { readonly currency: string; readonly openMinor: number }

/** Sums by currency, in the order of currencies. */
export function sumsOf(items: readonly Stated[]): Money[] {
  const sums = new Map<string, number>()
  for (const { currency, openMinor } of items) {
    sums.set(currency, (sums.get(currency) ?? 0) + openMinor)
  }
  const sorted = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([currency, minor]) => ({ currency, minor }))
}
