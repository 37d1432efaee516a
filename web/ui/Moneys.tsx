import type { Money as Amount } from '#kernel/money.ts'

import { Money } from './Money.tsx'

type MoneysProps = {
  readonly amounts: readonly Amount[]
  readonly isAligned?: boolean | undefined
  /** How many currencies are named before the rest is only counted. */
  readonly most?: number
}

/** Amounts of several currencies, one under the other: they are never added. */
export function Moneys({ amounts, isAligned, most = 3 }: MoneysProps) {
  const shown = amounts.slice(0, most)
  const rest = amounts.length - shown.length
  if (shown.length === 0) return <span className="text-faint">–</span>
  return (
    <span className="flex flex-col items-end">
      {shown.map((amount) => (
        <Money key={amount.currency} amount={amount} isAligned={isAligned} />
      ))}
      {rest > 0 && <span className="text-12 text-faint">+ {rest}</span>}
    </span>
  )
}
