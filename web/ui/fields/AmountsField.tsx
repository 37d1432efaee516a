import { X } from 'lucide-react'
import { useId } from 'react'

import { currentLanguage, useT } from '../../language/texts.ts'
import { currencyChoices } from '../format/places.ts'
import { IconButton } from '../IconButton.tsx'
import { MoneyField } from './MoneyField.tsx'
import { BareSelect } from './Select.tsx'

type Amounts = Readonly<Record<string, number>>

type AmountsFieldProps = {
  readonly label: string
  readonly amounts: Amounts
  readonly onChange: (amounts: Amounts) => void
  /** The currency that is offered first. */
  readonly usual: string
  readonly isDisabled?: boolean | undefined
}

/** An amount in each currency that needs one; they are never converted into one another. */
export function AmountsField({ label, amounts, onChange, usual, isDisabled }: AmountsFieldProps) {
  const t = useT()
  const id = useId()
  const named = Object.entries(amounts).toSorted(([a], [b]) => a.localeCompare(b))
  const missing = currencyChoices(currentLanguage()).filter(({ value }) => !(value in amounts))
  const first = missing.filter(({ value }) => value === usual)
  const others = missing.filter(({ value }) => value !== usual)
  const without = (currency: string) =>
    Object.fromEntries(named.filter(([other]) => other !== currency))
  return (
    <fieldset aria-labelledby={id} disabled={isDisabled} className="flex flex-col gap-2">
      <span id={id} className="sr-only">
        {label}
      </span>
      {named.map(([currency, minor]) => (
        <div key={currency} className="flex items-end gap-1">
          <div className="w-40 [&_label]:sr-only">
            <MoneyField
              label={`${label}, ${currency}`}
              currency={currency}
              minor={minor}
              onChange={(next) => {
                if (next !== null && next >= 0) onChange({ ...amounts, [currency]: next })
              }}
            />
          </div>
          <IconButton
            label={t('ui.money.remove', { currency })}
            icon={<X size={14} />}
            onClick={() => onChange(without(currency))}
          />
        </div>
      ))}
      <div className="w-40">
        <BareSelect
          aria-label={t('ui.money.addTo', { label })}
          value=""
          options={[{ value: '', name: t('ui.money.add') }, ...first, ...others]}
          onChange={(currency) => {
            if (currency !== '') onChange({ ...amounts, [currency]: 0 })
          }}
        />
      </div>
    </fieldset>
  )
}
