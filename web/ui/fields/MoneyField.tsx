import { clsx } from 'clsx'
import { useState } from 'react'

import { exponentOf, type Money } from '#kernel/money.ts'

import { useT } from '../../language/texts.ts'
import { partsOfMoney } from '../format/money.ts'
import { minorOfTyped } from '../format/read-money.ts'
import { useReader } from '../reader.ts'
import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

type MoneyFieldProps = FieldProps & {
  readonly currency: string
  readonly minor: number | null
  readonly onChange: (minor: number | null) => void
}

/** Takes an amount as the reader writes it and shows it tidied up when they leave the field. */
export function MoneyField({ currency, minor, onChange, error, ...field }: MoneyFieldProps) {
  const t = useT()
  const { locale } = useReader()
  const [typed, setTyped] = useState<string | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const example = tidy({ minor: Math.trunc(1234.5 * 10 ** exponentOf(currency)), currency }, locale)
  const unreadable = isUnreadable ? t('ui.money.unreadable', { example }) : undefined
  return (
    <Field {...field} error={error ?? unreadable}>
      {(control) => (
        <span className="relative block">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typed ?? (minor === null ? '' : tidy({ minor, currency }, locale))}
            onChange={(event) => {
              setTyped(event.target.value)
              setUnreadable(false)
              onChange(minorOfTyped(event.target.value, currency, locale))
            }}
            onBlur={() => {
              setUnreadable(typed !== null && typed.trim() !== '' && minor === null)
              if (minor !== null) setTyped(null)
            }}
            className={clsx(controlLook, 'figures pr-13 text-right')}
          />
          <span className="pointer-events-none absolute inset-y-0 right-2.5 my-auto h-4 text-12 text-faint">
            {currency}
          </span>
        </span>
      )}
    </Field>
  )
}

function tidy(amount: Money, locale: string): string {
  const { sign, whole, fraction } = partsOfMoney(amount, locale)
  return sign + whole + fraction
}
