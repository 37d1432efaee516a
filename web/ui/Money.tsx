import { clsx } from 'clsx'

import type { Money as Amount } from '#kernel/money.ts'

import { partsOfMoney } from './format/money.ts'
import { useReader } from './reader.ts'

type MoneyProps = {
  readonly amount: Amount
  /** In a column the decimals stand under one another, whatever the currency's places. */
  readonly isAligned?: boolean | undefined
  readonly hasCode?: boolean | undefined
  /** All in one colour, where the colour already says something or is quiet enough. */
  readonly isEven?: boolean | undefined
  readonly className?: string | undefined
}

/** An amount: figures first, minor units quieter, the currency small behind. */
export function Money(props: MoneyProps) {
  const { amount, isAligned, hasCode = true, isEven, className } = props
  const { locale } = useReader()
  const { sign, whole, fraction, currency } = partsOfMoney(amount, locale)
  return (
    <span className={clsx('figures whitespace-nowrap', className)}>
      {sign}
      {whole}
      <span
        className={clsx(
          'text-[0.92em]',
          isEven !== true && 'opacity-65',
          isAligned && 'inline-block min-w-[2.6ch] text-left',
        )}
      >
        {fraction}
      </span>
      {hasCode && (
        <span
          className={clsx(
            'ml-1 text-[0.72em] tracking-wide',
            isEven !== true && 'opacity-65',
            isAligned && 'inline-block min-w-[3.6ch] text-left',
          )}
        >
          {currency}
        </span>
      )}
    </span>
  )
}
