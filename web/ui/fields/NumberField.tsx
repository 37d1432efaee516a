import { clsx } from 'clsx'
import { useState } from 'react'

import { useT } from '../../language/texts.ts'
import { numberText } from '../format/number.ts'
import { useReader } from '../reader.ts'
import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

type NumberFieldProps = FieldProps & {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly least: number
  readonly most: number
  /** Digits after the decimal sign; whole numbers otherwise. */
  readonly digits?: number
  /** 'days', behind the number. */
  readonly unit?: string | undefined
}

/** A number within its bounds. What is outside of them is said, and not taken over. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, least, most, digits = 0, unit, error, ...field } = props
  const t = useT()
  const { locale } = useReader()
  const [typed, setTyped] = useState<string | null>(null)
  const isOutside = typed !== null && numberOfTyped(typed, { least, most, digits }) === null
  const bounds = t('ui.number.between', {
    least: numberText(least, locale),
    most: numberText(most, locale),
  })
  return (
    <Field {...field} error={error ?? (isOutside ? bounds : undefined)}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            {...control}
            type="text"
            inputMode={digits === 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={typed ?? plainNumber(value, locale)}
            onChange={(event) => {
              setTyped(event.target.value)
              const next = numberOfTyped(event.target.value, { least, most, digits })
              if (next !== null) onChange(next)
            }}
            onBlur={() => setTyped(null)}
            className={clsx(controlLook, 'figures max-w-24 text-right')}
          />
          {unit !== undefined && <span className="text-13 text-soft">{unit}</span>}
        </span>
      )}
    </Field>
  )
}

type Bounds = { readonly least: number; readonly most: number; readonly digits: number }

/** The number as it was typed with a point or a comma, or null when it is none or out of bounds. */
export function numberOfTyped(typed: string, { least, most, digits }: Bounds): number | null {
  const plain = typed.trim().replace(',', '.').replace('−', '-')
  const [, fraction = ''] = plain.split('.')
  if (!/^-?\d+(\.\d+)?$/.test(plain) || fraction.length > digits) return null
  const value = Number(plain)
  return value >= least && value <= most ? value : null
}

function plainNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(
    value,
  )
}
